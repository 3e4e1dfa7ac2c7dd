/** A page of the plan for readers, as a draft: it goes through the gate like everything else. Whom it names are units. */
import { ownersOf } from '../../facts/plan/owners.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import type { DongKeHoach } from '../../policy/plan/row.ts'
import { readStory } from '../../policy/text/plainStory/read.ts'
import type { Visit } from '../room.ts'
import { monthsInWords } from './words.ts'

/** Answers where the draft is finished and sent. */
export async function draftPage(visit: Visit, namHoc: string): Promise<string> {
  const plan = await planOf(await visit.own(), namHoc)
  if (!plan || plan.dong.length === 0) throw refuse(issue('NOT_FOUND'))
  const { units } = await ownersOf(await visit.own())
  const groups = new Map<string, DongKeHoach[]>()
  for (const row of plan.dong) groups.set(monthsInWords(row.thang), [...(groups.get(monthsInWords(row.thang)) ?? []), row])
  const line = ({ noiDung, donVi }: DongKeHoach): string => {
    const named = donVi.flatMap((id) => units.find((one) => one.id === id)?.ten ?? [])
    return `- ${noiDung}${named.length > 0 ? ` (${named.join(', ')})` : ''}`
  }
  const text = [...plan.canCu.map((one) => `Căn cứ ${one};`), ...[...groups].map(([months, rows]) => `## ${months}\n\n${rows.map(line).join('\n')}`)].join(
    '\n\n',
  )
  const req = await visit.own()
  const data = { tieuDe: `Kế hoạch truyền thông năm học ${namHoc}`, noiDung: readStory(text, []).content }
  const made = await req.payload.create({ collection: 'trang', data: data as never, draft: true, depth: 0, overrideAccess: false, req })
  return `/admin/collections/trang/${made.id}`
}
