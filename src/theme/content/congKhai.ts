/** What a school has disclosed for one school year, section by section, and what is still missing. */
import { MUC_CONG_KHAI, sectionsOf, type MucCongKhai } from '../../policy/gate/congKhai.ts'
import type { TrangEdition } from './trang.ts'

export type Section = { muc: MucCongKhai; pages: TrangEdition[] }
export type Disclosure = { namHoc: string; sections: Section[]; /** How many of the sections have a page. */ done: number }

export function disclosureOf(namHoc: string, pages: readonly TrangEdition[]): Disclosure {
  const ofYear = pages.filter((p) => p.noiDung.namHoc === namHoc)
  const needed = sectionsOf(namHoc)
  // A page of a section the law asked for in other years is shown all the same.
  const shown = MUC_CONG_KHAI.filter((muc) => needed.includes(muc) || ofYear.some((p) => p.noiDung.mucCongKhai === muc.ma))
  const sections = shown.map((muc) => ({ muc, pages: ofYear.filter((p) => p.noiDung.mucCongKhai === muc.ma) }))
  return { namHoc, sections, done: sections.filter((s) => s.pages.length > 0).length }
}

/** The school years to show, newest first: this one, and every one that has a page. */
export const yearsOf = (pages: readonly TrangEdition[], thisYear: string): string[] =>
  [...new Set([thisYear, ...pages.map((p) => p.noiDung.namHoc ?? thisYear)])].sort().reverse()
