/** /so-duyet: how anyone checks that what stands here is what was approved. Printed, it pins the record to a date. */
import { inFours } from '../../policy/text/inFours.ts'
import { say } from '../content/words.ts'
import { moment } from '../draw/dates.ts'
import { html, type Part } from '../draw/html.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

/** The newest row of the log and the key that signs verdicts. `luc` as an ISO instant. */
export type Head = { so: number; bam: string; luc: string; khoa: string }

/** The key of somebody's own device. `ma`: its name, 16 hexadecimal digits; `tu`: since when it signs, ISO. */
export type DeviceKey = { ten: string; chucVu: string; ma: string; tu: string }

const deviceKeys = (keys: readonly DeviceKey[]): Part =>
  keys.length > 0 &&
  html`<h2>Khoá ký của từng người</h2>
    <p>Người có quyền duyệt ký phiếu bằng thiết bị của mình. So mã khoá dưới đây với giấy đăng ký khoá có chữ ký, lưu ở hồ sơ đơn vị.</p>
    <div class="bang"><table class="khoi">
      <thead>
        <tr><th scope="col">Người</th><th scope="col">Mã khoá</th><th scope="col">Ký được từ</th></tr>
      </thead>
      <tbody>
        ${keys.map(({ ten, chucVu, ma, tu }) => html`<tr><td>${[chucVu, ten].filter(Boolean).join(' ')}</td><td data-nhan="Mã khoá"><code>${inFours(ma)}</code></td><td data-nhan="Ký được từ">${moment(tu)}</td></tr>`)}
      </tbody>
    </table></div>`

export const evidencePage = (site: Site, head: Head, keys: readonly DeviceKey[] = []): string =>
  layout(site, {
    title: 'Sổ duyệt',
    path: '/so-duyet',
    description: 'Cách kiểm tra nội dung trên trang đúng là nội dung đã được duyệt.',
    main: html`<div class="khung">
      <article class="bai">
        <h1>Sổ duyệt</h1>
        <p class="sa-po">Nội dung trên trang này chỉ được đăng sau khi người có thẩm quyền duyệt đúng nội dung đó. Bạn có thể tự kiểm tra.</p>
        <h2>Kiểm tra một bài</h2>
        <ol>
          <li>Cuối mỗi bài có dòng “Đã duyệt”. Mở dòng ấy để xem ai duyệt, lúc nào và mã nội dung (SHA-256).</li>
          <li>Chọn “nội dung đã duyệt, nguyên văn” và lưu tệp lại.</li>
          <li>Tính mã SHA-256 của tệp, ví dụ bằng lệnh <code>sha256sum</code>. Mã tính được phải trùng với mã ghi ở bài. Khác một dấu phẩy, mã sẽ khác.</li>
          <li>Đọc tệp và so với bài: chữ, tên ảnh và liên kết phải giống nhau.</li>
        </ol>
        <h2>Kiểm tra cả sổ</h2>
        <p>
          Mỗi việc trình, duyệt, trả lại, đăng, gỡ là một dòng trong sổ; mỗi dòng mang mã của dòng trước. Phiếu duyệt được ký bằng khoá của ${say(site.settings, '{truong}')}. ${say(site.settings, '{CoQuan}')}
          xuất sổ thành một tệp; ai cầm tệp cũng kiểm tra được mà không cần tin máy chủ.
        </p>
        <dl class="bang-trinh">
          <dt>Dòng mới nhất</dt>
          <dd>Số ${head.so}, lúc ${moment(head.luc)}</dd>
          <dt>Mã của dòng ấy</dt>
          <dd><code>${head.bam}</code></dd>
          <dt>Khoá công khai</dt>
          <dd><a href="/khoa-cong-khai.pem">khoa-cong-khai.pem</a>, mã khoá <code>${head.khoa}</code></dd>
        </dl>
        ${deviceKeys(keys)}
        <p>In trang này và cất đi: về sau, sổ không thể bị sửa lại quá khứ trước dòng số ${head.so} mà không lộ ra.</p>
      </article>
    </div>`,
  })
