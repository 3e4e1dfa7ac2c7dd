/**
 * Rule: a text for the ear – nothing is left that a reader at the microphone would have to work out. Order matters: addresses
 * before signs, hours and days before numbers, classes before capitals.
 */
import { spokenAbbreviations, spelled } from './abbreviations.ts'
import { spokenTimes } from './dates.ts'
import { digitsAloud, numberWords, romanNumber, writtenNumber } from './numbers.ts'

const ADDRESS = /(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:vn|com|org|net))(?:\/[^\s)”"]*)?/giu
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const PHONE = /(?<!\d)(?:\+84|0)\d{2,3}(?:[\s.]?\d{3}){2}\d?(?!\d)/gu
const CLASS = /(?<![\p{L}\d])(1[0-2]|[1-9])([A-ZĐ])(\d{1,2})?(?![\p{L}\d])/gu
const ROMAN = /(?<=(?:lần(?: thứ)?|thứ|khoá|khóa|kỳ|kì|thế kỷ|thế kỉ|Đại hội|quý|hạng|khối|chương|điều)\s)[IVXLC]+(?![\p{L}\d])/giu
const NUMBER = /(?<![\p{L}\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\p{L}\d])\d+(?:,\d+)?/gu
const RANGE = /(?<=\d)\s?[-–]\s?(?=\d)/gu
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/%/g, ' phần trăm'],
  [/(?<=\d)\s?(?:VNĐ|vnđ|đ)(?![\p{L}])/gu, ' đồng'],
  [/(?<=\d)\s?km\/h(?![\p{L}])/gu, ' ki-lô-mét trên giờ'],
  [/(?<=\d)\s?km(?![\p{L}])/gu, ' ki-lô-mét'],
  [/(?<=\d)\s?cm(?![\p{L}])/gu, ' xăng-ti-mét'],
  [/(?<=\d)\s?m2|(?<=\d)\s?m²/gu, ' mét vuông'],
  [/(?<=\d)\s?m(?![\p{L}\d])/gu, ' mét'],
  [/(?<=\d)\s?kg(?![\p{L}])/gu, ' ki-lô-gam'],
  [/(?<=\d)\s?ha(?![\p{L}])/gu, ' héc-ta'],
  [/(?<=\d)\s?°C/gu, ' độ'],
]
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\s*[([]\s*/gu, ', '],
  [/\s*[)\]]\s*(?=[.,;:!?])/gu, ''],
  [/\s*[)\]]\s*/gu, ', '],
  [/["“”«»*_#]/gu, ''],
  [/\s*&\s*/gu, ' và '],
  [/\s+[–—-]\s+/gu, ', '],
  [/\s*\/\s*/gu, ' '],
]

const inWords = (found: string): string => (found.replace(/\D/g, '').length > 12 ? digitsAloud(found) : writtenNumber(found))

/** One paragraph. `unknown`: abbreviations that are spelled letter by letter. */
export function forTheEar(written: string): { text: string; unknown: string[] } {
  let text = written.normalize('NFC').replace(/\s+/gu, ' ')
  text = text.replace(MAIL, (found) => found.replace('@', ' a còng ').replaceAll('.', ' chấm '))
  text = text.replace(ADDRESS, (_found, host: string) => host.replaceAll('.', ' chấm '))
  text = text.replace(PHONE, (found) => digitsAloud(found.replace('+84', '0')))
  text = spokenTimes(text)
  text = text.replace(CLASS, (_found, grade: string, letter: string, n?: string) =>
    [numberWords(Number(grade)), spelled(letter), ...(n === undefined ? [] : [numberWords(Number(n))])].join(' '),
  )
  text = text.replace(ROMAN, (found) => {
    const n = romanNumber(found.toUpperCase())
    return n === null ? found : numberWords(n)
  })
  for (const [sign, words] of UNITS) text = text.replace(sign, words)
  text = text.replace(RANGE, ' đến ').replace(NUMBER, inWords)
  const said = spokenAbbreviations(text)
  text = SIGNS.reduce((all, [sign, words]) => all.replace(sign, words), said.text)
  return { text: tidied(text), unknown: said.unknown }
}

const tidied = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([.,;:!?])/gu, '$1')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/,\s*([.;:!?])/gu, '$1')
    .replace(/(?:\.\s*){2,}/gu, '. ')
    .trim()

/** Syllables read in a minute at the microphone, slower than one speaks. */
const A_MINUTE = 170
export const readingSeconds = (text: string): number => Math.ceil(((text.match(/[\p{L}\p{Nd}]+/gu) ?? []).length / A_MINUTE) * 60)
