/**
 * Rule: what tells a private person – a number of identity, a telephone, an address – is pointed out before readers get it
 * (law on personal data: vietnam.md). The institution's own are no private person's.
 */
import { found, type Finding } from './finding.ts'

/** Twelve digits that begin with a province (001 to 096), a century and sex, a year of birth. */
const CCCD = /(?<!\d)0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{2}[ .]?\d{3}[ .]?\d{3}(?!\d)/gu
const MOBILE = /(?<![\d.,])(?:\+84|84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?!\d)/gu
const MAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:gmail|yahoo|hotmail|outlook|icloud|live|ymail)\.[a-z.]{2,}/giu
const ACCOUNT = /(?:STK|số\s+tài\s+khoản|số\s+TK)[\p{L}\s:.()]{0,30}\d(?:[ .]?\d){5,18}/giu
const BIRTH = /sinh\s+(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/giu
const HOME = /(?:thường\s+trú|trú\s+(?:tại|quán)|nhà\s+(?:ở\s+)?số|địa\s+chỉ\s+nhà)[^.;\n]{3,60}/giu
/** What a child is not to be known by. */
const CIRCUMSTANCES =
  /(?<!\p{L})(?:mồ\s+côi|hộ\s+(?:cận\s+)?nghèo|HIV|nhiễm\s+H|khuyết\s+tật|tự\s+kỷ|(?:bố\s+mẹ|cha\s+mẹ)\s+(?:ly\s+hôn|bỏ\s+nhau|mất\s+sớm)|bị\s+xâm\s+hại|bị\s+bạo\s+hành|trầm\s+cảm|đi\s+tù)(?!\p{L})/giu

const digits = (text: string): string => text.replace(/\D/gu, '').replace(/^84/u, '0')

/** `known`: numbers and addresses of the institution itself. */
export function personalData(text: string, known: readonly string[]): Finding[] {
  const own = new Set(known.flatMap((one) => [one.toLowerCase(), digits(one)]).filter((one) => one.length > 5))
  const cards = found('soDinhDanh', text, CCCD)
  // Within a longer number – of an account, of a card – the same digits are told once.
  const accounts = found('taiKhoan', text, ACCOUNT)
  const told = [...cards, ...accounts].map(({ chu }) => digits(chu))
  const phones = found('soDienThoai', text, MOBILE).filter(({ chu }) => !own.has(digits(chu)) && !told.some((one) => one.includes(digits(chu))))
  const mails = found('thuRieng', text, MAIL).filter(({ chu }) => !own.has(chu.toLowerCase()))
  return [
    ...cards,
    ...phones,
    ...mails,
    ...accounts,
    ...found('ngaySinh', text, BIRTH),
    ...found('diaChiNha', text, HOME),
    ...found('hoanCanh', text, CIRCUMSTANCES),
  ]
}
