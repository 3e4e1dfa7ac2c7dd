/**
 * Rule: whoever is on the never-show list is neither named nor pictured, whatever else was agreed. Two people may bear one name:
 * a consent of somebody of that name born in another year says that it is he.
 */
import { issue, type Issue } from '../issues.ts'
import { settled, withoutAccents } from '../text/searchFold.ts'

export type KhongHien = { id: number; hoTen: string; namSinh: number | null }
type Agreed = { hoTen: string; namSinh: number | null }

const spaced = (text: string): string =>
  ` ${settled(text)
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()} `
const sameName = (one: string, other: string): boolean => spaced(one) === spaced(other)

const isAnother = (listed: KhongHien, one: Agreed): boolean =>
  sameName(listed.hoTen, one.hoTen) && listed.namSinh !== null && one.namSinh !== null && listed.namSinh !== one.namSinh

/** `lines`: the words a document shows, each with its field. `agreed`: those it names or pictures. */
export function neverShown(
  list: readonly KhongHien[],
  lines: readonly { field: string; text: string }[],
  agreed: readonly (Agreed & { field: string })[],
): Issue[] {
  const said = lines.map(({ field, text }) => ({ field, text: spaced(text) }))
  return list.flatMap((listed) => {
    const named = agreed.find((one) => sameName(listed.hoTen, one.hoTen) && !isAnother(listed, one))
    const name = spaced(listed.hoTen)
    // Typed without its marks it is the same name.
    const isSaid = (text: string): boolean => name.trim() !== '' && (text.includes(name) || text.includes(withoutAccents(name)))
    const line = agreed.some((one) => isAnother(listed, one)) ? undefined : said.find(({ text }) => isSaid(text))
    const field = named?.field ?? line?.field
    return field === undefined ? [] : [issue('NEVER_SHOWN', field, { who: listed.hoTen })]
  })
}
