/** The rows of a plan as somebody corrected them on the page where they were read. */
import { issue, type Issue } from '../issues.ts'
import { folded } from './columns.ts'
import { monthsIn } from './months.ts'
import { namesIn, type Known, type Owner } from './people.ts'
import { CANH_BAO_DONG, MOST_PLAN_ROWS, type CanhBaoDong, type KeHoachDoc } from './read.ts'
import { inSchoolYear, rowIssues, type NoiDungDong } from './row.ts'

/** Whom a name means; null: its words alone. */
export type Matched = (ten: string) => Owner | null

const textList = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a page of the preview carries, whole again; null where it is none. */
export function planDocIn(json: string): KeHoachDoc | null {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch {
    return null
  }
  const isObject = (one: unknown): one is Record<string, unknown> => one !== null && typeof one === 'object'
  if (!isObject(raw) || !Array.isArray(raw.dong) || raw.dong.length > MOST_PLAN_ROWS || !Array.isArray(raw.nguoi) || !Array.isArray(raw.canhBao)) return null
  const dong = raw.dong.filter(isObject).map((one) => ({
    thang: textList(one.thang),
    thangChu: text(one.thangChu),
    noiDung: text(one.noiDung),
    sanPham: textList(one.sanPham),
    nguoi: textList(one.nguoi),
    nguoiChu: text(one.nguoiChu),
    phoiHop: text(one.phoiHop),
    boSung: text(one.boSung),
    canhBao: textList(one.canhBao).filter((code): code is CanhBaoDong => CANH_BAO_DONG.some((known) => known === code)),
  }))
  const nguoi = raw.nguoi.filter(isObject).map((one) => ({ ten: text(one.ten), so: Number(one.so) || 0 }))
  return { loai: raw.loai === 'chuDe' ? 'chuDe' : 'thang', dong, canhBao: [], nguoi }
}

/**
 * `typed`: what stands in the field `noiDung.3` of the page, null where it has none; `taken`: numbers of the rows that are wanted.
 * A topic of the school that is called like the row is its topic.
 */
export function planRowsIn(
  doc: KeHoachDoc,
  typed: (name: string) => string | null,
  taken: readonly string[],
  matched: Matched,
  topics: readonly Known[],
  namHoc: string,
): { rows: NoiDungDong[]; issues: Issue[] } {
  const rows: NoiDungDong[] = []
  const issues: Issue[] = []
  for (const [i, one] of doc.dong.entries()) {
    if (!taken.includes(String(i))) continue
    const noiDung = (typed(`noiDung.${i}`) ?? text(one.noiDung)).replace(/\s+/gu, ' ').trim()
    const months = (typed(`thang.${i}`) ?? textList(one.thang).map((thang) => Number(thang.slice(5))).join(', ')).trim() // prettier-ignore
    const said = months === '' ? [] : monthsIn(folded(months))
    if (noiDung === '') issues.push(issue('MISSING_FIELD', `noiDung.${i}`))
    if (said === null) issues.push(issue('MONTH_UNKNOWN', `thang.${i}`, { chu: months.slice(0, 60) }))
    const names = namesIn(typed(`nguoi.${i}`) ?? textList(one.nguoi).join(', '))
    const owners = names.map((ten) => ({ ten, owner: matched(ten) }))
    const row: NoiDungDong = {
      thang: inSchoolYear((said ?? []).map(({ thang }) => thang)),
      noiDung,
      sanPham: textList(one.sanPham).slice(0, 20).map((line) => line.slice(0, 300)), // prettier-ignore
      phoiHop: text(one.phoiHop).slice(0, 300),
      boSung: text(one.boSung).slice(0, 300),
      chuDe: topics.filter(({ ten }) => folded(ten) === folded(noiDung)).map(({ id }) => id),
      nguoi: [...new Set(owners.flatMap(({ owner }) => (owner !== null && 'nguoi' in owner ? [owner.nguoi] : [])))],
      donVi: [...new Set(owners.flatMap(({ owner }) => (owner !== null && 'donVi' in owner ? [owner.donVi] : [])))],
      nguoiChu: names.length === 0 ? text(one.nguoiChu).slice(0, 300) : owners.filter(({ owner }) => owner === null).map(({ ten }) => ten).join(', '), // prettier-ignore
      suKienTu: null,
      suKienDen: null,
    }
    rows.push(row)
    // Said at its own row; the words of people without account stand in the field of people.
    if (noiDung !== '') issues.push(...rowIssues(row, namHoc).map((one) => ({ ...one, field: `${one.field === 'nguoiChu' ? 'nguoi' : one.field}.${i}` })))
  }
  return { rows, issues }
}
