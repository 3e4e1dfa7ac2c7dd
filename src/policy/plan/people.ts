/** Who a plan names: parted as people write several, and found among the accounts and units of the school. */
import { folded } from './columns.ts'

const COMRADE = /đ\/c\.?\s*/giu
const TITLES = /^(?:đc|đồng chí|thầy|cô|ông|bà|em)\.?\s+/iu

/** "Hạnh, Thu", "Thu và Hạnh", "đ/c Lan; BGH". */
export const namesIn = (text: string): string[] =>
  text
    .replace(COMRADE, '')
    .replace(/[.;,]+\s*$/u, '')
    .split(/\s*(?:[,;+&/]|\s+và\s+|\s+-\s+)\s*/u)
    .map((name) => name.replace(TITLES, '').trim())
    .filter((name) => name !== '' && name.length <= 60)

/** "Lan", "Yên, Oanh": short, capital letters, no figures; what else stands behind a colon is no name. */
export const looksLikeNames = (text: string): boolean => {
  const names = namesIn(text)
  return names.length > 0 && names.every((name) => /^\p{Lu}/u.test(name) && !/\d/.test(name) && name.split(' ').length <= 4)
}

export type Known = { id: number; ten: string }
export type Owner = { nguoi: number } | { donVi: number }

const LEADERS = new Set(['bgh', 'ban giam hieu', 'lanh dao', 'ht', 'hieu truong'])

/** Whoever alone bears that name, whole or at its end ("Lan" of "Trần Thị Mai Lan"); null where several or nobody do. */
export function ownerNamed(ten: string, people: readonly Known[], units: readonly (Known & { loai: string })[]): Owner | null {
  const sought = folded(ten)
  if (LEADERS.has(sought)) {
    const unit = units.filter(({ loai }) => loai === 'lanhDao')
    if (unit.length === 1) return { donVi: unit[0]!.id }
  }
  const unit = units.filter((one) => folded(one.ten) === sought)
  if (unit.length === 1) return { donVi: unit[0]!.id }
  const whole = people.filter((one) => folded(one.ten) === sought)
  if (whole.length === 1) return { nguoi: whole[0]!.id }
  const ending = people.filter((one) => folded(one.ten).endsWith(` ${sought}`))
  return ending.length === 1 ? { nguoi: ending[0]!.id } : null
}
