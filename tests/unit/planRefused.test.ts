/** What is no plan is told for what it is, and nothing is read into what nobody wrote. */
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zipSync } from 'fflate'
import { readPlan as readFileAs } from '../../src/media/child/readPlan.ts'
import { drawnInText } from '../../src/policy/plan/fromText.ts'
import { readPlan } from '../../src/policy/plan/read.ts'

const YEAR = '2026-2027'
const file = (name: string): Promise<Buffer> => readFile(new URL(`../fixtures/plan/${name}`, import.meta.url))
const docx = (body: string): Buffer =>
  Buffer.from(
    zipSync({
      'word/document.xml': Buffer.from(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  )
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('what is no plan', () => {
  const why = async (bytes: Buffer) => {
    const answer = await readFileAs(bytes, { namHoc: YEAR, loai: 'tep' })
    return 'why' in answer ? answer.why : answer.keHoach.dong.length
  }
  it('is told for what it is', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const whole = await file('A-thang.docx')
    expect(
      await Promise.all(
        [
          Buffer.from('%PDF-1.7 …'),
          Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
          Buffer.concat([ole, Buffer.alloc(600)]),
          Buffer.from('chỉ là chữ'),
          Buffer.alloc(0),
          whole.subarray(0, whole.length / 2),
          docx(p('Không có bảng nào')),
          docx(`<w:p><w:r><w:t>${'a'.repeat(9_000_000)}</w:t></w:r></w:p>`),
          docx('<w:tbl><w:tr><w:tc>'.repeat(3000)),
        ].map(why),
      ),
    ).toEqual(['pdf', 'encrypted', 'unreadable', 'unreadable', 'unreadable', 'unreadable', 'noPlan', 'tooLarge', 'noPlan'])
  })

  it('is never read into months nobody wrote, whatever stands in the cells', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('9', 'Tháng 9', 'HKI', '20/11', '- a\n- b', '""', '\t'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
        const text = [['Tháng', 'Nội dung', 'Người'], ...rows].map((row) => row.map(quoted).join('\t')).join('\n')
        const plan = readPlan(drawnInText(text), YEAR)
        for (const one of plan?.dong ?? []) {
          expect(one.noiDung).not.toBe('')
          expect(one.thang.every((thang) => /^202[67]-(0[1-9]|1[0-2])$/.test(thang))).toBe(true)
          expect(one.thang.length > 0 || one.canhBao.includes('MONTH_ASK')).toBe(true)
        }
      }),
    )
  })
})
