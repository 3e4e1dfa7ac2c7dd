/** Rule: a mandatory point of the checklist that is answered "không" or left out refuses an approval. */
import { issue, type Issue } from '../issues.ts'
import { isFor, type ThuTrinh } from './steps.ts'

export const TRA_LOI = ['dat', 'khong', 'khongApDung'] as const
export type TraLoi = (typeof TRA_LOI)[number]
/** Empty `boSuuTap` and `apDung`: asked of everything. */
export type MucKiemTra = { ma: string; noiDung: string; batBuoc: boolean; boSuuTap?: readonly string[]; apDung?: readonly string[] }

/** The points that are asked of a document; which there are is told by the version of the checklist that a verdict names. */
export const pointsFor = (items: readonly MucKiemTra[], of: ThuTrinh): MucKiemTra[] => items.filter((item) => isFor(item, of))

/** `answers` comes from outside and may be anything at all. */
export function checkAnswers(items: readonly MucKiemTra[], answers: unknown): { issues: Issue[]; answers: Record<string, TraLoi> } {
  const given = answers !== null && typeof answers === 'object' && !Array.isArray(answers) ? (answers as Record<string, unknown>) : {}
  const kept: Record<string, TraLoi> = {}
  const issues: Issue[] = []
  for (const item of items) {
    const answer = Object.hasOwn(given, item.ma) ? given[item.ma] : undefined
    const known = TRA_LOI.find((t) => t === answer)
    if (known) kept[item.ma] = known
    if (item.batBuoc && known !== 'dat' && known !== 'khongApDung') {
      issues.push(issue('CHECKLIST_INCOMPLETE', `kiemTra.${item.ma}`, { noiDung: item.noiDung }))
    }
  }
  return { issues, answers: kept }
}
