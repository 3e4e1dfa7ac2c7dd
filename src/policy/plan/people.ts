/** Who a plan names: parted as people write several, and found among the accounts and units of the school. */
import { settled } from '../text/searchFold.ts'
import { folded } from './columns.ts'

const COMRADE = /đ\/c\.?\s*/giu
const UNIT = /^(?:tổ|khối|phòng|ban|nhóm|chi đoàn|đoàn|đội|hội|công đoàn)\s/iu
const TITLES = /^(?:đc|đồng chí|thầy|cô|ông|bà|em)\.?\s+/iu

/** "Hạnh, Thu", "Thu và Hạnh", "đ/c Lan; BGH". */
export const namesIn = (text: string): string[] =>
  text
    .replace(COMRADE, '')
    .replace(/[.;,]+\s*$/u, '')
    .split(/\s*[,;+&/]\s*/u)
    // "Tổ Toán - Tin" is one unit.
    .flatMap((part) => (UNIT.test(part) ? [part] : part.split(/\s+(?:và|-|–)\s+/u)))
    .map((name) => name.replace(TITLES, '').trim())
    .filter((name) => name !== '' && name.length <= 60)

/** "Lan", "Yên, Oanh": short, capital letters, no figures; what else stands behind a colon is no name. */
export const looksLikeNames = (text: string): boolean => {
  const names = namesIn(text)
  return names.length > 0 && names.every((name) => /^\p{Lu}/u.test(name) && !/\d/.test(name) && name.split(' ').length <= 4)
}

export type Known = { id: number; ten: string }
const withDashes = (text: string): string => settled(text).replaceAll('–', '-').replace(/\s+/gu, ' ').trim()

export type Owner = { nguoi: number } | { donVi: number }

const LEADERS = new Set(['bgh', 'ban giam hieu', 'lanh dao', 'ht', 'hieu truong'])

/** Whoever alone bears that name, whole or at its end ("Lan" of "Trần Thị Mai Lan"); null where several or nobody do. */
export function ownerNamed(ten: string, people: readonly Known[], units: readonly (Known & { loai: string })[]): Owner | null {
  const sought = folded(ten)
  /** With its accents where they were written: "Năm" is not "Nam". */
  const said = withDashes(ten)
  const hasAccents = said !== sought
  const alike = (other: string): string => (hasAccents ? withDashes(other) : folded(other).replaceAll('–', '-'))
  const wanted = hasAccents ? said : sought.replaceAll('–', '-')
  if (LEADERS.has(sought)) {
    const unit = units.filter(({ loai }) => loai === 'lanhDao')
    if (unit.length === 1) return { donVi: unit[0]!.id }
  }
  const unit = units.filter((one) => alike(one.ten) === wanted)
  if (unit.length === 1) return { donVi: unit[0]!.id }
  const whole = people.filter((one) => alike(one.ten) === wanted)
  if (whole.length === 1) return { nguoi: whole[0]!.id }
  const ending = people.filter((one) => alike(one.ten).endsWith(` ${wanted}`))
  return ending.length === 1 ? { nguoi: ending[0]!.id } : null
}
