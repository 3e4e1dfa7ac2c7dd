/** Lists as offices keep them: rows and cells of any source, and who is who in a list of people. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitNamed } from '../../src/desk/opening/knownUnits.ts'
import { listedUnits } from '../../src/desk/opening/listedUnits.ts'
import { TEN_LOAI_DON_VI, type LoaiDonVi } from '../../src/presets/index.ts'
import { pastedPeople } from '../../src/policy/people/pastedPeople.ts'
import { pastedRows, tidyCell, withoutMarks } from '../../src/policy/text/pastedRows.ts'

describe('rows', () => {
  it.each([
    ['Excel', 'Tổ Toán\tTổ chuyên môn\r\nTổ Văn\tTổ chuyên môn\r\n'],
    ['an old Mac', 'Tổ Toán\tTổ chuyên môn\rTổ Văn\tTổ chuyên môn'],
    ['Word’s soft line ends', 'Tổ Toán\tTổ chuyên môn\u000bTổ Văn\tTổ chuyên môn'],
    ['a file of semicolons with a mark at its head', '\ufeffTổ Toán;Tổ chuyên môn\nTổ Văn;Tổ chuyên môn'],
    ['decomposed letters and spaces nobody sees', 'Tổ Toán\u00a0\t Tổ\u2003chuyên môn\u200b\nTổ Văn\tTổ chuyên môn'.normalize('NFD')],
  ])('of %s', (_from, text) =>
    expect(pastedRows(text)).toEqual([
      ['Tổ Toán', 'Tổ chuyên môn'],
      ['Tổ Văn', 'Tổ chuyên môn'],
    ]),
  )
  it('leave a comma in a name alone, and part a file’s cells by it', () => {
    expect(pastedRows('Tổ Toán, Tin\nTổ Lý, Hoá')).toEqual([['Tổ Toán, Tin'], ['Tổ Lý, Hoá']])
    expect(pastedRows('Tổ Toán,Tổ chuyên môn\nTổ Lý,Tổ chuyên môn', true)[1]).toEqual(['Tổ Lý', 'Tổ chuyên môn'])
  })
  it('keep a line end inside a quoted cell as a space', () => expect(pastedRows('"Lò Thị\nA"\ta@x.edu.vn')).toEqual([['Lò Thị A', 'a@x.edu.vn']]))
  it('of anything are tidy: composed, no empty row, nothing twice tidied', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const row of pastedRows(text)) {
          expect(row.some((cell) => cell !== '')).toBe(true)
          for (const cell of row) expect(tidyCell(cell)).toBe(cell)
        }
      }),
    ))
  it('lose their numbers and bullets', () => expect(['1. Tổ Toán', '– Tổ Toán', '12) Tổ Toán'].map(withoutMarks)).toEqual(Array(3).fill('Tổ Toán')))
})

describe('people', () => {
  const of = (text: string): ReturnType<typeof pastedPeople> => pastedPeople(pastedRows(text))
  it('are known by the head row, in any order of columns', () => {
    const [one] = of('TT\tĐơn vị\tE-mail\tHọ tên\tVai trò\n1\tTổ Văn phòng\tA@X.edu.vn\tLò Thị A\tBiên tập viên')
    expect(one).toMatchObject({ dong: 2, hoTen: 'Lò Thị A', email: 'a@x.edu.vn', donVi: 'Tổ Văn phòng', vaiTro: ['bienTapVien'], issues: [] })
  })
  it('are known without one by the address', () =>
    expect(of('1\tLò Thị A\ta@x.edu.vn\tGiáo viên\tTổ Toán')[0]).toMatchObject({ hoTen: 'Lò Thị A', chucVu: 'Giáo viên', donVi: 'Tổ Toán' }))
  it('of a mail program', () => expect(of('Lò Thị A <a@x.edu.vn>; \n')[0]).toMatchObject({ hoTen: 'Lò Thị A', email: 'a@x.edu.vn' }))
  it.each([
    ['Lò Thị A\t', 'MISSING_FIELD'],
    ['\ta@x.edu.vn', 'MISSING_FIELD'],
    ['Lò Thị A\ta@@x', 'INVALID_VALUE'],
    [`${'Lò '.repeat(40)}\ta@x.edu.vn`, 'TOO_LONG'],
  ])('with something wrong are named: %j', (row, code) => expect(of(`Họ tên\tEmail\n${row}`)[0]!.issues.map((i) => i.code)).toEqual([code]))
  it('with a post longer than accounts keep are told so', () =>
    expect(of(`Lò Thị A\ta@x.edu.vn\t${'x'.repeat(101)}\nLò Thị B\tb@x.edu.vn\t${'x'.repeat(100)}`).map((p) => p.issues)).toEqual([
      [{ code: 'TOO_LONG', field: 'chucVu', detail: { max: 100 } }],
      [],
    ]))
  it('of 2,000 rows with doubles, missing addresses and decomposed letters: each row judged, the second of a double refused', () => {
    const rows = Array.from({ length: 2000 }, (_none, i) => `Lò Thị ${i}\t${i % 10 === 3 ? '' : `nguoi${i % 10 === 7 ? i - 1 : i}@x.edu.vn`}`.normalize('NFD'))
    const people = of(['Họ và tên\tThư điện tử', ...rows].join('\r\n'))
    expect(people).toHaveLength(2000)
    const count = (code: string): number => people.filter((p) => p.issues.some((i) => i.code === code)).length
    expect([count('MISSING_FIELD'), count('LISTED_TWICE')]).toEqual([200, 200])
  })
  it('below a title, whatever stands above the head', () => {
    const [one, more] = of('DANH SÁCH CÁN BỘ GIÁO VIÊN\nSTT\tHọ và tên\tThư điện tử\n1\tLò Văn A\ta@x.edu.vn')
    expect([one, more]).toEqual([expect.objectContaining({ dong: 3, hoTen: 'Lò Văn A', email: 'a@x.edu.vn', issues: [] }), undefined])
  })
  it.each(['Lê Thị Quyên\t\tGiáo viên\tTổ Toán', 'Tô Văn Hiệu\t\tQuyền Hiệu trưởng\tBan giám hiệu'])(
    'of whom the first has no address are no head: %s',
    (row) => {
      const people = of(`${row}\nLò Thị B\tb@x.edu.vn\tGiáo viên\tTổ Toán`)
      expect(people.map((p) => [p.hoTen, p.issues.map((i) => i.code)])).toEqual([
        [row.split('\t')[0], ['MISSING_FIELD']],
        ['Lò Thị B', []],
      ])
    },
  )
  it.each([
    ['Họ tên đệm\tTên\tEmail', 'a head of its own'],
    ['Họ và tên\t\tEmail', 'a head over both'],
  ])('with the name in two columns keep all of it: %s', (head) =>
    expect(of(`${head}\nNguyễn Thị Hồng\tHạnh\th@x.edu.vn`)[0]).toMatchObject({ hoTen: 'Nguyễn Thị Hồng Hạnh', email: 'h@x.edu.vn' }),
  )
  it.each([
    ['Phê duyệt', ['nguoiDuyet'], []],
    ['Biên tập viên, Người duyệt', ['bienTapVien', 'nguoiDuyet'], []],
    ['Văn thư + Đầu mối', ['vanThu', 'dauMoi'], []],
    ['Giáo viên', ['congTacVien'], []],
    ['', ['congTacVien'], []],
    ['Người phát ngôn', ['congTacVien'], ['INVALID_VALUE']],
    ['Quản trị kỹ thuật', ['congTacVien'], ['INVALID_VALUE']],
  ])('with the role “%s”', (word, vaiTro, codes) => {
    const [one] = of(`Họ tên\tEmail\tVai trò\nLò Thị A\ta@x.edu.vn\t${word}`)
    expect([one!.vaiTro, one!.issues.map((i) => i.code)]).toEqual([vaiTro, codes])
  })
  it('named by a number are told so', () => expect(of('Họ tên\tEmail\n12\ta@x.edu.vn')[0]!.issues.map((i) => i.code)).toEqual(['INVALID_VALUE']))
})

describe('units', () => {
  const known = [
    { ten: 'Khối 1', cha: 'Điểm A', id: 1, mo: true },
    { ten: 'Khối 1', cha: 'Điểm B', id: 2, mo: true },
    { ten: 'Khối 2', cha: '', id: 3, mo: false },
    { ten: 'Khối 2', cha: '', id: 4, mo: true },
    { ten: 'Khối 3', cha: '', id: 5, mo: false },
  ]
  it.each([
    ['Khối 1, Điểm B', 2],
    ['khối 2', 4],
    ['Khối 1', 'INVALID_VALUE'],
    ['Khối 3', 'UNIT_CLOSED'],
    ['Khối 9', 'UNIT_UNKNOWN'],
  ])('named %s', (said, expected) => {
    const found = unitNamed(known, said, 'donVi')
    expect('id' in found ? found.id : found.issue.code).toBe(expected)
  })
  it('of a list: no head, no column of numbers, and no guess between two parents of one name', () => {
    const rows = [
      ['STT', 'Tên đơn vị', 'Loại', 'Thuộc'],
      ['1', 'Tổ Toán', '', ''],
      ['2', 'Lớp 1A', '', 'Khối 1'],
    ]
    const listed = listedUnits(rows, known, Object.keys(TEN_LOAI_DON_VI) as LoaiDonVi[])
    expect(listed.map(({ dong, ten, issues }) => [dong, ten, issues.map((i) => i.code)])).toEqual([
      [2, 'Tổ Toán', []],
      [3, 'Lớp 1A', ['INVALID_VALUE']],
    ])
  })
})
