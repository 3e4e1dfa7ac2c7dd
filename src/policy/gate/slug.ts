/** Rule: addresses are plain ASCII words, at most 80 characters; đ becomes d, tones are dropped. */
import slugify from '@sindresorhus/slugify'
import { inOurLetters } from '../text/ourLetters.ts'

/** The library would put English words for these. */
const NO_WORDS: [string, string][] = [
  ['&', ' '],
  ['♥', ' '],
  ['🦄', ' '],
]

export const toSlug = (text: string): string =>
  slugify(inOurLetters(text.normalize('NFC').toLowerCase()), { decamelize: false, customReplacements: NO_WORDS })
    .slice(0, 80)
    .replace(/-$/, '')

/** Whether a text may be an address at all, a number behind it included; what never was one is not asked of the database. */
export const isSlug = (text: string): boolean => text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)

const stemOf = (base: string): string => base.slice(0, 76).replace(/-$/, '')

/** Whether an address is `base` itself, or one that freeSlug numbered after it. */
export function isNumbered(base: string, slug: string): boolean {
  const [, stem, number] = /^(.+)-([1-9]\d*)$/.exec(slug) ?? []
  return slug === base || (stem === stemOf(base) && Number(number) > 1)
}

/** First free address among base, base-2, base-3, … */
export function freeSlug(base: string, isTaken: (slug: string) => boolean): string {
  let slug = base
  const stem = stemOf(base)
  for (let n = 2; isTaken(slug); n += 1) slug = `${stem}-${n}`
  return slug
}
