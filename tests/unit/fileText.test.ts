import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileText } from '../../src/policy/text/fileText.ts'

const LIST = 'Họ và tên\tĐơn vị\r\nLò Thị Ưng\tTổ Ngữ văn\r\nGiàng A Sếnh\tĐoàn'
const le = (text: string, mark = true): Buffer => Buffer.concat([mark ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0), Buffer.from(text, 'utf16le')])

describe('a file of text', () => {
  it.each<[string, Buffer, string | null]>([
    ['UTF-8', Buffer.from(LIST), LIST],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${LIST}`), LIST],
    ['letters apart from their marks', Buffer.from(LIST.normalize('NFD')), LIST],
    ['Excel’s Unicode Text', le(LIST), LIST],
    ['the same without a mark', le(LIST, false), LIST],
    ['the other way round', le(LIST).swap16(), LIST],
    ['the Vietnamese code page of Windows', Buffer.from([0x4c, 0x6f, 0xcc, 0x20, 0x54, 0x68, 0x69, 0xd2, 0x0a, 0xd0, 0x6f, 0xe0, 0x6e]), 'Lò Thỉ\nĐoàn'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 200, 201, 0, 0]), null],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s', (_what, bytes, expected) => expect(fileText(bytes)).toBe(expected))

  it('every text of letters comes back, in either form', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyĐƯ áệỡ\t\n,;"'.normalize('NFC')), minLength: 4, maxLength: 80 }).map((t) => t.normalize('NFC')) // prettier-ignore
    fc.assert(
      fc.property(letters, (text) => {
        expect([fileText(Buffer.from(text)), fileText(le(text))]).toEqual([text, text])
      }),
    )
  })
})
