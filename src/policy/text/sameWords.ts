/**
 * Rule: words that once left the site unconfirmed do not come back as another document with a comma moved. Two texts are
 * the same where most runs of three words, folded, stand in both.
 */
import type { Json } from '../gate/fingerprint.ts'
import { foldWord } from './searchFold.ts'

/** Every word a frozen content says to readers, in its order; names of fields, addresses and hashes are none. */
export function allWords(content: Json): string {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map(allWords).join(' ')
  if (content === null || typeof content !== 'object') return ''
  return Object.entries(content)
    .filter(([name]) => !NO_WORDS.includes(name))
    .map(([, value]) => allWords(value))
    .join(' ')
}

const NO_WORDS = ['boSuuTap', 'taiLieu', 'slug', 'loai', 'sha256', 'kichThuoc', 'kieu', 'type', 'format', 'tag', 'dau', 'listType', 'donVi', 'chuDe', 'version']
const RUN = 3
/** Share of the shorter text's runs that must stand in the other. */
const SAME = 0.6

function runsOf(text: string): Set<string> {
  const words = (text.normalize('NFC').match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []).map((w) => foldWord(w)?.folded ?? w.toLowerCase())
  if (words.length <= RUN) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(words.slice(0, words.length - RUN + 1).map((_, i) => words.slice(i, i + RUN).join(' ')))
}

export function sameWords(one: string, other: string): boolean {
  const [a, b] = [runsOf(one), runsOf(other)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  if (a.size === 0) return b.size === 0
  return [...a].filter((run) => b.has(run)).length / a.size >= SAME
}
