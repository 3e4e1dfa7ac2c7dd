/**
 * The log: one row a transition, each carrying the hash of the one before and the school's signature for exactly this place.
 * Number, time and hashes are the database's.
 */
import type { KeyObject } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { query, queryOutside, sql } from '../database/sql.ts'
import { failpoint } from '../failpoint.ts'
import { canonicalText, type Json } from '../policy/gate/fingerprint.ts'
import type { Actor } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { isSigned, keyId, signText } from './keys/signature.ts'

export type NhatKy = {
  hanhDong: string
  nguoi: Pick<Actor, 'id' | 'hoTen'> | null
  boSuuTap: string | null
  taiLieu: number | null
  chiTiet: Record<string, Json>
}

/**
 * Whose signature a row bears, and over what: `v` grows when more is signed. `cach`: `truong`, the school's key file; a
 * person's own device will be another.
 */
export type ChuKyDong = { v: 1; cach: 'truong'; khoa: string; chuKy: string }

/** As the database keeps it: one line. */
const oneLine = (text: string): string => text.normalize('NFC').replace(/[\n\r]/g, ' ')

type Place = { so: number; truoc: string }
type Told = Omit<NhatKy, 'nguoi'> & { nguoi: number | null; tenNguoi: string }

/** The text that is signed: the row whole, but for its hour, at its place in the chain. */
export const signedRowText = ({ so, truoc }: Place, row: Told): string =>
  canonicalText({
    loai: 'nhat-ky',
    v: 1,
    so,
    truoc,
    hanhDong: row.hanhDong,
    nguoi: row.nguoi,
    tenNguoi: row.tenNguoi,
    boSuuTap: row.boSuuTap,
    taiLieu: row.taiLieu,
    chiTiet: row.chiTiet,
  })

/** Hash of the new row. Written last in a transaction: it holds the lock of the chain until the commit. */
export async function insertNhatKy(req: PayloadRequest, row: NhatKy): Promise<string> {
  // The school's own signature stands there.
  if ('ky' in row.chiTiet) throw new Error('insertNhatKy: expected a detail without “ky”, received one with it')
  const key = runtimeOf(req.payload).keys.signing()
  const [place] = await query<{ so: unknown; truoc: string }>(req, sql`select so, truoc from ct_dau_nhat_ky()`)
  const tenNguoi = oneLine(row.nguoi?.hoTen ?? 'Hệ thống')
  const told = { ...row, nguoi: row.nguoi?.id ?? null, tenNguoi }
  const text = signedRowText({ so: Number(place!.so), truoc: place!.truoc }, told)
  const ky: ChuKyDong = { v: 1, cach: 'truong', khoa: keyId(key), chuKy: signText(text, key) }
  const rows = await query<{ bam: string }>(
    req,
    sql`insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet)
        values (${row.hanhDong}, ${told.nguoi}, ${tenNguoi}, ${row.boSuuTap}, ${row.taiLieu}, ${canonicalText({ ...row.chiTiet, ky })})
        returning bam`,
  )
  failpoint('failpoint:log-written')
  return rows[0]!.bam
}

/** For the one row that must be written when the school's key is not there: an edition is hidden until it can be judged. */
export async function insertWithoutKey(req: PayloadRequest, row: NhatKy & { hanhDong: 'giu-lai' }): Promise<string> {
  const rows = await query<{ bam: string }>(
    req,
    sql`insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet)
        values (${row.hanhDong}, null, 'Hệ thống', ${row.boSuuTap}, ${row.taiLieu}, ${canonicalText(row.chiTiet)}) returning bam`,
  )
  return rows[0]!.bam
}

export type LogRow = {
  so: unknown
  truoc: string
  hanh_dong: string
  nguoi: unknown
  ten_nguoi: string | null
  bo_suu_tap: string | null
  tai_lieu: unknown
  chi_tiet: string
}
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

/** Whether a row of the log bears the school's signature: null where it names a key nobody knows. `chiTiet` is what was signed. */
export function readSigned(row: LogRow, publicKey: (ma: string) => KeyObject | null): { signed: boolean | null; chiTiet: Record<string, Json> } {
  let detail: Record<string, Json>
  try {
    detail = JSON.parse(row.chi_tiet) as Record<string, Json>
  } catch {
    return { signed: false, chiTiet: {} }
  }
  if (detail === null || typeof detail !== 'object' || Array.isArray(detail)) return { signed: false, chiTiet: {} }
  const { ky, ...chiTiet } = detail as { ky?: Partial<ChuKyDong> } & Record<string, Json>
  if (!ky || ky.v !== 1 || ky.cach !== 'truong' || typeof ky.khoa !== 'string' || typeof ky.chuKy !== 'string') return { signed: false, chiTiet }
  const key = publicKey(ky.khoa)
  if (key === null) return { signed: null, chiTiet }
  const told = {
    hanhDong: row.hanh_dong,
    nguoi: numberOrNull(row.nguoi),
    tenNguoi: row.ten_nguoi ?? '',
    boSuuTap: row.bo_suu_tap,
    taiLieu: numberOrNull(row.tai_lieu),
    chiTiet,
  }
  try {
    return { signed: isSigned(signedRowText({ so: Number(row.so), truoc: row.truoc }, told), ky.chuKy, key), chiTiet }
  } catch {
    // A number that is none, a text no canonical form has: nobody signed that.
    return { signed: false, chiTiet: {} }
  }
}

/** Hash of the newest row about a document that has one. */
export async function lastHashOf(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<string> {
  const rows = await query<{ bam: string }>(req, sql`select bam from nhat_ky where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by so desc limit 1`)
  return rows[0]!.bam
}

/** Whether a row can be seen from outside: Payload swallows a failed COMMIT, this does not. */
export async function isCommitted(req: PayloadRequest, bam: string): Promise<boolean> {
  const rows = await queryOutside(req.payload, sql`select 1 from nhat_ky where bam = ${bam}`)
  return rows.length === 1
}

/** What happened to a document, newest first; `chiTiet` as the row tells it. Shows: whoever judges by a row reads it signed. */
export type Happened = { so: number; luc: string; hanhDong: string; tenNguoi: string; chiTiet: Record<string, Json> }

export async function readLogOf(req: PayloadRequest, boSuuTap: string, taiLieu: number, most: number): Promise<Happened[]> {
  const rows = await query<{ so: unknown; luc: string; hanh_dong: string; ten_nguoi: string | null; chi_tiet: string }>(
    req,
    sql`select so, luc, hanh_dong, ten_nguoi, chi_tiet from nhat_ky where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by so desc limit ${most}`,
  )
  return rows.map((row) => ({ so: Number(row.so), luc: row.luc, hanhDong: row.hanh_dong, tenNguoi: row.ten_nguoi ?? '', chiTiet: detailOf(row.chi_tiet) }))
}

/** A detail that is none tells nothing, and the row beside it is shown all the same. */
function detailOf(text: string): Record<string, Json> {
  try {
    const detail = JSON.parse(text) as unknown
    return detail !== null && typeof detail === 'object' && !Array.isArray(detail) ? (detail as Record<string, Json>) : {}
  } catch {
    return {}
  }
}

/** A true row of the log: its number and its hash. */
export type DongSo = { so: number; bam: string }

/** The newest committed row. */
export async function headOfLog(req: PayloadRequest): Promise<DongSo> {
  const rows = await query<{ so: unknown; bam: string }>(req, sql`select so, bam from nhat_ky order by so desc limit 1`)
  return { so: Number(rows[0]?.so ?? 0), bam: rows[0]?.bam ?? '0'.repeat(64) }
}

/** The newest row that this transaction did not write itself: it stands whatever becomes of this one. */
export async function headBefore(req: PayloadRequest): Promise<DongSo> {
  const rows = await query<{ so: unknown; bam: string }>(
    req,
    sql`select so, bam from nhat_ky where not coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) order by so desc limit 1`,
  )
  return { so: Number(rows[0]?.so ?? 0), bam: rows[0]?.bam ?? '0'.repeat(64) }
}

/** How long ago this row was the newest, in milliseconds: 0 while it is; null where the log has no such row. */
export async function pastSince(req: PayloadRequest, { so, bam }: DongSo): Promise<number | null> {
  const rows = await query<{ qua: number }>(
    req,
    sql`select coalesce((select extract(epoch from ct_nay() - n.luc::timestamptz)::float8 * 1000 from nhat_ky n where n.so = ${so} + 1), 0) as qua
        from nhat_ky where so = ${so} and bam = ${bam}`,
  )
  return rows[0] ? Number(rows[0].qua) : null
}
