/**
 * Rule: sharing tells nobody who reads what. These are plain links; nothing of Facebook's or Zalo's is fetched, and
 * where a link leads, neither the reader's page nor this window is told of.
 */
import { html, type Html } from '../draw/html.ts'

const facebook = (url: string): string => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`
/** The page that Zalo's own share button opens; the address goes in as Base64 of a small JSON object. */
const zalo = (url: string): string =>
  `https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&d=${encodeURIComponent(Buffer.from(JSON.stringify({ url })).toString('base64'))}&shareType=0`
const mail = (url: string, title: string): string => `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`

export const shareLinks = (url: string, title: string): Html =>
  html`<section class="muc chia-se" aria-labelledby="chia-se">
    <h2 id="chia-se">Chia sẻ</h2>
    <ul class="the">
      <li><a href="${facebook(url)}" rel="noopener nofollow noreferrer">Facebook</a></li>
      <li><a href="${zalo(url)}" rel="noopener nofollow noreferrer">Zalo</a></li>
      <li><a href="${mail(url, title)}">Thư điện tử</a></li>
    </ul>
    <p><label for="dia-chi-bai">Địa chỉ để chép</label><input id="dia-chi-bai" type="text" value="${url}" readonly /></p>
    <p class="mo">Chia sẻ bằng liên kết, đừng chép riêng ảnh hay cắt lời: trong bài có người đã đồng ý cho trang này, chưa chắc cho nơi khác.</p>
    <p class="mo">Để in bài, dùng lệnh In của trình duyệt: bản in có nguồn và dòng duyệt.</p>
  </section>`
