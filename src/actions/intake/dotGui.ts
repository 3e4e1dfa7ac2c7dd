/** mo-dot, dong-dot: a call to the classes for pictures of an event or for entries of a contest, opened and closed by whoever receives. */
import type { PayloadRequest } from 'payload'
import { now } from '../../database/clock.ts'
import { query, sql } from '../../database/sql.ts'
import { callOf } from '../../facts/intake/calls.ts'
import { refuse } from '../../messages/refusal.ts'
import { callIssues, type Call } from '../../policy/intake/calls.ts'
import { issue } from '../../policy/issues.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'
import { receiver } from './receiver.ts'

export const moDot = (req: PayloadRequest, call: Call): Promise<{ id: number }> =>
  inTransaction(req, async () => {
    const nguoi = await receiver(req)
    const issues = callIssues(call, dayOf(Date.parse(await now(req))))
    if (issues.length > 0) throw refuse(...issues)
    const [made] = await query<{ id: unknown }>(
      req,
      sql`insert into dot_gui (loai, ten, the_le, den, nguoi) values (${call.loai}, ${call.ten.trim()}, ${call.theLe.trim()}, ${call.den}::date, ${nguoi.id}) returning id`,
    )
    const id = Number(made!.id)
    return {
      answer: { id },
      bam: await insertNhatKy(req, { hanhDong: 'mo-dot', nguoi, boSuuTap: 'dot-gui', taiLieu: id, chiTiet: { loai: call.loai, den: call.den } }),
    }
  })

/** A later day for a call that is open. */
export const giaHanDot = (req: PayloadRequest, id: number, den: string): Promise<Record<string, never>> =>
  inTransaction(req, async () => {
    const nguoi = await receiver(req)
    const call = await callOf(req, id, 'update')
    if (!call || call.hetLuc !== null || call.bai !== null) throw refuse(issue('NOT_FOUND'))
    const issues = callIssues({ ...call, den }, dayOf(Date.parse(await now(req)))).filter(({ field }) => field === 'den')
    if (issues.length > 0) throw refuse(...issues)
    await query(req, sql`update dot_gui set den = ${den}::date where id = ${id}`)
    return { answer: {}, bam: await insertNhatKy(req, { hanhDong: 'gia-han-dot', nguoi, boSuuTap: 'dot-gui', taiLieu: id, chiTiet: { tu: call.den, den } }) }
  })

export const dongDot = (req: PayloadRequest, id: number): Promise<Record<string, never>> =>
  inTransaction(req, async () => {
    const nguoi = await receiver(req)
    const closed = await query(req, sql`update dot_gui set het_luc = ct_nay() where id = ${id} and het_luc is null returning id`)
    if (closed.length === 0) throw refuse(issue('NOT_FOUND'))
    return { answer: {}, bam: await insertNhatKy(req, { hanhDong: 'dong-dot', nguoi, boSuuTap: 'dot-gui', taiLieu: id, chiTiet: {} }) }
  })
