/** gan-bai: whoever may edit a story, or keeps the plan, says which row of the plan it belongs to; it belongs to one, or to none. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { actorOf } from '../../facts/actor.ts'
import { readActor } from '../../facts/people.ts'
import { rowOfStory } from '../../facts/plan/plan.ts'
import { refuse } from '../../messages/refusal.ts'
import { mayEdit } from '../../policy/gate/authority.ts'
import { keepsPlan } from '../../policy/plan/row.ts'
import { issue } from '../../policy/issues.ts'
import { lockHoSo } from '../../record/hoSo.ts'
import { headOfLog, insertNhatKy } from '../../record/nhatKy.ts'
import { gateOf } from '../../runtime.ts'
import { inTransaction } from '../transaction.ts'

export const ganBai = (req: PayloadRequest, tinBai: number, dong: string | null): Promise<null> =>
  inTransaction(req, async () => {
    const hoSo = await lockHoSo(req, 'tin-bai', tinBai)
    const signedIn = actorOf(req)
    const actor = hoSo && signedIn && (await readActor(req, signedIn.id))
    if (!actor) throw refuse(issue('NOT_FOUND'))
    if (!keepsPlan(actor) && !mayEdit(gateOf(req.payload, 'tin-bai'), actor, hoSo)) throw refuse(issue('FORBIDDEN'))
    const before = await rowOfStory(req, tinBai)
    if (before === dong) return { answer: null, bam: (await headOfLog(req)).bam }
    if (dong === null) await query(req, sql`delete from ke_hoach_bai where tin_bai = ${tinBai}`)
    else {
      const [row] = await query(req, sql`select 1 from ke_hoach_dong where ma = ${dong} and bo_luc is null`)
      if (!row) throw refuse(issue('INVALID_VALUE', 'keHoach'))
      await query(
        req,
        sql`insert into ke_hoach_bai (tin_bai, dong, nguoi) values (${tinBai}, ${dong}, ${actor.id}) on conflict (tin_bai) do update set dong = excluded.dong, nguoi = excluded.nguoi, luc = ct_nay()`,
      )
    }
    return {
      answer: null,
      bam: await insertNhatKy(req, { hanhDong: 'gan-bai', nguoi: actor, boSuuTap: 'tin-bai', taiLieu: tinBai, chiTiet: { dong, truoc: before } }),
    }
  })
