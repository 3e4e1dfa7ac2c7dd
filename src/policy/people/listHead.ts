/** Which column of a list of people is which: said by a head row, else told by what the cells look like. */
import { settled, withoutAccents } from '../text/searchFold.ts'

export type Column = 'hoTen' | 'ten' | 'email' | 'chucVu' | 'donVi' | 'vaiTro'
export type Rows = readonly (readonly string[])[]
/** `first`: index of the first row of people. */
export type Columns = { at: ReadonlyMap<Column, number>; first: number }

/** As whole cells: "Lê Thị Quyên" is no column of rights, "Tổ Toán" none of units. */
const HEADS: readonly [Column, RegExp][] = [
  ['email', /^(dia chi )?(e-?mail|thu dien tu|hop thu|dia chi thu)\b/],
  ['hoTen', /^(ho (va )?ten|ho (va )?(chu )?(dem|lot)|ten (giao vien|can bo|nhan vien|nguoi))\b/],
  ['ten', /^ten$/],
  ['vaiTro', /^(vai tro( .*)?|quyen( han| su dung)?)$/],
  ['chucVu', /^(chuc vu|chuc danh|nhiem vu)\b/],
  ['donVi', /^(don vi( .*)?|(to|lop|phong|khoi|bo phan|to chuyen mon|to bo mon)( ?[/,] ?.*)?|phong ban)$/],
]
const LONGEST_HEAD = 40
/** A title, the school's name, a date stand above the head of some lists. */
const MOST_ABOVE = 10

const plain = (words: string): string => withoutAccents(settled(words))
const columnOf = (cell: string): Column | null => (cell.length > LONGEST_HEAD ? null : (HEADS.find(([, words]) => words.test(plain(cell)))?.[0] ?? null))

function saidBy(row: readonly string[]): Map<Column, number> | null {
  if (row.some((cell) => cell.includes('@'))) return null
  const said = new Map<Column, number>()
  row.forEach((cell, i) => {
    const column = columnOf(cell)
    if (column && !said.has(column)) said.set(column, i)
  })
  return said.size >= 2 && (said.has('email') || said.has('hoTen')) ? said : null
}

/** A name in two columns under one head: what stands right of it has no head of its own, and a word or two in most rows. */
function givenNameAt(at: ReadonlyMap<Column, number>, head: readonly string[], below: Rows): number | null {
  const next = (at.get('hoTen') ?? -2) + 1
  if (next < 1 || (head[next] ?? '') !== '') return null
  const short = below.filter((row) => /^\p{L}+( \p{L}+)?$/u.test(row[next] ?? ''))
  return short.length * 2 > below.length ? next : null
}

export function columnsOf(rows: Rows): Columns {
  for (const [i, row] of rows.slice(0, MOST_ABOVE + 1).entries()) {
    const at = saidBy(row)
    if (at) {
      const given = at.has('ten') ? null : givenNameAt(at, row, rows.slice(i + 1))
      return { at: given === null ? at : new Map([...at, ['ten', given] as const]), first: i + 1 }
    }
    if (row.some((cell) => cell.includes('@'))) break
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const indexes = Array.from({ length: width }, (_none, i) => i)
  const isCount = (i: number): boolean => rows.every((row) => /^(?:\d*\.?|stt|tt)$/i.test(row[i] ?? ''))
  const email = indexes.find((i) => rows.some((row) => row[i]?.includes('@'))) ?? -1
  const rest = indexes.filter((i) => i !== email && !isCount(i))
  const at = new Map<Column, number>(email < 0 ? [] : [['email', email]])
  for (const [i, column] of (['hoTen', 'chucVu', 'donVi', 'vaiTro'] as const).entries()) if (rest[i] !== undefined) at.set(column, rest[i])
  return { at, first: 0 }
}
