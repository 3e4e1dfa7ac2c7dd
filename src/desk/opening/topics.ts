/** Topics: one name a line. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { issue } from '../../policy/issues.ts'
import { listBody } from '../../policy/text/listBody.ts'
import { withoutMarks } from '../../policy/text/pastedRows.ts'
import { html } from '../../theme/draw/html.ts'
import { inTurn } from '../inTurn.ts'
import type { Item } from './listed.ts'
import { same } from './listedUnits.ts'
import { listRoom } from './list.ts'
import { standingOf } from './standing.ts'

type Topic = Item & { ten: string }

/** Every one of them: a list asked for as a person ends after a hundred. */
async function knownTopics(req: PayloadRequest): Promise<string[]> {
  const rows = await query<{ ten: string | null }>(req, sql`select ten from chu_de order by id`)
  return rows.map((row) => (row.ten ?? '').normalize('NFC'))
}

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
    const known = await knownTopics(await visit.own())
    const { rows: listed, from } = listBody(rows, /^(ten )?(cac )?chu de$/)
    const names = listed.map((row) => withoutMarks(row.filter((cell) => cell !== '').join(' ')))
    return names.map((ten, i): Topic => {
      const issues = [...textIssues(ten, 'ten'), ...([...ten].length > 200 ? [issue('TOO_LONG', 'ten', { max: 200 })] : [])]
      return { dong: from + i + 1, o: [ten], issues, there: known.some((k) => same(k, ten)) || names.findIndex((n) => same(n, ten)) < i, ten }
    })
  },
  add: async (visit, { ten }) => {
    const req = await visit.own()
    return inTurn(req, 'chu-de', async () => {
      if ((await knownTopics(req)).some((k) => same(k, ten))) return { daCo: true }
      await req.payload.create({ collection: 'chu-de', data: { ten } as never, overrideAccess: false, req })
      return {}
    })
  },
})
