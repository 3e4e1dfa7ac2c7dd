/** The frame of every page of the desk: crest, the institution's name, the person's, a few words of menu. */
import { formPage, type Drawn } from '../../forms/page.ts'
import type { Settings } from '../../theme/content/edition.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
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

export const frame = ({ settings, hoTen, title, main, wide }: Framed): Drawn =>
  formPage({
    settings,
    title,
    main,
    wide,
    unnamed: 'Bàn làm việc',
    css: deskCss,
    script: SCRIPT.path,
    icon: '/favicon.svg',
    header: (school, crest) => html`<header class="ban">
      <a class="ten" href="/lam-viec">${crest}<span>${school}${hoTen !== null && html`<br /><small>${hoTen}</small>`}</span></a>
      ${hoTen !== null && menu}
    </header>`,
  })
