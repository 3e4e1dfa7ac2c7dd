/**
 * Rule: a person can go back. A save may write over the copy of the save before it only where it is the same hand, within a
 * quarter of an hour, on the very text that hand had before it, and where it does not drop a passage; what was submitted stays.
 */
export const QUARTER_MS = 15 * 60_000
/** So many syllables gone at one save are a passage somebody may want back. */
export const PASSAGE = 8

export type LastCopy = {
  /** Whose hand wrote it, where an account did. */
  nguoi: number | null
  /** When it was begun, in milliseconds. */
  batDau: number
  submitted: boolean
}

export type Save = {
  nguoi: number | null
  /** By the same clock. */
  luc: number
  /** It said which text it was based on. */
  named: boolean
  dropped: number
}

export const writesOver = (last: LastCopy | null, save: Save): boolean =>
  last !== null &&
  !last.submitted &&
  save.named &&
  save.nguoi !== null &&
  last.nguoi === save.nguoi &&
  save.luc - last.batDau < QUARTER_MS &&
  save.dropped < PASSAGE

/** Every syllable a person wrote; of a rich text what is read, not how it is stored. */
function syllables(value: unknown, rich = false): string[] {
  if (typeof value === 'string') return value.split(/\s+/u).filter((word) => word !== '')
  if (Array.isArray(value)) return value.flatMap((one) => syllables(one, rich))
  if (value === null || typeof value !== 'object') return []
  const isRich = rich || 'root' in value
  return Object.entries(value).flatMap(([key, one]) => (typeof one === 'string' && isRich && key !== 'text' ? [] : syllables(one, isRich)))
}

/** How many syllables of the text before are not in the text after, wherever they stand. */
export function droppedSyllables(before: unknown, after: unknown): number {
  const left = new Map<string, number>()
  for (const word of syllables(after)) left.set(word, (left.get(word) ?? 0) + 1)
  let dropped = 0
  for (const word of syllables(before)) {
    const count = left.get(word) ?? 0
    if (count === 0) dropped += 1
    else left.set(word, count - 1)
  }
  return dropped
}
