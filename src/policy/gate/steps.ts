/**
 * Rule: which steps a submission still needs. The last step is always an approver's and is never skipped;
 * a preparatory step counts as passed when the submitter's own role is that step.
 */
import { APPROVING, holds, mayTakeStep, type Actor, type StepRole } from '../people/roles.ts'
import type { TrangThai } from './states.ts'

export type { StepRole }

/** Beside the role: the unit of which whoever takes the step is a member, the people who alone may, and whether it must be another. */
export type BuocRieng = { donVi?: number; nguoi?: number[]; khacNguoi?: true }
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
export const frozen = ({ ma, ten, vaiTro, donVi, nguoi, khacNguoi }: Buoc): Buoc => ({
  ma,
  ten,
  vaiTro,
  ...(donVi === undefined ? {} : { donVi }),
  ...(nguoi === undefined || nguoi.length === 0 ? {} : { nguoi: [...nguoi] }),
  ...(khacNguoi === undefined ? {} : { khacNguoi }),
})

const isPreparatory = (role: StepRole): boolean => !APPROVING.includes(role)

/** The steps that apply to this kind of item; fails closed to the spokesperson alone if none would approve it. */
export function chainFor(config: readonly BuocCauHinh[], of: ThuTrinh, mucNhayCam: MucNhayCam): Buoc[] {
  const steps = config
    .filter((s) => isFor(s, of))
    .filter((s) => !s.chiNhayCam || mucNhayCam === 'cao')
    // Every step has a code of its own, however the regulation was filled in: a verdict passes one step, not two.
    .map((step, i, all): Buoc => ({ ...frozen(step), ma: all.findIndex((s) => s.ma === step.ma) === i ? step.ma : `${step.ma}#${i + 1}` }))
  const last = steps.at(-1)
  const needsSpokesperson = mucNhayCam === 'cao' && last?.vaiTro !== 'nguoiPhatNgon'
  if (!last || isPreparatory(last.vaiTro) || needsSpokesperson) {
    steps.push({ ma: 'phatNgon#cuoi', ten: 'Phát ngôn', vaiTro: 'nguoiPhatNgon' })
  }
  return steps
}

export type StepFacts = {
  chain: readonly Buoc[]
  submitter: Actor
  /** Preparatory steps somebody already passed on an earlier submission since the last edition. */
  passedBefore: readonly string[]
  /** Active accounts. */
  people: readonly Actor[]
  contributors: readonly number[]
}

/**
 * Reception carries over: when a person whose own step comes later submits again, the earlier preparatory
 * steps that were passed stay passed. A preparatory step whose every holder has already had a hand in the
 * text is passed too; an approver's step never is, except before the last by the submitter's own role.
 */
export function remainingSteps({ chain, submitter, passedBefore, people, contributors }: StepFacts): Buoc[] {
  const furthest = chain.findLastIndex((s) => holds(submitter, s.vaiTro))
  return chain.filter((step, index) => {
    if (index === chain.length - 1) return true
    if (holds(submitter, step.vaiTro)) return false
    if (!isPreparatory(step.vaiTro)) return true
    if (index < furthest && passedBefore.includes(step.ma)) return false
    const holders = people.filter((p) => holds(p, step.vaiTro))
    return holders.length === 0 || holders.some((p) => !contributors.includes(p.id))
  })
}

/** True where a new submission would wait for what the standing one waits for, or would ask again what was approved of it. */
export function sameSteps(standing: readonly Buoc[], next: readonly Buoc[], approved: readonly string[]): boolean {
  const key = (steps: readonly Buoc[]): string => JSON.stringify(steps.map(({ ma, ten, vaiTro }) => [ma, ten, vaiTro]))
  return key(next) === key(standing) || key(next) === key(standing.filter((step) => !approved.includes(step.ma)))
}

/** Steps nobody may take: no active account with the role that has not contributed. */
export function stepsWithoutReviewer(steps: readonly Buoc[], people: readonly Actor[], contributors: readonly number[], boSuuTap: string): Buoc[] {
  return steps.filter((s) => !people.some((p) => mayTakeStep(p, s.vaiTro, boSuuTap) && !contributors.includes(p.id)))
}

/**
 * A school with one leader: where the regulation says so, and where nobody else can, the spokesperson alone may take an
 * approver's step although the words are his own. The submission carries the exception; readers see it.
 */
export function needsOneLeader(missing: readonly Buoc[], people: readonly Actor[], allowed: boolean): boolean {
  return allowed && missing.length > 0 && missing.every((s) => !isPreparatory(s.vaiTro)) && people.some((p) => holds(p, 'nguoiPhatNgon'))
}

/** The state in which a submission waits for this step. */
export function waitingState(step: Buoc): TrangThai {
  if (step.vaiTro === 'dauMoi') return 'choTiepNhan'
  if (step.vaiTro === 'bienTapVien') return 'choBienTap'
  return 'choDuyet'
}
