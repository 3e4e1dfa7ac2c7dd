/** A plan written as lines, as people send it by Zalo: a month, then what is in it, each with whom in brackets, behind a colon or a dash. */
import { folded } from './columns.ts'
import type { Line } from './grid.ts'
import { monthInYear, monthsIn } from './months.ts'
import { looksLikeNames, namesIn } from './people.ts'
import type { CanhBao, DongDoc } from './read.ts'

/** "Tháng 9:", "T11: …", "Tháng 12. …". */
const MONTH = /^((?:tháng|thg\.?)\s+[^\s:.]+(?:\s+năm\s+20\d\d)?|T\s?\d{1,2}(?:\/20\d\d)?)\s*(?:[:.]|[-–]\s|$)\s*(.*)$/iu

function withPeople(text: string): { noiDung: string; nguoi: string[] } {
  const [, before, inside] = /^(.*\S)\s*\(([^()]{1,80})\)\s*$/u.exec(text) ?? []
  if (before !== undefined && inside !== undefined && looksLikeNames(inside)) return { noiDung: before, nguoi: namesIn(inside) }
  const at = Math.max(text.lastIndexOf(': '), text.lastIndexOf(' - '), text.lastIndexOf(' – '))
  const behind = at > 0 ? text.slice(at).replace(/^\s*[:–-]\s*/u, '') : ''
  return behind !== '' && looksLikeNames(behind) ? { noiDung: text.slice(0, at).trim(), nguoi: namesIn(behind) } : { noiDung: text, nguoi: [] }
}

/** Null where no line names a month. */
export function readLines(lines: readonly Line[], namHoc: string): { dong: DongDoc[]; canhBao: CanhBao[] } | null {
  const [dong, canhBao]: [DongDoc[], CanhBao[]] = [[], []]
  let thang: string[] | null = null
  let otherYear = false
  const add = (text: string): void => {
    const { noiDung, nguoi } = withPeople(text.replace(/[;.]+$/u, ''))
    dong.push({
      thang: thang ?? [],
      thangChu: '',
      noiDung,
      sanPham: [],
      nguoi,
      nguoiChu: '',
      phoiHop: '',
      boSung: '',
      canhBao: [...(otherYear ? (['YEAR_OTHER'] as const) : []), ...(nguoi.length === 0 ? (['PEOPLE_ASK'] as const) : [])],
    })
  }
  for (const { chu } of lines) {
    const [, month, rest] = MONTH.exec(chu) ?? []
    const said = month === undefined ? null : monthsIn(folded(month))
    if (said !== null) {
      thang = said.map((one) => monthInYear(one.thang, namHoc))
      otherYear = said.some((one) => one.nam !== null && !monthInYear(one.thang, namHoc).startsWith(String(one.nam)))
      if (rest) add(rest)
    } else if (thang === null) canhBao.push({ ma: 'LINE_SKIPPED', chu: chu.slice(0, 100) })
    else add(chu)
  }
  return dong.length > 0 ? { dong, canhBao } : null
}
