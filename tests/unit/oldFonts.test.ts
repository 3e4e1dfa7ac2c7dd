/** Fonts of the 1990s: recognised by their words, turned back letter by letter. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inUnicode } from '../../src/policy/text/oldFonts/convert.ts'
import { oldFontOf } from '../../src/policy/text/oldFonts/recognise.ts'
import { isSyllable } from '../../src/policy/text/oldFonts/syllables.ts'
import { TCVN3, VNI } from '../../src/policy/text/oldFonts/tables.ts'
import { faultIn } from '../../src/policy/text/text.ts'
import { vi } from '../../src/messages/vi.ts'

const lines = (name: string): string[] =>
  readFileSync(new URL(`../fixtures/dan/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

describe('a title in an old font', () => {
  it.each(lines('tieu-de-phong-chu-cu.txt'))('%j is noticed', (line) => expect(oldFontOf(line) !== null || faultIn(line)?.fault === 'lost').toBe(true))
  it.each(lines('chu-dung-bi-chan.txt'))('%j is ours', (line) => {
    expect(oldFontOf(line)).toBeNull()
    expect(faultIn(line)).toBeNull()
  })
  it.each([
    ...Object.values(vi).map((sentence) => sentence({}, 'Nội dung')),
    'Señor Muñoz, Björn, naïve café, Ñandú, niño, mañana',
    'À la recherche du temps perdu, Bibliothèque nationale de France',
    'Der größte Bär läuft über die Straße zum Gymnasium Öhringen',
    'Peb cov niam txiv thiab cov tub ntxhais kawm ntawv Hmoob',
    'Đêêr kôê pơgê H’Mông, Ê-đê, Pa Kô, Krông Pắk',
    '25°C ± 1°C, ½ cốc, © 2026, ® X',
    'Ai? Em. Anh (chị) + 2',
    'Cost: $5, don`t ~ maybe? e.g. a.m.',
  ])('%j is left alone', (text) => expect(oldFontOf(text)).toBeNull())
  it('one line, or two words, among others are found and quoted', () => {
    expect(oldFontOf('Kính gửi phụ huynh.\nTh«ng b¸o häc phÝ\nTrân trọng.')).toMatchObject({ font: 'TCVN3', words: 'Th«ng b¸o häc' })
    expect(oldFontOf('Nhà trường trân trọng kính mời các bậc phụ huynh tới dự buổi họp và nghe th«ng b¸o của trường')).toMatchObject({ words: 'th«ng b¸o' })
  })
})

describe('the tables', () => {
  const back = (table: ReadonlyMap<string, string>): Map<string, string> => new Map([...table].map(([old, ours]) => [ours, old]))
  const LETTERS = 'bcdghklmnpqrstvx aeiouyàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
  it.each([
    ['TCVN3', TCVN3],
    ['VNI', VNI],
  ] as const)('%s and back is the same text', (font, table) => {
    const old = back(table)
    const written = (text: string): string => [...text].map((c) => old.get(c) ?? c).join('')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS)), (letters) => {
        expect(inUnicode(written(letters.join('')), font)).toBe(letters.join(''))
      }),
    )
  })
  it('have every letter with a mark', () => {
    for (const letter of LETTERS.slice(LETTERS.indexOf('à'))) {
      expect([...TCVN3.values()], letter).toContain(letter)
      expect([...VNI.values()], letter).toContain(letter)
    }
  })
  it('a capital stands before signs of either size', () => {
    expect(inUnicode('Oáng, OÁNG, Ñaø, ÑAØ NAÜNG', 'VNI')).toBe('Ống, ỐNG, Đà, ĐÀ NẴNG')
    expect(inUnicode('Tru+o+`ng ho.c. DDa`o ta.o', 'VIQR')).toBe('Trường học. Đào tạo')
  })
})

it('syllables: parts that go together, and no others', () => {
  for (const word of 'trường nghiêng quyển giếng gì khuya hoà hòa thuỷ thủy quý yêu uống ướt ngoằn huých kỷ ghế'.split(' '))
    expect(isSyllable(word), word).toBe(true)
  for (const word of 'nghành kà ghà cế ngế qôc thêc hocs tvn b'.split(' ')) expect(isSyllable(word), word).toBe(false)
})

describe('what is ours, whatever signs it holds', () => {
  it.each([
    'Tế bào vi khuẩn dài từ 1µm đến 5µm', 'λ = 0,5µm', 'Ma trận m×n', 'Cho ma trận A cỡ m×n', 'Từ 1÷n', 'Lực (N·m)', 'Thép Ø10', 'Lớp 10ª', 'Tính u+i', 'Dãy u*n', 'Số mũ: e^n',
    'Thaï Nguyên', 'Dân tộc Thaï', 'Cô Mãe', 'Em học lớp 10.Em ngoan', 'Xem tại thpttrancan.edu.vn', '8 a.m', 'Köln, Citroën',
  ])('%s', (line) => expect(oldFontOf(line)).toBeNull()) // prettier-ignore
  it.each([
    'Tröôøng THPT', 'TRÖÔØNG THPT', 'Tr\u00adêng THCS NguyÔn Du', 'THPT Traàn Phuù', 'Ñoaøn TNCS HCM', '§oµn TNCS HCM', 'BGH nhaø tröôøng', 'UBND tØnh', 'HSG cÊp tØnh', 'KÕ ho¹ch sè 12/KH-THPT',
    "Danh sa'ch ho.c sinh", 'Ho.c sinh gio?i', 'Tröôøng Hoa Ban',
  ])('an old font beside an acronym or a plain word: %s', (line) => expect(oldFontOf(line)).not.toBeNull()) // prettier-ignore
  it.each([['lines', 'é a' + '─'.repeat(100_000) + 'a'], ['digits', `é${'1'.repeat(100_000)}`], ['words', 'é a'.repeat(30_000)]])('a hostile text of %s is read', (_what, text) =>
    expect(() => oldFontOf(text)).not.toThrow(),
  ) // prettier-ignore
})
