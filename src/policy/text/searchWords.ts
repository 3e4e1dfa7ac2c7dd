/**
 * Rule: what a reader types is words and phrases, never syntax. A phrase is what stands in quotes, or is tied together by its
 * own punctuation (29-NQ/TW, 2026-2027); 12A1 is also 12 A1. Never more than MAX_WORDS words are asked for.
 */
import { foldWord, joinedIn, settled, withoutAccents, wordsIn, type Word } from './searchFold.ts'

export const MAX_QUERY = 200
export const MAX_WORDS = 12

/** One thing asked for. `next`: it stands directly before the following term. `joined`: also written as one word, with those it is joined with. */
export type Term = Word & { next: boolean }
/** Terms that may as well stand in the text as one word: `from`, how many, and that word. */
export type Joined = { from: number; count: number; word: string }
export type Asked = { q: string; terms: Term[]; joined: Joined[]; shortened: boolean }

/** The words of a query in NFC, without characters that mean something to no reader. */
const clean = (raw: unknown): string =>
  (typeof raw === 'string' ? raw.slice(0, MAX_QUERY * 4) : '')
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()

const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g

/** `hoa "ban trắng" 29-NQ/TW` → pieces, each with whether its words belong together. */
function pieces(q: string): { text: string; together: boolean }[] {
  const found: { text: string; together: boolean }[] = []
  const loose = (text: string): void => text.split(' ').forEach((word) => found.push({ text: word, together: true }))
  let last = 0
  for (const m of q.matchAll(QUOTED)) {
    loose(q.slice(last, m.index))
    found.push({ text: m[1]!, together: true })
    last = m.index + m[0].length
  }
  loose(q.slice(last))
  return found
}

export function parseQuery(raw: unknown): Asked {
  const whole = clean(raw)
  const q = [...whole].slice(0, MAX_QUERY).join('').trim()
  const terms: Term[] = []
  const joined: Joined[] = []
  let shortened = q.length < whole.length || (typeof raw === 'string' && raw.length > MAX_QUERY * 4)
  for (const { text, together } of pieces(q)) {
    const words = wordsOf(text)
    if (terms.length + words.length > MAX_WORDS) shortened = true
    const taken = words.slice(0, MAX_WORDS - terms.length)
    const asOne = taken.length > 1 && taken.length === words.length ? joinedIn(withoutAccents(settled(text.trim()))) : []
    if (asOne.length === 1 && asOne[0] === taken.map((w) => w.folded).join('')) joined.push({ from: terms.length, count: taken.length, word: asOne[0]! })
    taken.forEach((word, i) => terms.push({ ...word, next: together && i < taken.length - 1 }))
  }
  return { q, terms, joined: [...joined, ...typedApart(terms)].sort((a, b) => a.from - b.from), shortened }
}

/** 12 A1 may stand in the text as 12A1. */
const typedApart = (terms: readonly Term[]): Joined[] =>
  terms.slice(1).flatMap((term, i) => {
    const word = terms[i]!.folded + term.folded
    return /^(?:\d{1,4}[a-z]{1,2}\d{0,2}|[a-z]{1,2}\d{1,4})$/.test(word) && !terms[i]!.next && /^\d+$|^[a-z]+$/.test(terms[i]!.folded)
      ? [{ from: i, count: 2, word }]
      : []
  })

function wordsOf(text: string): Word[] {
  const exact = wordsIn(settled(text))
  const folded = wordsIn(withoutAccents(settled(text)))
  if (exact.length === folded.length) return exact.map((e, i) => ({ exact: e, folded: folded[i]! }))
  return folded.map((w) => foldWord(w) ?? { exact: w, folded: w })
}

/** The ways one typed word with digits may have been written apart: 12a1 → 12 a1, 12a 1. */
export const apart = (word: string): [string, string][] => {
  if (!/^(?=.*\d)[a-z0-9]{2,12}$/.test(word)) return []
  return [...word].flatMap((c, i): [string, string][] => (i > 0 && /\d/.test(c) !== /\d/.test(word[i - 1]!) ? [[word.slice(0, i), word.slice(i)]] : []))
}
