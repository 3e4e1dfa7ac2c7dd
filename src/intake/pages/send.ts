/** `/gui-bai/<mã>`: who did what, when, pictures, who confirms it. */
import { field, summaryOf } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { Refused } from '../../messages/sentence.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { inFours } from '../../policy/text/inFours.ts'
import type { DotGui } from '../../facts/intake/calls.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { IntakePage } from '../draw/frame.ts'
import { formHead } from '../draw/head.ts'
import type { Staged } from '../staging.ts'

export type Kept = { word: string; staged: Staged }
/** `calls`: what the classes are asked for besides; `results`: of contests that are over. */
type Asked = {
  ma: string
  lop: string
  luc: string
  busy: boolean
  kept: readonly Kept[]
  film: number
  sent: Sent
  today: string
  calls: readonly Pick<DotGui, 'id' | 'ten' | 'den'>[]
  results: readonly { slug: string; ten: string }[]
}

const AGREED = [
  ['roi', 'Đã hỏi, người ấy (và cha mẹ, nếu là học sinh) đồng ý'],
  ['chua', 'Chưa hỏi'],
  ['khongRo', 'Chưa rõ'],
] as const

export function agreed({ form, refused }: Sent, legend = 'Người được kể có đồng ý cho kể tên, đăng ảnh không?'): Html {
  const chosen = form?.text('dongY') ?? ''
  const wrong = refused.filter((one) => one.field === 'dongY')
  return html`<fieldset id="o-dongY" tabindex="-1"${wrong.length > 0 && html` class="sai"`}>
    <legend>${legend} <span class="mo">(cần có)</span></legend>
    ${wrong.map((one) => html`<p class="loi">${one.message}</p>`)}
    ${AGREED.map(([value, label]) => html`<label class="chon-mot"><input type="radio" name="dongY" value="${value}"${chosen === value && html` checked`} />${label}</label>`)}
  </fieldset>`
}

const size = (bytes: number): string => (bytes < 100_000 ? 'dưới 0,1 MB' : `${(bytes / 1_000_000).toLocaleString('vi', { maximumFractionDigits: 1 })} MB`)

/** `film`: bytes of one film or recording. */
export const pictures = (
  kept: readonly Kept[],
  film: number,
  sent: Sent,
  required = false,
): Html => html`<div id="anh-da-giu" data-anh="${INTAKE.picturesEach}" data-mb="${film / 1_000_000}">
  <ul class="anh-gui">
    ${kept.map(({ word, staged }) => html`<li><label class="chon-mot"><input type="checkbox" name="giu" value="${word}" checked />${staged.name || 'Ảnh'} (${size(staged.size)}), đã nhận</label></li>`)}
  </ul>
  ${field({ name: 'anh', label: kept.length > 0 ? 'Thêm ảnh, phim' : required ? 'Ảnh, phim ngắn' : 'Ảnh, phim ngắn (nếu có)', required: required && kept.length === 0, hint: `Nhiều nhất ${INTAKE.picturesEach} tệp; mỗi ảnh không quá ${INTAKE.pictureBytes / 1_000_000} MB, mỗi phim không quá ${film / 1_000_000} MB (40 MB là khoảng nửa phút). Nên xin phép người có trong ảnh.`, type: 'file', accept: 'image/*,video/mp4,video/quicktime,audio/mpeg,audio/mp4,.heic,.mov,.m4a', multiple: true }, sent)}
</div>`

export const sendPage = ({ ma, lop, luc, busy, kept, film, sent, today, calls, results }: Asked): IntakePage => ({
  title: `Chuyện tốt của ${lop}`,
  main: html`${summaryOf(sent.refused)}${
    calls.length > 0 &&
    html`<div class="da-lam"><p>Đang xin các lớp:</p><ul>${calls.map((one) => html`<li><a href="/gui-bai/${ma}/dot/${one.id}">${one.ten}</a> (đến hết ngày ${day(`${one.den}T00:00:00Z`)})</li>`)}</ul></div>`
  }${
    results.length > 0 &&
    html`<p class="mo">Kết quả cuộc thi: ${results.map(({ slug, ten }, i) => html`${i > 0 && ' · '}<a href="/bai/${slug}">${ten}</a>`)}</p>`
  }
    <form method="post" action="/gui-bai/${ma}" enctype="multipart/form-data" data-gui="${ma}">
      ${formHead(luc, busy)}
      ${field({ name: 'ai', label: 'Ai đã làm việc tốt?', hint: 'Họ tên, lớp hoặc nơi ở (thôn, bản). Nhiều người thì ghi hết.', max: 120, required: true, autocomplete: 'off' }, sent)}
      ${field({ name: 'viec', label: 'Chuyện xảy ra thế nào?', hint: 'Kể như kể cho bạn nghe: ở đâu, làm gì, kết quả ra sao. Không ghi số điện thoại, địa chỉ nhà, điểm số.', rows: 8, required: true }, sent)}
      ${field({ name: 'ngay', label: 'Ngày nào?', type: 'date', value: today, required: true }, sent)}
      ${pictures(kept, film, sent)}
      ${agreed(sent)}
      ${field({ name: 'nguoiXacNhan', label: 'Thầy cô nào biết và xác nhận được?', hint: 'Thường là giáo viên chủ nhiệm.', max: 100, required: true }, sent)}
      ${field({ name: 'nguoiGui', label: 'Người gửi (không bắt buộc)', hint: 'Để hỏi lại khi cần. Không bao giờ hiện trên trang.', max: 100 }, sent)}
      <p class="hang"><button class="nut" type="submit">Gửi</button></p>
      <p class="mo">Bài chưa lên trang ngay: thầy cô đọc, hỏi lại nếu cần, rồi mới duyệt. Gửi xong em có một số biên nhận để xem bài đến đâu. Mã của lớp: ${inFours(ma)}.</p>
    </form>`,
})

/** Where nothing is taken now: why, and every word that was typed, to be copied. */
export const shutPage = (lop: string, form: Form, refused: readonly Refused[]): IntakePage => ({
  title: `Chuyện tốt của ${lop}`,
  main: html`${summaryOf(refused.map(({ field: _field, ...one }) => one))}
    <p>Chữ em gõ còn nguyên ở đây. Chép lại để gửi sau, hoặc gửi bằng mã mới.</p>
    <div class="o"><label for="o-da-go">Đã gõ</label><textarea id="o-da-go" rows="10" readonly>${['ai', 'viec', 'ngay', 'nguoiXacNhan', 'nguoiGui']
      .map((name) => form.text(name))
      .filter((text) => text !== '')
      .join('\n')}</textarea></div>
    <p><a href="/gui-bai">Gõ mã khác</a></p>`,
})
