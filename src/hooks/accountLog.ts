/** Each change of authority on record, and what its owner is told of it. */
import type { CollectionAfterChangeHook } from 'payload'
import { afterCommit } from '../database/afterCommit.ts'
import { actorOf } from '../facts/actor.ts'
import { linkTo, sendMail } from '../facts/mail.ts'
import { MAILS } from '../messages/mails.ts'
import { credentialsOf } from '../record/authority/confirm.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { plainAccount, sameAccount, type AccountRow } from './accountRow.ts'
import { logNewPassword } from './passwords.ts'

const INVITATION_MS = 72 * 3_600_000

export const logAccountChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const was = operation === 'create' ? null : plainAccount(previousDoc as AccountRow)
  const now = plainAccount(doc as AccountRow)
  if (was && sameAccount(doc as AccountRow, previousDoc as AccountRow)) return doc
  await insertNhatKy(req, {
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
  return doc
}

export const logOwnPassword: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await logNewPassword(req, Number(doc.id))
  return doc
}

/** After the commit: before it nobody else, Payload's own reset included, can see the account. */
export const inviteOwner: CollectionAfterChangeHook = async ({ doc, operation, req, context }) => {
  if (operation !== 'create' || context.console === true) return doc
  const { payload } = req
  const email = String(doc.email)
  await afterCommit(req, async () => {
    // overrideAccess: the person invited has no session; a request of its own, for this one's transaction is over.
    const token = await payload.forgotPassword({
      collection: 'nguoi-dung',
      data: { email },
      disableEmail: true,
      expiration: INVITATION_MS,
      overrideAccess: true,
    })
    sendMail(payload, email, MAILS.invitation(String(doc.hoTen), linkTo(req, `/admin/reset/${token}`)))
  })
  return doc
}
