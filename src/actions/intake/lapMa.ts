/**
 * lap-ma: a class's code for a school year, made anew or in place of one that went astray; it ends with the year. Reception,
 * office and leaders make them; the log tells that it was done for which class, never the code.
 */
import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { classes } from '../../facts/intake/codes.ts'
import { refuse } from '../../messages/refusal.ts'
import { CODE_LENGTH, signsOf } from '../../policy/intake/code.ts'
import { issue } from '../../policy/issues.ts'
import { spanOfYear } from '../../policy/time/schoolYear.ts'
import { insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'
import { receiver } from './receiver.ts'

/** `lop`: which classes; those of them that have one keep it unless `thay`. Answers how many were made. */
export const lapMa = (req: PayloadRequest, { namHoc, lop, thay }: { namHoc: string; lop: readonly number[]; thay: boolean }): Promise<{ so: number }> =>
  inTransaction(req, async () => {
    const actor = await receiver(req)
    const span = spanOfYear(namHoc)
    if (!span) throw refuse(issue('INVALID_VALUE', 'namHoc'))
    await query(req, sql`select pg_advisory_xact_lock(hashtextextended('ct:ma-gui-bai', 0))`)
    const open = new Set((await classes(req)).map(({ id }) => id))
    const wanted = lop.filter((id) => open.has(id))
    if (wanted.length === 0) throw refuse(issue('NOTHING_CHOSEN', 'lop'))
    const held = await query<{ don_vi: unknown }>(req, sql`select don_vi from ma_gui_bai where nam_hoc = ${namHoc} and het_luc is null`)
    const has = new Set(held.map((row) => Number(row.don_vi)))
    const made = wanted.filter((id) => thay || !has.has(id))
    if (made.length === 0) throw refuse(issue('NOTHING_CHOSEN', 'lop'))
    if (thay) await query(req, sql`update ma_gui_bai set het_luc = ct_nay() where nam_hoc = ${namHoc} and het_luc is null and don_vi in ${made}`)
    for (const id of made)
      await query(
        req,
        sql`insert into ma_gui_bai (don_vi, nam_hoc, ma, han, nguoi) values (${id}, ${namHoc}, ${signsOf(randomBytes(CODE_LENGTH))}, ${new Date(span.until).toISOString()}, ${actor.id})`,
      )
    const bam = await insertNhatKy(req, {
      hanhDong: 'lap-ma',
      nguoi: actor,
      boSuuTap: 'ma-gui-bai',
      taiLieu: null,
      chiTiet: { namHoc, donVi: made, thay },
    })
    return { answer: { so: made.length }, bam }
  })
