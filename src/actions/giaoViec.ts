/** giao-viec (assign): who sees to a document, until when, and before which hour it must not go out; an embargo set or lifted is a row of the log. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { readActor } from '../facts/people.ts'
import { setWork, workOn, type Viec } from '../facts/work.ts'
import { refuse } from '../messages/refusal.ts'
import { mayFollow } from '../policy/gate/authority.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { isEditor } from '../policy/people/roles.ts'
import { readBanTrinh } from '../record/banTrinh.ts'
import { lockHoSo } from '../record/hoSo.ts'
import { headOfLog, insertNhatKy } from '../record/nhatKy.ts'
import { readVerdicts } from '../record/phieuDuyet.ts'
import { runtimeOf } from '../runtime.ts'
import { factsOf } from './case.ts'
import { inTransaction } from './transaction.ts'

export type GiaoViec = Omit<Viec, 'tenNguoi' | 'luc'>

/** `seen`: `luc` of what stood on the form. Rule: nobody is told of what he may not read. */
export const giaoViec = (req: PayloadRequest, gate: Gate, taiLieu: number, work: GiaoViec, seen: string): Promise<null> =>
  inTransaction(req, async () => {
    const hoSo = await lockHoSo(req, gate.slug, taiLieu)
    const signedIn = actorOf(req)
    const actor = hoSo && signedIn && (await readActor(req, signedIn.id))
    if (!actor) throw refuse(issue('NOT_FOUND'))
    if (!isEditor(actor)) throw refuse(issue('FORBIDDEN'))
    const before = await workOn(req, gate.slug, taiLieu)
    if (before.luc !== seen) throw refuse(issue('STALE_VERSION'))
    if (work.nguoi !== null && work.nguoi !== before.nguoi) {
      const banTrinh = hoSo.banTrinh === null ? null : await readBanTrinh(req, hoSo.banTrinh)
      const verdicts = banTrinh ? await readVerdicts(req, banTrinh, runtimeOf(req.payload).keys) : []
      const whom = await readActor(req, work.nguoi)
      if (!whom || !mayFollow(gate, whom, hoSo, factsOf(hoSo, banTrinh, verdicts)))
        throw refuse(issue('INVALID_VALUE', 'nguoi', { goiY: 'người đọc được nội dung này' }))
    }
    await setWork(req, gate.slug, taiLieu, work, actor.id)
    if (before.khongTruoc === work.khongTruoc) return { answer: null, bam: (await headOfLog(req)).bam }
    const chiTiet = { khongTruoc: work.khongTruoc, truoc: before.khongTruoc }
    return { answer: null, bam: await insertNhatKy(req, { hanhDong: 'cam-dang', nguoi: actor, boSuuTap: gate.slug, taiLieu, chiTiet }) }
  })
