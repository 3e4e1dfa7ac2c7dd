/** A list of people as an office keeps it: who is who by the words of its head, or by what each cell looks like. */
import { issue, type Issue } from '../issues.ts'
import { settled, withoutAccents } from '../text/searchFold.ts'
import { withoutMarks } from '../text/pastedRows.ts'
import type { VaiTro } from './roles.ts'

/** `dong`: its row in the list, from 1. */
export type PastedPerson = { dong: number; hoTen: string; email: string; chucVu: string; donVi: string; vaiTro: VaiTro; issues: Issue[] }

type Column = 'hoTen' | 'email' | 'chucVu' | 'donVi' | 'vaiTro'
const HEADS: readonly [Column, RegExp][] = [
  ['email', /\b(e-?mail|thu dien tu|dia chi thu|hop thu)\b/],
  ['hoTen', /\b(ho (va )?ten|ten giao vien|ho ten)\b/],
  ['vaiTro', /\b(vai tro|quyen)\b/],
  ['chucVu', /\b(chuc vu|chuc danh|nhiem vu)\b/],
  ['donVi', /\b(don vi|to|lop|phong|khoi|bo phan)\b/],
]
/** Roles that the office may ask for by word; whoever approves is made one by the spokesperson alone. */
const ROLES: readonly [VaiTro, RegExp][] = [
  ['bienTapVien', /bien tap/],
  ['nguoiDuyet', /nguoi duyet|^duyet$/],
  ['dauMoi', /dau moi|tiep nhan/],
  ['vanThu', /van thu/],
]
const ADDRESS = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/u

/** As accounts keep them. */
const LONGEST = 100

const plain = (words: string): string => withoutAccents(settled(words))
const columnOf = (cell: string): Column | null => HEADS.find(([, words]) => words.test(plain(cell)))?.[0] ?? null

/** Where each column stands: said by a head row, else an address, and before and after it name, post, unit. */
function columnsOf(rows: readonly (readonly string[])[]): { at: Map<Column, number>; hasHead: boolean } {
  const head = rows[0] ?? []
  const said = new Map<Column, number>()
  if (!head.some((cell) => cell.includes('@')))
    head.forEach((cell, i) => {
      const column = columnOf(cell)
      if (column && !said.has(column)) said.set(column, i)
    })
  if (said.size >= 2) return { at: said, hasHead: true }
  const widths = Math.max(0, ...rows.map((row) => row.length))
  const isCount = (i: number): boolean => rows.every((row) => /^\d*\.?$/.test(row[i] ?? ''))
  const email = Array.from({ length: widths }, (_none, i) => i).find((i) => rows.some((row) => row[i]?.includes('@'))) ?? -1
  const rest = Array.from({ length: widths }, (_none, i) => i).filter((i) => i !== email && !isCount(i))
  const at = new Map<Column, number>(email < 0 ? [] : [['email', email]])
  for (const [i, column] of (['hoTen', 'chucVu', 'donVi', 'vaiTro'] as const).entries()) if (rest[i] !== undefined) at.set(column, rest[i])
  return { at, hasHead: false }
}

const roleOf = (word: string): VaiTro => ROLES.find(([, words]) => words.test(plain(word)))?.[0] ?? 'congTacVien'

type Told = Pick<PastedPerson, 'hoTen' | 'email' | 'chucVu'>

function faultsOf({ hoTen, email, chucVu }: Told, seen: ReadonlySet<string>): Issue[] {
  const long = Object.entries({ hoTen, chucVu }).filter(([, words]) => words.length > LONGEST)
  if (long.length > 0) return long.map(([name]) => issue('TOO_LONG', name, { max: LONGEST }))
  if (hoTen === '') return [issue('MISSING_FIELD', 'hoTen')]
  if (email === '') return [issue('MISSING_FIELD', 'email')]
  if (!ADDRESS.test(email)) return [issue('INVALID_VALUE', 'email', { goiY: 'ten@donvi.edu.vn' })]
  return seen.has(email) ? [issue('LISTED_TWICE', 'email')] : []
}

/** Every row with what is wrong with it; a doubled address is named at its second row. */
export function pastedPeople(rows: readonly (readonly string[])[]): PastedPerson[] {
  const { at, hasHead } = columnsOf(rows)
  const seen = new Set<string>()
  return rows.flatMap((row, i) => {
    if (hasHead && i === 0) return []
    const cell = (column: Column): string => row[at.get(column) ?? -1] ?? ''
    // "Lò Thị A <a@x.edu.vn>" as mail programs write it.
    const [, before, inside] = /^(.*?)\s*<([^<>]+)>$/.exec(cell('email')) ?? []
    const person = {
      dong: i + 1,
      hoTen: withoutMarks(cell('hoTen') || (before ?? '')),
      email: (inside ?? cell('email')).toLowerCase(),
      chucVu: cell('chucVu'),
      donVi: cell('donVi'),
      vaiTro: roleOf(cell('vaiTro')),
    }
    const issues = faultsOf(person, seen)
    if (person.email !== '') seen.add(person.email)
    return [{ ...person, issues }]
  })
}
