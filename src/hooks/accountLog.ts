/** Each change of authority on record, and what its owner is told of it. */
import type { CollectionAfterChangeHook } from 'payload'
import { MOI, NHAN_LOI } from '../actions/moi.ts'
import { afterCommit } from '../database/afterCommit.ts'
import { actorOf } from '../facts/actor.ts'
import { openInvitation } from '../facts/invitations.ts'
import { linkTo, sendMail } from '../facts/mail.ts'
import { MAILS } from '../messages/mails.ts'
import { credentialsOf } from '../record/authority/confirm.ts'
import { signChange } from '../actions/kyDoi.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { plainAccount, sameAccount, type AccountRow } from './accountRow.ts'
import { accepting, logNewPassword } from './passwords.ts'

export const logAccountChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const was = operation === 'create' ? null : plainAccount(previousDoc as AccountRow)
  const now = plainAccount(doc as AccountRow)
  if (was && sameAccount(doc as AccountRow, previousDoc as AccountRow)) return doc
  const row = await signChange(req, {
    hanhDong: operation === 'create' ? 'tao-tai-khoan' : 'doi-tai-khoan',
    nguoi: actorOf(req),
    boSuuTap: 'nguoi-dung',
    taiLieu: Number(doc.id),
    chiTiet: {
      vaiTro: { tu: [...(was?.vaiTro ?? [])], den: [...now.vaiTro] },
      kichHoat: { tu: was?.kichHoat ?? null, den: now.kichHoat },
      ten: { tu: was?.hoTen ?? null, den: now.hoTen },
      chucVu: { tu: was?.chucVu ?? null, den: now.chucVu },
      doiEmail: was !== null && was.email !== now.email,
      the: await credentialsOf(req, Number(doc.id)),
    },
  })
  await insertNhatKy(req, row)
  return doc
}

export const logOwnPassword: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await logNewPassword(req, Number(doc.id), accepting(req) ?? actorOf(req))
  return doc
}

/**
 * An account made by another way than the action (`src/actions/moi.ts`): its owner is invited all the same, by mail alone.
 * Where none goes out, whoever keeps accounts invites anew and is shown the link.
 */
export const inviteOwner: CollectionAfterChangeHook = async ({ doc, operation, req, context }) => {
  const actor = actorOf(req)
  if (operation !== 'create' || context.console === true || context[MOI] === true || !actor) return doc
  const { payload } = req
  const [id, email, hoTen] = [Number(doc.id), String(doc.email), String(doc.hoTen)]
  const token = await openInvitation(req, { nguoiDung: id, nguoiMoi: actor.id, xacNhan: true })
  await afterCommit(req, () => sendMail(payload, email, MAILS.invitation(hoTen, linkTo(req, `${NHAN_LOI}#${token}`))))
  return doc
}
