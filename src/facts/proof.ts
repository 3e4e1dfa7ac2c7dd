/** When the person of this session last proved who he is; a request without a session has proved nothing. */
import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refuse } from '../messages/refusal.ts'
import { needsProof, proofIssues, type Act } from '../policy/people/proof.ts'

const derive = promisify(pbkdf2)
/** How Payload keeps passwords; a form it may have one day is known to nobody here, and no password fits it. */
const CURRENT = /^pbkdf2-sha256-v1:([0-9a-f]{64})$/
const OLDER = /^([0-9a-f]{1024})$/

export const sessionOf = (req: PayloadRequest): string | null => {
  const sid = (req.user as { _sid?: unknown } | null)?._sid
  return typeof sid === 'string' ? sid : null
}

const text = (column: ReturnType<typeof sql>): ReturnType<typeof sql> => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export type Proven = { luc: string | null; now: string }

export async function readProof(req: PayloadRequest): Promise<Proven> {
  const rows = await query<{ luc: string | null; nay: string }>(
    req,
    sql`select (select ${text(sql`greatest(created_at, xac_nhan_luc)`)} from nguoi_dung_sessions
            where id = ${sessionOf(req)} and _parent_id = ${Number(req.user?.id ?? 0)}) as luc, ${text(sql`ct_nay()`)} as nay`,
  )
  return { luc: rows[0]?.luc ?? null, now: rows[0]!.nay }
}

/** Refuses acts that outlast the session where no young proof stands beside it. */
export async function demandProof(req: PayloadRequest, acts: readonly Act[]): Promise<void> {
  if (!needsProof(acts)) return
  const { luc, now } = await readProof(req)
  const issues = proofIssues(acts, luc, now)
  if (issues.length > 0) throw refuse(...issues)
}

export async function isPasswordOf(req: PayloadRequest, id: number, password: string): Promise<boolean> {
  const rows = await query<{ hash: string | null; salt: string | null }>(req, sql`select hash, salt from nguoi_dung where id = ${id} and kich_hoat`)
  const { hash, salt } = rows[0] ?? {}
  if (!hash || !salt) return false
  const current = CURRENT.exec(hash)
  const kept = current ?? OLDER.exec(hash)
  if (!kept) return false
  const [iterations, length] = current ? [600_000, 32] : [25_000, 512]
  return timingSafeEqual(await derive(password, salt, iterations, length, 'sha256'), Buffer.from(kept[1]!, 'hex'))
}

/** Marks this session; false where it is no longer there. */
export async function markProven(req: PayloadRequest): Promise<boolean> {
  const rows = await query(
    req,
    sql`update nguoi_dung_sessions set xac_nhan_luc = ct_nay() where id = ${sessionOf(req)} and _parent_id = ${Number(req.user?.id ?? 0)} returning 1`,
  )
  return rows.length === 1
}
