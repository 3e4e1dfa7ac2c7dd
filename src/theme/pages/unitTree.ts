import type { Unit } from '../content/unit.ts'
import type { Branch } from './names.ts'

/** Units below those they belong to. One whose parent is not live stands by itself; a circle of parents does not hang the page. */
export function unitTree(units: readonly Unit[]): Branch[] {
  const known = new Set(units.map((u) => u.taiLieu))
  const placed = new Set<number>()
  const under = (cha: number | null): Branch[] =>
    units
      .filter((u) => (u.cha !== null && known.has(u.cha) ? u.cha : null) === cha && !placed.has(u.taiLieu))
      .map((u) => {
        placed.add(u.taiLieu)
        return { taiLieu: u.taiLieu, slug: u.slug, ten: u.ten, duoi: under(u.taiLieu) }
      })
  const roots = under(null)
  const circling = units.filter((u) => !placed.has(u.taiLieu)).map(({ taiLieu, slug, ten }) => ({ taiLieu, slug, ten, duoi: [] }))
  return [...roots, ...circling]
}
