/** Months as people write them, and the months of a school year they name. What names no month for certain is asked, not guessed. */

// prettier-ignore
const WORDS: Record<string, number> = {
  mot: 1, gieng: 1, hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10, 'muoi mot': 11, 'muoi hai': 12, chap: 12,
}
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10, xi: 11, xii: 12 }

const isMonthNumber = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 12
export type SaidMonth = { thang: number; nam: number | null }

function oneMonth(text: string): SaidMonth | null {
  const [, number, year] = /^(\d{1,2})(?:\s*[/.-]\s*(20\d\d)|\s+nam\s+(20\d\d))?$/.exec(text.replace(/ nam (20\d\d)$/, '/$1')) ?? []
  if (number !== undefined) return isMonthNumber(Number(number)) ? { thang: Number(number), nam: year === undefined ? null : Number(year) } : null
  const thang = Object.hasOwn(WORDS, text) ? WORDS[text] : Object.hasOwn(ROMAN, text) ? ROMAN[text] : undefined
  return thang === undefined ? null : { thang, nam: null }
}

/** `words`: folded, `thang 9`. Null where it names none for certain, or says more than months. */
export function monthsIn(words: string): SaidMonth[] | null {
  const text = words
    .replace(/\b(?:thang|thg)\.?\s*/g, '')
    .replace(/(^|[,+;&]\s*)t\.?\s?(?=\d)/g, '$1')
    .replace(/[.:]+$/, '')
    .trim()
  const [, first, last] = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(text) ?? []
  if (first !== undefined && last !== undefined) {
    const [from, to] = [Number(first), Number(last)]
    if (!isMonthNumber(from) || !isMonthNumber(to) || to < from) return null
    return Array.from({ length: to - from + 1 }, (_, i) => ({ thang: from + i, nam: null }))
  }
  const said = text.split(/\s*(?:[,+;&]|\bva\b)\s*/).map(oneMonth)
  return said.length > 0 && said.every((one) => one !== null) ? (said as SaidMonth[]) : null
}

/** `2026-09`, the September of `2026-2027`. */
export function monthInYear(thang: number, namHoc: string): string {
  const first = Number(namHoc.slice(0, 4))
  return `${thang >= 9 ? first : first + 1}-${String(thang).padStart(2, '0')}`
}
