/** One's own password: the old one proves who asks, the new one ends every other session. */
import { xacNhan } from '../../actions/xacNhan.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { Visit, Went } from '../room.ts'
import { ACCOUNT } from './sessions.ts'

export function passwordPart(sent: Sent): Html {
  const mine: Sent = sent.form?.text('viec') === 'mat-khau' ? { form: null, refused: sent.refused } : { form: null, refused: [], of: 'mat-khau' }
  const ask = (name: string, label: string, autocomplete: string, hint = ''): Html =>
    field({ name, label, type: 'password', autocomplete, required: true, ...(hint === '' ? {} : { hint }) }, mine)
  return html`<h2>Mật khẩu</h2>
    <details class="them"${mine.refused.length > 0 && html` open`}>
      <summary>Đổi mật khẩu</summary>
      <form method="post" action="${ACCOUNT}">
        ${ask('matKhauCu', 'Mật khẩu đang dùng', 'current-password')}${ask('password', 'Mật khẩu mới', 'new-password', 'Ít nhất 12 ký tự; một câu dễ nhớ là tốt nhất.')}${ask('matKhauLai', 'Gõ lại mật khẩu mới', 'new-password')}
        <p class="hang"><button class="nut" type="submit" name="viec" value="mat-khau">Đổi mật khẩu</button></p>
      </form>
    </details>`
}

export async function changePassword({ own, actor }: Visit, form: Form): Promise<Went> {
  const [old, next, again] = ['matKhauCu', 'password', 'matKhauLai'].map((name) => form.all(name)[0] ?? '') as [string, string, string]
  const empty = [...(old === '' ? [issue('MISSING_FIELD', 'matKhauCu')] : []), ...(next === '' ? [issue('MISSING_FIELD', 'password')] : [])]
  if (empty.length > 0) throw refuse(...empty)
  if (next !== again) throw refuse(issue('PASSWORDS_DIFFER', 'matKhauLai'))
  await xacNhan(await own(), old)
  const req = await own()
  await req.payload.update({ collection: 'nguoi-dung', id: actor.id, data: { password: next } as never, depth: 0, overrideAccess: false, req })
  return { to: `${ACCOUNT}?da=matKhau` }
}
