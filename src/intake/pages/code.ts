/** `/gui-bai`: the class's code, or the number of a receipt. */
import { field, formPart, summaryOf } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import type { TuNgu } from '../../presets/words.ts'
import { html } from '../../theme/draw/html.ts'
import type { IntakePage } from '../draw/frame.ts'

export const codePage = (sent: Sent, tuNgu: TuNgu): IntakePage => ({
  title: 'Gửi chuyện người tốt việc tốt',
  main: html`${summaryOf(sent.refused)}
    <p>Lớp em có bạn nhặt được của rơi trả lại, giúp cụ già, cứu bạn, chăm người ốm? Hãy kể lại ở đây. Không cần tài khoản, chỉ cần mã của lớp.</p>
    ${formPart(sent, '/gui-bai', field({ name: 'ma', label: 'Mã của lớp hoặc số biên nhận', hint: `Mã ở trên tờ áp phích của lớp. Chưa có thì hỏi ${tuNgu.doan}. Số biên nhận để xem bài đã gửi.`, max: 40, autocomplete: 'off', required: true }, sent), 'Tiếp tục')}`,
})
