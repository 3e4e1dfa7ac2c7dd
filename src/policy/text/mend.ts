/**
 * Rule: characters that nobody sees and that change no word are left out, and the line ends and bullets of office programs
 * become ours. What could make the seen differ from the published (an override of direction, a letter without ink) stays,
 * and is refused with its place (faultIn).
 */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u202b\u202d\u202e\u2067]/u
const NOTHING = /[\u00ad\u001f\u034f\u200b\u2060-\u2064\ufeff\ufffc]/gu
const LEFT_TO_RIGHT = /[\u200c\u200e\u200f\u202a\u202c\u2066\u2068\u2069]/gu
const LOOSE = /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})|(?<!\p{Emoji})[\ufe0f\ufe0e]/gu
const LINE_ENDS = /[\u000b\u000c\u0085\u2028\u2029]/gu
/** Word's hyphen that does not break; and the letter with which some PDF files write ư. */
const WRITTEN_OTHERWISE: Record<string, string> = { '\u001e': '-', '\u01a2': 'Ư', '\u01a3': 'ư' }
/** Bullets of the fonts Symbol and Wingdings, at the beginning of a line. */
export const SYMBOL_BULLET = /^[ \t]*[\uf020-\uf0ff][ \t\u00a0]+/gmu

const withoutMarks = (text: string): string => (RIGHT_TO_LEFT.test(text) ? text : text.replace(LEFT_TO_RIGHT, ''))

export const mended = (text: string): string =>
  withoutMarks(
    text
      .replace(NOTHING, '')
      .replace(/[\u001e\u01a2\u01a3]/gu, (sign) => WRITTEN_OTHERWISE[sign]!)
      .replace(LOOSE, '')
      .replace(LINE_ENDS, ' ')
      .replace(SYMBOL_BULLET, '• '),
  )
