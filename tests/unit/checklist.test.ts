/** A mandatory point that is answered "không" or left out refuses an approval. */
import { describe, expect, it } from 'vitest'
import { checkAnswers, TRA_LOI } from '../../src/policy/gate/checklist.ts'

const items = [
  { ma: 'dung', noiDung: 'Đúng sự thật', batBuoc: true },
  { ma: 'anh', noiDung: 'Ảnh rõ', batBuoc: false },
]
const missing = { code: 'CHECKLIST_INCOMPLETE', field: 'kiemTra.dung', detail: { noiDung: 'Đúng sự thật' } }

describe('answers to the checklist', () => {
  it.each(['dat', 'khongApDung'] as const)('%s is enough', (dung) => expect(checkAnswers(items, { dung })).toStrictEqual({ issues: [], answers: { dung } }))
  it('"không" is kept, and refuses', () => {
    expect(checkAnswers(items, { dung: 'khong', anh: 'khong' })).toStrictEqual({ issues: [missing], answers: { dung: 'khong', anh: 'khong' } })
    expect(checkAnswers(items, { dung: 'dat', anh: 'khong' }).issues).toEqual([])
  })
  it.each([undefined, null, 'dat', 5, [], ['dat'], {}, { dung: 'có' }, { dung: null }, { dung: 1 }])('%j answers nothing', (given) =>
    expect(checkAnswers(items, given)).toStrictEqual({ issues: [missing], answers: {} }),
  )
  it('a list is no set of answers, even where it carries one', () =>
    expect(checkAnswers(items, Object.assign(['x'], { dung: 'dat' }))).toStrictEqual({ issues: [missing], answers: {} }))
  it('what was not asked is not kept, and nothing is answered by inheritance', () => {
    expect(checkAnswers(items, { dung: 'dat', khac: 'dat' }).answers).toEqual({ dung: 'dat' })
    expect(checkAnswers(items, Object.create({ dung: 'dat' })).issues).toEqual([missing])
  })
  it('there are three', () => expect([...TRA_LOI]).toEqual(['dat', 'khong', 'khongApDung']))
})
