/** Names of files: one nobody else can have, and one people know. */
import { expect, it } from 'vitest'
import { keptName, originalName } from '../../src/policy/gate/fileName.ts'

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
