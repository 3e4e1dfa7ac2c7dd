/** niem-phong (seal): the console confirms who held which authority before the log was signed. Once; never again. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refuse } from '../messages/refusal.ts'
import { canonicalText, type Json } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { needsSeal, readStanding, writeSeal, type Standing } from '../record/authority/seal.ts'
import { inTransaction } from './transaction.ts'

/** `confirmed`: what was read and confirmed; it must be what is sealed. */
export const niemPhong = (req: PayloadRequest, confirmed: Standing): Promise<null> =>
  inTransaction(req, async () => {
    await query(req, sql`select pg_advisory_xact_lock(hashtextextended('ct:nguoi-dung', 0))`)
    if (!(await needsSeal(req))) throw refuse(issue('WRONG_STATE'))
    const standing = await readStanding(req)
    const text = (s: Standing): string => canonicalText(s as unknown as Json)
    if (text(standing) !== text(confirmed)) throw refuse(issue('STALE_SUBMISSION'))
    return { answer: null, bam: await writeSeal(req, standing) }
  })
