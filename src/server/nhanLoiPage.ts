/** The page an invited person sets the first password on, drawn from data. It works without a script, then the code is pasted. */
import { createHash } from 'node:crypto'
import { MIN_PASSWORD } from '../policy/people/password.ts'
import { Html, html, styleFor } from '../theme/index.ts'

/** The link's code stands behind the sign, where no server sees it before it is sent. */
const SCRIPT = `
const ma = document.querySelector('input[name=ma]')
if (ma && !ma.value && location.hash.length > 20) ma.value = location.hash.slice(1)
if (ma && ma.value) ma.closest('p').hidden = true
history.replaceState(null, '', location.pathname)`
const OWN = `main{max-width:34rem;margin:6vh auto;padding:0 1rem}label{display:block;font-weight:600}input{font:inherit;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.45rem .7rem;min-height:2.75rem;width:100%}.loi{border-left:4px solid var(--nguy);padding:.2em 0 .2em 1em}`

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
export const NHAN_LOI_POLICY = [
  "default-src 'none'",
  `script-src ${source(SCRIPT)}`,
  `style-src ${styleFor(null).source} ${source(OWN)}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const frame = (title: string, main: Html): string =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${new Html(`<style>${styleFor(null).css}</style><style>${OWN}</style>`)}
      </head>
      <body>
        <main id="noi-dung">
          <h1>${title}</h1>
          ${main}
        </main>
        ${new Html(`<script>${SCRIPT}</script>`)}
      </body>
    </html>`.text

/** `ma`: the code as it was sent, put back into the form where only the password was refused. */
export const formPage = ({ ma = '', loi = null }: { ma?: string; loi?: string | null } = {}): string =>
  frame(
    'Đặt mật khẩu',
    html`${loi !== null && html`<p class="loi" role="alert" id="loi">${loi}</p>`}
      <p>Bạn được mời cùng làm trang thông tin điện tử này. Hãy tự đặt mật khẩu, chỉ mình bạn biết.</p>
      <form method="post" action="/lam-viec/nhan-loi" autocomplete="off">
        <p>
          <label for="ma">Mã trong liên kết (phần sau dấu #)</label>
          <input id="ma" name="ma" value="${ma}" maxlength="200" autocapitalize="none" spellcheck="false" required />
        </p>
        <p>
          <label for="mat-khau">Mật khẩu mới, ít nhất ${MIN_PASSWORD} ký tự</label>
          <input id="mat-khau" name="matKhau" type="password" autocomplete="new-password" minlength="${MIN_PASSWORD}" maxlength="200" required${loi !== null && html` aria-describedby="loi"`} />
        </p>
        <p>
          <label for="lai">Gõ lại mật khẩu</label>
          <input id="lai" name="lai" type="password" autocomplete="new-password" maxlength="200" required />
        </p>
        <p><button class="nut" type="submit">Đặt mật khẩu</button></p>
      </form>`,
  )

export const donePage = (email: string, lamViec: string): string =>
  frame(
    'Đã đặt mật khẩu',
    html`<p role="status">Từ nay bạn đăng nhập bằng địa chỉ <strong>${email}</strong> và mật khẩu vừa đặt. Liên kết này không dùng được nữa.</p>
      <p><a class="nut" href="${lamViec}">Đăng nhập</a></p>`,
  )
