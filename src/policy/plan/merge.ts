/** Two people change a row at once: what only one of them changed is taken from him; where both did, somebody has to say. */
import type { NoiDungDong } from './row.ts'

const FIELDS = ['thang', 'noiDung', 'sanPham', 'phoiHop', 'boSung', 'chuDe', 'nguoi', 'donVi', 'nguoiChu', 'suKienTu', 'suKienDen'] as const
/** Lists are sets: the page sends people in the order of their names. */
const plain = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : (value ?? null))
const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

/** `base`: as it stood on the page; null where that is not known. Answers the fields that both changed, each to something else. */
export function mergeRows(base: NoiDungDong | null, mine: NoiDungDong, theirs: NoiDungDong): { row: NoiDungDong; clash: string[] } {
  const row: Record<string, unknown> = { ...theirs }
  const clash: string[] = []
  for (const name of FIELDS) {
    if (same(mine[name], theirs[name]) || (base !== null && same(mine[name], base[name]))) continue
    if (base !== null && same(theirs[name], base[name])) row[name] = mine[name]
    else clash.push(name)
  }
  return { row: row as NoiDungDong, clash }
}
