/** No word of one level of institution stands in code: a department is not a school, and a primary school has no youth union. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CAP } from '../../src/presets/cap.ts'
import { tuNguOf, withWords } from '../../src/presets/words.ts'

const WORDS =
  /nhà trường|đoàn thanh niên|đoàn tn\b|tổ văn phòng|tổ truyền thông|văn phòng sở|hiệu trưởng|phó giám đốc|ban giám hiệu|tổng phụ trách|(của|tên|trang|toàn|ngoại lệ) trường(?! hợp)|trường có một/iu
// Presets name their level; the ear's dictionary lists what people write.
const OWN = [/^src\/presets\//, /^src\/demo\//, /^src\/policy\/ear\/abbreviations\.ts$/]

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((path) => /\.tsx?$/.test(path) && !OWN.some((own) => own.test(path)))

/** What a person reads: comments are the builders' own. */
const said = (text: string): string => text.normalize('NFC').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

it('of any source outside the presets and the demo', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter((path) => WORDS.test(said(readFileSync(path, 'utf8'))))).toEqual([])
})
it('would be noticed', () => {
  expect(WORDS.test(said("const a = 'hãy nhờ Tổ Văn phòng'"))).toBe(true)
  expect(WORDS.test(said("// Tổ Văn phòng edits\nconst a = 'văn phòng'"))).toBe(false)
})
it('is filled in by level, capital where it begins a sentence', () => {
  expect(CAP.map((cap) => withWords('{CoQuan} nhờ {vanPhong}', tuNguOf(cap)))).toEqual([
    'Nhà trường nhờ Tổ Văn phòng',
    'Nhà trường nhờ Tổ truyền thông',
    'Nhà trường nhờ Văn phòng',
    'Sở nhờ Văn phòng Sở',
  ])
  expect(withWords('{khongCo} {coQuan}', tuNguOf(null))).toBe('{khongCo} đơn vị')
})
