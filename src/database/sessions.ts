/**
 * Rule: a session is a row, changed by one statement: never a list that was read, changed and written back. Two people
 * of one account sign in at one moment and both are in; what was signed out stays out. Hours are the database's.
 */
import { AuthenticationError, type PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { IDLE_HOURS, LONGEST_HOURS } from '../policy/people/session.ts'
import { query, sql } from './sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/**
 * Only for the password that was judged: one that was changed, or an account that was closed, while this sign-in was on
 * its way begins nothing. The row is held, so that the change comes before this or ends it after.
 * What ended long ago goes with the next sign-in of the same account.
 */
export async function beginSession(req: Req, account: number, sid: string, hash: string | null, thietBi: string | null): Promise<void> {
  const rows = await query(
    req,
    sql`with ended as (delete from nguoi_dung_sessions where _parent_id = ${account} and expires_at < ct_nay() - interval '1 day'),
          judged as (select id from nguoi_dung where id = ${account} and hash = ${hash} and kich_hoat for no key update)
        insert into nguoi_dung_sessions (_order, _parent_id, id, created_at, expires_at, thiet_bi)
        select 1, id, ${sid}, ct_nay(), ct_nay() + make_interval(hours => ${IDLE_HOURS}), ${thietBi} from judged returning 1`,
  )
  if (rows.length === 0) throw new AuthenticationError()
}

/** Held until the renewal is committed: a sign-out at the same moment comes before it or after it. */
export async function holdSession(req: Req, account: number, sid: string): Promise<boolean> {
  const rows = await query(
    req,
    sql`select 1 from nguoi_dung_sessions where id = ${sid} and _parent_id = ${account} and expires_at > ct_nay()
          and created_at > ct_nay() - make_interval(hours => ${LONGEST_HOURS}) for update`,
  )
  return rows.length === 1
}

export async function renewSession(req: Req, account: number, sid: string): Promise<void> {
  const rows = await query(
    req,
    sql`update nguoi_dung_sessions
        set expires_at = least(ct_nay() + make_interval(hours => ${IDLE_HOURS}), created_at + make_interval(hours => ${LONGEST_HOURS}))
        where id = ${sid} and _parent_id = ${account} and expires_at > ct_nay() and created_at > ct_nay() - make_interval(hours => ${LONGEST_HOURS})
        returning 1`,
  )
  if (rows.length === 0) throw refuse(issue('UNAUTHENTICATED'))
}

/** Seconds that are left of a session; none where it is not there. */
export async function secondsLeft(req: Req, sid: string): Promise<number> {
  const rows = await query<{ giay: number }>(
    req,
    sql`select floor(extract(epoch from expires_at - ct_nay()))::int as giay from nguoi_dung_sessions where id = ${sid}`,
  )
  return Math.max(0, rows[0]?.giay ?? 0)
}

export async function endSession(req: Req, account: number, sid: string): Promise<void> {
  await query(req, sql`delete from nguoi_dung_sessions where id = ${sid} and _parent_id = ${account}`)
}

export async function endSessions(req: Req, account: number, except: string | null = null): Promise<void> {
  await query(req, sql`delete from nguoi_dung_sessions where _parent_id = ${account} and id is distinct from ${except}`)
}

/** `ma`: names a session to its person, and opens nothing: the id itself never leaves. */
export type Session = { ma: string; tu: string; den: string; thietBi: string | null; nay: boolean }

const MA = sql.raw(`left(encode(sha256(convert_to('ct:phien:' || id, 'UTF8')), 'hex'), 16)`)
const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)

/** Those that are open, the newest first. */
export async function openSessions(req: Req, account: number, own: string | null): Promise<Session[]> {
  const rows = await query<{ ma: string; tu: string; den: string; thiet_bi: string | null; nay: boolean }>(
    req,
    sql`select ${MA} as ma, to_char(created_at at time zone 'UTC', ${ISO}) as tu, to_char(expires_at at time zone 'UTC', ${ISO}) as den, thiet_bi, id is not distinct from ${own} as nay
        from nguoi_dung_sessions where _parent_id = ${account} and expires_at > ct_nay() order by created_at desc limit 50`,
  )
  return rows.map(({ thiet_bi: thietBi, ...row }) => ({ ...row, thietBi }))
}

/** Ends one of this account's own; answers whether it was there. */
export async function endSessionNamed(req: Req, account: number, ma: string): Promise<boolean> {
  return (await query(req, sql`delete from nguoi_dung_sessions where _parent_id = ${account} and ${MA} = ${ma} returning 1`)).length > 0
}
