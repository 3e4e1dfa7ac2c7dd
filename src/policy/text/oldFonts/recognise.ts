/**
 * Rule: a text is in an old font where turning it into our letters makes words of it: the share of known syllables rises by
 * more than a quarter, above seven tenths, by two words or by one that can be nothing else; or two of its words hold signs no
 * word of ours has and become words. Correct texts with such signs (« », ©, ·, ¹, m×n, 5µm, Zoë, Thaï) become nothing.
 */
import { inUnicode, type OldFont } from './convert.ts'
import { isSyllable } from './syllables.ts'

export type Recognised = { font: OldFont; words: string; unicode: string }

const BETWEEN = { TCVN3: /[\s!-/:-@[-`{-~“”–…]+/u, VNI: /[\s!-/:-@[-`{-~“”–…]+/u, VIQR: /\s+/u }
const LETTER = /[\p{L}\p{M}]/u
/** Names of offices and classes – THPT, 12A1 – are spelt alike in every font. */
const ACRONYM = /^[A-Z\d]{2,}$/
/** Between letters they are signs of mathematics: m×n, N·m. */
const OPERATION = /^\p{L}{1,2}[×÷·]\p{L}{1,2}$/u
/** No word is as long, however it is written. */
const LONGEST = 40
const HIGH = /[\u00a1-\u00ff]/gu
/** Signs of TCVN3 that are no letters; the middle dot stands in units too. */
const SIGN = /[®©ª«¬¸µ¶¹¨¾»¼½\u00ad]/u
const VIETNAMESE = /[ăđơưạ-ỹ]/iu
/** Only what can be an old font at all is looked at twice. */
const MAYBE: Record<OldFont, RegExp> = { TCVN3: /[\u00a1-\u00ff]/u, VNI: /[\u00c0-\u00ff]/u, VIQR: /[aeiouy][\^(+*`'?~.]/iu }

const tokens = (text: string, font: OldFont): string[] => text.split(BETWEEN[font]).filter((token) => /\p{L}/u.test(token))
/** The token from its first letter to its last; walked from both ends, for a token may be as long as the text. */
function core(token: string): string {
  const letters = [...token]
  let from = 0
  let to = letters.length
  while (from < to && !LETTER.test(letters[from]!)) from += 1
  while (to > from && !LETTER.test(letters[to - 1]!)) to -= 1
  return letters.slice(from, to).join('')
}
const known = (token: string): boolean => isSyllable(core(token))
/** A footnote's sign behind one letter, a unit behind a number, an operation say nothing. */
const counts = (old: string, ours: string, font: OldFont): boolean => {
  const longest = Math.max([...core(old)].length, [...core(ours)].length)
  return longest > 2 && !ACRONYM.test(core(old)) && !OPERATION.test(core(old)) && (font !== 'VIQR' || known(old) || [...core(old)].length > 3)
}
/** One word alone tells an old font where it holds two of its letters, or one that no word of ours has there, or is all there is. */
const INSIDE = /\p{Ll}[\p{Lu}®©ª«¬¸¶¹¨¾»¼½\u00ad]/u
const tellsAlone = (token: string, all: number): boolean =>
  (token.match(HIGH) ?? []).length > 1 || INSIDE.test(token) || (all === 1 && [...core(token)].length > 3)

function judge(text: string, font: OldFont): Recognised | null {
  if (!MAYBE[font].test(text)) return null
  let before = 0
  let after = 0
  let all = 0
  const turned: string[] = []
  let signed = 0
  for (const token of tokens(text, font)) {
    if (token.length > LONGEST) continue
    const ours = inUnicode(token, font)
    if (!counts(token, ours, font)) continue
    all += 1
    const was = known(token)
    const is = known(ours)
    before += was ? 1 : 0
    after += is ? 1 : 0
    if (!is || was || token === ours) continue
    turned.push(token)
    if (font === 'TCVN3' && SIGN.test(core(token)) && ours.length > 2) signed += 1
  }
  const enough = turned.length > 1 || turned.some((token) => tellsAlone(token, all))
  const byShare = enough && after / all > 0.7 && (after - before) / all > 0.25
  if (!byShare && signed < 2) return null
  return { font, words: turned.slice(0, 4).join(' '), unicode: inUnicode(text, font) }
}

/** Words of ours already, by far: no share can rise by a quarter. Told by the font's own way of parting words. */
function isOurs(line: string, font: OldFont): boolean {
  if (SIGN.test(line) || /[\^+*`~]/.test(line)) return false
  const words = line.split(BETWEEN[font]).filter((word) => word.length > 2 && !ACRONYM.test(core(word)))
  return words.filter(known).length >= 0.75 * words.length
}

/** The old font one line is written in, or null. */
export function oldFontOfLine(line: string): Recognised | null {
  const whole = line.normalize('NFC')
  if (!MAYBE.TCVN3.test(whole) && !MAYBE.VIQR.test(whole)) return null
  const found = (['TCVN3', 'VNI', 'VIQR'] as const).flatMap((font) => (isOurs(whole, font) ? [] : (judge(whole, font) ?? [])))
  const share = (r: Recognised): number => tokens(r.unicode, r.font).filter(known).length
  return found.sort((a, b) => share(b) - share(a))[0] ?? null
}

/** Line by line: one pasted sentence among others is found too. */
export function oldFontOf(text: string): Recognised | null {
  for (const line of text.split('\n')) {
    const found = oldFontOfLine(line)
    if (found) return found
  }
  return null
}

/** Whether a text that is said to stand in an old font can do so: letters of ours are not in it. */
export const canBeOld = (text: string): boolean => !VIETNAMESE.test(text.normalize('NFC')) && /[\u00a1-\u00ff]/u.test(text)
