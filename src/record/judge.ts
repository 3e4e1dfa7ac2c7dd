/**
 * Rule: what readers see rests on signed verdicts over exactly these bytes. Judges live editions one by one: good, provably
 * false, or not to be judged – which is neither.
 */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { decideEmergency, decidePublication, type Verdict } from '../policy/gate/publication.ts'
import { codeOf } from '../policy/failures/line.ts'
import { STATUS } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { readBanTrinhs, type BanTrinh } from './banTrinh.ts'
import { readVerdictsOf } from './phieuDuyet.ts'
import type { SeenIds } from './seen.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = { id: number; bo_suu_tap: string; tai_lieu: unknown; ban_trinh_id: number; khan: boolean; an: boolean; giu: boolean; noi_dung: string | null }
export type Ket = 'tot' | 'sai' | 'khongRo' | 'daKetThuc'
/** `an`: hidden from readers now; `giu`: by the watch, until it can be judged. `vi`: a code, for those who look after the service. */
export type Judgement = { id: number; boSuuTap: string; taiLieu: number; banTrinh: number; an: boolean; giu: boolean; ket: Ket; vi: string }

function judgeOne(row: Row, submission: BanTrinh | null, verdicts: readonly Verdict[]): { ket: Ket; vi: string } {
  if (!submission) return { ket: 'sai', vi: 'NO_SUBMISSION' }
  if (sha256(row.noi_dung!) !== submission.vanTay) return { ket: 'sai', vi: 'CONTENT' }
  // A newer submission may be waiting: what is live was the latest when it went live.
  const facts = { ...submission, isLatest: true, verdicts }
  const refused = row.khan ? decideEmergency(facts) : decidePublication(facts)
  if (refused === null) return { ket: 'tot', vi: '' }
  return { ket: STATUS[refused.code] === 503 ? 'khongRo' : 'sai', vi: refused.code }
}

/** One edition; whatever goes wrong while it is read says nothing about it, and nothing about the next one. */
async function judged(req: Req, row: Row): Promise<Judgement> {
  const about = { id: row.id, boSuuTap: row.bo_suu_tap, taiLieu: Number(row.tai_lieu), banTrinh: row.ban_trinh_id, an: row.an, giu: row.giu }
  if (row.noi_dung === null) return { ...about, ket: 'daKetThuc', vi: '' }
  try {
    const [submission] = await readBanTrinhs(req, [row.ban_trinh_id])
    const verdicts = await readVerdictsOf(req, submission ? [submission] : [], runtimeOf(req.payload).keys)
    return { ...about, ...judgeOne(row, submission ?? null, verdicts.get(row.ban_trinh_id) ?? []) }
  } catch (error) {
    // Why is told; the alarm names the edition, and a code without the values a sentence would quote.
    runtimeOf(req.payload).failures.failed(error, { where: 'watchRecord' })
    return { ...about, ket: 'khongRo', vi: codeOf(error) }
  }
}

const COLUMNS = sql`id, bo_suu_tap, tai_lieu, ban_trinh_id, khan_den is not null as khan, coalesce(an_den > ct_nay(), false) as an, coalesce(an_den > ct_nay(), false) and not exists (select 1 from ban_dang e
    where e.bo_suu_tap = ban_dang.bo_suu_tap and e.tai_lieu = ban_dang.tai_lieu and e.khan_den = ban_dang.an_den) as giu,
  case when ket_thuc_luc is null then noi_dung end as noi_dung`

/** The next editions after this id that were not seen yet, or are hidden: whoever hid one may not have been the watch. */
export async function judgeUnseen(req: Req, seen: SeenIds, after: number, limit: number): Promise<Judgement[]> {
  const rows = await query<Row>(
    req,
    sql`select ${COLUMNS} from ban_dang where id > ${after}
          and (not (${String(seen)}::int4multirange @> id) or (ket_thuc_luc is null and an_den > ct_nay())) order by id limit ${limit}`,
  )
  const found: Judgement[] = []
  for (const row of rows) found.push(await judged(req, row))
  return found
}

/** One edition as it stands now; null where there is none. */
export async function judgeEdition(req: Req, id: number): Promise<Judgement | null> {
  const rows = await query<Row>(req, sql`select ${COLUMNS} from ban_dang where id = ${id}`)
  return rows[0] ? judged(req, rows[0]) : null
}
