/** What a list says of itself: its level, the mark before each item, the number it begins with. */
import { isListMark } from './inline.ts'
import { styleOf, wordsIn, type Element } from './tree.ts'

export const officeItem = (element: Element): { id: string; level: number } | null => {
  const said = /mso-list\s*:\s*(l\d+)\s+level(\d)/.exec(styleOf(element))
  return said ? { id: said[1]!, level: Number(said[2]) } : null
}
export function markIn(element: Element): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const found = isListMark(child) ? wordsIn(child) : markIn(child)
    if (found) return found
  }
  return ''
}
/** “1.”, “(2)”, “3)”: a list counts so by itself. */
export const numberOf = (mark: string): number | null => {
  const said = /^\(?(\d{1,4})[.)]?$/.exec(mark)
  return said ? Number(said[1]) : null
}
/** “Điều 1.”, “a)”, “II.”, “1.2.” are words: no list says them. One letter or sign alone is a bullet. */
export const isWords = (mark: string): boolean => numberOf(mark) === null && /[\p{L}\d].*[\p{L}\d.):]/u.test(mark)

export const holdsNoWords = (element: Element): boolean => wordsIn(element).replace(markIn(element), '').trim() === ''
const wholeNumber = (said: string | undefined): number | null => (/^\d{1,4}$/.test(said ?? '') ? Number(said) : null)
export const startOf = (element: Element): { value?: number } => {
  const start = wholeNumber(element.attrs.start)
  return start === null || start === 1 ? {} : { value: start }
}
export const valueOf = (element: Element): { value?: number } => {
  const value = wholeNumber(element.attrs.value)
  return value === null ? {} : { value }
}

const KINDS: Record<string, 'a' | 'A' | 'i' | 'I'> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}
const ROMAN: readonly [number, string][] = [[100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] // prettier-ignore

const roman = (n: number): string => {
  let [left, text] = [n, '']
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) text += sign
  return text
}
const letter = (n: number): string => (n <= 26 ? String.fromCharCode(96 + n) : String(n))

/** How a list counts that does not count in numbers: texts speak of its “a)” and “II”. Said by the list, or by its first item. */
export function lettersOf(element: Element): ((n: number) => string) | null {
  if (element.tag !== 'ol') return null
  const first = element.children.find((child): child is Element => typeof child !== 'string' && child.tag === 'li')
  const said = [element, ...(first ? [first] : [])]
    .map((one) => /list-style(?:-type)?\s*:\s*([a-z-]+)/.exec(styleOf(one))?.[1] ?? '')
    .find((style) => style in KINDS)
  const kind = said === undefined ? element.attrs.type : KINDS[said]
  if (kind === 'a' || kind === 'A') return (n) => `${kind === 'a' ? letter(n) : letter(n).toUpperCase()}.`
  if (kind === 'i' || kind === 'I') return (n) => `${kind === 'i' ? roman(n) : roman(n).toUpperCase()}.`
  return null
}
