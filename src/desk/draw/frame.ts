/** The frame of every page of the desk: crest, the institution's name, the person's, a few words of menu. */
import type { Settings } from '../../theme/content/edition.ts'
import { publicFile } from '../../theme/content/edition.ts'
import { html, Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { picture } from '../../theme/draw/pictures.ts'
import { styleFor } from '../../theme/style/index.ts'
import { SCRIPT } from '../script/index.ts'
import { deskCss } from './style.ts'

export type Framed = { settings: Settings | null; hoTen: string | null; title: string; main: Part; wide?: true }

const MENU = [
  ['/lam-viec', 'Việc của tôi'],
  ['/lam-viec/hop-thu', 'Thông báo'],
  ['/lam-viec/lich', 'Lịch'],
  ['/lam-viec/tai-khoan', 'Tài khoản'],
] as const
const SELDOM = [
  ['/lam-viec/huong-dan', 'Hướng dẫn'],
  ['/admin', 'Trang quản trị'],
  ['/', 'Xem trang'],
] as const

const links = (places: readonly (readonly [string, string])[]): Html[] => places.map(([path, name]) => html`<a href="${path}">${name}</a>`)
const menu: Html = html`<nav aria-label="Bàn làm việc">
    ${links(MENU)}<details>
      <summary>Khác</summary>
      <div>${links(SELDOM)}<form method="post" action="/lam-viec/dang-xuat"><button type="submit">Thoát</button></form></div>
    </details>
  </nav>`

export function frame({ settings, hoTen, title, main, wide }: Framed): { text: string; style: string } {
  const style = styleFor(settings, { css: deskCss })
  const school = settings?.tenTruong ?? 'Bàn làm việc'
  const crest = settings?.bieuTrung ? picture({ ...settings.bieuTrung, altText: '' }, publicFile, '2.2rem', 'beside') : hoaBan('hoa')
  const text = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${school}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="${SCRIPT.path}" defer></script>
        ${new Html(`<style>${style.css}</style>`)}
      </head>
      <body>
        <a class="bo-qua" href="#noi-dung">Tới nội dung chính</a>
        <header class="ban">
          <a class="ten" href="/lam-viec">${crest}<span>${school}${hoTen !== null && html`<br /><small>${hoTen}</small>`}</span></a>
          ${hoTen !== null && menu}
        </header>
        <main id="noi-dung" class="lam${wide ? ' rong' : ''}">
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html>`.text
  return { text, style: style.source }
}
