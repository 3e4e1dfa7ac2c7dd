/** da-doc: a person confirms, once a school year, to have read how the school's words and pictures are shared. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { BAN } from '../policy/channels/rules.ts'
import { issue } from '../policy/issues.ts'
import { schoolYearOf } from '../policy/time/schoolYear.ts'
import { headOfLog, insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

/** Pressed twice it is confirmed once. */
export const daDoc = (req: PayloadRequest): Promise<{ namHoc: string }> =>
  inTransaction(req, async () => {
    const nguoi = actorOf(req)
    if (!nguoi) throw refuse(issue('UNAUTHENTICATED'))
    const namHoc = schoolYearOf(Date.parse(await now(req)))
    const made = await query(req, sql`insert into da_doc (nguoi, nam_hoc, ban) values (${nguoi.id}, ${namHoc}, ${BAN}) on conflict do nothing returning id`)
    if (made.length === 0) return { answer: { namHoc }, bam: (await headOfLog(req)).bam }
    const bam = await insertNhatKy(req, { hanhDong: 'da-doc', nguoi, boSuuTap: null, taiLieu: null, chiTiet: { namHoc, ban: BAN } })
    return { answer: { namHoc }, bam }
  })
