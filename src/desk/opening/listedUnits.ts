/** A list of units judged as a whole: what each is, whether it is there, and whether its parent is there or will be. */
import { textIssues } from '../../policy/gate/freeze.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { listBody } from '../../policy/text/listBody.ts'
import { withoutMarks } from '../../policy/text/pastedRows.ts'
import { TEN_LOAI_DON_VI, type LoaiDonVi } from '../../presets/index.ts'
import { guessKind, kindNamed } from '../../presets/unitGuess.ts'
import type { Item, Rows } from './listed.ts'

/** `cha`: the name of what it belongs to, or nothing. */
export type Named = { ten: string; cha: string }
/** `bac`: how many of the list stand above it. */
export type Unit = Item & Named & { loai: LoaiDonVi; bac: number }

const plain = (name: string): string => name.toLocaleLowerCase('vi')
export const same = (a: string, b: string): boolean => plain(a) === plain(b)
/** Rule: two units of one name under two parents are two. */
export const sameUnit = (a: Named, b: Named): boolean => same(a.ten, b.ten) && same(a.cha, b.cha)
const keyOf = ({ ten, cha }: Named): string => `${plain(ten)}\n${plain(cha)}`

const LONGEST = 200

function ownIssues({ ten, cha }: Named, kind: LoaiDonVi | null, kinds: readonly LoaiDonVi[]): Issue[] {
  const issues: Issue[] = [...textIssues(ten, 'ten')]
  if (ten === '') issues.push(issue('MISSING_FIELD', 'ten'))
  if ([...ten].length > LONGEST) issues.push(issue('TOO_LONG', 'ten', { max: LONGEST }))
  if (kind === null) issues.push(issue('INVALID_VALUE', 'loai', { goiY: TEN_LOAI_DON_VI[guessKind(ten, kinds)].vi }))
  if (cha !== '' && same(ten, cha)) issues.push(issue('INVALID_VALUE', 'cha', { goiY: 'để trống, hoặc ghi tên của một đơn vị khác' }))
  return issues
}

/** The round in which each can be added, after its parent; null where its parent is never there: unknown, refused or in a circle. */
function roundsOf(units: readonly (Named & { sound: boolean })[], known: readonly Named[]): (number | null)[] {
  const rounds: (number | null)[] = units.map(() => null)
  const there = new Set(['', ...known.map(({ ten }) => plain(ten))])
  for (let round = 0, names = ['']; names.length > 0; round += 1) {
    const next = units.flatMap(({ cha }, i) => (rounds[i] === null && there.has(plain(cha)) ? [i] : []))
    for (const i of next) rounds[i] = round
    names = next.filter((i) => units[i]!.sound).map((i) => plain(units[i]!.ten))
    for (const name of names) there.add(name)
  }
  return rounds
}

/** Rule: of two units of one name the list does not say which is meant. */
function isAmbiguous(cha: string, all: readonly Named[]): boolean {
  const named = all.filter(({ ten }) => same(ten, cha))
  return cha !== '' && new Set(named.map(keyOf)).size > 1
}

const HEAD = /^(?:ten( don vi| lop| to| cac don vi)?|don vi|ten don vi, lop)$/

export function listedUnits(all: Rows, known: readonly Named[], kinds: readonly LoaiDonVi[]): Unit[] {
  const { rows, from } = listBody(all, HEAD)
  const listed = rows.map(([name = '', loai = '', cha = '']) => {
    const ten = withoutMarks(name)
    const kind = loai === '' ? guessKind(ten, kinds) : kindNamed(loai, kinds)
    const issues = ownIssues({ ten, cha }, kind, kinds)
    return { ten, cha, loai: kind ?? ('khac' as const), issues, sound: issues.length === 0 }
  })
  const rounds = roundsOf(listed, known)
  const seen = new Set(known.map(keyOf))
  return listed.map(({ ten, cha, loai, issues: own, sound }, i): Unit => {
    const bac = rounds[i] ?? null
    const issues: Issue[] = bac === null && !same(ten, cha) ? [...own, issue('UNIT_UNKNOWN', 'cha', { ten: cha })] : [...own]
    const there = seen.has(keyOf({ ten, cha }))
    if (sound && bac !== null) seen.add(keyOf({ ten, cha }))
    if (isAmbiguous(cha, [...known, ...listed]))
      issues.push(issue('INVALID_VALUE', 'cha', { goiY: 'có nhiều đơn vị tên này; hãy thêm dòng này ở trang quản trị, nơi chọn được đúng đơn vị cấp trên' }))
    return { dong: from + i + 1, o: [ten, TEN_LOAI_DON_VI[loai].vi, cha], issues, there, ten, cha, loai, bac: bac ?? 0 }
  })
}
