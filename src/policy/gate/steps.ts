/**
 * Rule: which steps a submission still needs. The last step is always an approver's and is never skipped;
 * a preparatory step counts as passed when the submitter's own role is that step.
 */
import { APPROVING, holds, type Actor, type StepRole } from '../people/roles.ts'
import { mayTake, untakable } from './takers.ts'
import type { TrangThai } from './states.ts'

export type { StepRole }

/**
 * Beside the role: the unit of which whoever takes the step is a member, the people who alone may, whether it must be another
 * than those who passed earlier steps, and those who passed some before this submission and so may not.
 */
export type BuocRieng = { donVi?: number; nguoi?: number[]; khacNguoi?: true; khacVoi?: number[] }
/** A step frozen into a submission. */
export type Buoc = { ma: string; ten: string; vaiTro: StepRole } & BuocRieng
/** A step of the chain as quy-che configures it. Empty `boSuuTap` and `apDung` mean every collection, every kind. */
export type BuocCauHinh = Buoc & { boSuuTap: readonly string[]; apDung: readonly string[]; chiNhayCam: boolean }
export type MucNhayCam = 'thuong' | 'cao'

/** A step as the regulation's form sends or stores it. */
export type BuocLuu = {
  ma: string | null
  ten: string | null
  vaiTro: StepRole | null
  boSuuTap: string[] | null
  apDung: string[] | null
  donVi: number | { id: number } | null
  tenDonVi: string | null
  nguoi: (number | { id: number })[] | null
  khacNguoi: boolean | null
  chiNhayCam: boolean | null
}

const idOf = (value: number | { id: number }): number => Number(typeof value === 'object' ? value.id : value)

/** What a step says of who takes it, and nothing where it says nothing. */
export const stepsAsRead = (steps: readonly Partial<BuocLuu>[] | null | undefined): BuocCauHinh[] =>
  (steps ?? []).map((b) => ({
    ma: b.ma ?? '',
    ten: b.ten ?? '',
    vaiTro: b.vaiTro ?? 'nguoiPhatNgon',
    boSuuTap: b.boSuuTap ?? [],
    apDung: b.apDung ?? [],
    chiNhayCam: b.chiNhayCam === true,
    ...(b.donVi ? { donVi: idOf(b.donVi) } : {}),
    ...(b.nguoi && b.nguoi.length > 0 ? { nguoi: b.nguoi.map(idOf) } : {}),
    ...(b.khacNguoi ? { khacNguoi: true as const } : {}),
  }))

/** What is submitted: a document of which collection, of which kind. */
export type ThuTrinh = { boSuuTap: string; loai: string }

/** Whether a step or a point is for it; one that names nothing is for everything, one that names kinds is for what has them. */
export const isFor = ({ boSuuTap = [], apDung = [] }: { boSuuTap?: readonly string[]; apDung?: readonly string[] }, of: ThuTrinh): boolean =>
  (boSuuTap.length === 0 || boSuuTap.includes(of.boSuuTap)) && (apDung.length === 0 || apDung.includes(of.loai))

/** A step as a submission carries it: whether somebody may take it can be told from it alone. */
export const frozen = ({ ma, ten, vaiTro, donVi, nguoi, khacNguoi, khacVoi }: Buoc): Buoc => ({
  ma,
  ten,
  vaiTro,
  ...(donVi === undefined ? {} : { donVi }),
  ...(nguoi === undefined || nguoi.length === 0 ? {} : { nguoi: [...nguoi] }),
  ...(khacNguoi === true ? { khacNguoi } : {}),
  ...(khacVoi === undefined || khacVoi.length === 0 ? {} : { khacVoi: [...khacVoi] }),
})

const isPreparatory = (role: StepRole): boolean => !APPROVING.includes(role)

/** The steps that apply to this kind of item; fails closed to the spokesperson alone if none would approve it. */
export function chainFor(config: readonly BuocCauHinh[], of: ThuTrinh, mucNhayCam: MucNhayCam): Buoc[] {
  const steps = config
    .filter((s) => isFor(s, of))
    .filter((s) => !s.chiNhayCam || mucNhayCam === 'cao')
    // Every step has a code of its own, however the regulation was filled in: a verdict passes one step, not two.
    .map((step, i, all): Buoc => ({ ...frozen(step), ma: all.findIndex((s) => s.ma === step.ma) === i ? step.ma : `${step.ma}#${i + 1}` }))
    // Two steps of one role are two people: the second looks at what the first let pass.
    .map((step, i, all): Buoc => (all.findIndex((s) => s.vaiTro === step.vaiTro) < i ? { ...step, khacNguoi: true } : step))
  const last = steps.at(-1)
  const needsSpokesperson = mucNhayCam === 'cao' && last?.vaiTro !== 'nguoiPhatNgon'
  if (!last || isPreparatory(last.vaiTro) || needsSpokesperson) {
    steps.push({ ma: 'phatNgon#cuoi', ten: 'Phát ngôn', vaiTro: 'nguoiPhatNgon' })
  }
  return steps
}

export type StepFacts = {
  chain: readonly Buoc[]
  boSuuTap: string
  submitter: Actor
  /** Preparatory steps somebody already passed on an earlier submission since the last edition. */
  passedBefore: readonly string[]
  /** Who passed them, as far as it is known. */
  passedBy?: Readonly<Record<string, readonly number[]>>
  /** Active accounts. */
  people: readonly Actor[]
  contributors: readonly number[]
}

/**
 * Reception carries over: when a person whose own step comes later submits again, the earlier preparatory
 * steps that were passed stay passed. A preparatory step whose every holder has already had a hand in the
 * text is passed too; an approver's step never is, except before the last by the submitter's own role.
 * Whoever passed one so is counted where a later step must be another's.
 */
export function remainingSteps({ chain, boSuuTap, submitter, passedBefore, passedBy = {}, people, contributors }: StepFacts): Buoc[] {
  const furthest = chain.findLastIndex((step) => mayTake(submitter, step, boSuuTap) && holds(submitter, step.vaiTro))
  const used: number[] = []
  return chain.flatMap((step, index) => {
    const kept = (): Buoc[] => [step.khacNguoi && used.length > 0 ? frozen({ ...step, khacVoi: [...new Set([...(step.khacVoi ?? []), ...used])] }) : step]
    const passed = (...by: number[]): [] => {
      used.push(...by)
      return []
    }
    if (index === chain.length - 1) return kept()
    if (holds(submitter, step.vaiTro) && mayTake(submitter, step, boSuuTap, used)) return passed(submitter.id)
    if (!isPreparatory(step.vaiTro)) return kept()
    if (index < furthest && passedBefore.includes(step.ma)) return passed(...(passedBy[step.ma] ?? []))
    const holders = people.filter((p) => mayTake(p, step, boSuuTap, used))
    return holders.length === 0 || holders.some((p) => !contributors.includes(p.id)) ? kept() : passed(...holders.map((p) => p.id))
  })
}

/** True where a new submission would wait for what the standing one waits for, or would ask again what was approved of it. */
export function sameSteps(standing: readonly Buoc[], next: readonly Buoc[], approved: readonly string[]): boolean {
  const key = (steps: readonly Buoc[]): string =>
    JSON.stringify(steps.map(frozen).map(({ ma, ten, vaiTro, donVi, nguoi, khacNguoi }) => [ma, ten, vaiTro, donVi, nguoi, khacNguoi]))
  return key(next) === key(standing) || key(next) === key(standing.filter((step) => !approved.includes(step.ma)))
}

type Asked = { people: readonly Actor[]; contributors: readonly number[]; boSuuTap: string }

/** Steps nobody may take who has not contributed, or at which one person would have to be two. */
export const stepsWithoutReviewer = (steps: readonly Buoc[], { people, contributors, boSuuTap }: Asked): Buoc[] =>
  untakable(steps, { people, boSuuTap, own: contributors }).map(({ step }) => step)

/**
 * A school with one leader: where the regulation says so, and where nobody else can, the spokesperson alone may take an
 * approver's step although the words are his own. The submission carries the exception; readers see it.
 */
export const needsOneLeader = (steps: readonly Buoc[], { people, contributors, boSuuTap }: Asked, allowed: boolean): boolean =>
  allowed &&
  untakable(steps, { people, boSuuTap, own: contributors }).length > 0 &&
  untakable(steps, { people, boSuuTap, own: contributors, excepted: true }).length === 0

/** The state in which a submission waits for this step. */
export function waitingState(step: Buoc): TrangThai {
  if (step.vaiTro === 'dauMoi') return 'choTiepNhan'
  if (step.vaiTro === 'bienTapVien') return 'choBienTap'
  return 'choDuyet'
}

/** Whom a file waits for, as its row says it, so that lists can be asked by it. `nguoi`, `khong`: ids between commas. */
export type Cho = { vaiTro: StepRole; donVi: number | null; nguoi: string | null; khong: string | null }
const between = (ids: readonly number[]): string | null => (ids.length === 0 ? null : `,${ids.join(',')},`)

export const waitsFor = (step: Buoc | null, passedBy: readonly number[] = []): Cho | null =>
  step && {
    vaiTro: step.vaiTro,
    donVi: step.donVi ?? null,
    nguoi: between(step.nguoi ?? []),
    khong: between([...new Set([...(step.khacVoi ?? []), ...(step.khacNguoi ? passedBy : [])])]),
  }

const idsIn = (text: string | null): number[] => (text ?? '').split(',').filter(Boolean).map(Number)

/** The step a file's row says it waits at, as far as who may take it goes. */
export const stepWaited = (cho: Cho): Buoc => ({
  ma: '',
  ten: '',
  vaiTro: cho.vaiTro,
  ...(cho.donVi === null ? {} : { donVi: cho.donVi }),
  ...(cho.nguoi === null ? {} : { nguoi: idsIn(cho.nguoi) }),
  ...(cho.khong === null ? {} : { khacNguoi: true, khacVoi: idsIn(cho.khong) }),
})
