/** The verdict: each verb a form of its own where the finger is; the one that was refused stands open with what was typed. */
import { ACTIONS, type Answer } from '../../actions/index.ts'
import { CAU_TRA_LAI } from '../../messages/findings.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import type { BanTrinh } from '../../record/banTrinh.ts'
import { gateOf } from '../../runtime.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Form, type Sent } from '../../forms/form.ts'
import type { DeskPage, Visit, Went } from '../room.ts'
import { challengeOf, drafted, mustSign, signedIn, signPage } from '../signing/ask.ts'
import { comment, COMMENTS } from './comments.ts'
import { readable, type Reading } from './facts.ts'
import { answersIn, questions } from './points.ts'

const sentBy = (sent: Sent, ...verbs: readonly [string, ...string[]]): Sent => sentTo(sent, verbs[0], verbs.includes(sent.form?.text('viec') ?? ''))

const hidden = (viec: string): Html => html`<input type="hidden" name="viec" value="${viec}" />`

function approving(r: Reading, sent: Sent, at: string): Html {
  const mine = sentBy(sent, 'duyet', 'hen-gio')
  const mayWait = r.isLast && r.options.khanDen === null && r.options.viec['hen-gio'].vi?.code !== 'FORBIDDEN'
  const verb = r.publishes ? 'Duyệt và đăng' : 'Duyệt'
  return html`<form method="post" action="${at}" class="duyet">
    ${questions(r.points, mine)}${field({ name: 'yKien', label: 'Ý kiến (không bắt buộc)', rows: 2, max: 2000 }, mine)}
    <p class="hang chot"><button class="nut" type="submit" name="viec" value="duyet">${verb}</button></p>
    ${
      mayWait &&
      html`<details class="them"${mine.form?.text('viec') === 'hen-gio' && html` open`}>
        <summary>Duyệt nhưng đăng vào giờ khác</summary>
        <div class="hai">
          ${field({ name: 'ngay', label: 'Ngày', type: 'date' }, mine)}${field({ name: 'gio', label: 'Giờ Việt Nam', type: 'time', value: '07:00' }, mine)}
        </div>
        <p class="hang"><button class="nut phu" type="submit" name="viec" value="hen-gio">Duyệt và hẹn giờ</button></p>
      </details>`
    }
  </form>`
}

function refusing(viec: 'tra-lai' | 'tu-choi', r: Reading, sent: Sent, at: string): Html {
  const mine = sentBy(sent, viec)
  const chosen = mine.form?.all('cau') ?? []
  const returns = viec === 'tra-lai'
  return html`<details class="them viec-khac"${mine.form && html` open`}>
    <summary>${returns ? 'Trả lại để sửa' : 'Không duyệt'}</summary>
    ${formPart(
      mine,
      at,
      html`${hidden(viec)}
        <p>${returns ? `Trả lại “${r.banTrinh.tieuDe}” cho ${r.banTrinh.tenNguoiTrinh}?` : `Không duyệt “${r.banTrinh.tieuDe}”? Bài dừng ở đây; tác giả đọc được lý do.`}</p>
        ${
          returns &&
          html`<fieldset>
            <legend>Lý do hay gặp</legend>
            ${CAU_TRA_LAI.map((cau, i) => html`<div class="chon"><input type="checkbox" name="cau" id="o-cau-${i}" value="${cau}"${chosen.includes(cau) && html` checked`} /><label for="o-cau-${i}">${cau}</label></div>`)}
          </fieldset>`
        }${field({ name: 'lyDo', label: returns ? 'Lý do khác, hoặc nói rõ thêm' : 'Lý do', rows: 3, max: 1500, required: !returns }, mine)}`,
      returns ? 'Trả lại' : 'Không duyệt',
    )}
  </details>`
}

function emergency(r: Reading, sent: Sent, at: string): Part {
  if (!r.isLatest || !r.options.viec['dang-khan'].duoc || r.options.khanDen !== null) return null
  const mine = sentBy(sent, 'dang-khan')
  return html`<details class="them viec-khac"${mine.form && html` open`}>
    <summary>Đăng khẩn</summary>
    ${formPart(
      mine,
      at,
      html`${hidden('dang-khan')}
        <p>Đăng ngay “${r.banTrinh.tieuDe}”, chưa chờ đủ các bước? Một người khác phải xác nhận trước giờ hết hạn, nếu không bài tự gỡ.</p>
        ${field({ name: 'lyDo', label: 'Lý do khẩn cấp', rows: 2, max: 2000, required: true }, mine)}`,
      'Đăng khẩn ngay',
    )}
  </details>`
}

/** Approved and kept for its hour: readers get it now, or on a day. */
function publishing(r: Reading, sent: Sent, at: string): Html {
  const mine = sentBy(sent, 'dang', 'dat-gio')
  return html`<p class="da-lam">Đã duyệt, chưa đăng.</p>
    <form method="post" action="${at}"><p class="hang"><button class="nut" type="submit" name="viec" value="dang">Đăng lên trang ngay</button></p></form>
    <details class="them"${mine.form?.text('viec') === 'dat-gio' && html` open`}><summary>Đăng vào giờ khác</summary>
      ${formPart(
        mine,
        at,
        html`${hidden('dat-gio')}<div class="hai">${field({ name: 'ngay', label: 'Ngày', type: 'date' }, mine)}${field({ name: 'gio', label: 'Giờ Việt Nam', type: 'time', value: '07:00' }, mine)}</div>`,
        'Hẹn giờ đăng',
      )}
    </details>`
}

/** Empty where nothing is to be decided by this person; then `why` is told. */
export function verdictPart(r: Reading, sent: Sent): Part {
  const at = `/lam-viec/doc/${r.banTrinh.id}`
  const until =
    r.isLatest && r.options.khanDen !== null && html`<p class="da-lam">Đang đăng khẩn đến ${moment(r.options.khanDen)}; duyệt ở đây là xác nhận.</p>`
  if (r.isLatest && r.options.viec.duyet.duoc)
    return html`${until}${approving(r, sent, at)}${refusing('tra-lai', r, sent, at)}${refusing('tu-choi', r, sent, at)}${emergency(r, sent, at)}`
  if (r.isLatest && r.options.trangThai === 'daDuyet' && r.options.viec.dang.duoc) return html`${until}${publishing(r, sent, at)}`
  const why = r.isLatest && r.options.buocCho !== null ? r.options.viec.duyet.vi?.message : undefined
  return html`${until}${why !== undefined && html`<p class="da-lam">${why}</p>`}${emergency(r, sent, at)}`
}

/** A day and an hour of Việt Nam; refuses an hour without a day, so that nothing goes out at once that was to wait. */
function hourIn(form: Form): string {
  const ngay = form.text('ngay')
  if (ngay === '') throw refuse(issue('MISSING_FIELD', 'ngay'))
  return `${ngay}T${form.text('gio') || '07:00'}:00+07:00`
}

function bodyOf(viec: string, form: Form): Record<string, unknown> {
  if (viec === 'duyet' || viec === 'hen-gio')
    return { kiemTra: answersIn(form), yKien: form.text('yKien'), ...(viec === 'hen-gio' ? { henGio: hourIn(form) } : {}) }
  if (viec === 'dang') return {}
  if (viec === 'dat-gio') return { luc: hourIn(form) }
  return { lyDo: [...form.all('cau').filter((cau) => CAU_TRA_LAI.includes(cau)), form.text('lyDo')].filter((text) => text !== '').join('\n') }
}

const VERBS = {
  duyet: 'duyet',
  'hen-gio': 'duyet',
  'tra-lai': 'tra-lai',
  'tu-choi': 'tu-choi',
  'dang-khan': 'dang-khan',
  dang: 'dang',
  'dat-gio': 'hen-gio',
} as const

const ABOUT: Record<keyof typeof VERBS, string> = {
  duyet: 'Duyệt',
  'hen-gio': 'Duyệt và hẹn giờ đăng',
  'tra-lai': 'Trả lại',
  'tu-choi': 'Không duyệt',
  'dang-khan': 'Đăng khẩn',
  dang: 'Đăng lên trang',
  'dat-gio': 'Hẹn giờ đăng',
}
/** Publishing what was approved is no verdict: nobody signs it. */
const UNSIGNED: readonly string[] = ['dang', 'dat-gio']

const about = (viec: keyof typeof VERBS, { tieuDe, lan, vanTay }: BanTrinh): Html =>
  html`<dl class="su-that">
    <div><dt>Quyết định</dt><dd><strong>${ABOUT[viec]}</strong></dd></div>
    <div><dt>Nội dung</dt><dd>${tieuDe}, lần trình ${lan}</dd></div>
    <div><dt>Mã bản trình</dt><dd>${vanTay.slice(0, 8)} <span class="mo">(phải giống mã ở trang vừa đọc và mã in trên trang sau khi đăng)</span></dd></div>
  </dl>`

export async function decide(visit: Visit, form: Form): Promise<Went | DeskPage> {
  const banTrinh = await readable(visit)
  const gate = gateOf(visit.options.payload, banTrinh.boSuuTap)
  const viec = form.text('viec') as keyof typeof VERBS
  if (COMMENTS.includes(viec)) return comment(visit, banTrinh, form)
  if (!Object.hasOwn(VERBS, viec)) throw refuse(issue('INVALID_VALUE', 'viec'))
  const act = async (more: Record<string, unknown>): Promise<Answer> =>
    ACTIONS[VERBS[viec]](await visit.own(), gate, banTrinh.taiLieu, { ...bodyOf(viec, form), banTrinh: banTrinh.id, ...more })
  if (!UNSIGNED.includes(viec) && (await mustSign(visit, form))) {
    const { text, seal } = await drafted(() => act({ nhap: true }))
    return signPage(
      visit,
      form,
      { at: `/lam-viec/doc/${banTrinh.id}`, about: about(viec, banTrinh), luc: seal.luc, sau: seal.sau!, challenge: challengeOf(text) },
      { form: null, refused: [] },
    )
  }
  const done = await act(UNSIGNED.includes(viec) ? {} : signedIn(form))
  const said = viec === 'tra-lai' || viec === 'tu-choi' ? viec : done.trangThai === 'daDang' ? 'dang' : done.trangThai === 'henGio' ? 'henGio' : 'buoc'
  return { to: `/lam-viec/doc/${banTrinh.id}?da=${said}` }
}
