/** Topics: one name a line. */
import { textIssues } from '../../policy/gate/freeze.ts'
import { issue } from '../../policy/issues.ts'
import { withoutMarks } from '../../policy/text/pastedRows.ts'
import { html } from '../../theme/draw/html.ts'
import { listRoom, type Item } from './list.ts'
import { standingOf } from './standing.ts'

type Topic = Item & { ten: string }
const same = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')

export const topics = listRoom<Topic>({
  key: 'chu-de',
  ten: 'chủ đề',
  cot: ['Tên chủ đề'],
  most: 300,
  huongDan: async (visit) => {
    const { preset } = await standingOf(visit)
    const own = preset && preset.chuDe.length === 0
    return html`<p>${own ? 'Kế hoạch của mẫu lấy chủ đề từ chỉ thị của từng năm: hãy gõ các chủ đề của năm nay.' : 'Mẫu đã có sẵn các chủ đề của kế hoạch; hãy thêm, bớt, sửa.'}</p>`
  },
  mau: async (visit) => {
    const { preset, topics: there } = await standingOf(visit)
    return there > 0 || !preset ? '' : preset.chuDe.join('\n')
  },
  judge: async (visit, rows) => {
    const req = await visit.own()
    const found = await req.payload.find({ collection: 'chu-de', pagination: false, depth: 0, select: { ten: true }, overrideAccess: false, req })
    const known = found.docs.map((doc) => String((doc as { ten?: string }).ten ?? '').normalize('NFC'))
    const names = rows.map((row) => withoutMarks(row.filter((cell) => cell !== '').join(' ')))
    return names.map((ten, i): Topic => {
      const issues = [...textIssues(ten, 'ten'), ...([...ten].length > 200 ? [issue('TOO_LONG', 'ten', { max: 200 })] : [])]
      return { dong: i + 1, o: [ten], issues, there: known.some((k) => same(k, ten)) || names.findIndex((n) => same(n, ten)) < i, ten }
    })
  },
  add: async (visit, { ten }) => {
    const req = await visit.own()
    await req.payload.create({ collection: 'chu-de', data: { ten } as never, overrideAccess: false, req })
    return undefined
  },
})
