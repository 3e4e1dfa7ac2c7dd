/** Names of files: one nobody else can have, and one people know. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { givenName, keptName, originalName } from '../../src/policy/gate/fileName.ts'

const CHANCE = '0123456789abcdef'

it.each([
  ['Cổng Trường.JPG', `${CHANCE}-cong-truong.jpg`],
  ['Cổng Trường.JPG'.normalize('NFD'), `${CHANCE}-cong-truong.jpg`],
  ['../../etc/passwd', `${CHANCE}-passwd.jpg`],
  ['anh.php', `${CHANCE}-anh.jpg`],
  ['...', `${CHANCE}.jpg`],
  ['🙂.png', `${CHANCE}.jpg`],
  [`${'dài '.repeat(50)}.png`, `${CHANCE}-${'dai-'.repeat(10).slice(0, 39)}.jpg`],
])('%j is kept as %s', (name, kept) => expect(keptName(name, CHANCE, 'jpg')).toBe(kept))

it.each([
  ['C:\\Ảnh\\cổng.jpg', 'cổng.jpg'],
  ['a/b/c.pdf', 'c.pdf'],
  ['hai\u202Egpj.jpg', 'haigpj.jpg'],
  ['a\nb.jpg', 'ab.jpg'],
  ['', 'tep'],
  ['x'.repeat(400), 'x'.repeat(200)],
])('%j is read as %s', (name, read) => expect(originalName(name)).toBe(read))

it.each([
  ['Kế hoạch năm học 2026–2027', 'ke-hoach-nam-hoc-2026-2027'],
  ['12/KH-THPT Kế hoạch "tuần"', '12-kh-thpt-ke-hoach-tuan'],
  ['a\r\nSet-Cookie: x=1', 'a-set-cookie-x-1'],
  ['bao-cao\u202Efdp.exe', 'bao-cao-fdp-exe'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Con', 'tep-con'],
  ['COM1', 'tep-com1'],
  ['…', 'tep'],
  ['汉字', 'tep'],
  ['', 'tep'],
])('%j is given to readers as %s', (words, name) => expect(givenName(words)).toBe(name))

it('whatever words there are, the name is plain, bounded, and the same for its own answer', { timeout: 30_000 }, () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      const name = givenName(words)
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(name.length).toBeLessThanOrEqual(84)
      expect(givenName(name)).toBe(name)
    }),
  ),
)
