/** A text for the loudspeaker: numbers, days, hours, abbreviations as they are said. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spokenAbbreviations } from '../../src/policy/ear/abbreviations.ts'
import { spokenTimes } from '../../src/policy/ear/dates.ts'
import { digitsAloud, numberWords, romanNumber, writtenNumber } from '../../src/policy/ear/numbers.ts'
import { forTheEar, readingSeconds } from '../../src/policy/ear/speech.ts'

describe('numbers', () => {
  it.each([
    [0, 'không'],
    [1, 'một'],
    [10, 'mười'],
    [11, 'mười một'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi bốn'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [115, 'một trăm mười lăm'],
    [205, 'hai trăm linh năm'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [2026, 'hai nghìn không trăm hai mươi sáu'],
    [1_250_000, 'một triệu hai trăm năm mươi nghìn'],
    [2_000_000, 'hai triệu'],
    [1_000_000_005, 'một tỉ không trăm linh năm'],
    [999_999_999_999, 'chín trăm chín mươi chín tỉ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín'],
  ])('%i', (n, words) => expect(numberWords(n)).toBe(words))
  it('say the same number back', () => {
    const values: Record<string, number> = { không: 0, linh: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 }
    const scale: Record<string, number> = { nghìn: 1e3, triệu: 1e6, tỉ: 1e9 }
    const read = (words: string): number => {
      let [total, group, last] = [0, 0, 0]
      for (const word of words.split(' ')) {
        if (word in scale) {
          total += (group + last) * scale[word]!
          group = last = 0
        } else if (word === 'trăm') {
          group += last * 100
          last = 0
        } else if (word === 'mươi') {
          group += last * 10
          last = 0
        } else if (word === 'mười') group += 10
        else last = values[word]!
      }
      return total + group + last
    }
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => read(numberWords(n)) === n))
  })
  it('of other kinds are refused or spelled', () => {
    for (const n of [-1, 1.5, 1e12, NaN]) expect(() => numberWords(n)).toThrow(RangeError)
    expect(writtenNumber('3,5')).toBe('ba phẩy năm')
    expect(writtenNumber('7,05')).toBe('bảy phẩy không năm')
    expect(writtenNumber('1.250')).toBe('một nghìn hai trăm năm mươi')
    expect(writtenNumber('007')).toBe('không không bảy')
    expect(digitsAloud('0912 345')).toBe('không chín một hai ba bốn năm')
    expect(['I', 'IV', 'IX', 'XIV', 'XXI', 'IIII', 'VX', ''].map(romanNumber)).toEqual([1, 4, 9, 14, 21, null, null, null])
  })
})

describe('days and hours', () => {
  it.each([
    ['ngày 20/11/2026', 'ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['Sáng 2/9, cả trường', 'Sáng ngày mùng hai tháng chín, cả trường'],
    ['ngày 30/4', 'ngày ba mươi tháng tư'],
    ['tháng 4/2026', 'tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['lúc 7h30', 'lúc bảy giờ ba mươi phút'],
    ['lúc 07:00', 'lúc bảy giờ'],
    ['từ 14 giờ', 'từ mười bốn giờ'],
    ['tỉ số 3:1', 'tỉ số 3:1'],
    ['phân số 45/99', 'phân số 45/99'],
    ['25:70', '25:70'],
    ['năm học 2026-2027', 'năm học hai nghìn không trăm hai mươi sáu – hai nghìn không trăm hai mươi bảy'],
  ])('%s', (written, said) => expect(spokenTimes(written)).toBe(said))
})

describe('abbreviations', () => {
  it.each([
    ['Trường THPT Hoa Ban', 'Trường trung học phổ thông Hoa Ban', []],
    ['UBND xã', 'Uỷ ban nhân dân xã', []],
    ['Sở GD&ĐT, Sở GDĐT', 'Sở Giáo dục và Đào tạo, Sở Giáo dục và Đào tạo', []],
    ['TP. Điện Biên Phủ', 'thành phố Điện Biên Phủ', []],
    ['PGS.TS Lò Văn A', 'Phó Giáo sư, Tiến sĩ Lò Văn A', []],
    ['bút, vở, v.v.', 'bút, vở, vân vân', []],
    ['đội KQXS', 'đội ca quy ích sờ', ['KQXS']],
    ['LỄ KHAI GIẢNG', 'lễ khai giảng', []],
  ])('%s', (written, said, unknown) => expect(spokenAbbreviations(written)).toEqual({ text: said, unknown }))
})

describe('a paragraph for the ear', () => {
  it.each([
    [
      'Lớp 12A1 (THPT Hoa Ban) quyên góp 2.500.000đ cho 15 bạn.',
      'Lớp mười hai a một, trung học phổ thông Hoa Ban, quyên góp hai triệu năm trăm nghìn đồng cho mười lăm bạn.',
    ],
    ['95% học sinh đi xe đạp 3-5 km mỗi ngày', 'chín mươi lăm phần trăm học sinh đi xe đạp ba đến năm ki-lô-mét mỗi ngày'],
    ['Hội thao lần thứ XIV', 'Hội thao lần thứ mười bốn'],
    ['Gọi 0912 345 678 hoặc vào https://thpthoaban.edu.vn/bai/abc', 'Gọi không chín một hai ba bốn năm sáu bảy tám hoặc vào thpthoaban chấm edu chấm vn'],
    ['Bạn nói: “Em chỉ làm việc nên làm” – giản dị vậy thôi…', 'Bạn nói: Em chỉ làm việc nên làm, giản dị vậy thôi.'],
    ['Lúc 6h45 ngày 05/9/2026', 'Lúc sáu giờ bốn mươi lăm phút ngày mùng năm tháng chín năm hai nghìn không trăm hai mươi sáu'],
  ])('%s', (written, said) => expect(forTheEar(written).text).toBe(said))
  it('has no digit, no sign to work out, and loses no word', () => {
    const word = fc.constantFrom('học', 'sinh', 'trường', '12', '3,5', '20/11', '7h15', 'THPT', '(mới)', '“tốt”', '10A2', '50%', 'UBND', '1.000', '0912345678')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 25 }), (words) => {
        const { text } = forTheEar(words.join(' '))
        expect(text).not.toMatch(/[\d%"“”()&]/)
        for (const one of ['học', 'sinh', 'trường']) expect(text.split(one).length).toBeGreaterThanOrEqual(words.filter((w) => w === one).length + 1)
      }),
    )
  })
  it('takes its time', () => {
    expect(readingSeconds('một '.repeat(170))).toBe(60)
    expect(readingSeconds('')).toBe(0)
  })
})
