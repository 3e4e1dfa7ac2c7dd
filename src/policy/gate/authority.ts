/** Rule: who may take which action on a file. Content readiness is judged elsewhere, after this. */
import type { Gate } from './gates/index.ts'
import { issue, type Issue } from '../issues.ts'
import { APPROVING, delegationFor, holds, isApprover, isAuthor, isEditor, type Actor } from '../people/roles.ts'
import { mayStart, type HanhDong, type TrangThai } from './states.ts'
import type { Buoc } from './steps.ts'
import { mayTake } from './takers.ts'

/** What the rules know of a file. `buocCho`: the step it waits at, or none. */
export type HoSoFacts = {
  trangThai: TrangThai
  coBanDang: boolean
  loai: string
  tacGia: number | null
  nguoiTrinh: number | null
  /** Contributors frozen into the latest submission. */
  nguoiDongGop: readonly number[]
  buocCho: Buoc | null
  /** Who approved the latest submission at the steps before it. */
  daDuyet: readonly number[]
  /** The latest submission carries the exception of a school with one leader. */
  motLanhDao: boolean
}

export type Ownership = { tacGia: number | null; loai: string }

export function mayEdit(gate: Gate, actor: Actor, owned: Ownership): boolean {
  if (holds(actor, ...gate.editors)) return true
  if (gate.receives && holds(actor, gate.receives.role) && owned.loai === gate.receives.kind) return true
  return gate.authors !== undefined && isAuthor(actor) && holds(actor, ...gate.authors) && owned.tacGia === actor.id
}

export const mayCreate = (gate: Gate, actor: Actor): boolean => holds(actor, ...gate.editors, ...(gate.authors ?? []))

/** Reading a working copy or its file: whoever may edit it, and any account where names are common knowledge. */
export const mayRead = (gate: Gate, actor: Actor, owned: Ownership): boolean => gate.readableByAccounts === true || mayEdit(gate, actor, owned)

/** Office, reception and leaders send for any unit; an author for his own. */
export const namesAnyUnit = (actor: Actor): boolean => holds(actor, 'bienTapVien', 'dauMoi', 'vanThu', ...APPROVING)

type Waiting = Pick<HoSoFacts, 'buocCho' | 'daDuyet'>

/** Whether the document waits for this person now. */
export const isAwaited = (gate: Gate, actor: Actor, { buocCho, daDuyet }: Waiting): boolean => buocCho !== null && mayTake(actor, buocCho, gate.slug, daDuyet)

/** Following a document through the gate: whoever may read it, whoever may decide on it by a delegation, and whose step it waits for. */
export const mayFollow = (gate: Gate, actor: Actor, owned: Ownership, waiting: Waiting): boolean =>
  mayRead(gate, actor, owned) || delegationFor(actor, gate.slug) !== null || isAwaited(gate, actor, waiting)

/** Nobody reviews his own words; the one exception is frozen into the submission and is the spokesperson's own. */
export function isOwnWord(actor: Actor, facts: HoSoFacts): boolean {
  if (!facts.buocCho || !facts.nguoiDongGop.includes(actor.id)) return false
  return !(facts.motLanhDao && holds(actor, 'nguoiPhatNgon') && APPROVING.includes(facts.buocCho.vaiTro))
}

function whoMay(action: HanhDong, gate: Gate, actor: Actor, facts: HoSoFacts): Issue | null {
  switch (action) {
    case 'trinh':
      if (!mayEdit(gate, actor, facts)) return issue('FORBIDDEN')
      return facts.trangThai === 'tuChoi' && !isEditor(actor) ? issue('CLOSED_BY_REJECTION') : null
    case 'duyet':
    case 'tra-lai':
    case 'tu-choi': {
      // Outside review nobody waits for a verdict: any reviewing role is told the state, not "forbidden".
      const allowed = facts.buocCho ? isAwaited(gate, actor, facts) : isEditor(actor) || holds(actor, 'dauMoi') || delegationFor(actor, gate.slug) !== null
      if (!allowed) return issue('FORBIDDEN', undefined, { buoc: facts.buocCho?.ten ?? '' })
      return isOwnWord(actor, facts) ? issue('SELF_REVIEW') : null
    }
    case 'dang':
    case 'hen-gio':
      return isEditor(actor) ? null : issue('FORBIDDEN')
    case 'dang-khan':
      return holds(actor, 'nguoiPhatNgon') ? null : issue('FORBIDDEN')
    case 'go':
      return isApprover(actor) ? null : issue('FORBIDDEN')
    case 'thu-hoi':
      // Nothing waits: whoever asks is told so, not that it is another's to take back.
      return facts.nguoiTrinh === null || facts.nguoiTrinh === actor.id || (facts.buocCho === null && mayEdit(gate, actor, facts))
        ? null
        : issue('FORBIDDEN', undefined, { nguoiTrinh: 1 })
  }
}

/** Null where the action may go on; otherwise why not. Authority (403) is told before state (409). */
export function authorise(action: HanhDong, gate: Gate, actor: Actor, facts: HoSoFacts): Issue | null {
  const refused = whoMay(action, gate, actor, facts)
  if (refused) return refused
  return mayStart(action, facts.trangThai, facts.coBanDang) ? null : issue('WRONG_STATE', undefined, { trangThai: facts.trangThai })
}
