/** `/gui-bai/xac-nhan/<mã>`: the form teacher reads what the class told, and says whether it is so. */
import { field, formPart, summaryOf } from '../../forms/field.ts'
import { sentTo, type Form, type Sent } from '../../forms/form.ts'
import type { Refused } from '../../messages/sentence.ts'
import type { TuNgu } from '../../presets/words.ts'
import type { SentPicture } from '../../facts/intake/sentPictures.ts'
import type { BaiGui } from '../../facts/intake/items.ts'
import { day } from '../../theme/draw/dates.ts'
import { html } from '../../theme/draw/html.ts'
import type { IntakePage } from '../draw/frame.ts'

/** `lines`: paragraphs of the story as it stood when the link was made. */
type Asked = { lines: readonly string[]; pictures: readonly SentPicture[] }
export const confirmPage = (item: BaiGui, { lines, pictures }: Asked, secret: string, luc: string, sent: Sent): IntakePage => ({
  title: 'Xác nhận chuyện lớp kể',
  main: html`${summaryOf(sent.refused)}
    <p>${item.tenDonVi} kể chuyện dưới đây và ghi rằng ${item.nguoiXacNhan} biết việc này. Nhờ thầy cô đọc, ghi họ tên rồi bấm xác nhận; chưa đúng thì ghi điều chưa đúng ở dưới.</p>
    <p><strong>${item.ai}</strong>, ngày ${day(`${item.ngayViec}T00:00:00Z`)}</p>
    <div class="hoi-dap">${lines.map((line) => html`<p>${line}</p>`)}</div>
    ${pictures.map(({ id, ten }, i) => html`<p><img src="/gui-bai/xac-nhan/${secret}/anh/${id}" alt="${`Ảnh ${i + 1} lớp gửi${ten === '' ? '' : `: ${ten}`}`}" loading="lazy" /></p>`)}
    ${item.xacNhan === null ? formPart(sent, `/gui-bai/xac-nhan/${secret}`, html`<input type="hidden" name="luc" value="${luc}" />${field({ name: 'hoTen', label: 'Họ và tên thầy cô', max: 100, required: true, autocomplete: 'name' }, sent)}`, 'Tôi xác nhận việc này là đúng') : html`<p class="da-lam" role="status">Đã có lời của ${item.xacNhan.ten}. Cảm ơn thầy cô.</p>`}
    ${item.xacNhan === null && html`<details class="them"${sent.form?.text('viec') === 'khong' && html` open`}><summary>Chưa đúng, hoặc tôi không biết việc này</summary>${formPart(sentTo(sent, 'khong', sent.form?.text('viec') === 'khong'), `/gui-bai/xac-nhan/${secret}`, html`<input type="hidden" name="luc" value="${luc}" /><input type="hidden" name="viec" value="khong" />${field({ name: 'hoTen', label: 'Họ và tên thầy cô', max: 100, required: true, autocomplete: 'name' }, sentTo(sent, 'khong', sent.form?.text('viec') === 'khong'))}${field({ name: 'lyDo', label: 'Điều chưa đúng', rows: 3, max: 1000, required: true }, sentTo(sent, 'khong', sent.form?.text('viec') === 'khong'))}`, 'Báo là chưa đúng')}</details>`}`,
})

/** The link holds no more: what was typed is shown, for whoever asked. */
export const lateConfirmPage = (form: Form, refused: readonly Refused[], { doan }: TuNgu): IntakePage => ({
  title: 'Liên kết xác nhận không dùng được nữa',
  main: html`${refused.map(({ message }) => html`<p class="loi">${message}</p>`)}
    <p>Liên kết đã quá hạn, hoặc bài đã được dùng hay đã gộp. Hãy nhắn ${doan} điều thầy cô muốn nói; chữ vừa gõ ở dưới.</p>
    <div class="hoi-dap">${[form.text('hoTen'), form.text('lyDo')].filter((text) => text !== '').map((text) => html`<p>${text}</p>`)}</div>`,
})

export const confirmedPage: IntakePage = { title: 'Đã ghi xác nhận', main: html`<p class="da-lam" role="status">Cảm ơn thầy cô. Có thể đóng trang này.</p>` }
