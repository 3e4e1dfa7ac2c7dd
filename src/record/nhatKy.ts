/** The log: one row a transition, each carrying the hash of the one before. Number, time and hashes are the database's. */
import type { PayloadRequest } from 'payload'
import { query, queryOutside, sql } from '../database/sql.ts'
import { canonicalText, type Json } from '../policy/gate/fingerprint.ts'
import type { Actor } from '../policy/people/roles.ts'
import { failpoint } from '../failpoint.ts'

export type NhatKy = {
  hanhDong: string
  nguoi: Pick<Actor, 'id' | 'hoTen'> | null
  boSuuTap: string | null
  taiLieu: number | null
  chiTiet: Record<string, Json>
}

/** Hash of the new row. Written last in a transaction: it holds the lock of the chain until the commit. */
export async function insertNhatKy(req: PayloadRequest, row: NhatKy): Promise<string> {
  const rows = await query<{ bam: string }>(
    req,
    sql`insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet)
        values (${row.hanhDong}, ${row.nguoi?.id ?? null}, ${(row.nguoi?.hoTen ?? 'Hệ thống').normalize('NFC')}, ${row.boSuuTap}, ${row.taiLieu}, ${canonicalText(row.chiTiet)})
        returning bam`,
  )
  failpoint('failpoint:log-written')
  return rows[0]!.bam
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
