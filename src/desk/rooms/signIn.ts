/** Signing in. Words typed before a session ended go along, and are shown again on the page they were typed on. */
import type { Refused } from '../../messages/sentence.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, summaryOf } from '../../forms/field.ts'
import { formOf } from '../../forms/read.ts'
import type { Form } from '../../forms/form.ts'
import type { DeskPage } from '../room.ts'

const KEPT = 'giu.'
/** Passwords are never kept. */
const NEVER_KEPT = ['matKhau', 'password']

/** Back to pages of the desk alone: an address elsewhere is nobody's way in. */
export const backTo = (raw: string): string => (/^\/lam-viec(\/[\w\-/]*)?(\?[\w=&-]*)?$/.test(raw) ? raw : '/lam-viec')

const hidden = (name: string, value: string): Html => html`<textarea hidden name="${name}">\n${value}</textarea>`

const keptIn = (form: Form): Part =>
  [...form.texts].filter(([name]) => !NEVER_KEPT.includes(name)).flatMap(([name, values]) => values.map((value) => hidden(`${KEPT}${name}`, value)))

/** What was kept of an earlier page, as that page's form; null where nothing was. */
export function keptForm(form: Form): Form | null {
  const kept = [...form.texts].filter(([name]) => name.startsWith(KEPT)).map(([name, values]): [string, readonly string[]] => [name.slice(KEPT.length), values])
  return kept.length > 0 ? formOf(new Map(kept)) : null
}

/** `lost`: a form sent by somebody whose session had ended. */
export function signInPage({ back, refused, form, lost }: { back: string; refused: readonly Refused[]; form: Form | null; lost: Form | null }): DeskPage {
  const sent = { form, refused }
  const kept = lost
    ? keptIn(lost)
    : form && [...form.texts].filter(([name]) => name.startsWith(KEPT)).flatMap(([name, values]) => values.map((v) => hidden(name, v)))
  return {
    title: 'Đăng nhập',
    status: lost ? 401 : refused.length > 0 ? 422 : 200,
    main: html`${lost && html`<p class="da-lam">Phiên đăng nhập đã hết. Những gì bạn vừa gõ vẫn còn: hãy đăng nhập để làm tiếp.</p>`}${summaryOf(refused)}
      <form method="post" action="/lam-viec/dang-nhap">
        <input type="hidden" name="ve" value="${back}" />${kept}${field(
          { name: 'email', label: 'Thư điện tử công vụ', type: 'email', autocomplete: 'username', required: true },
          sent,
        )}${field({ name: 'password', label: 'Mật khẩu', type: 'password', autocomplete: 'current-password', required: true }, sent)}
        <p class="hang"><button class="nut" type="submit">Đăng nhập</button></p>
      </form>
      <p><a href="/admin/forgot">Quên mật khẩu</a></p>`,
  }
}
