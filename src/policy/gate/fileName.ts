/**
 * Rule: an uploaded file is kept under a name nobody else can have; the name its sender gave it is for people. Readers get it
 * under a name made of what it is.
 */
import { toSlug } from './slug.ts'

const stemOf = (name: string): string => name.normalize('NFC').replace(/\.[^.]*$/, '')

/** `chance`: hexadecimal digits that were never given before. The ending says what the bytes are, whatever the name said. */
export function keptName(original: string, chance: string, ending: string): string {
  const words = toSlug(stemOf(originalName(original)))
    .slice(0, 40)
    .replace(/-$/, '')
  return `${chance}${words && `-${words}`}.${ending}`
}

/** What Windows takes for a device, whatever its ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
const LONGEST_GIVEN = 80

/** Words as the name of a file, without its ending: plain small letters, digits and single strokes, never empty, the same for its own answer. */
export function givenName(words: string): string {
  const plain = toSlug(words).slice(0, LONGEST_GIVEN)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(plain)) return 'tep'
  return DEVICES.test(plain) ? `tep-${plain}` : plain
}

/** The last part of a path, on one line, of a length that can be read. */
export const originalName = (name: string): string =>
  (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 200) || 'tep'
