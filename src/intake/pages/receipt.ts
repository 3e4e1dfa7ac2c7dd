/** `/gui-bai/bien-nhan/<số>`: where it stands, in words; a question to the class and its answer. */
import { field, formPart, summaryOf } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import type { BaiGui, Hoi } from '../../facts/intake/items.ts'
import { receiptState, type Buoc } from '../../policy/intake/receipt.ts'
import { inFours } from '../../policy/text/inFours.ts'
import type { TuNgu } from '../../presets/words.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { IntakePage } from '../draw/frame.ts'

const SAYS: Record<Buoc, (tuNgu: TuNgu) => string> = {
  daNhan: ({ doan }) => `Đã nhận. ${capital(doan)} sẽ đọc.`,
  choTraLoi: ({ doan }) => `${doan} có câu hỏi cho lớp. Trả lời ở dưới thì bài đi tiếp.`,
  dangXem: ({ coQuan }) => `Bài đã được chọn và đang chờ ${coQuan} duyệt.`,
  dangSua: ({ doan }) => `${doan} đang sửa lại câu chữ rồi trình lại.`,
  daDuyet: () => 'Bài đã được duyệt, sắp lên trang.',
  daDang: () => 'Bài đã lên trang. Cảm ơn lớp!',
  daGo: () => 'Bài không còn trên trang.',
  khongDung: () => 'Bài này không dùng được lần này. Cảm ơn lớp đã gửi.',
  gop: () => 'Chuyện này đã có một bài khác kể; ảnh và lời kể của lớp được dùng chung vào bài ấy.',
}
const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)

const asked = ({ hoi, luc, traLoi, traLoiLuc }: Hoi): Html => html`<div class="hoi-dap">
  <p><strong>Hỏi (${moment(luc)}):</strong> ${hoi}</p>
  ${traLoi !== null && html`<p><strong>Lớp trả lời (${moment(traLoiLuc!)}):</strong> ${traLoi}</p>`}
</div>`

type Shown = { item: BaiGui; questions: readonly Hoi[]; luc: string; sent: Sent; tuNgu: TuNgu; fresh: boolean }

export function receiptPage({ item, questions, luc, sent, tuNgu, fresh }: Shown): IntakePage {
  const state = receiptState(item.standing)
  const open = questions.some(({ traLoi }) => traLoi === null)
  const at = `/gui-bai/bien-nhan/${item.so}`
  const answer: Part =
    open &&
    formPart(
      sent,
      at,
      html`<input type="hidden" name="luc" value="${luc}" />${field({ name: 'traLoi', label: 'Trả lời của lớp', hint: 'Muốn sửa lời kể thì viết lại ở đây.', rows: 6, required: true }, sent)}`,
      'Gửi trả lời',
    )
  return {
    title: fresh ? 'Đã nhận bài' : 'Bài của lớp đến đâu rồi',
    main: html`${summaryOf(sent.refused)}
      <div${fresh && html` data-xong="1"`}><p>Số biên nhận</p><p class="ma-lon">${inFours(item.so)}</p>
      <p>Hãy chép hoặc chụp lại số này. Mở <a href="${at}">trang này</a> bất cứ lúc nào để xem bài đến đâu.</p></div>
      <p class="da-lam" role="status">${capital(SAYS[state](tuNgu))}${state === 'daDang' && html` <a href="${item.standing.dang!}">Xem bài</a>`}</p>
      ${state === 'khongDung' && item.khongDung !== null && html`<p>Lý do: ${item.khongDung}</p>`}
      ${item.xacNhan !== null && item.xacNhan.khong === null && html`<p>Thầy cô đã xác nhận (${item.xacNhan.ten}).</p>`}
      ${questions.map(asked)}${answer}
      <p class="mo">${item.tenDonVi}, gửi lúc ${moment(item.luc)}: ${item.ai}.</p>`,
  }
}
