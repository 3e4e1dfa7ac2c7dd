/**
 * Rule: what is approved is what is seen. Characters that hide, reorder or fake text are refused at submission,
 * and text in the fonts of the 1990s (TCVN3, VNI) is named as such instead of being published as mojibake.
 */
const NUL = /\u0000/
const LONE_SURROGATE = /\p{Cs}/u
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
// U+200D joins emoji sequences and U+FE0F styles them; both are invisible only where no emoji stands.
const INVISIBLE = /(?![\u200d\ufe0f\ufe0e])[\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\ufff9-\ufffb]|[\p{Cn}\p{Co}\p{Zl}\p{Zp}]|\p{M}{5,}/u
const LOOSE_JOINER = /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})|(?<!\p{Emoji})\ufe0f/u
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

export type TextFault = 'nul' | 'surrogate' | 'bidi' | 'invisible' | 'control'

/** Faults PostgreSQL cannot store; refused on every save. */
export function storageFault(text: string): TextFault | null {
  if (NUL.test(text)) return 'nul'
  if (LONE_SURROGATE.test(text)) return 'surrogate'
  return null
}

/** Faults that make the seen differ from the published; refused at submission. */
export function textFault(text: string): TextFault | null {
  const stored = storageFault(text)
  if (stored) return stored
  if (BIDI.test(text)) return 'bidi'
  if (INVISIBLE.test(text) || LOOSE_JOINER.test(text)) return 'invisible'
  if (CONTROL.test(text)) return 'control'
  return null
}

// Symbols TCVN3 puts inside words, and the letter pairs VNI writes for Vietnamese vowels; neither occurs in Unicode Vietnamese.
const TCVN3 = /(?<=\p{L})[\u00ad®©ª«¬¸µ¶·¹¨¾»¼½¿]|[®©ª«¬¸µ¶·¹¨¾»¼½¿](?=\p{Ll})/gu
const VNI = /[öôoOÖÔaAeEuU][øûùïåäáàãâêëèéÀÂÁÃÄÅÈÉÊËÏØÙÛ](?=\p{L}|\s|$)/gu
const VNI_ONLY = /[öøåïñûäëÖØÅÏÑÛÄË]/g

/** True where a text carries several signs of a legacy 8-bit Vietnamese encoding. */
export function looksLegacyEncoded(text: string): boolean {
  if ((text.match(TCVN3)?.length ?? 0) >= 3) return true
  return (text.match(VNI_ONLY)?.length ?? 0) >= 3 && (text.match(VNI)?.length ?? 0) >= 2
}

export const codePoints = (text: string): number => [...text].length
