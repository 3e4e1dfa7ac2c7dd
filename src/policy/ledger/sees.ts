/** Rule: who reads which figures. Leaders and the office all of them; a head those of his unit and its people; everybody his own. */
import { APPROVING, holds, type Actor } from '../people/roles.ts'
import type { DoiTuong } from './quota.ts'

/** `units`: those this person is in charge of; `members`: people of those units; `classes`: his own classes. */
export type Standing = { units: readonly number[]; members: readonly number[]; classes: readonly number[] }

export function seesFigure(actor: Actor, doiTuong: DoiTuong, subject: number, { units, members, classes }: Standing): boolean {
  if (holds(actor, ...APPROVING, 'bienTapVien')) return true
  // Whoever collects the stories of the classes.
  if (doiTuong === 'lop') return holds(actor, 'dauMoi') || units.includes(subject) || classes.includes(subject)
  if (doiTuong === 'donVi') return units.includes(subject)
  if (doiTuong === 'caNhan') return subject === actor.id || members.includes(subject)
  return false
}
