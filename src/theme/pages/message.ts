/** Pages that say why there is nothing here: 404, 410, 400, 429, 500, 503. */
import { say } from '../content/words.ts'
import { moment } from '../draw/dates.ts'
import { html, type Part } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

const message = (site: Site, path: string, title: string, body: Part): string =>
  layout(site, {
    title,
    path,
    noindex: true,
    main: html`<div class="khung">
      <div class="trong">
        ${hoaBan('hoa')}
        <h1>${title}</h1>
        ${body}
        <form class="tim" action="/tim-kiem" method="get" role="search" aria-label="Tìm theo từ">
          <label class="an" for="tim-trang">Từ cần tìm</label><input type="search" id="tim-trang" name="q" maxlength="100" /><button class="nut" type="submit">
            Tìm
          </button>
        </form>
        <p><a href="/">Về trang chủ</a></p>
      </div>
    </div>`,
  })

export const notFoundPage = (site: Site, path: string): string =>
  message(site, path, 'Không có trang này', html`<p>Địa chỉ có thể đã gõ sai, hoặc nội dung chưa được đăng. Hãy thử tìm theo vài từ trong tiêu đề.</p>`)

export const gonePage = (site: Site, path: string, ended: { ketThucLuc: string; lyDoGo: string }): string =>
  message(
    site,
    path,
    'Nội dung đã được gỡ',
    html`<p>Gỡ lúc ${moment(ended.ketThucLuc)}.</p>
      <div class="ghi-chu">
        <p><strong>Lý do:</strong> ${ended.lyDoGo}</p>
      </div>`,
  )

export const badRequestPage = (site: Site): string =>
  message(site, '/', 'Địa chỉ không đọc được', html`<p>Địa chỉ có ký tự hỏng. Hãy về trang chủ và đi tiếp từ đó.</p>`)

export const tooManyPage = (site: Site, seconds: number): string =>
  message(site, '/tim-kiem', 'Xin đợi một lát', html`<p>Có quá nhiều lượt tìm từ địa chỉ của bạn. Hãy thử lại sau ${seconds} giây.</p>`)

/** By this id whoever looks after the site finds what happened. */
const incident = (id: string | null): Part => id !== null && html`<p>Mã sự cố: <strong>${id}</strong></p>`

export const unavailablePage = (site: Site, id: string | null = null): string =>
  message(site, '/', 'Trang đang bận', html`<p>Máy chủ chưa trả lời được. Nội dung không bị mất; hãy thử lại sau ít phút.</p>${incident(id)}`)

export const failedPage = (site: Site, id: string | null = null): string =>
  message(
    site,
    '/',
    'Trang gặp lỗi',
    html`<p>Máy chủ gặp lỗi khi mở trang này. Nội dung không bị mất. Nếu lát nữa vẫn vậy, hãy báo ${say(site.settings, '{coQuan}')} và đọc mã sự cố.</p>
      ${incident(id)}`,
  )
