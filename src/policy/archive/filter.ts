/** What of the archive is looked at: by school year, unit, occasion, person, words and kind. Read from an address; what it does not know it leaves out. */
import { schoolYearName, schoolYearStart, spanOfYear, type Span } from '../time/schoolYear.ts'
import { idOf } from '../ids.ts'
import { givenName } from '../gate/fileName.ts'

export const LOAI_KHO = ['anh', 'phim', 'am', 'tep'] as const
export type LoaiKho = (typeof LOAI_KHO)[number]

export type ArchiveFilter = { namHoc: string | null; donVi: number | null; chuDe: number | null; loai: LoaiKho | null; chu: string; nguoi: string }

const LONGEST_WORDS = 100

export function filterOf(get: (name: string) => string | null): ArchiveFilter {
  const id = (name: string): number | null => {
    const value = get(name) ?? ''
    return /^[1-9]\d{0,8}$/.test(value) ? idOf(Number(value)) : null
  }
  const year = get('nam') ?? ''
  return {
    namHoc: schoolYearStart(year) === null ? null : year,
    donVi: id('donVi'),
    chuDe: id('chuDe'),
    loai: LOAI_KHO.find((one) => one === get('loai')) ?? null,
    chu: (get('chu') ?? '').trim().slice(0, LONGEST_WORDS),
    nguoi: (get('nguoi') ?? '').trim().slice(0, LONGEST_WORDS),
  }
}

export const spanOfFilter = ({ namHoc }: ArchiveFilter): Span | null => (namHoc === null ? null : spanOfYear(namHoc))

/** The address that asks the same again. */
export function searchOf({ namHoc, donVi, chuDe, loai, chu, nguoi }: ArchiveFilter): string {
  const asked = new URLSearchParams()
  for (const [name, value] of [
    ['nam', namHoc],
    ['donVi', donVi],
    ['chuDe', chuDe],
    ['loai', loai],
    ['chu', chu],
    ['nguoi', nguoi],
  ] as const)
    // prettier-ignore
    if (value !== null && value !== '') asked.set(name, String(value))
  return asked.toString()
}

/** School years from the first to this one, the newest first. */
export const yearsBetween = (first: string, last: string): string[] => {
  const [from, to] = [schoolYearStart(first), schoolYearStart(last)]
  return from === null || to === null ? [] : Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => schoolYearName(to - i))
}

/** `012-hoc-sinh-trong-cay.jpg`: in the order of the list, plain letters, never twice the same. */
export const nameInPack = (n: number, words: string, ending: string): string => `${String(n).padStart(4, '0')}-${givenName(words)}.${ending}`

/** One line of a table that spreadsheets open: what begins like a formula is words. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells
    .map(
      (cell) =>
        `"${String(cell)
          .replace(/^(?=\s*[=+\-@＝＋－＠])/, "'")
          .replace(/"/g, '""')}"`,
    )
    .join(',')}\r\n`
