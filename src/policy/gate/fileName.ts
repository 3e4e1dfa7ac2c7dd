/** Rule: an uploaded file is kept under a name nobody else can have; the name its sender gave it is for people. */
import { toSlug } from './slug.ts'

const stemOf = (name: string): string => name.normalize('NFC').replace(/\.[^.]*$/, '')

/** `chance`: hexadecimal digits that were never given before. The ending says what the bytes are, whatever the name said. */
export function keptName(original: string, chance: string, ending: string): string {
  const words = toSlug(stemOf(originalName(original)))
    .slice(0, 40)
    .replace(/-$/, '')
  return `${chance}${words && `-${words}`}.${ending}`
}

/** The last part of a path, on one line, of a length that can be read. */
export const originalName = (name: string): string =>
  (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 200) || 'tep'
