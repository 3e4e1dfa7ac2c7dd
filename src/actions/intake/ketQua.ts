/** soan-ket-qua: what the entries of a contest won is kept, and begins a story that tells of it; it is nobody's word before it went through the gate. */
import type { PayloadRequest } from 'payload'
import { now } from '../../database/clock.ts'
import { query, sql } from '../../database/sql.ts'
import { callOf, entriesOf } from '../../facts/intake/calls.ts'
import { ownUnits } from '../../facts/members.ts'
import { refuse } from '../../messages/refusal.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { takesEntries } from '../../policy/intake/calls.ts'
import { resultIssues, resultStory, wonOf } from '../../policy/intake/results.ts'
import { issue } from '../../policy/issues.ts'
import { readStory } from '../../policy/text/plainStory/read.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { insertNhatKy } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'
import { receiver } from './receiver.ts'

/** A film leads no story. */
async function firstPicture(req: PayloadRequest, ids: readonly number[]): Promise<number | null> {
  if (ids.length === 0) return null
  const rows = await query<{ id: unknown }>(req, sql`select id from tu_lieu where id in ${[...ids]} and mime_type like 'image/%'`)
  const pictures = rows.map(({ id }) => Number(id))
  return ids.find((id) => pictures.includes(id)) ?? null
}

/** `giai`: what was typed beside the entry of this number. Answers the story; there is one. */
export const soanKetQua = (req: PayloadRequest, id: number, giai: (so: string) => string): Promise<{ bai: number }> =>
  inTransaction(req, async () => {
    const nguoi = await receiver(req)
    const call = await callOf(req, id, 'update')
    if (call?.loai !== 'cuocThi') throw refuse(issue('NOT_FOUND'))
    if (takesEntries(call, dayOf(Date.parse(await now(req))))) throw refuse(issue('CALL_OPEN'))
    if (call.bai !== null) throw refuse(issue('WRONG_STATE', undefined, { trangThai: 'nhap' }))
    const won = wonOf(await entriesOf(req, id), giai)
    const issues = [...resultIssues(won), ...won.flatMap((one) => textIssues(one.giai, 'giai'))]
    if (issues.length > 0) throw refuse(...issues)
    await query(req, sql`delete from giai_dot where so in (select so from gui_dot where dot = ${id}) and so not in ${won.map(({ so }) => so)}`)
    for (const one of won) await query(req, sql`insert into giai_dot (so, giai, nguoi) values (${one.so}, ${one.giai}, ${nguoi.id}) on conflict (so) do update set giai = excluded.giai, nguoi = excluded.nguoi, luc = ct_nay()`) // prettier-ignore
    const { tieuDe, tomTat, chu, tuLieu } = resultStory(call.ten, call.so, won)
    const [donVi] = await ownUnits(req, nguoi.id)
    const data = {
      loai: 'bai',
      tieuDe,
      tomTat,
      noiDung: readStory(chu, tuLieu).content,
      anhBia: await firstPicture(req, tuLieu),
      ...(donVi === undefined ? {} : { donVi }),
    }
    const made = await req.payload.create({ collection: 'tin-bai', data: data as never, depth: 0, overrideAccess: false, disableTransaction: true, req })
    await query(req, sql`update dot_gui set bai = ${Number(made.id)} where id = ${id}`)
    const chiTiet = { bai: Number(made.id), giai: won.length }
    return {
      answer: { bai: Number(made.id) },
      bam: await insertNhatKy(req, { hanhDong: 'soan-ket-qua', nguoi, boSuuTap: 'dot-gui', taiLieu: id, chiTiet }),
    }
  })
