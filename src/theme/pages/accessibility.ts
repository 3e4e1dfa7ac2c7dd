/** Khả năng tiếp cận: what works, what does not yet, and whom to tell. It promises nothing that is not built. */
import { say } from '../content/words.ts'
import { html, type Html } from '../draw/html.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'
import { phoneLink } from './phone.ts'

function contact({ settings }: Site): Html {
  const { email, dienThoai, diaChi } = settings ?? {}
  const office = say(settings, 'văn phòng {coQuan}')
  if (!email && !dienThoai && !diaChi) return html`<p>Hãy báo cho ${office}.</p>`
  return html`<p>Hãy báo cho ${office}, nói rõ bạn đang xem trang nào và gặp khó ở đâu:</p>
    <ul>
      ${email && html`<li>Thư điện tử: <a href="mailto:${email}">${email}</a></li>`}${dienThoai && html`<li>Điện thoại: ${phoneLink(dienThoai)}</li>`}${diaChi && html`<li>Đến trực tiếp: ${diaChi}</li>`}
    </ul>`
}

export const accessibilityPage = (site: Site): string =>
  layout(site, {
    title: 'Khả năng tiếp cận',
    path: '/tro-nang',
    description: 'Trang này dùng được thế nào với bàn phím, trình đọc màn hình, chữ to; gặp khó thì báo cho ai.',
    main: html`<div class="khung"><div class="cot-bai">
      ${breadcrumb([])}
      <article class="bai">
        <h1>Khả năng tiếp cận</h1>
        <p class="sa-po">Trang này được làm để ai cũng đọc được: trên điện thoại rẻ, mạng yếu, bằng bàn phím, bằng tai, với chữ to.</p>
        <h2>Những gì dùng được</h2>
        <ul>
          <li>Cả trang dùng được bằng bàn phím; chỗ đang đứng luôn có nền vàng.</li>
          <li>Trình đọc màn hình đọc được đề mục, các vùng của trang và bảng. Ảnh chỉ được đăng khi đã có lời tả.</li>
          <li>Phóng to bốn lần, chữ tự xuống dòng, không phải kéo ngang.</li>
          <li>Trang theo chế độ sáng hoặc tối của máy bạn; chữ luôn đủ tương phản với nền. Cuối mỗi trang có chỗ chọn cỡ chữ và màu khác.</li>
          <li>Không điều gì chỉ được nói bằng màu. Không có gì tự chạy, tự nháy hay tự phát tiếng.</li>
          <li>Trang không cần JavaScript. In ra giấy A4 vẫn đọc được và kèm địa chỉ các liên kết.</li>
        </ul>
        <p>Mức chúng tôi theo là WCAG 2.2, mức AA.</p>
        <h2>Những gì chưa tốt</h2>
        <ul>
          <li>Một số tệp PDF là bản quét: trình đọc màn hình không đọc được chữ trong đó. Bạn cần nội dung nào, văn phòng sẽ đọc hoặc gửi bản chữ.</li>
          <li>Tệp PDF của cơ quan khác được giữ nguyên như khi ban hành, ${say(site.settings, '{coQuan}')} không sửa.</li>
          <li>Trang của đơn vị khác, mở từ liên kết có dấu mũi tên, có thể không dễ dùng như trang này.</li>
        </ul>
        <h2>Gặp khó khăn, báo cho ai</h2>
        ${contact(site)}
      </article>
    </div></div>`,
  })
