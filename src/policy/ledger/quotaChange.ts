/**
 * Rule: what was due in a month that is over stays due. A row of the quotas is in force from this month on at the earliest; from then on
 * it is ended, or followed by another, never changed or taken out.
 */
import { issue, type Issue } from '../issues.ts'
import { DEM_THEO, DOI_TUONG, isMonth, KY_HAN, MOST_OF_A_QUOTA, type ChiTieu } from './quota.ts'

const textOf = ({ ma: _ma, ten: _ten, denThang: _end, ...rest }: ChiTieu): string => JSON.stringify({ ...rest, loaiDonVi: rest.loaiDonVi.toSorted() })

/** `month`: the one it is now. */
function ofOne(row: ChiTieu, before: ChiTieu | undefined, field: string, month: string): Issue[] {
  const issues: Issue[] = []
  if (!/^[A-Za-z][\w-]{0,39}$/.test(row.ma)) issues.push(issue('INVALID_VALUE', `${field}.ma`, { goiY: 'tinHangThang' }))
  if (!DOI_TUONG.includes(row.doiTuong) || !KY_HAN.includes(row.kyHan) || !DEM_THEO.includes(row.demTheo)) issues.push(issue('INVALID_VALUE', field))
  if (!Number.isInteger(row.soLuong) || row.soLuong < 1 || row.soLuong > MOST_OF_A_QUOTA)
    issues.push(issue('QUOTA_NUMBER', `${field}.soLuong`, { max: MOST_OF_A_QUOTA }))
  for (const name of ['tuThang', 'denThang'] as const)
    if (row[name] !== null && !isMonth(row[name])) issues.push(issue('INVALID_VALUE', `${field}.${name}`, { goiY: '2026-11' }))
  if (row.tuThang !== null && row.denThang !== null && row.denThang < row.tuThang)
    issues.push(issue('INVALID_VALUE', `${field}.denThang`, { goiY: row.tuThang }))
  if (row.demTheo === 'kenh' && row.toi === null) issues.push(issue('MISSING_FIELD', `${field}.toi`))
  if (before && before.tuThang !== null && before.tuThang < month && textOf(row) !== textOf(before))
    issues.push(issue('QUOTA_KEPT', `${field}.soLuong`, { ten: before.ten }))
  if (row.tuThang !== null && row.tuThang < month && row.tuThang !== before?.tuThang) issues.push(issue('QUOTA_KEPT', `${field}.tuThang`, { ten: row.ten }))
  if (before && row.denThang !== before.denThang && [row.denThang, before.denThang].some((end) => end !== null && end < previous(month)))
    issues.push(issue('QUOTA_KEPT', `${field}.denThang`, { ten: before.ten }))
  return issues
}

const previous = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 1)).toISOString().slice(0, 7)

export function quotaChangeIssues(before: readonly ChiTieu[], after: readonly ChiTieu[], month: string): Issue[] {
  const gone = before.filter(({ ma, tuThang }) => tuThang !== null && tuThang < month && !after.some((row) => row.ma === ma))
  const doubled = after.flatMap(({ ma }, i) =>
    after.findIndex((row) => row.ma === ma) === i ? [] : [issue('INVALID_VALUE', `chiTieu.${i}.ma`, { goiY: `${ma}2` })],
  )
  return [
    ...gone.map(({ ten }) => issue('QUOTA_KEPT', 'chiTieu', { ten })),
    ...doubled,
    ...after.flatMap((row, i) => ofOne(row, before.find(({ ma }) => ma === row.ma), `chiTieu.${i}`, month)), // prettier-ignore
  ]
}
