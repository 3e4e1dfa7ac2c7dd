/** What a file is, is told by its bytes. */
import { expect, it } from 'vitest'
import { fileKind, isHeic } from '../../src/policy/gate/fileKind.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

it.each([
  ['%PDF-1.7\n1 0 obj', { loai: 'tep', kieu: 'application/pdf' }],
  ['\xff\xd8\xff\xe0\0\x10JFIF', { loai: 'anh', kieu: 'image/jpeg' }],
  ['\x89PNG\r\n\x1a\n\0\0\0\0', { loai: 'anh', kieu: 'image/png' }],
  ['GIF89a\x01\0\x01\0', { loai: 'anh', kieu: 'image/gif' }],
  ['\0\0\0\x20ftypavif\0\0\0\0', { loai: 'anh', kieu: 'image/avif' }],
  ['RIFF\x24\0\0\0WEBPVP8 ', { loai: 'anh', kieu: 'image/webp' }],
])('%j is known', (head, kind) => expect(fileKind(bytes(head))).toEqual(kind))

it.each(['', 'x%PDF-', '<svg xmlns="…">', 'GIF88a', 'RIFF\x24\0\0\0WAVEfmt ', 'xxxx\x24\0\0\0WEBP', 'RIFF\x24\0\0\0xWEBP', '\xff\xd8x', 'PNG', 'PK\x03\x04'])(
  '%j is not taken',
  (head) => expect(fileKind(bytes(head))).toBeNull(),
)

it.each(['heic', 'heix', 'mif1', 'msf1', 'hevc'])('a photo of an iPhone (%s) is told apart', (brand) => {
  expect([isHeic(bytes(`\0\0\0\x18ftyp${brand}`)), fileKind(bytes(`\0\0\0\x18ftyp${brand}`))]).toEqual([true, null])
})
it.each(['\0\0\0\x18ftypavif', 'ftypheic', '\xff\xd8\xff\xe0\0\x10JFIF'])('%j is none', (head) => expect(isHeic(bytes(head))).toBe(false))
