/** The words somebody approved, to look others up in. PURE. */
import type { Json } from '../../src/policy/gate/fingerprint.ts'
import { allWords } from '../../src/policy/text/sameWords.ts'

/** What is between words – blanks, and where one piece of a text ends and the next begins – tells nothing apart. */
const run = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, '')

/** `texts`: frozen contents. */
export function wordsOf(texts: readonly string[]): (words: string) => boolean {
  // Put together where first asked: most sites never are.
  let approved: string | null = null
  return (words) => (approved ??= texts.map((text) => run(allWords(JSON.parse(text) as Json))).join('\n')).includes(run(words))
}
