/**
 * A plan as it stands in Word, Excel or a message, read into rows: what was understood, and for each row what was not. Rule: nothing
 * is guessed; where a month, or who does what, cannot be told, it is left empty and asked.
 */
import { folded, headOf, type Cot, type Head } from './columns.ts'
import { MOST_LINES, wordsOf, type Cell, type Drawn, type Grid } from './grid.ts'
import { readLines } from './lines.ts'
import { monthInYear, monthsIn } from './months.ts'
import { namesIn } from './people.ts'

/** `thangChu`, `nguoiChu`: as it was written, where it was not understood. */
export type DongDoc = {
  thang: string[]
  thangChu: string
  noiDung: string
  sanPham: string[]
  nguoi: string[]
  nguoiChu: string
  phoiHop: string
  boSung: string
  canhBao: CanhBaoDong[]
}
export const CANH_BAO_DONG = ['MONTH_ASK', 'MONTH_ABOVE', 'YEAR_OTHER', 'PEOPLE_ASK', 'NO_NUMBER'] as const
export type CanhBaoDong = (typeof CANH_BAO_DONG)[number]
/** `NUMBER_JUMPS`: a number is missing; `ROW_ACROSS`: a row over all columns is no content; `LINE_SKIPPED`: a line says of no month. */
export type CanhBao = { ma: 'NUMBER_JUMPS' | 'ROW_ACROSS' | 'LINE_SKIPPED' | 'CUT'; chu: string }
export type KeHoachDoc = { loai: 'thang' | 'chuDe'; dong: DongDoc[]; canhBao: CanhBao[]; nguoi: { ten: string; so: number }[] }

export const MOST_PLAN_ROWS = 300

type Found = { dong: DongDoc[]; canhBao: CanhBao[] }

const cellAt = (row: readonly Cell[], head: Head, name: Cot): Cell | null => {
  const at = head.cot.indexOf(name)
  return at < 0 ? null : (row[at] ?? null)
}
const textAt = (row: readonly Cell[], head: Head, name: Cot): string => {
  const cell = cellAt(row, head, name)
  return cell === null ? '' : wordsOf(cell)
}

/** Beside so many contents: one by one, all of them for one, else asked. */
function shared(contents: number, people: Cell | null): { nguoi: string[]; nguoiChu: string; ask: boolean }[] {
  const lines = people?.dong ?? []
  const each = (i: number): string[] => (lines[i] ? namesIn(lines[i].chu) : [])
  const all = lines.flatMap(({ chu }) => namesIn(chu))
  return Array.from({ length: contents }, (_, i) => {
    if (contents === 1) return { nguoi: [...new Set(all)], nguoiChu: '', ask: false }
    if (lines.length === contents) return { nguoi: each(i), nguoiChu: '', ask: false }
    return { nguoi: [], nguoiChu: lines.map(({ chu }) => chu).join('; '), ask: lines.length > 0 }
  })
}

function monthsOfCell(text: string, above: string, namHoc: string): { thang: string[]; thangChu: string; canhBao: CanhBaoDong[] } {
  const said = text || above
  const found = said === '' ? null : monthsIn(folded(said))
  if (found === null) return { thang: [], thangChu: said, canhBao: ['MONTH_ASK'] }
  const thang = [...new Set(found.map((one) => monthInYear(one.thang, namHoc)))]
  const other = found.some((one) => one.nam !== null && !monthInYear(one.thang, namHoc).startsWith(String(one.nam)))
  return { thang, thangChu: '', canhBao: [...(text === '' ? (['MONTH_ABOVE'] as const) : []), ...(other ? (['YEAR_OTHER'] as const) : [])] }
}

const joined = (cell: Cell | null): string => cell?.dong.map(({ chu }) => chu).join('; ') ?? ''

function readMonths(grid: Grid, head: Head, namHoc: string): Found {
  const [dong, canhBao]: [DongDoc[], CanhBao[]] = [[], []]
  let above = ''
  for (const row of grid.slice(head.from)) {
    if (new Set(row).size === 1) {
      // "THÁNG 10" over all columns is the month of what follows; of anything else below it the month is asked.
      above = monthsIn(folded(wordsOf(row[0]!))) === null ? '' : wordsOf(row[0]!)
      if (wordsOf(row[0]!) !== '' && above === '') canhBao.push({ ma: 'ROW_ACROSS', chu: wordsOf(row[0]!).slice(0, 100) })
      continue
    }
    const contents = cellAt(row, head, 'noiDung')?.dong ?? []
    const month = textAt(row, head, 'thang')
    if (contents.length === 0) continue
    const when = monthsOfCell(month, above, namHoc)
    if (month !== '') above = month
    const who = shared(contents.length, cellAt(row, head, 'nguoi'))
    // What is said beside several contents is said of the first, for a person to move.
    for (const [i, { chu }] of contents.entries())
      dong.push({
        ...when,
        noiDung: chu,
        sanPham: i === 0 ? (cellAt(row, head, 'sanPham')?.dong.map((line) => line.chu) ?? []) : [],
        nguoi: who[i]!.nguoi,
        nguoiChu: who[i]!.nguoiChu,
        phoiHop: joined(cellAt(row, head, 'phoiHop')),
        boSung: i === 0 ? joined(cellAt(row, head, 'boSung')) : '',
        canhBao: [...when.canhBao, ...(who[i]!.ask ? (['PEOPLE_ASK'] as const) : [])],
      })
  }
  return { dong, canhBao }
}

function readTopics(grid: Grid, head: Head): Found {
  const name: Cot = head.cot.includes('chuDe') ? 'chuDe' : 'noiDung'
  const [dong, canhBao]: [DongDoc[], CanhBao[]] = [[], []]
  for (const row of grid.slice(head.from)) {
    const noiDung = textAt(row, head, name)
    const sanPham = cellAt(row, head, 'sanPham')?.dong.map(({ chu }) => chu.replace(/\.?\/\.?$/, '')) ?? []
    if (noiDung === '' || new Set(row).size === 1) continue
    const unnumbered = head.cot.includes('stt') && textAt(row, head, 'stt') === ''
    const nguoi = (cellAt(row, head, 'nguoi')?.dong ?? []).flatMap(({ chu }) => namesIn(chu))
    dong.push({ thang: [], thangChu: '', noiDung, sanPham, nguoi, nguoiChu: '', phoiHop: joined(cellAt(row, head, 'phoiHop')), boSung: '', canhBao: unnumbered ? ['NO_NUMBER'] : [] }) // prettier-ignore
  }
  return { dong, canhBao }
}

/** Numbers that are missing between those that stand there. */
function jumps(grid: Grid, head: Head): CanhBao[] {
  const at = head.cot.indexOf('stt')
  const numbers = grid.slice(head.from).flatMap((row) => (at >= 0 && row[at] && /^\d{1,3}$/.test(wordsOf(row[at])) ? [Number(wordsOf(row[at]))] : []))
  return numbers.slice(1).flatMap((n, i) => (n > numbers[i]! + 1 ? [{ ma: 'NUMBER_JUMPS' as const, chu: `${numbers[i]} → ${n}` }] : []))
}

const counted = (dong: readonly DongDoc[]): KeHoachDoc['nguoi'] => {
  const so = new Map<string, number>()
  for (const ten of dong.flatMap(({ nguoi }) => nguoi)) so.set(ten, (so.get(ten) ?? 0) + 1)
  return [...so].map(([ten, times]) => ({ ten, so: times })).toSorted((a, b) => b.so - a.so || a.ten.localeCompare(b.ten, 'vi'))
}

/** Null where there is neither a table of a plan nor lines with months. Tables of one kind are one plan. */
export function readPlan({ grids, lines }: Drawn, namHoc: string): KeHoachDoc | null {
  const heads = grids.flatMap((grid) => {
    const head = headOf(grid)
    return head ? [{ grid, head }] : []
  })
  const loai = heads.some(({ head }) => head.loai === 'thang') ? 'thang' : 'chuDe'
  const parts = heads
    .filter(({ head }) => head.loai === loai)
    .map(({ grid, head }) => {
      const { dong, canhBao } = loai === 'thang' ? readMonths(grid, head, namHoc) : readTopics(grid, head)
      return { dong, canhBao: [...canhBao, ...jumps(grid, head)] }
    })
  const found: Found | null =
    parts.length > 0
      ? { dong: parts.flatMap(({ dong }) => dong), canhBao: parts.flatMap(({ canhBao }) => canhBao) }
      : readLines(lines.slice(0, MOST_LINES), namHoc)
  if (found === null || found.dong.length === 0) return null
  const dong = found.dong.slice(0, MOST_PLAN_ROWS)
  const cut: CanhBao[] = found.dong.length > dong.length ? [{ ma: 'CUT', chu: String(MOST_PLAN_ROWS) }] : []
  return { loai: parts.length > 0 ? loai : 'thang', dong, canhBao: [...found.canhBao, ...cut], nguoi: counted(dong) }
}
