/** One line against another, word by word: cut at spaces, so that no syllable of Vietnamese is ever cut in two. */
import { diffArrays } from 'diff'

/** What stays, what is gone, what is new; in the order in which they are read. */
export type Piece = { how: 'giu' | 'bo' | 'them'; text: string }

/** Beyond so many edits two texts are two texts: telling them apart word by word would cost more than it says. */
const MOST_EDITS = 1500
const HOW = (part: { added?: boolean; removed?: boolean }): Piece['how'] => (part.added ? 'them' : part.removed ? 'bo' : 'giu')
const wordsOf = (text: string): string[] => text.split(/(\s+)/u).filter((word) => word !== '')

export function wordsBetween(before: string, after: string): Piece[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS })
  if (parts) return parts.map((part) => ({ how: HOW(part), text: part.value.join('') }))
  return [{ how: 'bo', text: before } as const, { how: 'them', text: after } as const].filter(({ text }) => text !== '')
}

/** Words and how often each stands there. */
export type Bag = { size: number; counts: ReadonlyMap<string, number> }

export function bagOf(text: string): Bag {
  const words = text.split(/\s+/u).filter(Boolean)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { size: words.length, counts }
}

/** How much of the words two lines share, 0 to 1; of the longer one. */
export function shared(one: Bag, other: Bag): number {
  const most = Math.max(one.size, other.size)
  if (most === 0) return 0
  let same = 0
  for (const [word, n] of one.counts) same += Math.min(n, other.counts.get(word) ?? 0)
  return same / most
}
