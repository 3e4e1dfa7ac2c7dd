/**
 * Rule: a text is in an old font where turning it into our letters makes words of it: the share of known syllables rises by
 * more than a quarter, above seven tenths; or two of its words hold signs no word of ours has and become words. Correct texts
 * with such signs (« », ©, ·, ¹, Zoë) become nothing.
 */
import { inUnicode, type OldFont } from './convert.ts'
import { isSyllable } from './syllables.ts'

export type Recognised = { font: OldFont; words: string; unicode: string }

const BETWEEN = { TCVN3: /[\s!-/:-@[-`{-~“”–…]+/u, VNI: /[\s!-/:-@[-`{-~“”–…]+/u, VIQR: /\s+/u }
const ENDS = /^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu
/** Signs of TCVN3 that are no letters; the middle dot stands in units too. */
const SIGN = /[®©ª«¬¸µ¶¹¨¾»¼½\u00ad]/u
const VIETNAMESE = /[ăđơưạ-ỹ]/iu
/** Only what can be an old font at all is looked at twice. */
const MAYBE: Record<OldFont, RegExp> = { TCVN3: /[\u00a1-\u00ff]/u, VNI: /[\u00c0-\u00ff]/u, VIQR: /[aeiouy][\^(+*`'?~.]/iu }

const tokens = (text: string, font: OldFont): string[] => text.split(BETWEEN[font]).filter((token) => /\p{L}/u.test(token))
const known = (token: string): boolean => isSyllable(token.replace(ENDS, ''))
/** A footnote's sign behind one letter says nothing. */
const counts = (old: string, ours: string): boolean => Math.max([...old].length, [...ours].length) > 2

function judge(text: string, font: OldFont): Recognised | null {
  if (!MAYBE[font].test(text)) return null
  let before = 0
  let after = 0
  let all = 0
  const turned: string[] = []
  let signed = 0
  for (const token of tokens(text, font)) {
    const ours = inUnicode(token, font)
    if (!counts(token, ours)) continue
    all += 1
    const was = known(token)
    const is = known(ours)
    before += was ? 1 : 0
    after += is ? 1 : 0
    if (!is || was || token === ours) continue
    turned.push(token)
    if (font === 'TCVN3' && SIGN.test(token.replace(ENDS, '')) && ours.length > 2) signed += 1
  }
  const byShare = all > 0 && after / all > 0.7 && (after - before) / all > 0.25
  if (!byShare && signed < 2) return null
  return { font, words: turned.slice(0, 4).join(' '), unicode: inUnicode(text, font) }
}

/** Words of ours already, by far: no share can rise by a quarter. */
function isOurs(line: string): boolean {
  if (SIGN.test(line) || /[\^+*`~]/.test(line)) return false
  const words = line.split(BETWEEN.TCVN3).filter((word) => word.length > 2)
  return words.filter(known).length >= 0.75 * words.length
}

/** The old font one line is written in, or null. */
export function oldFontOfLine(line: string): Recognised | null {
  const whole = line.normalize('NFC')
  if (!MAYBE.TCVN3.test(whole) && !MAYBE.VIQR.test(whole)) return null
  if (isOurs(whole)) return null
  const found = (['TCVN3', 'VNI', 'VIQR'] as const).flatMap((font) => judge(whole, font) ?? [])
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
