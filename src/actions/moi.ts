/**
 * moi (invite) and moi-lai (invite anew): an account without a password anybody typed. The link leaves after the commit, by
 * mail; where there is none, or the mail server does not take it, whoever invites is shown the link, once.
 */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { now } from '../database/clock.ts'
import { lockAccounts, readReachable, readStanding } from '../facts/accounts.ts'
import { actorOf } from '../facts/actor.ts'
import { noteShown, openInvitation, readInvited } from '../facts/invitations.ts'
import { deliverSoon, hasPost, linkTo } from '../facts/mail.ts'
import { demandProof } from '../facts/proof.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { MAILS } from '../messages/mails.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { accountState, askedFor, givenAtOnce, INVITATION_DAYS, inviteeOf, inviteIssues, provesAddress, resendIssues } from '../policy/people/invitation.ts'
import type { Actor } from '../policy/people/roles.ts'
import { confirmAccount, confirmActor } from '../record/authority/confirm.ts'
import { insertNhatKy, lastHashOf } from '../record/nhatKy.ts'
import { parseId } from './case.ts'
import { inTransaction } from './transaction.ts'
import { ghiXin } from './vaiTro.ts'

/** `lienKet`: only where no mail went out; it is told this once and kept nowhere. */
export type DaMoi = { nguoiDung: number; thuGui: boolean; lienKet: string | null }

export const NHAN_LOI = '/lam-viec/nhan-loi'
/** Read by the hook that mails invitations of accounts made by other ways. */
export const MOI = 'congTruongMoi'

type Opened = { id: number; email: string; hoTen: string; token: string }

function whoInvites(req: PayloadRequest): Actor {
  const actor = actorOf(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  return actor
}

/** After the commit: by mail, or shown. What is shown is first noted as such; where that fails, nothing is shown. */
export async function guiLoiMoi(req: PayloadRequest, actor: Pick<Actor, 'vaiTro'>, { id, email, hoTen, token }: Opened): Promise<DaMoi> {
  const { payload } = req
  // Behind the sign: no server, no proxy and no log in between sees the token.
  const lienKet = linkTo(req, `${NHAN_LOI}#${token}`)
  if (hasPost(payload) && (await deliverSoon(payload, email, MAILS.invitation(hoTen, lienKet)))) return { nguoiDung: id, thuGui: true, lienKet: null }
  await noteShown(req, id, token, provesAddress(actor, false))
  return { nguoiDung: id, thuGui: false, lienKet }
}

export async function moi(req: PayloadRequest, given: Record<string, unknown>): Promise<DaMoi> {
  const actor = whoInvites(req)
  const { person, issues } = inviteeOf(given)
  if (issues.length > 0) throw refuse(...issues)
  const opened = await inTransaction(req, async () => {
    await lockAccounts(req)
    const wrong = inviteIssues(actor, person, (await readQuyChe(req)).tenMienEmail)
    if (wrong.length > 0) throw refuse(...wrong)
    const taken = await query(req, sql`select 1 from nguoi_dung where email = ${person.email}`)
    if (taken.length > 0) throw refuse(issue('EMAIL_TAKEN', 'email', { email: person.email }))
    const { hoTen, email, chucVu, donVi, vaiTro } = person
    const data = { hoTen, email, chucVu, donVi, vaiTro: givenAtOnce(vaiTro), kichHoat: true } as never
    req.context[MOI] = true
    const made = await req.payload.create({ collection: 'nguoi-dung', data, depth: 0, overrideAccess: false, req })
    const id = Number(made.id)
    const token = await openInvitation(req, { nguoiDung: id, nguoiMoi: actor.id, xacNhan: provesAddress(actor, true) })
    const asked = askedFor(vaiTro)
    const bam = asked.length > 0 ? await ghiXin(req, actor, id, asked, 'Khi mời vào trang') : await lastHashOf(req, 'nguoi-dung', id)
    return { answer: { id, email, hoTen, token }, bam }
  })
  return guiLoiMoi(req, actor, opened)
}

export async function moiLai(req: PayloadRequest, rawId: unknown): Promise<DaMoi> {
  const actor = whoInvites(req)
  const id = parseId(rawId)
  const opened = await inTransaction(req, async () => {
    await lockAccounts(req)
    await confirmActor(req, actor)
    const person = id === null ? null : await readReachable(req, id)
    if (id === null || !person) throw refuse(issue('NOT_FOUND'))
    const { diaChiXacNhan, laNguoiDuyet } = await readStanding(req, id)
    const invited = (await readInvited(req, [id])).get(id) ?? null
    const issues = resendIssues(actor, { kichHoat: person.kichHoat, diaChiXacNhan, laNguoiDuyet }, accountState(person.kichHoat, invited, await now(req)))
    if (issues.length > 0) throw refuse(...issues)
    await confirmAccount(req, id)
    await demandProof(req, ['taoTaiKhoan'])
    const token = await openInvitation(req, { nguoiDung: id, nguoiMoi: actor.id, xacNhan: provesAddress(actor, true) })
    const bam = await insertNhatKy(req, { hanhDong: 'moi-lai', nguoi: actor, boSuuTap: 'nguoi-dung', taiLieu: id, chiTiet: { ngay: INVITATION_DAYS } })
    return { answer: { id, email: person.email, hoTen: person.hoTen, token }, bam }
  })
  return guiLoiMoi(req, actor, opened)
}
