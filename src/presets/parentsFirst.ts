/** Units in an order in which each comes after the one it belongs to; a circle stays as it was written. */
export function parentsFirst<T extends { ten: string; cha: string }>(units: readonly T[]): T[] {
  const same = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')
  const sorted: T[] = []
  let left = [...units]
  while (left.length > 0) {
    const ready = left.filter((unit) => !left.some((other) => other !== unit && same(other.ten, unit.cha)))
    if (ready.length === 0) return [...sorted, ...left]
    sorted.push(...ready)
    left = left.filter((unit) => !ready.includes(unit))
  }
  return sorted
}
