/**
 * Codes of an authenticator application. The secret is kept encrypted with a key outside the database; a code is used once; a
 * wrong one counts like a wrong password.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { sessionOf } from './proof.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { codeTyped, recoveryCode, recoveryDigest, stepOf } from '../policy/people/totp.ts'
import { hourOf } from '../policy/time/hanoi.ts'
import { runtimeOf } from '../runtime.ts'

const keyOf = (req: PayloadRequest): Buffer => Buffer.from(hkdfSync('sha256', req.payload.secret, '', 'ct:ma-xac-nhan', 32))

/** `whose`: a number, or a number and the session in which the secret is being set up. */
function sealed(req: PayloadRequest, whose: string, secret: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(req), iv).setAAD(Buffer.from(whose))
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64')
}
/** Null where it was sealed for somebody else, or with another key. */
function opened(req: PayloadRequest, whose: string, text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(req), bytes.subarray(0, 12)).setAAD(Buffer.from(whose)).setAuthTag(bytes.subarray(-16)) // prettier-ignore
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
  } catch {
    return null
  }
}

type Row = { bi_mat: string; dung_tu: string | null; buoc_cuoi: unknown }
const rowOf = async (req: PayloadRequest, nguoi: number): Promise<Row | undefined> =>
  (await query<Row>(req, sql`select bi_mat, dung_tu::text, buoc_cuoi from ma_xac_nhan where nguoi = ${nguoi} for update`))[0]

export const hasCode = async (req: PayloadRequest, nguoi: number): Promise<boolean> =>
  (await query(req, sql`select 1 from ma_xac_nhan where nguoi = ${nguoi} and dung_tu is not null`)).length > 0

const inSession = (req: PayloadRequest, nguoi: number): string => `${nguoi}:${sessionOf(req)}`

/** The secret that is being set up: made once a session, and shown there until the first right code. */
export async function secretToSetUp(req: PayloadRequest, nguoi: number): Promise<Buffer> {
  const row = await rowOf(req, nguoi)
  const known = row && row.dung_tu === null ? opened(req, inSession(req, nguoi), row.bi_mat) : null
  if (known) return known
  if (row?.dung_tu) throw refuse(issue('WRONG_STATE'))
  const secret = randomBytes(20)
  await query(
    req,
    sql`insert into ma_xac_nhan (nguoi, bi_mat) values (${nguoi}, ${sealed(req, inSession(req, nguoi), secret)})
        on conflict (nguoi) do update set bi_mat = excluded.bi_mat where ma_xac_nhan.dung_tu is null`,
  )
  return secret
}

/** Slows down whoever guesses, for this account alone. */
async function spend(req: PayloadRequest, nguoi: number): Promise<void> {
  await runtimeOf(req.payload).proofs.consume(`ma:${nguoi}`).catch((spent: { msBeforeNext?: number }) => {
      if (spent instanceof Error) throw spent
      throw refuse(issue('TOO_MANY', undefined, { giay: Math.ceil((spent.msBeforeNext ?? 60_000) / 1000) }))
    }) // prettier-ignore
}

/** With the key outside the database: whoever writes into it makes no code. */
const digestOf = (req: PayloadRequest, nguoi: number, code: string): string =>
  createHmac('sha256', keyOf(req)).update(recoveryDigest(nguoi, code)).digest('hex')

async function useRecovery(req: PayloadRequest, nguoi: number, typed: string): Promise<boolean> {
  const rows = await query(
    req,
    sql`update ma_du_phong set dung_luc = ct_nay() where nguoi = ${nguoi} and bam = ${digestOf(req, nguoi, typed)} and dung_luc is null returning 1`,
  )
  return rows.length > 0
}

/** From when a code that is set up and does not count yet will, ISO; null where it counts, and where there is none. */
export async function waitsUntil(req: PayloadRequest, nguoi: number): Promise<string | null> {
  const [row] = await query<{ tu: Date | string }>(req, sql`select dung_tu as tu from ma_xac_nhan where nguoi = ${nguoi} and dung_tu > ct_nay()`)
  return row ? new Date(row.tu).toISOString() : null
}

async function demandItCounts(req: PayloadRequest, nguoi: number): Promise<void> {
  const luc = await waitsUntil(req, nguoi)
  if (luc !== null) throw refuse(issue('CODE_WAITS', undefined, { luc: hourOf(luc) }))
}

/** `waitMs`: how long after it was set up it begins to count. */
export type Starting = { waitMs: number }

/** Refuses a wrong or used code, and one that does not count yet. `starting`: the first right one sets it up. */
export async function demandCode(req: PayloadRequest, nguoi: number, typed: unknown, starting: Starting | null = null): Promise<void> {
  await spend(req, nguoi)
  const row = await rowOf(req, nguoi)
  if (!starting) await demandItCounts(req, nguoi)
  const whose = starting ? inSession(req, nguoi) : String(nguoi)
  const secret = row && (row.dung_tu === null) === (starting !== null) ? opened(req, whose, row.bi_mat) : null
  if (!row || !secret) throw refuse(issue('WRONG_CODE', 'ma'))
  const code = codeTyped(typed)
  if (code === null) {
    if (!starting && typeof typed === 'string' && (await useRecovery(req, nguoi, typed)))
      return void (await runtimeOf(req.payload).proofs.delete(`ma:${nguoi}`))
    throw refuse(issue('WRONG_CODE', 'ma'))
  }
  const step = stepOf(secret, code, Date.parse(await now(req)), Number(row.buoc_cuoi))
  if (step === null) throw refuse(issue('WRONG_CODE', 'ma'))
  // Of two that send one code at the same moment one is too late.
  const used = await query(
    req,
    sql`update ma_xac_nhan set buoc_cuoi = ${step}, dung_tu = coalesce(dung_tu, ct_nay() + ${starting?.waitMs ?? 0} * interval '1 millisecond'), bi_mat = ${sealed(req, String(nguoi), secret)} where nguoi = ${nguoi} and buoc_cuoi < ${step} returning 1`,
  )
  if (used.length === 0) throw refuse(issue('WRONG_CODE', 'ma'))
  await runtimeOf(req.payload).proofs.delete(`ma:${nguoi}`)
}

const RECOVERY = 10
/** Ten new ones, shown once; those before are no more. */
export async function newRecoveryCodes(req: PayloadRequest, nguoi: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY }, () => recoveryCode(randomBytes(10)))
  const digests = codes.map((code) => digestOf(req, nguoi, code))
  await query(
    req,
    sql`with gone as (delete from ma_du_phong where nguoi = ${nguoi} and bam not in ${digests})
        insert into ma_du_phong (nguoi, bam) select ${nguoi}, value from jsonb_array_elements_text(${JSON.stringify(digests)}::jsonb) on conflict do nothing`,
  )
  return codes
}

export async function recoveryLeft(req: PayloadRequest, nguoi: number): Promise<number> {
  const [row] = await query<{ n: number }>(req, sql`select count(*)::int as n from ma_du_phong where nguoi = ${nguoi} and dung_luc is null`)
  return row!.n
}

export async function dropCode(req: PayloadRequest, nguoi: number): Promise<void> {
  await query(req, sql`with codes as (delete from ma_du_phong where nguoi = ${nguoi}) delete from ma_xac_nhan where nguoi = ${nguoi}`)
}
