/** Marks the words asked for, with their accents, in a title or in the passage of a text that has most of them. */
import { apart, type Asked } from '../../policy/text/searchWords.ts'
import { foldWord } from '../../policy/text/searchFold.ts'
import { html, type Html } from '../draw/html.ts'

const WORD = /[\p{L}\p{Nd}\p{M}]+(?:[-/._&–][\p{L}\p{Nd}\p{M}]+)*/gu
const JOINT = /[-/._&–]/
const SINGLE = /[\p{L}\p{Nd}\p{M}]+/gu
const PASSAGE = 220
const BEFORE = 60
const LONGEST = 100_000

type Hit = { from: number; to: number; word: string }

/** Folded words that are marked. */
export function wanted({ terms, joined }: Pick<Asked, 'terms' | 'joined'>): Set<string> {
  return new Set([...terms.flatMap((t) => [t.folded, ...apart(t.folded).flat()]), ...joined.map((j) => j.word)])
}

function hits(text: string, words: ReadonlySet<string>): Hit[] {
  const found: Hit[] = []
  const note = (from: number, part: string, folded = foldWord(part)?.folded): boolean => {
    const isWanted = folded !== undefined && words.has(folded)
    if (isWanted) found.push({ from, to: from + part.length, word: folded })
    return isWanted
  }
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    if (!JOINT.test(whole)) note(index, whole)
    else {
      const parts = [...whole.matchAll(SINGLE)]
      if (!note(index, whole, parts.map((p) => foldWord(p[0])?.folded ?? '').join(''))) for (const part of parts) note(index + part.index, part[0])
    }
  }
  return found
}

function marked(text: string, from: number, to: number, found: readonly Hit[]): Html {
  const parts: (Html | string)[] = []
  let at = from
  for (const hit of found) {
    if (hit.from < at || hit.to > to) continue
    parts.push(text.slice(at, hit.from), html`<mark>${text.slice(hit.from, hit.to)}</mark>`)
    at = hit.to
  }
  return html`${parts}${text.slice(at, to)}`
}

export function markedTitle(title: string, words: ReadonlySet<string>): Html {
  const text = title.normalize('NFC')
  return marked(text, 0, text.length, hits(text, words))
}

/** Where most different words stand close together; null where none does. */
export function passage(body: string, words: ReadonlySet<string>): Html | null {
  const text = body.slice(0, LONGEST).normalize('NFC')
  const found = hits(text, words)
  if (found.length === 0) return null
  let [best, most] = [0, 0]
  for (let i = 0; i < Math.min(found.length, 400); i += 1) {
    const seen = new Set<string>()
    for (let n = i; n < found.length && found[n]!.to - found[i]!.from <= PASSAGE - BEFORE; n += 1) seen.add(found[n]!.word)
    if (seen.size > most) [best, most] = [i, seen.size]
  }
  const early = Math.max(0, found[best]!.from - BEFORE)
  const space = text.indexOf(' ', early)
  const from = early === 0 ? 0 : space >= 0 && space < found[best]!.from ? space + 1 : found[best]!.from
  const late = Math.min(text.length, from + PASSAGE)
  const cut = late === text.length ? late : text.lastIndexOf(' ', late)
  const to = cut > found[best]!.to ? cut : Math.max(late, found[best]!.to)
  return html`${from > 0 && '… '}${marked(text, from, to, found)}${to < text.length && ' …'}`
}

/** Whether the words of each phrase stand side by side: the index knows pairs, a phrase of three is looked up in the text. */
export function hasPhrases(text: string, { terms, joined }: Pick<Asked, 'terms' | 'joined'>): boolean {
  const phrases: string[][] = []
  terms.forEach((t, i) => (i > 0 && terms[i - 1]!.next ? phrases.at(-1)!.push(t.folded) : phrases.push([t.folded])))
  const long = phrases.filter((p) => p.length > 2 && !joined.some((j) => j.word === p.join('')))
  if (long.length === 0) return true
  const words = ` ${[...text.normalize('NFC').slice(0, LONGEST).matchAll(SINGLE)].map((m) => foldWord(m[0])?.folded ?? '').join(' ')} `
  return long.every((p) => words.includes(` ${p.join(' ')} `))
}
