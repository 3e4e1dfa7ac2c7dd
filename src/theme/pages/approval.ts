/** Who approved exactly these words, and how a reader checks it: at the foot of every page made of one edition. */
import { moment } from '../draw/dates.ts'
import type { Edition } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import type { Site } from './site.ts'

export function approvalLine(site: Site, e: Edition<unknown>): Html {
  const who = [e.duyet.chucVu, e.duyet.hoTen].filter(Boolean).join(' ')
  const by = e.duyet.uyQuyen && ` (theo uỷ quyền số ${e.duyet.uyQuyen})`
  return html`<details class="da-duyet">
    <summary>${e.khanDen ? 'Đăng khẩn' : 'Đã duyệt'}: ${who}${by} – ${moment(e.duyet.luc)} – mã ${e.vanTay.slice(0, 8)}</summary>
    ${
      e.khanDen
        ? html`<p>Người có tên ở trên quyết định đăng ngay nội dung này. Người duyệt khác chưa xác nhận.</p>`
        : html`<p>Người có tên ở trên đã đọc và duyệt đúng nội dung này trước khi đăng. Nếu một chữ thay đổi, mã sẽ khác và bài phải được duyệt lại.</p>`
    }${e.motLanhDao && html`<p>Ngoại lệ đơn vị có một lãnh đạo: người duyệt cũng góp phần viết nội dung này.</p>`}
    <p>Mã đầy đủ (SHA-256): <code>${e.vanTay}</code></p>
    <p>Bản gốc để kiểm tra: <a href="/ban-goc/${e.vanTay}">nội dung đã duyệt, nguyên văn</a>.${site.soDuyet && html` Cách kiểm tra: <a href="/so-duyet">sổ duyệt</a>.`}</p>
  </details>`
}

export const emergencyNote = (e: Edition<unknown>): Html | null =>
  e.khanDen === null
    ? null
    : html`<div class="ghi-chu">
        <p><strong>Thông tin khẩn.</strong> Chưa có người thứ hai xác nhận; nếu đến ${moment(e.khanDen)} chưa được xác nhận, bài sẽ rời khỏi trang.</p>
      </div>`

/** When what stands here now replaced what stood here on another day. */
export const updatedNote = (e: Edition<unknown>): Html | null =>
  e.lan > 1 && e.createdAt.slice(0, 10) !== e.dangLanDau.slice(0, 10) ? html`<p class="mo">Cập nhật lúc ${moment(e.createdAt)}.</p>` : null
