/** Which column of a table is what, by the words of its head, one row or two deep. */
import { withoutAccents } from '../text/searchFold.ts'
import { wordsOf, type Grid } from './grid.ts'

export const COT = ['stt', 'thang', 'noiDung', 'chuDe', 'sanPham', 'nguoi', 'phoiHop', 'boSung', 'ketQua', 'ghiChu'] as const
export type Cot = (typeof COT)[number]

export const folded = (text: string): string => withoutAccents(text.toLowerCase()).replace(/\s+/g, ' ').trim()

/** The first that fits: what a product is called stands before what it is about. */
const HEADS: readonly (readonly [Cot, RegExp])[] = [
  ['stt', /^(?:stt|tt|so tt|so thu tu|s\.t\.t|t\.t|no\.?|#)$/],
  ['ketQua', /ket qua|da thuc hien|danh gia/],
  ['boSung', /bo sung|dieu chinh/],
  ['phoiHop', /phoi hop/],
  ['sanPham', /san pham|hinh thuc/],
  ['nguoi', /nguoi|phu trach|phan cong|chu tri|don vi thuc hien|bo phan|thuc hien/],
  ['thang', /^(?:thang|thoi gian|thoi diem|thang\/nam|thang nam)\b/],
  ['chuDe', /^chu de\b/],
  ['noiDung', /noi dung|cong viec|hoat dong|cong tac|su kien|tuyen truyen/],
  ['ghiChu', /ghi chu/],
]

const cotOf = (words: string): Cot | null => {
  const text = folded(words)
  return text === '' || text.length > 60 ? null : (HEADS.find(([, fits]) => fits.test(text))?.[0] ?? null)
}

export type Head = { loai: 'thang' | 'chuDe'; cot: readonly (Cot | null)[]; from: number }

/** What every column of a head row is; a name is given once. */
const named = (cells: readonly (Cot | null)[]): (Cot | null)[] => cells.map((cot, i) => (cot !== null && cells.indexOf(cot) === i ? cot : null))

function kindOf(cot: readonly (Cot | null)[]): Head['loai'] | null {
  const has = (name: Cot): boolean => cot.includes(name)
  if (has('thang') && (has('noiDung') || has('chuDe'))) return 'thang'
  return has('sanPham') && (has('noiDung') || has('chuDe')) ? 'chuDe' : null
}

const DEEPEST = 8

/** Null where no row of the first ones is the head of a plan. */
export function headOf(grid: Grid): Head | null {
  for (const [i, row] of grid.slice(0, DEEPEST).entries()) {
    if (new Set(row).size < 2) continue
    const one = row.map((cell) => cotOf(wordsOf(cell)))
    const below = grid[i + 1]
    // A second row of the head stands under cells that reach into it.
    const deep = below !== undefined && row.some((cell, k) => below[k] === cell)
    const cot = named(deep ? row.map((cell, k) => (below[k] === undefined || below[k] === cell ? one[k]! : (cotOf(wordsOf(below[k])) ?? one[k]!))) : one)
    const loai = kindOf(cot)
    if (loai !== null)
      return { loai, cot: cot.map((name) => (name === 'chuDe' && loai === 'thang' && !cot.includes('noiDung') ? 'noiDung' : name)), from: i + (deep ? 2 : 1) }
  }
  return null
}
