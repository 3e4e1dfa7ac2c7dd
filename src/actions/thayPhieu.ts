/** thay-phieu: somebody says that a paper is of the same person as one that was withdrawn; from then on it stands in its place wherever he is tagged by it. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { readActor } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { readsAllConsents } from '../policy/people/consentReaders.ts'
import { headOfLog, insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export const thayPhieu = (req: PayloadRequest, moi: number, cu: number): Promise<null> =>
  inTransaction(req, async () => {
    const signedIn = actorOf(req)
    const actor = signedIn && (await readActor(req, signedIn.id))
    if (!actor) throw refuse(issue('UNAUTHENTICATED'))
    if (!readsAllConsents(actor)) throw refuse(issue('FORBIDDEN'))
    const rows = await query<{ id: unknown; rut: boolean }>(
      req,
      sql`select id, thu_hoi_luc is not null as rut from dong_y where id in ${[moi, cu]} order by id for share`,
    )
    const ended = (id: number): boolean | undefined => rows.find((one) => Number(one.id) === id)?.rut
    if (moi === cu || ended(cu) !== true || ended(moi) !== false) throw refuse(issue('NOT_FOUND'))
    const made = await query(req, sql`insert into phieu_thay (cu, moi, nguoi) values (${cu}, ${moi}, ${actor.id}) on conflict do nothing returning cu`)
    if (made.length === 0) return { answer: null, bam: (await headOfLog(req)).bam }
    return { answer: null, bam: await insertNhatKy(req, { hanhDong: 'thay-phieu', nguoi: actor, boSuuTap: 'dong-y', taiLieu: moi, chiTiet: { cu } }) }
  })
