/** Rule: the day of the week beside a date is that date's own; a date is one of the calendar. */
import type { Finding } from './finding.ts'

const NAMES = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
const SAID: Record<string, number> = { hai: 1, '2': 1, ba: 2, '3': 2, tư: 3, '4': 3, năm: 4, '5': 4, sáu: 5, '6': 5, bảy: 6, bẩy: 6, '7': 6 }
/** “lớp thứ hai 12/3”, “lần thứ ba, ngày…”: a number in a row, not a day. */
const ROW = /(?:lớp|lần|người|tổ|hàng|giải|ngày|tuần|tiết|bài|câu|phần|trận|vòng|đợt|kỳ|khoá|khóa|năm|thế|chương|mục|đội|ca|lượt|vị|con)\s+$/iu
const WITH_DAY =
  /(?:thứ\s*(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(chủ\s*nhật|CN))(?![\p{L}\d])(?:\s*[,(–-]\s*|\s+)(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?![\d/])/giu
const ALONE = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu

const isDate = (d: number, m: number, y: number): boolean => {
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d
}

/** The year that brings the date nearest to the day of writing. */
function nearestYear(d: number, m: number, at: number): number {
  const year = new Date(at).getUTCFullYear()
  const away = (y: number): number => Math.abs(Date.UTC(y, m - 1, d) - at)
  return [year - 1, year, year + 1].reduce((best, y) => (away(y) < away(best) ? y : best))
}

/** `at`: milliseconds; the day on which it was written. */
export function weekdays(text: string, at: number): Finding[] {
  const findings: Finding[] = []
  const judged = new Set<string>()
  for (const match of text.matchAll(WITH_DAY)) {
    const [chu, word, sunday, day, month, year] = match
    if (!sunday && ROW.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    const [d, m] = [Number(day), Number(month)]
    const y = year === undefined ? nearestYear(d, m, at) : Number(year)
    if (year !== undefined) judged.add(`${day}/${month}/${year}`)
    if (!isDate(d, m, y)) findings.push({ loai: 'ngayKhongCo', chu })
    else {
      const real = new Date(Date.UTC(y, m - 1, d)).getUTCDay()
      if (real !== (sunday ? 0 : SAID[word!.toLowerCase()])) findings.push({ loai: 'thuNgay', chu, dung: NAMES[real]! })
    }
  }
  for (const [chu, day, month, year] of text.matchAll(ALONE)) {
    if (!judged.has(chu) && !isDate(Number(day), Number(month), Number(year))) findings.push({ loai: 'ngayKhongCo', chu })
  }
  return findings
}
