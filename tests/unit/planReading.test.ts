/** Plans as schools write them, read from Word, Excel, Google Docs and Zalo. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { zipSync } from 'fflate'
import { tablesInText } from '../../src/media/child/doc97.ts'
import { readPlan as readFileAs } from '../../src/media/child/readPlan.ts'
import { folded } from '../../src/policy/plan/columns.ts'
import { drawnInHtml } from '../../src/policy/plan/fromHtml.ts'
import { drawnInText } from '../../src/policy/plan/fromText.ts'
import { monthsIn } from '../../src/policy/plan/months.ts'
import { namesIn, ownerNamed } from '../../src/policy/plan/people.ts'
import { readPlan, type KeHoachDoc } from '../../src/policy/plan/read.ts'

const YEAR = '2026-2027'
const file = (name: string): Promise<Buffer> => readFile(new URL(`../fixtures/plan/${name}`, import.meta.url))
async function fromFile(bytes: Buffer): Promise<KeHoachDoc> {
  const answer = await readFileAs(bytes, { namHoc: YEAR, loai: 'tep' })
  if ('why' in answer) throw new Error(answer.why)
  return answer.keHoach
}
const ofMonth = (plan: KeHoachDoc, thang: string) => plan.dong.filter((one) => one.thang.includes(thang))
const docx = (body: string): Buffer =>
  Buffer.from(
    zipSync({
      'word/document.xml': Buffer.from(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  )
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const tc = (inside: string, about = ''): string => `<w:tc><w:tcPr>${about}</w:tcPr>${inside}</w:tc>`
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

describe('months', () => {
  it.each<[string, (number | [number, number])[]]>([
    ['9', [9]],
    ['Tháng 9', [9]],
    ['T9', [9]],
    ['9/2026', [[9, 2026]]],
    ['09-2026', [[9, 2026]]],
    ['9.2026', [[9, 2026]]],
    ['Tháng 5 năm 2027', [[5, 2027]]],
    ['IX', [9]],
    ['Tháng IX', [9]],
    ['Tháng chín', [9]],
    ['Tháng Giêng', [1]],
    ['Tháng mười hai', [12]],
    ['Tháng Chạp', [12]],
    ['7+8', [7, 8]],
    ['7, 8', [7, 8]],
    ['tháng 7 và tháng 8', [7, 8]],
    ['9 - 11', [9, 10, 11]],
  ])('%s', (text, months) =>
    expect(monthsIn(folded(text))).toEqual(months.map((one) => (typeof one === 'number' ? { thang: one, nam: null } : { thang: one[0], nam: one[1] }))),
  )
  it.each(['13', '0', 'Cả năm', 'HKI', 'Học kỳ I', 'Tháng 11 đến tháng 2', '20/11', 'Tháng 9 (tuần 1)', '11 - 2', ''])('%s is asked', (text) =>
    expect(monthsIn(folded(text))).toBeNull(),
  )
})

describe('people', () => {
  it('are parted as people write several', () => {
    expect(['Hạnh, Thu', 'Thu và Hạnh', 'đ/c Lan; BGH', 'Thầy Yên + cô Oanh.', 'Tổ Toán - Tin, Lan'].map(namesIn)).toEqual([
      ['Hạnh', 'Thu'],
      ['Thu', 'Hạnh'],
      ['Lan', 'BGH'],
      ['Yên', 'Oanh'],
      ['Tổ Toán - Tin', 'Lan'],
    ])
  })
  it('are found where one alone bears the name', () => {
    const people = [
      { id: 1, ten: 'Trần Thị Mai Lan' },
      { id: 2, ten: 'Lò Văn Yên' },
      { id: 3, ten: 'Vàng Thị Yên' },
      { id: 4, ten: 'Vũ Hải Nam' },
    ]
    const units = [
      { id: 7, ten: 'Tổ Toán – Tin', loai: 'toChuyenMon' },
      { id: 8, ten: 'Ban giám hiệu', loai: 'lanhDao' },
    ]
    expect(['lan', 'Mai Lan', 'Yên', 'lò văn yên', 'BGH', 'tổ toán - tin', 'Hoa', 'Năm', 'nam'].map((ten) => ownerNamed(ten, people, units))).toEqual([
      { nguoi: 1 },
      { nguoi: 1 },
      null,
      { nguoi: 2 },
      { donVi: 8 },
      { donVi: 7 },
      null,
      null,
      { nguoi: 4 },
    ])
  })
})

describe('a plan', () => {
  it('by months, in Word, between letterhead and signature: every content with its month and people', async () => {
    const plan = await fromFile(await file('A-thang.docx'))
    expect([plan.loai, plan.dong.length]).toEqual(['thang', 28])
    expect(ofMonth(plan, '2026-09').map(({ noiDung, nguoi }) => [noiDung, nguoi])).toEqual([
      ['Ngày toàn dân đưa trẻ đến trường.', ['Lan']],
      ['Các nhiệm vụ trọng tâm của năm học; Triển khai Chương trình GDPT.', ['Lan']],
      ['ATGT.', ['Hạnh', 'Thu']],
      ['Công tác Xã hội hóa GD', ['Lan', 'Oanh']],
    ])
    // Two contents and one line of people are nobody's to guess.
    expect(ofMonth(plan, '2027-04').map(({ nguoi, nguoiChu, canhBao }) => [nguoi, nguoiChu, canhBao])).toEqual([
      [[], 'Yên', ['PEOPLE_ASK']],
      [[], 'Yên', ['PEOPLE_ASK']],
    ])
    expect(plan.nguoi.find(({ ten }) => ten === 'BGH')).toEqual({ ten: 'BGH', so: 1 })
  })

  it('by topics with wanted products: the missing number and the row without one are told', async () => {
    const plan = await fromFile(await file('C-chude.docx'))
    expect([plan.loai, plan.dong.map(({ noiDung, sanPham }) => [noiDung, sanPham.length])]).toEqual([
      'chuDe',
      [
        ['Truyền thông chính sách', 1],
        ['Thực hiện hiệu quả chương trình giáo dục phổ thông', 3],
        ['Công bằng tiếp cận giáo dục', 2],
        ['Điểm sáng ngành Giáo dục', 2],
      ],
    ])
    expect([plan.canhBao, plan.dong[3]!.canhBao]).toEqual([[{ ma: 'NUMBER_JUMPS', chu: '2 → 4' }], ['NO_NUMBER']])
  })

  it('pasted from Word, with a month that reaches over two rows', async () => {
    const plan = readPlan(drawnInHtml((await file('word.html')).toString()), YEAR)!
    expect(plan.dong.map(({ thang, noiDung, nguoi }) => [thang, noiDung, nguoi])).toEqual([
      [['2026-09'], 'Ngày toàn dân đưa trẻ đến trường', ['Lan']],
      [['2026-09'], 'ATGT', ['Hạnh', 'Thu']],
      [['2026-09'], 'Khai giảng', ['BGH']],
    ])
  })

  it('pasted from Excel, with lines inside a cell', async () => {
    const plan = readPlan(drawnInText((await file('excel.tsv')).toString()), YEAR)!
    expect(plan.dong.map(({ thang, noiDung, nguoi }) => [thang, noiDung, nguoi])).toEqual([
      [['2026-09'], 'Khai giảng', ['Lan']],
      [['2026-09'], 'ATGT', ['Hạnh', 'Thu']],
      [['2026-10'], 'Ngày Phụ nữ Việt Nam', ['Thơm']],
    ])
  })

  it('pasted as plain text, where the lines of a cell are lines', () => {
    const plan = readPlan(drawnInText('STT\tTháng\tNội dung\tNgười\n1\tTháng 9\t- Ngày toàn dân\n- ATGT\tLan\nHạnh, Thu\n2\t10\t20/10\tThơm'), YEAR)!
    expect(plan.dong.map(({ thang, noiDung, nguoi }) => [thang, noiDung, nguoi])).toEqual([
      [['2026-09'], 'Ngày toàn dân', ['Lan']],
      [['2026-09'], 'ATGT', ['Hạnh', 'Thu']],
      [['2026-10'], '20/10', ['Thơm']],
    ])
  })

  it('sent by Zalo', async () => {
    const plan = readPlan(drawnInText((await file('zalo.txt')).toString()), YEAR)!
    expect(plan.dong.map(({ thang, noiDung, nguoi }) => [thang, noiDung, nguoi])).toEqual([
      [['2026-09'], 'Ngày toàn dân đưa trẻ đến trường', ['Lan']],
      [['2026-09'], 'ATGT', ['Hạnh', 'Thu']],
      [['2026-10'], 'Dạy lớp 1 theo CTGDPT 2018', ['Yên']],
      [['2026-10'], 'Tuần lễ học tập suốt đời', []],
      [['2026-11'], 'Ngày 20/11', ['Lan', 'Yên']],
      [['2026-12'], 'Ngày 22/12', ['Thu']],
    ])
    expect(plan.dong.flatMap(({ canhBao }) => canhBao)).toEqual(['PEOPLE_ASK'])
    expect(plan.canhBao).toEqual([{ ma: 'LINE_SKIPPED', chu: 'KH truyền thông năm học mới ạ' }])
  })

  it('with merged months, a head of two rows, rows over all columns, lists, tracked changes and a table in a cell', async () => {
    const down = (text: string) => tc(p(text), '<w:vMerge w:val="restart"/>')
    const on = tc(p(''), '<w:vMerge/>')
    const item = (text: string) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const plan = await fromFile(
      docx(
        tbl(
          tr(down('STT'), down('Thời gian'), down('Nội dung'), tc(p('Người thực hiện'), '<w:gridSpan w:val="2"/>')),
          tr(on, on, on, tc(p('Chủ trì')), tc(p('Phối hợp'))),
          tr(tc(p('HỌC KỲ I'), '<w:gridSpan w:val="5"/>')),
          tr(down('1'), down('Tháng IX'), tc(item('Khai giảng') + item('An toàn giao thông')), tc(p('Lan') + p('Thu')), tc(p('Đoàn TN'))),
          tr(on, on, tc(`<w:p><w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>Thêm</w:t></w:r></w:ins></w:p>`), tc(p('Yên')), tc(p(''))),
          tr(tc(p('2')), tc(p('HKI')), tc(tbl(tr(tc(p('Trong')), tc(p('ngoài'))))), tc(p('')), tc(p(''))),
        ),
      ),
    )
    expect(plan.dong.map(({ thang, thangChu, noiDung, nguoi, phoiHop, canhBao }) => [thang, thangChu, noiDung, nguoi, phoiHop, canhBao])).toEqual([
      [['2026-09'], '', 'Khai giảng', ['Lan'], 'Đoàn TN', []],
      [['2026-09'], '', 'An toàn giao thông', ['Thu'], 'Đoàn TN', []],
      [['2026-09'], '', 'Thêm', ['Yên'], '', []],
      [[], 'HKI', 'Trong', [], '', ['MONTH_ASK']],
      [[], 'HKI', 'ngoài', [], '', ['MONTH_ASK']],
    ])
    expect(plan.canhBao).toEqual([{ ma: 'ROW_ACROSS', chu: 'HỌC KỲ I' }])
  })

  it('with places left out before a row, and months over all columns', async () => {
    const plan = await fromFile(
      docx(
        tbl(
          tr(tc(p('Tháng')), tc(p('Nội dung')), tc(p('Người'))),
          tr(tc(p('9')), tc(p('Khai giảng')), tc(p('Lan'))),
          `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('Trung thu'))}${tc(p('Yên'))}</w:tr>`,
          tr(tc(p('THÁNG 10'), '<w:gridSpan w:val="3"/>')),
          tr(tc(p('')), tc(p('20/10')), tc(p('Thơm'))),
          tr(tc(p('HỌC KỲ II'), '<w:gridSpan w:val="3"/>')),
          tr(tc(p('')), tc(p('Tết')), tc(p('Thu'))),
        ),
      ),
    )
    expect(plan.dong.map(({ thang, noiDung, nguoi, canhBao }) => [thang, noiDung, nguoi, canhBao])).toEqual([
      [['2026-09'], 'Khai giảng', ['Lan'], []],
      [['2026-09'], 'Trung thu', ['Yên'], ['MONTH_ABOVE']],
      [['2026-10'], '20/10', ['Thơm'], ['MONTH_ABOVE']],
      [[], 'Tết', ['Thu'], ['MONTH_ASK']],
    ])
  })

  it('of three hundred rows with many cells is read to its end', () => {
    const row = (i: number): string => `<tr><td>9</td><td>Việc ${i}</td>${'<td>a<br>b</td>'.repeat(7)}</tr>`
    const plan = readPlan(
      drawnInHtml(`<table><tr><td>Tháng</td><td>Nội dung</td></tr>${Array.from({ length: 300 }, (_, i) => row(i)).join('')}</table>`),
      YEAR,
    )!
    expect(plan.dong).toHaveLength(300)
  })

  it('of another year is read, and told', async () => {
    const plan = readPlan(drawnInText('Tháng\tNội dung\n9/2025\tKhai giảng'), YEAR)!
    expect(plan.dong[0]).toMatchObject({ thang: ['2026-09'], canhBao: ['YEAR_OTHER'] })
  })

  it('out of a Word file of before 2007: letterhead, table, signature', () => {
    const plan = readPlan(
      tablesInText(
        'UBND PHƯỜNG\nKẾ HOẠCH\nSTT\tTháng\tNội dung\tNgười thực hiện\t\n1\t9\t- Khai giảng\n- ATGT\tLan\nHạnh, Thu\t\n2\t10\t20/10\tThơm\t\nHIỆU TRƯỞNG\n',
      ),
      YEAR,
    )!
    expect(plan.dong.map(({ thang, noiDung, nguoi }) => [thang, noiDung, nguoi])).toEqual([
      [['2026-09'], 'Khai giảng', ['Lan']],
      [['2026-09'], 'ATGT', ['Hạnh', 'Thu']],
      [['2026-10'], '20/10', ['Thơm']],
    ])
  })
})
