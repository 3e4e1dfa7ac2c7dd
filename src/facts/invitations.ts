/** Invitations: the link of one, whose it is, and how it stands. The database keeps what knows a link again, never the link. */
import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { tokenDigest } from '../database/accountWrites.ts'
import { query, sql } from '../database/sql.ts'
import { INVITATION_DAYS, type Invited } from '../policy/people/invitation.ts'
import { isAccountAsSealed } from '../record/authority/confirm.ts'
import { sameSeal, seal } from './mailedLinks.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = {
  id: number
  email: string
  email_moi: null
  hash: string | null
  salt: string | null
  han: string
  da_xac_nhan: boolean
  ho_ten: string
  xac_nhan: boolean
}

async function readByToken(req: Req, token: string): Promise<Row | undefined> {
  const rows = await query<Row>(
    req,
    sql`select n.id, n.email, null as email_moi, n.hash, n.salt, extract(epoch from l.han)::text as han, n.dia_chi_xac_nhan is not null as da_xac_nhan,
            n.ho_ten, l.xac_nhan
        from loi_moi l join nguoi_dung n on n.id = l.nguoi_dung where l.bam = ${tokenDigest(token)} and l.han > ct_nay() and n.kich_hoat`,
  )
  return rows[0]
}

const sealOf = (req: Req, row: Row, token: string): string => seal(req.payload, 'loi-moi', row, [token, row.email])

/** `<token>.<seal>` of a new invitation; whatever link there was before is void. */
export async function openInvitation(
  req: Req,
  { nguoiDung, nguoiMoi, xacNhan }: { nguoiDung: number; nguoiMoi: number | null; xacNhan: boolean },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await query(
    req,
    sql`insert into loi_moi (nguoi_dung, bam, moi_luc, han, nguoi_moi, xac_nhan)
        values (${nguoiDung}, ${tokenDigest(token)}, ct_nay(), ct_nay() + make_interval(days => ${INVITATION_DAYS}), ${nguoiMoi}, ${xacNhan})
        on conflict (nguoi_dung) do update set bam = excluded.bam, moi_luc = excluded.moi_luc, han = excluded.han, nguoi_moi = excluded.nguoi_moi,
          xac_nhan = excluded.xac_nhan, nhan_luc = null`,
  )
  const row = await readByToken(req, token)
  if (!row) throw new Error('openInvitation: expected the invitation just written for an open account, found none')
  return `${token}.${sealOf(req, row, token)}`
}

export type InvitationOwner = { id: number; email: string; hoTen: string; xacNhan: boolean }

/** Whose password this link may set; null for every link that may set none, whatever the reason. */
export async function ownerOfInvitation(req: Req, mailed: unknown): Promise<InvitationOwner | null> {
  const [token = '', given = ''] = typeof mailed === 'string' && mailed.length < 200 ? mailed.split('.') : []
  const row = await readByToken(req, token)
  if (!row || !sameSeal(given, sealOf(req, row, token))) return null
  if (!(await isAccountAsSealed(req, Number(row.id)))) return null
  return { id: Number(row.id), email: row.email, hoTen: row.ho_ten, xacNhan: row.xac_nhan }
}

/** The owner set a password: by this link, or by one for a forgotten password. Neither works again. */
export async function settleInvitation(req: Req, nguoiDung: number): Promise<void> {
  await query(req, sql`update loi_moi set bam = null, nhan_luc = coalesce(nhan_luc, ct_nay()) where nguoi_dung = ${nguoiDung}`)
}

/** The link goes through other hands than the owner's mailbox: using it proves nothing of the address. */
export async function noteShown(req: Req, nguoiDung: number, mailed: string, xacNhan: boolean): Promise<void> {
  const bam = tokenDigest(mailed.split('.')[0]!)
  await query(req, sql`update loi_moi set xac_nhan = ${xacNhan} where nguoi_dung = ${nguoiDung} and bam = ${bam}`)
}

export async function readInvited(req: Req, nguoiDung: readonly number[]): Promise<Map<number, NonNullable<Invited>>> {
  if (nguoiDung.length === 0) return new Map()
  const rows = await query<{ nguoi_dung: number; moi_luc: string; han: string; nhan_luc: string | null }>(
    req,
    sql`select nguoi_dung, moi_luc::text, han::text, nhan_luc::text from loi_moi where nguoi_dung in ${[...nguoiDung]}`,
  )
  const iso = (at: string): string => new Date(at).toISOString()
  return new Map(
    rows.map((row) => [Number(row.nguoi_dung), { moiLuc: iso(row.moi_luc), han: iso(row.han), nhanLuc: row.nhan_luc === null ? null : iso(row.nhan_luc) }]),
  )
}
