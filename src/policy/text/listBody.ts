/** A list without what an office puts around it: the head row, and a column that only counts. */
import { settled, withoutAccents } from './searchFold.ts'

type Rows = readonly (readonly string[])[]
const COUNT = /^(?:\d{1,4}[.)]?|stt|tt|so tt|so thu tu|)$/

const plain = (words: string): string => withoutAccents(settled(words))

/** `from`: how many rows stand above the first of the list. `head`: what its first column is called, without accents. */
export function listBody(rows: Rows, head: RegExp): { rows: string[][]; from: number } {
  const counted = rows.some((row) => row.length > 1) && rows.every((row) => COUNT.test(plain(row[0] ?? '')))
  const cells = rows.map((row) => (counted ? row.slice(1) : [...row]))
  const from = cells.length > 1 && head.test(plain(cells[0]?.[0] ?? '')) ? 1 : 0
  return { rows: cells.slice(from), from }
}
