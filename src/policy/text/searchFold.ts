/**
 * Rule: two spellings of one word are one word. Small letters, ours
 * (ourLetters.ts), NFC, tones in their newer place (hòa → hoà), kỹ as kĩ; and a
 * second form without accents. The database folds in the same way (`tim_kiem_chu`, `tim_kiem_gap`, `tim_kiem_tu`, `tim_kiem_lien`).
 */
import { inOurLetters } from './ourLetters.ts'

export type Word = { exact: string; folded: string }

const PLACES: readonly (readonly [old: string, now: string])[] = [
  ...['òoàè', 'óoáé', 'ỏoảẻ', 'õoãẽ', 'ọoạẹ'].flatMap(([old, o, a, e]) => [[`${old}a`, `${o}${a}`] as const, [`${old}e`, `${o}${e}`] as const]),
  ...['ùỳ', 'úý', 'ủỷ', 'ũỹ', 'ụỵ'].map(([u, y]) => [`${u}y`, `u${y}`] as const),
]
const MARKS = /[\u0300-\u036f]+/g
const WORDS = /[\p{L}\p{Nd}]+/gu
const LONE_Y = /^(?:h|k|l|m|s|t|v|qu)[yýỳỷỹỵ]$/
const COMPOUND = /[a-z0-9]+(?:[-/._&–][a-z0-9]+)+/g
const THOUSANDS = /^[0-9]{1,3}(?:[.][0-9]{3})+$/
const LONGEST = 40

/** `tim_kiem_chu` */
export const settled = (text: string): string =>
  PLACES.reduce((t, [old, now]) => t.replaceAll(old, now), inOurLetters(text.normalize('NFC').toLowerCase()).replace(MARKS, ''))

/** `tim_kiem_gap`, of what `settled` gave. */
export const withoutAccents = (text: string): string => text.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd')

const Y_AS_I: Record<string, string> = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }
const cut = (word: string): string => [...word].slice(0, LONGEST).join('')

/** `tim_kiem_tu`, of a folded text. */
export const wordsIn = (text: string): string[] =>
  (text.match(WORDS) ?? []).map((w) => (w.length < 4 && LONE_Y.test(w) ? w.slice(0, -1) + Y_AS_I[w.at(-1)!]! : cut(w)))

/** Whether 29-nq/tw is also one word 29nqtw, and 15.000 the number 15000. 20/11 is not the year 2011. */
const joins = (compound: string): boolean => /[a-z]/.test(compound) || THOUSANDS.test(compound)

/** `tim_kiem_lien`, of a text without accents. */
export const joinedIn = (text: string): string[] => (text.match(COMPOUND) ?? []).filter(joins).map((c) => c.replace(/[^a-z0-9]/g, '').slice(0, LONGEST))

const known = new Map<string, Word>()

/** Both forms of one word as it stands in a text; remembered, for texts say the same words again and again. */
export function foldWord(word: string): Word | null {
  const found = known.get(word)
  if (found) return found
  const exact = wordsIn(settled(word))[0]
  const folded = wordsIn(withoutAccents(settled(word)))[0]
  if (exact === undefined || folded === undefined) return null
  if (known.size > 20_000) known.clear()
  const made = { exact, folded }
  if (word.length <= LONGEST) known.set(word, made)
  return made
}
