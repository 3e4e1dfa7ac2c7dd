/** Rule: numbers as they are read aloud in Vietnamese: mười/mươi, mốt, lăm, linh, and every group of three named. */
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const GROUPS = ['', ' nghìn', ' triệu', ' tỉ'] as const
const A_GROUP = 1000

const digit = (n: number): string => DIGITS[n]!

function units(n: number, tens: number): string {
  if (n === 0) return ''
  if (n === 1 && tens > 1) return ' mốt'
  if (n === 5 && tens > 0) return ' lăm'
  return ` ${digit(n)}`
}

/** `whole`: after a larger group, so that no place is left out. */
function threeDigits(n: number, whole: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundreds > 0 || whole ? `${digit(hundreds)} trăm` : ''
  if (tens === 0) {
    if (ones === 0) return head
    return head === '' ? digit(ones) : `${head} linh ${digit(ones)}`
  }
  const ten = tens === 1 ? 'mười' : `${digit(tens)} mươi`
  return `${head} ${ten}${units(ones, tens)}`.trim()
}

/** A whole number from nought up to 999 999 999 999. */
export function numberWords(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0 || n >= A_GROUP ** 4) throw new RangeError(`numberWords: expected a whole number below ${A_GROUP ** 4}, received ${n}`)
  if (n === 0) return digit(0)
  const groups: number[] = []
  for (let rest = n; rest > 0; rest = Math.floor(rest / A_GROUP)) groups.push(rest % A_GROUP)
  return groups
    .map((group, i) => (group === 0 ? '' : `${threeDigits(group, i < groups.length - 1)}${GROUPS[i]}`))
    .toReversed()
    .filter((part) => part !== '')
    .join(' ')
}

/** Each digit by itself: telephone numbers, codes. */
export const digitsAloud = (text: string): string => [...text].filter((sign) => /\d/.test(sign)).map((sign) => digit(Number(sign))).join(' ') // prettier-ignore

/** `1.250`, `3,5`, `2`: whole numbers in words; what stands behind a comma digit by digit, two places as one number. */
export function writtenNumber(text: string): string {
  const [whole = '', part = ''] = text.replaceAll('.', '').split(',')
  if (whole.length > 12 || (whole.length > 1 && whole.startsWith('0'))) return digitsAloud(text)
  const words = numberWords(Number(whole))
  if (part === '') return words
  const behind = part.length <= 2 && !part.startsWith('0') ? numberWords(Number(part)) : digitsAloud(part)
  return `${words} phẩy ${behind}`
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
/** Null where it is no Roman number up to 399 as it is written. */
export function romanNumber(text: string): number | null {
  if (!/^(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return null
  const values = [...text].map((sign) => ROMAN[sign]!)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}
