/** Where this person is signed in; each may be ended, the others at once. */
import { endSessionNamed, endSessions, openSessions, type Session } from '../../database/sessions.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { PayloadRequest } from 'payload'
import type { Form } from '../../forms/form.ts'
import type { Visit, Went } from '../room.ts'

export const ACCOUNT = '/lam-viec/tai-khoan'
const sidOf = (req: PayloadRequest): string | null => (req.user as { _sid?: string } | null)?._sid ?? null

const row = ({ ma, tu, den, thietBi, nay }: Session): Html =>
  html`<li>
    <span><strong>${thietBi ?? 'Thiết bị không rõ'}</strong>${nay && ' (bạn đang dùng)'}</span>
    <span class="nho">đăng nhập ${moment(tu)}, tự hết lúc ${moment(den)} nếu không dùng</span>${
      !nay &&
      html`<form method="post" action="${ACCOUNT}"><input type="hidden" name="phien" value="${ma}" /><button class="nut phu" type="submit" name="viec" value="ket-thuc">Thoát ở đây</button></form>`
    }
  </li>`

export async function sessionsPart({ own, actor }: Visit): Promise<Html> {
  const req = await own()
  const open = await openSessions(req, actor.id, sidOf(req))
  return html`<h2 id="phien">Đang đăng nhập ở</h2>
    <ul class="viec">
      ${open.map(row)}
    </ul>
    ${open.length > 1 && html`<form method="post" action="${ACCOUNT}"><p class="hang"><button class="nut phu" type="submit" name="viec" value="ket-thuc-het">Thoát ở mọi nơi khác</button></p></form>`}`
}

export async function endThem({ own, actor }: Visit, form: Form): Promise<Went> {
  const req = await own()
  if (form.text('viec') === 'ket-thuc-het') await endSessions(req, actor.id, sidOf(req))
  else await endSessionNamed(req, actor.id, form.text('phien'))
  return { to: `${ACCOUNT}?da=phien#phien` }
}
