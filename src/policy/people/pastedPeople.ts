/** A list of people as an office keeps it: who is who by the words of its head, or by what each cell looks like. */
import { issue, type Issue } from '../issues.ts'
import { withoutMarks } from '../text/pastedRows.ts'
import { columnsOf, type Column, type Rows } from './listHead.ts'
import { rolesIn } from './roleWords.ts'
import type { VaiTro } from './roles.ts'

/** `dong`: its row in the list, from 1. */
export type PastedPerson = { dong: number; hoTen: string; email: string; chucVu: string; donVi: string; vaiTro: VaiTro[]; issues: Issue[] }

const ADDRESS = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/u

/** As accounts keep them. */
const LONGEST = 100

type Told = Pick<PastedPerson, 'hoTen' | 'email' | 'chucVu'>

function faultsOf({ hoTen, email, chucVu }: Told, seen: ReadonlySet<string>): Issue[] {
  const long = Object.entries({ hoTen, chucVu }).filter(([, words]) => words.length > LONGEST)
  if (long.length > 0) return long.map(([name]) => issue('TOO_LONG', name, { max: LONGEST }))
  if (hoTen === '') return [issue('MISSING_FIELD', 'hoTen')]
  if (!/\p{L}/u.test(hoTen)) return [issue('INVALID_VALUE', 'hoTen', { goiY: 'họ và tên bằng chữ' })]
  if (email === '') return [issue('MISSING_FIELD', 'email')]
  if (!ADDRESS.test(email)) return [issue('INVALID_VALUE', 'email', { goiY: 'ten@donvi.edu.vn' })]
  return seen.has(email) ? [issue('LISTED_TWICE', 'email')] : []
}

/** Every row with what is wrong with it; a doubled address is named at its second row. */
export function pastedPeople(rows: Rows): PastedPerson[] {
  const { at, first } = columnsOf(rows)
  const seen = new Set<string>()
  return rows.flatMap((row, i) => {
    if (i < first) return []
    const cell = (column: Column): string => row[at.get(column) ?? -1] ?? ''
    // "Lò Thị A <a@x.edu.vn>" as mail programs write it.
    const [, before, inside] = /^(.*?)\s*<([^<>]+)>$/.exec(cell('email')) ?? []
    const { vaiTro, unknown } = rolesIn(cell('vaiTro'))
    const person = {
      dong: i + 1,
      hoTen: withoutMarks([cell('hoTen'), cell('ten')].filter(Boolean).join(' ') || (before ?? '')),
      email: (inside ?? cell('email')).toLowerCase(),
      chucVu: cell('chucVu'),
      donVi: cell('donVi'),
      vaiTro,
    }
    const issues = [
      ...faultsOf(person, seen),
      ...unknown.map((tu) =>
        issue('INVALID_VALUE', 'vaiTro', { goiY: `“${tu}” không xin được ở đây; ghi biên tập viên, người duyệt, văn thư, đầu mối hoặc để trống` }),
      ),
    ]
    if (person.email !== '') seen.add(person.email)
    return [{ ...person, issues }]
  })
}
