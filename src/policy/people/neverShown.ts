/**
 * Rule: whoever is on the never-show list is neither named nor pictured, whatever else was agreed. Two people may bear one name:
 * a consent of somebody of that name born in another year says that it is he.
 */
import { issue, type Issue } from '../issues.ts'
import { capitalsInOurs, inOurLetters } from '../text/ourLetters.ts'
import { settled, withoutAccents } from '../text/searchFold.ts'

export type KhongHien = { id: number; hoTen: string; namSinh: number | null }
type Agreed = { hoTen: string; namSinh: number | null }

/** As it is compared: one shape of each letter, no sign between words that nobody sees, capitals' look-alikes before they are small. */
const words = (text: string): string[] =>
  settled(inOurLetters(capitalsInOurs(text.normalize('NFKC').replace(/[\p{Cf}\u034f]/gu, ''))).normalize('NFKC'))
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .map((word) => word.replace(/\p{M}+/gu, ''))
    .filter((word) => word !== '')
const bare = (word: string): string => withoutAccents(word)

/** One syllable with and without its marks is one, where the marks were left out in the text, or in the whole listed name. */
const alike = (name: readonly string[], said: readonly string[]): boolean => {
  const unmarked = name.every((word) => word === bare(word))
  return name.every((word, i) => said[i] === word || said[i] === bare(word) || (unmarked && bare(said[i] ?? '') === word))
}
const sameName = (one: string, other: string): boolean => words(one).length === words(other).length && alike(words(one), words(other))

function isSaid(name: readonly string[], text: readonly string[]): boolean {
  if (name.length === 0) return false
  const joined = name.map(bare).join('')
  return text.some((word, i) => alike(name, text.slice(i, i + name.length)) || (name.length > 1 && bare(word) === joined))
}

const isAnother = (listed: KhongHien, one: Agreed): boolean =>
  sameName(listed.hoTen, one.hoTen) && listed.namSinh !== null && one.namSinh !== null && listed.namSinh !== one.namSinh

/** `text`: every word a document shows. `agreed`: those it names or pictures. */
export function neverShown(list: readonly KhongHien[], text: string, agreed: readonly (Agreed & { field: string })[]): Issue[] {
  const said = words(text)
  return list.flatMap((listed) => {
    const named = agreed.find((one) => sameName(listed.hoTen, one.hoTen) && !isAnother(listed, one))
    const told = !agreed.some((one) => isAnother(listed, one)) && isSaid(words(listed.hoTen), said)
    const field = named?.field ?? (told ? 'noiDung' : undefined)
    return field === undefined ? [] : [issue('NEVER_SHOWN', field, { who: listed.hoTen })]
  })
}
