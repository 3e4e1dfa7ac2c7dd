/** What a paper asks, wherever it is typed in; and what was typed, as it is kept. */
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { KENH, type Kenh } from '../../policy/people/consent.ts'
import { KENH_NOI } from '../../messages/consentForm.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'

export function agreementFields(sent: Sent): Html {
  // Nothing is agreed to before somebody says so.
  const own = (sent.form?.text('chinhChu') ?? '') !== ''
  return html`${field({ name: 'namSinh', label: 'Năm sinh', hint: 'Tuổi quyết định ai phải đồng ý.', max: 4, required: true }, sent)}
    <div class="chon"><input type="checkbox" name="chinhChu" id="o-chinhChu" value="1"${own && html` checked`} /><label for="o-chinhChu">Chính người này đã đồng ý (cần, nếu từ 7 tuổi)</label></div>
    ${field({ name: 'nguoiDamHo', label: 'Cha, mẹ hoặc người giám hộ đã đồng ý', hint: 'Họ và tên. Cần, nếu dưới 16 tuổi.', max: 100, autocomplete: 'off' }, sent)}`
}

/** A day of a form: the end of the consent. */
const endOf = (form: Form): string | null => {
  const day = form.text('han')
  if (day === '') return null
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw refuse(issue('INVALID_VALUE', 'han', { goiY: 'ngày, tháng, năm' }))
  return `${day}T00:00:00.000Z`
}

export const yearOf = (form: Form, name: string): number | null => {
  const born = form.text(name)
  if (born === '') return null
  if (!/^(19|20)\d\d$/.test(born)) throw refuse(issue('INVALID_VALUE', name, { goiY: 'năm sinh bốn chữ số' }))
  return Number(born)
}

export const agreementOf = (form: Form): Record<string, unknown> => ({
  namSinh: yearOf(form, 'namSinh'),
  chinhChu: form.text('chinhChu') !== '',
  nguoiDamHo: form.text('nguoiDamHo'),
})

export const channelBoxes = (sent: Sent): Html => html`<fieldset id="o-kenh" tabindex="-1"><legend>Đồng ý cho dùng ở đâu</legend>
  ${KENH.map((kenh, i) => {
    const id = `o-kenh-${kenh}`
    const checked = sent.form?.all('kenh').includes(kenh) === true
    return html`<div class="chon"><input type="checkbox" name="kenh" id="${id}" value="${kenh}"${checked && html` checked`} /><label for="${id}">${KENH_NOI[i]}</label></div>`
  })}
</fieldset>`

export const paperIn = (form: Form): { kenh: Kenh[]; han: string | null } => ({
  kenh: KENH.filter((kenh) => form.all('kenh').includes(kenh)),
  han: endOf(form),
})
