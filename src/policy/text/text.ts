/** Rule: what is approved is what is seen. Characters that hide, reorder or fake text are refused at submission, with their place. */
const NUL = /\u0000/
const LONE_SURROGATE = /\p{Cs}/u
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
// U+200D joins emoji sequences and U+FE0F styles them; both are invisible only where no emoji stands.
const INVISIBLE = /(?![\u200d\ufe0f\ufe0e])[\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\ufff9-\ufffb]|[\p{Cn}\p{Co}\p{Zl}\p{Zp}]|\p{M}{5,}/u
const LOOSE_JOINER = /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})|(?<!\p{Emoji})\ufe0f/u
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
/** What a program writes where it lost a letter. */
const LOST = /\ufffd/

export type TextFault = 'nul' | 'surrogate' | 'bidi' | 'invisible' | 'control' | 'lost'

/** Faults PostgreSQL cannot store; refused on every save. */
export function storageFault(text: string): TextFault | null {
  if (NUL.test(text)) return 'nul'
  if (LONE_SURROGATE.test(text)) return 'surrogate'
  return null
}

/** Faults that make the seen differ from the published; refused at submission. */
export const textFault = (text: string): TextFault | null => faultIn(text)?.fault ?? null

/** Where a fault stands: its kind, and the words around it with the character named. */
export type Found = { fault: TextFault; cho: string }

const PATTERNS: readonly (readonly [TextFault, RegExp])[] = [
  ['nul', NUL],
  ['surrogate', LONE_SURROGATE],
  ['bidi', BIDI],
  ['invisible', INVISIBLE],
  ['invisible', LOOSE_JOINER],
  ['control', CONTROL],
  ['lost', LOST],
]

/** Two words on either side are enough to find the place again. */
function around(text: string, at: number, length: number): string {
  const before = text.slice(Math.max(0, at - 60), at).match(/(?:\S+[^\S\n]+){0,2}\S*$/u)![0]
  const after = text.slice(at + length, at + length + 60).match(/^\S*(?:[^\S\n]+\S+){0,2}/u)![0]
  const clean = (part: string): string => part.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
  const name = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')
  return `${clean(before)}⟦U+${name}⟧${clean(after)}`
}

/** The first fault of a text with its place, or null. */
export function faultIn(text: string): Found | null {
  for (const [fault, pattern] of PATTERNS) {
    const met = pattern.exec(text)
    if (met) return { fault, cho: around(text, met.index, met[0].length) }
  }
  return null
}

export const codePoints = (text: string): number => [...text].length
