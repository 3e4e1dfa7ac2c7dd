/** Rule: a new address takes effect only by a link sent to it, and the old one is told. */
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { afterCommit } from '../database/afterCommit.ts'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { linkTo, sendMail } from '../facts/mail.ts'
import { addressToken } from '../facts/mailedLinks.ts'
import { MAILS } from '../messages/mails.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import type { AccountRow } from './accountRow.ts'

const TERM_MS = 72 * 3_600_000

/** What was sent as the address becomes the one that waits; the old one stays. */
export async function awaitNewAddress(req: PayloadRequest, data: AccountRow, email: string): Promise<AccountRow> {
  if (data.email === undefined || data.email === email) return data
  const taken = await query(req, sql`select 1 from nguoi_dung where email = ${data.email}`)
  if (taken.length > 0) throw refuse(issue('INVALID_VALUE', 'email'))
  const emailMoiHan = new Date(Date.parse(await now(req)) + TERM_MS).toISOString()
  return { ...data, email, emailMoi: data.email, emailMoiHan }
}

export const logNewAddress: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const { emailMoi, emailMoiHan, email, hoTen } = doc as AccountRow
  const before = previousDoc as AccountRow | undefined
  if (operation !== 'update' || !emailMoi || (emailMoi === before?.emailMoi && emailMoiHan === before.emailMoiHan)) return doc
  const id = Number(doc.id)
  await insertNhatKy(req, { hanhDong: 'yeu-cau-doi-dia-chi', nguoi: actorOf(req), boSuuTap: 'nguoi-dung', taiLieu: id, chiTiet: {} })
  const token = await addressToken(req, id)
  await afterCommit(req, () => {
    // Behind the sign: no server and no page in between sees the token.
    if (token) sendMail(req.payload, emailMoi, MAILS.newAddress(String(hoTen), linkTo(req, `/api/nguoi-dung/xac-nhan-dia-chi#${token}`)))
    sendMail(req.payload, String(email), MAILS.addressAsked(String(hoTen), emailMoi))
  })
  return doc
}
