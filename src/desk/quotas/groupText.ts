/** One text ready for the school's group: what this month still wants, and of whom. */
import { countIn, type Counts } from '../../ledger/counted.ts'
import { stateOf, type ChiTieu, type Ky, type Subject } from '../../policy/ledger/quota.ts'
import { html, type Part } from '../../theme/draw/html.ts'

export type Short = { rule: ChiTieu; subjects: readonly Subject[]; periods: readonly Ky[]; counts: Counts }

/** Of quotas by month and unit or class: names of people are not for a group. `month`: the one it is now. */
export function groupTextPart(all: readonly Short[], month: string): Part {
  const lines = all.flatMap(({ rule, subjects, periods, counts }) => {
    const ky = periods.find(({ ma }) => ma === month)
    if (!ky || !['donVi', 'lop'].includes(rule.doiTuong)) return []
    const short = subjects.filter((subject) => stateOf(rule, subject, ky, countIn(counts, subject.id, ky), month) === 'con').map(({ ten }) => ten)
    return short.length === 0 ? [] : [`${rule.ten}: còn ${short.join(', ')}.`]
  })
  return (
    lines.length > 0 &&
    html`<details class="them"><summary>Lời nhắn sẵn cho nhóm</summary><textarea readonly rows="5" aria-label="Lời nhắn" data-chep>\n${`Tháng ${Number(month.slice(5))} còn chờ tin của các đơn vị:\n${lines.join('\n')}`}</textarea></details>`
  )
}
