/**
 * Rule: a mailed link proves itself. Its seal is made with a key that is not in the database, over the account as it
 * stands: whoever writes a token into the database has no link, and a link is void once the password or address changed.
 */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { tokenDigest } from '../database/accountWrites.ts'
import { isAccountAsSealed } from '../record/authority/confirm.ts'

type Row = {
  id: number
  email: string
  email_moi: string | null
  hash: string | null
  salt: string | null
  han: string | null
  da_xac_nhan: boolean
  con_han?: boolean
}
type Use = 'dat-lai-mat-khau' | 'doi-dia-chi' | 'loi-moi'

export function seal(payload: Payload, use: Use, row: Row, more: readonly string[]): string {
  const key = Buffer.from(hkdfSync('sha256', payload.secret, '', use, 32))
  const password = createHash('sha256')
    .update(`${row.hash ?? ''}\n${row.salt ?? ''}`)
    .digest('hex')
  return createHmac('sha256', key)
    .update(JSON.stringify([row.id, row.han, password, ...more]))
    .digest('base64url')
}

export function sameSeal(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer]
  return timingSafeEqual(x, y)
}

const ROW = sql`id, email, email_moi, hash, salt, dia_chi_xac_nhan is not null as da_xac_nhan`

const readByToken = async (req: PayloadRequest, token: string): Promise<Row | undefined> =>
  (
    await query<Row>(
      req,
      sql`select ${ROW}, extract(epoch from reset_password_expiration)::text as han, reset_password_expiration > now() as con_han
          from nguoi_dung where reset_password_token = ${tokenDigest(token)}`,
    )
  )[0]

/** `<token>.<seal>`, as it is mailed; null where the token is nobody's. */
export async function resetToken(req: PayloadRequest, token: string): Promise<string | null> {
  const row = await readByToken(req, token)
  return row && (await isAccountAsSealed(req, Number(row.id))) ? `${token}.${seal(req.payload, 'dat-lai-mat-khau', row, [token, row.email])}` : null
}

export type ResetOwner = { id: number; email: string; isFirst: boolean; stored: string }

/** Whose password a mailed token may set, and what Payload finds that account by. */
export async function ownerOfReset(req: PayloadRequest, mailed: string): Promise<ResetOwner | null> {
  const [token = '', given = ''] = mailed.split('.')
  const row = await readByToken(req, token)
  if (!row?.con_han || !sameSeal(given, seal(req.payload, 'dat-lai-mat-khau', row, [token, row.email]))) return null
  if (!(await isAccountAsSealed(req, Number(row.id)))) return null
  return { id: Number(row.id), email: row.email, isFirst: !row.da_xac_nhan, stored: tokenDigest(token) }
}

const readWithNewAddress = async (req: PayloadRequest, id: number): Promise<Row | undefined> =>
  (
    await query<Row>(
      req,
      sql`select ${ROW}, extract(epoch from email_moi_han)::text as han from nguoi_dung
          where id = ${id} and email_moi is not null and email_moi_han > ct_nay() and kich_hoat`,
    )
  )[0]

/** What is mailed to the new address of an account; null where none waits. */
export async function addressToken(req: PayloadRequest, id: number): Promise<string | null> {
  const row = await readWithNewAddress(req, id)
  return row ? `${id}.${seal(req.payload, 'doi-dia-chi', row, [row.email, row.email_moi!])}` : null
}

export async function ownerOfAddress(req: PayloadRequest, mailed: string): Promise<{ id: number; email: string; emailMoi: string } | null> {
  const [account = '', given = ''] = mailed.split('.')
  if (!/^[1-9][0-9]{0,8}$/.test(account)) return null
  const row = await readWithNewAddress(req, Number(account))
  if (!row || !sameSeal(given, seal(req.payload, 'doi-dia-chi', row, [row.email, row.email_moi!]))) return null
  if (!(await isAccountAsSealed(req, Number(row.id)))) return null
  return { id: Number(row.id), email: row.email, emailMoi: row.email_moi! }
}
