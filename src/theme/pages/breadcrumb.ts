import { html, type Html } from '../draw/html.ts'

/** One step above this page; without a path it is only named. */
export type Crumb = { ten: string; duongDan?: string | null }

/** The way from the home page to this one, which is not repeated. */
export const breadcrumb = (steps: readonly Crumb[]): Html =>
  html`<nav class="duong-di" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li>${steps.map((s) => html`<li>${s.duongDan ? html`<a href="${s.duongDan}">${s.ten}</a>` : s.ten}</li>`)}</ol></nav>`
