/** Rule: the results of a contest are a story like any other; it names every entry that won, and goes through the gate. */
import { settled, withoutAccents } from '../text/searchFold.ts'
import { issue, type Issue } from '../issues.ts'

export type Won = { so: string; ten: string; nguoiGui: string; lop: string; giai: string; tuLieu: readonly number[] }
export type Entered = Omit<Won, 'giai'>

const MOST = 80
/** Best first; what a school calls otherwise stands before the last, in its alphabet. */
const ORDER = ['dac biet', 'nhat', 'nhi', 'ba']
const LAST = 'khuyen khich'

const rank = (giai: string): number => {
  const words = withoutAccents(settled(giai))
  if (words.includes(LAST)) return ORDER.length + 1
  const at = ORDER.findIndex((one) => ` ${words} `.includes(` ${one} `))
  return at < 0 ? ORDER.length : at
}

/** `giai`: what was typed beside each entry; blank where it won nothing. */
export function wonOf(entries: readonly Entered[], giai: (so: string) => string): Won[] {
  return entries
    .map((one) => ({ ...one, giai: giai(one.so).replace(/\s+/gu, ' ').trim() }))
    .filter((one) => one.giai !== '')
    .toSorted((one, other) => rank(one.giai) - rank(other.giai) || one.giai.localeCompare(other.giai, 'vi') || one.so.localeCompare(other.so))
}

export function resultIssues(won: readonly Won[]): Issue[] {
  const long = won.find(({ giai }) => [...giai].length > MOST)
  if (long) return [issue('TOO_LONG', `giai.${long.so}`, { max: MOST })]
  return won.length === 0 ? [issue('MISSING_FIELD', 'giai')] : []
}

/** One line never begins like a mark of a story. */
const line = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[-•>#]+ ?/u, '')

/** The story as it is typed in, with the pictures it shows in their order. */
export function resultStory(ten: string, all: number, won: readonly Won[]): { tieuDe: string; tomTat: string; chu: string; tuLieu: number[] } {
  const classes = new Set(won.map(({ lop }) => lop)).size
  const tuLieu: number[] = []
  const tomTat = `“${line(ten)}” nhận được ${all} bài dự thi; ${won.length} bài của ${classes} lớp được trao giải.`
  const parts = [tomTat]
  let before = ''
  for (const one of won) {
    if (one.giai !== before) parts.push(`## ${line(one.giai)}`)
    before = one.giai
    parts.push([`**${line(one.ten).replaceAll('**', '')}**`, line(one.nguoiGui), line(one.lop)].filter((said) => said !== '' && said !== '****').join(', '))
    const [first] = one.tuLieu
    if (first === undefined) continue
    tuLieu.push(first)
    parts.push(`[ảnh ${tuLieu.length}]`)
  }
  return { tieuDe: `Kết quả: ${line(ten)}`, tomTat, chu: parts.join('\n\n'), tuLieu }
}
