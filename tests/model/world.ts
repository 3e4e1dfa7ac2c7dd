/**
 * What the model knows of a school: people, what they hold, the gate's clock, and of each document everything that was
 * frozen, decided and shown. It learns what happened from the log alone, and holds every row against its own rules.
 */
import type { PersonKey } from '../../src/demo/people.ts'

export const PEOPLE = ['giaovien', 'doantn', 'vanphong', 'phohieutruong', 'hieutruong', 'quantri'] as const satisfies readonly PersonKey[]
export type Who = (typeof PEOPLE)[number]
export const ROLES: Record<Who, readonly string[]> = {
  giaovien: ['congTacVien'],
  doantn: ['dauMoi'],
  vanphong: ['bienTapVien', 'vanThu'],
  phohieutruong: ['nguoiDuyet'],
  hieutruong: ['nguoiPhatNgon'],
  quantri: ['quanTriKyThuat'],
}

export type Submission = {
  id: number
  lan: number
  /** The frozen bytes. */
  text: string
  contributors: readonly number[]
  steps: readonly { ma: string; vaiTro: string }[]
  approved: string[]
  motLanhDao: boolean
  /** Refused, taken back or withdrawn: never again public. */
  left: boolean
}

export type Doc = {
  id: number
  author: Who
  /** The words of the working copy as they were last saved. */
  words: string
  /** Who changed them since the last approved edition; of those, who did after the last submission. */
  contributors: Set<number>
  later: Set<number>
  submissions: Submission[]
  state: string
  live: { submission: Submission; khanDen: number | null } | null
  /** Since the last approved edition an emergency was shown. */
  emergencyUsed: boolean
  schedule: { at: number; by: number } | null
  rows: number
}

export type Delegation = { id: number; to: Who; phamVi: string; from: number; until: number; revoked: boolean }

export type Model = {
  ids: Record<Who, number>
  roles: Record<Who, readonly string[]>
  /** How far the gate's clock is ahead of the real one, in minutes. */
  clock: number
  dangNgay: boolean
  motLanhDao: boolean
  delegations: Delegation[]
  docs: Doc[]
  so: number
  bam: string
  /** Steps taken, over all runs. */
  steps: number
}

export const now = (model: Model): number => Date.now() + model.clock * 60_000

export const nameOf = (model: Model, id: number): Who | null => PEOPLE.find((who) => model.ids[who] === id) ?? null

/** Whether the model thinks this person may take a step of this role, by office or by a delegation in force. */
export function mayTake(model: Model, person: number, vaiTro: string): { own: boolean; lent: boolean } {
  const who = nameOf(model, person)
  if (!who) return { own: false, lent: false }
  const roles = model.roles[who]
  const own = roles.includes(vaiTro) || (vaiTro === 'nguoiDuyet' && roles.includes('nguoiPhatNgon'))
  const approver = vaiTro === 'nguoiDuyet' || vaiTro === 'nguoiPhatNgon'
  const lent =
    approver &&
    !roles.includes('quanTriKyThuat') &&
    model.delegations.some(
      (d) => d.to === who && !d.revoked && d.from <= now(model) + 1000 && now(model) <= d.until + 1000 && ['tatCa', 'tin-bai'].includes(d.phamVi),
    )
  return { own, lent }
}

export const latest = (doc: Doc): Submission | null => doc.submissions.at(-1) ?? null

/** The bytes readers must see of a document now, or none. */
export function expected(model: Model, doc: Doc): string | null {
  if (!doc.live) return null
  return doc.live.khanDen === null || doc.live.khanDen > now(model) ? doc.live.submission.text : null
}

/** The id a reviewer read: of the latest submission, or of the one before; 0 where there is none. */
export const readSubmission = (model: Model, i: number, old: boolean): number => model.docs[i]!.submissions.at(old ? -2 : -1)?.id ?? 0

export const inMinutes = (model: Model, minutes: number): string => new Date(now(model) + minutes * 60_000).toISOString()
