/** bao-cao (report): lifts a document to whoever speaks for the school, with one sentence; a row of the log, decides nothing. */
import type { PayloadRequest } from 'payload'
import { readActor } from '../facts/people.ts'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { mayFollow } from '../policy/gate/authority.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { holds, isEditor } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { readBanTrinh } from '../record/banTrinh.ts'
import { lockHoSo } from '../record/hoSo.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { readVerdicts } from '../record/phieuDuyet.ts'
import { factsOf, parseId } from './case.ts'
import { inTransaction } from './transaction.ts'

const MOST = 500

export const baoCao = (req: PayloadRequest, gate: Gate, rawId: unknown, loi: string): Promise<null> =>
  inTransaction(req, async () => {
    const signedIn = actorOf(req)
    if (!signedIn) throw refuse(issue('UNAUTHENTICATED'))
    const id = parseId(rawId)
    const hoSo = id === null ? null : await lockHoSo(req, gate.slug, id)
    const actor = hoSo && (await readActor(req, signedIn.id))
    if (!hoSo || !actor) throw refuse(issue('NOT_FOUND'))
    const banTrinh = hoSo.banTrinh === null ? null : await readBanTrinh(req, hoSo.banTrinh)
    const verdicts = banTrinh ? await readVerdicts(req, banTrinh, runtimeOf(req.payload).keys) : []
    if (!mayFollow(gate, actor, hoSo, factsOf(hoSo, banTrinh, verdicts))) throw refuse(issue('NOT_FOUND'))
    if (!isEditor(actor) && !holds(actor, 'dauMoi', 'vanThu')) throw refuse(issue('FORBIDDEN'))
    const said = loi.trim()
    const issues =
      said === ''
        ? [issue('MISSING_FIELD', 'loi')]
        : [...([...said].length > MOST ? [issue('TOO_LONG', 'loi', { max: MOST })] : []), ...textIssues(said, 'loi')]
    if (issues.length > 0) throw refuse(...issues)
    const bam = await insertNhatKy(req, {
      hanhDong: 'bao-cao',
      nguoi: actor,
      boSuuTap: gate.slug,
      taiLieu: hoSo.taiLieu,
      chiTiet: { loi: said, banTrinh: banTrinh?.id ?? null },
    })
    return { answer: null, bam }
  })
