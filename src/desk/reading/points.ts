/** The points of a checklist as questions, mandatory ones first; nothing is answered beforehand. */
import type { MucKiemTra } from '../../policy/gate/checklist.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Form, Sent } from '../../forms/form.ts'

/** One touch for all mandatory points: it names them, so that none is answered that was not shown. */
const ALL = 'datHet'

const ANSWERS = [
  ['dat', 'Đạt'],
  ['khong', 'Không đạt'],
  ['khongApDung', 'Không có'],
] as const

/** What was answered: the points that stood on the page together, with one touch; what was answered by itself stands. */
export const answersIn = (form: Form): Record<string, string> => ({
  ...Object.fromEntries(
    form
      .text(ALL)
      .split(' ')
      .filter((ma) => ma !== '')
      .map((ma) => [ma, 'dat']),
  ),
  ...Object.fromEntries(
    [...form.texts].flatMap(([name, [value = '']]) => (name.startsWith('kiemTra.') && value !== '' ? [[name.slice('kiemTra.'.length), value] as const] : [])),
  ),
})

function question({ ma, noiDung, batBuoc }: MucKiemTra, { form, refused }: Sent): Html {
  const name = `kiemTra.${ma}`
  const wrong = refused.filter((one) => one.field === name)
  const given = form?.text(name) ?? ''
  return html`<fieldset class="diem${wrong.length > 0 ? ' sai' : ''}" id="o-${name}" tabindex="-1"${wrong.length > 0 && html` aria-describedby="o-${name}-loi"`}>
    <legend>${noiDung}${batBuoc && html` <span class="mo">(bắt buộc)</span>`}</legend>
    ${wrong.length > 0 && html`<p class="loi" id="o-${name}-loi">${wrong.map((one) => one.message).join(' ')}</p>`}
    <div class="ba">
      ${ANSWERS.map(([value, label]) => html`<label><input type="radio" name="${name}" value="${value}"${given === value && html` checked`} /><span>${label}</span></label>`)}
    </div>
  </fieldset>`
}

export function questions(points: readonly MucKiemTra[], sent: Sent): Part {
  if (points.length === 0) return null
  const must = points.filter(({ batBuoc }) => batBuoc)
  const may = points.filter(({ batBuoc }) => !batBuoc)
  const answered = may.some(({ ma }) => (sent.form?.text(`kiemTra.${ma}`) ?? '') !== '')
  const together =
    must.length > 1 &&
    html`<div class="chon"><input type="checkbox" name="${ALL}" id="o-${ALL}" value="${must.map(({ ma }) => ma).join(' ')}"${(sent.form?.text(ALL) ?? '') !== '' && html` checked`} /><label for="o-${ALL}">Tôi đã xem cả ${must.length} mục bắt buộc dưới đây, mục nào chưa chọn riêng đều đạt</label></div>`
  return html`<h2>Kiểm tra trước khi duyệt</h2>
    ${together}    ${must.map((one) => question(one, sent))}
    ${
      may.length > 0 &&
      html`<details class="them"${answered && html` open`}>
        <summary>${may.length} mục nên xem thêm</summary>
        ${may.map((one) => question(one, sent))}
      </details>`
    }`
}
