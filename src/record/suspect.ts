/** Rule: what readers see rests on signed verdicts over exactly these bytes. Looks for live editions that do not. */
import type { KeyObject } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { decideEmergency, decidePublication } from '../policy/gate/publication.ts'
import { readBanTrinhs } from './banTrinh.ts'
import { readVerdictsOf } from './phieuDuyet.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = { id: number; bo_suu_tap: string; tai_lieu: number; ban_trinh_id: number; khan: boolean; noi_dung: string }
export type Suspect = { id: number; boSuuTap: string; taiLieu: number; banTrinh: number }

/** Of the next live editions after this id: those that do not hold, and the id up to which was looked (null: no more). */
export async function suspectEditions(req: Req, key: KeyObject, after: number, limit: number): Promise<{ suspects: Suspect[]; last: number | null }> {
  const rows = await query<Row>(
    req,
    sql`select id, bo_suu_tap, tai_lieu, ban_trinh_id, khan_den is not null as khan, noi_dung from ban_dang
        where id > ${after} and ket_thuc_luc is null order by id limit ${limit}`,
  )
  const submissions = new Map(
    (
      await readBanTrinhs(
        req,
        rows.map((row) => row.ban_trinh_id),
      )
    ).map((b) => [b.id, b]),
  )
  const verdicts = await readVerdictsOf(req, [...submissions.values()], key)
  const holds = (row: Row): boolean => {
    const b = submissions.get(row.ban_trinh_id)
    if (!b || sha256(row.noi_dung) !== b.vanTay) return false
    // A newer submission may be waiting: what is live was the latest when it went live.
    const facts = { ...b, isLatest: true, verdicts: verdicts.get(b.id) ?? [] }
    return (row.khan ? decideEmergency(facts) : decidePublication(facts)) === null
  }
  const suspects = rows
    .filter((row) => !holds(row))
    .map((row) => ({ id: row.id, boSuuTap: row.bo_suu_tap, taiLieu: Number(row.tai_lieu), banTrinh: row.ban_trinh_id }))
  return { suspects, last: rows.at(-1)?.id ?? null }
}
