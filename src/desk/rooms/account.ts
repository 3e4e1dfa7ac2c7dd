/** One's own account: how one is told, where one is signed in, the password. */
import { refuse } from '../../messages/refusal.ts'
import { chooseWay, chosenWay } from '../../notices/store.ts'
import { CACH_BAO, type CachBao } from '../../policy/notices/mail.ts'
import { issue } from '../../policy/issues.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { codeAct, codePart, setUp } from '../account/code.ts'
import { keysAct, keysPart } from '../account/keys.ts'
import { changePassword, passwordPart } from '../account/password.ts'
import { ACCOUNT, endThem, sessionsPart } from '../account/sessions.ts'
import type { Room, Visit } from '../room.ts'

const WAYS: Record<CachBao, string> = {
  ngay: 'Gửi thư ngay khi có việc',
  tongHop: 'Gộp thành một thư mỗi sáng (6 giờ 30)',
  khong: 'Không gửi thư, tôi xem ở trang này',
}

async function waysPart({ own, actor }: Visit): Promise<Html> {
  const chosen = await chosenWay(await own(), actor.id)
  return html`<h2>Nhận thông báo qua thư</h2>
    <form method="post" action="${ACCOUNT}">
      ${CACH_BAO.map((cach) => html`<div class="chon"><input type="radio" name="cach" id="o-cach-${cach}" value="${cach}"${cach === chosen && html` checked`} /><label for="o-cach-${cach}">${WAYS[cach]}</label></div>`)}
      <p class="mo">Việc khẩn luôn được gửi ngay.</p>
      <p class="hang"><button class="nut" type="submit" name="viec" value="cach-bao">Lưu</button></p>
    </form>`
}

export const account: Room = {
  path: ACCOUNT,
  // What was typed wrong is asked again where it was typed.
  draw: async (visit, sent) =>
    sent.form?.text('viec') === 'ma-dung'
      ? setUp(visit, sent)
      : {
          title: 'Tài khoản của tôi',
          main: html`<p>${visit.actor.hoTen}${visit.actor.chucVu !== '' && html` <span class="mo">${visit.actor.chucVu}</span>`}</p>
      ${await waysPart(visit)}${await keysPart(visit)}${await codePart(visit, sent)}${await sessionsPart(visit)}${passwordPart(sent)}`,
        },
  act: async (visit, form) => {
    switch (form.text('viec')) {
      case 'cach-bao': {
        const cach = CACH_BAO.find((one) => one === form.text('cach'))
        if (!cach) throw refuse(issue('INVALID_VALUE', 'cach'))
        await chooseWay(await visit.own(), visit.actor.id, cach)
        return { to: `${ACCOUNT}?da=luu` }
      }
      case 'ket-thuc':
      case 'ket-thuc-het':
        return endThem(visit, form)
      case 'mat-khau':
        return changePassword(visit, form)
      default: {
        const went = (await keysAct(visit, form)) ?? (await codeAct(visit, form))
        if (went === null) throw refuse(issue('INVALID_VALUE', 'viec'))
        return went
      }
    }
  },
}
