/** Readers and writers who go on while something breaks, and remember what they were told. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Answer } from './client.ts'
import type { Place } from './school.ts'
import { approve, codes, createStory, submit } from './stories.ts'

type Reading = { path: string; status: number; stale: boolean; ms: number }
export type Load = {
  readings: Reading[]
  /** What writers were refused with, by code; `none` where no answer came. */
  refused: Record<string, number>
  stop: () => Promise<void>
  /** Every acknowledged action is in the database. */
  verify: () => Promise<void>
}

const stories: { id: number }[] = []

/** `pages` are read again and again; three writers edit, submit and pass a step. */
export async function startLoad(school: Place, pages: readonly string[]): Promise<Load> {
  let going = true
  const readings: Reading[] = []
  const refused: Record<string, number> = {}
  const edits = new Map<number, number>()
  const tried = new Map<number, number>()
  const submissions: number[] = []
  const verdicts: number[] = []
  while (stories.length < 2) stories.push({ id: await createStory(school) })

  const reader = async (path: string): Promise<void> => {
    while (going) {
      const from = performance.now()
      const answer = await school.visitor.get(path).catch(() => null)
      readings.push({ path, status: answer?.status ?? 0, stale: answer?.headers.get('x-cong-truong') === 'cu', ms: performance.now() - from })
      await pause(40)
    }
  }
  const told = async (work: () => Promise<Answer>): Promise<Answer | null> => {
    const answer = await work().catch(() => null)
    if (answer !== null && answer.status < 300) return answer
    const code = answer === null ? 'none' : `${answer.status} ${codes(answer).join('+')}`
    refused[code] = (refused[code] ?? 0) + 1
    await pause(30)
    return null
  }
  const editor = async (id: number): Promise<void> => {
    for (let n = 1; going; n += 1) {
      tried.set(id, n)
      const me = await (await school.as('giaovien')).get('/api/nguoi-dung/me').catch(() => null)
      if (me?.status === 200 && !me.body?.user) refused['200 nobody'] = (refused['200 nobody'] ?? 0) + 1
      if (await told(async () => (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: `lần ${n}` }))) edits.set(id, n)
      await pause(40)
    }
  }
  const submitter = async (): Promise<void> => {
    while (going) {
      const id = await createStory(school).catch(() => null)
      const sent = id === null ? null : await told(() => submit(school, 'giaovien', id))
      if (sent) submissions.push(sent.body.banTrinh.id as number)
      if (sent && (await told(() => approve(school, 'vanphong', id!, sent.body.banTrinh.id as number)))) verdicts.push(sent.body.banTrinh.id as number)
      await pause(40)
    }
  }
  const running = Promise.all([...pages.map(reader), ...stories.map(({ id }) => editor(id)), submitter()])
  return {
    readings,
    refused,
    stop: async () => {
      going = false
      await running
    },
    verify: async () => {
      for (const [id, n] of edits) {
        const { rows } = await school.sql.query('select tom_tat from tin_bai where id = $1', [id])
        const kept = Number(String(rows[0].tom_tat).split(' ')[1])
        expect(kept, `story ${id}: told ${n}, tried ${tried.get(id)}`).toBeGreaterThanOrEqual(n)
        expect(kept).toBeLessThanOrEqual(tried.get(id)!)
      }
      const there = await school.sql.query('select id from ban_trinh where id = any($1::int[])', [submissions])
      expect(there.rows).toHaveLength(submissions.length)
      const passed = await school.sql.query(`select distinct ban_trinh_id from phieu_duyet where quyet_dinh = 'duyet' and ban_trinh_id = any($1::int[])`, [
        verdicts,
      ])
      expect(passed.rows).toHaveLength(verdicts.length)
      expect(edits.size + submissions.length).toBeGreaterThan(0)
    },
  }
}
