/**
 * Rule: no two open accounts look alike. Two names are one where a reader takes them for one: capitals, spaces, the place
 * of a tone and letters of other alphabets that look like ours do not tell people apart; accents do.
 */
import { settled } from '../text/searchFold.ts'

const seenAs = (text: string): string =>
  settled(text.normalize('NFKC'))
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim()

/** What a name and a post look like together. */
export const nameKey = (person: { hoTen: string; chucVu: string }): string => `${seenAs(person.hoTen)}\n${seenAs(person.chucVu)}`

/** Given name first, as Vietnamese lists are sorted: "Giàng A Páo" → "Páo Giàng A". */
export function sortName(hoTen: string): string {
  const words = hoTen.trim().split(/\s+/)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}
