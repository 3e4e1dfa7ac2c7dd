/** nhan-dot: what a class sends for a call is kept in its name, as pictures and films of the archive; nothing of it is published by itself. */
import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { now } from '../../database/clock.ts'
import { query, sql } from '../../database/sql.ts'
import { callOf, entryOfForm } from '../../facts/intake/calls.ts'
import { codeOf } from '../../facts/intake/codes.ts'
import { refuse } from '../../messages/refusal.ts'
import { entryIssues, takesEntries, type Entry } from '../../policy/intake/calls.ts'
import { RECEIPT_LENGTH, signsOf } from '../../policy/intake/code.ts'
import { issue } from '../../policy/issues.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { headOfLog, insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'
import { dropPictures, INTAKE_UPLOAD, keepPictures, mustTake, rememberSent, type SentPicture } from './nhanBai.ts'

type Sent = { ma: string; phieu: string; dot: number; entry: Entry }

/** Answers the number of its receipt; pressed twice, it is one. */
export async function nhanDot(payload: Payload, { ma, phieu, dot, entry }: Sent, pictures: readonly SentPicture[]): Promise<string> {
  const own = () => createLocalReq({ context: { [INTAKE_UPLOAD]: true } }, payload)
  const bytes = pictures.reduce((sum, one) => sum + one.size, 0)
  const req = await own()
  const code = await mustTake(req, await codeOf(req, ma), bytes)
  const call = await callOf(req, dot)
  if (!call) throw refuse(issue('NOT_FOUND'))
  const issues = entryIssues(entry, call.loai, pictures.length)
  if (issues.length > 0) throw refuse(...issues)
  const kept = await keepPictures(payload, code.donVi, pictures, { chuThich: [call.ten, entry.ten.trim()].filter(Boolean).join(': ') })
  try {
    const one = await own()
    const { so, again } = await inTransaction(one, async () => {
      // The code first: two presses of one form are one after the other.
      const held = await codeOf(one, ma, true)
      const known = await entryOfForm(one, phieu)
      if (known !== null) return { answer: { so: known, again: true }, bam: (await headOfLog(one)).bam }
      await mustTake(one, held, bytes)
      const open = await callOf(one, dot, 'share')
      if (!open || !takesEntries(open, dayOf(Date.parse(await now(one))))) throw refuse(issue('CALL_CLOSED'))
      const so = signsOf(randomBytes(RECEIPT_LENGTH))
      await query(
        one,
        sql`insert into gui_dot (so, phieu, dot, ma, don_vi, ten, loi, nguoi_gui, dong_y, tu_lieu, byte)
            values (${so}, ${phieu}, ${dot}, ${code.id}, ${code.donVi}, ${entry.ten.trim()}, ${entry.loi.trim()}, ${entry.nguoiGui.trim()}, ${entry.dongY}, ${sql.param(kept.map(({ id }) => id))}::int[], ${bytes})`,
      )
      await rememberSent(one, kept, entry.dongY)
      await query(one, sql`update ma_gui_bai set lan = lan + 1 where id = ${code.id}`)
      const chiTiet = { dot, ma: code.id, donVi: code.donVi, anh: kept.length }
      return { answer: { so, again: false }, bam: await insertNhatKy(one, { hanhDong: 'nhan-dot', nguoi: null, boSuuTap: 'dot-gui', taiLieu: dot, chiTiet }) }
    })
    if (again) await dropPictures(payload, kept)
    return so
  } catch (error) {
    // Not known whether it stands: then its pictures stay.
    const stands = await entryOfForm(await own(), phieu).catch(() => 'unknown' as const)
    if (stands === null) await dropPictures(payload, kept)
    throw error
  }
}
