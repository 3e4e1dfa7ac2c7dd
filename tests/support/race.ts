/** Two people at the same moment: one outcome, the loser told why, and the record whole after every round. */
import { expect } from 'vitest'
import type { Answer } from './client.ts'
import { atTheGate, stateOf } from './gate.ts'
import { brokenInvariants } from './invariants.ts'
import type { Place } from './school.ts'
import { act, approve, CHECKED, codes } from './stories.ts'

export const ROUNDS = Number(process.env.RACE_ROUNDS ?? 10)

export type Story = { id: number; banTrinh: number }

/** A refusal is a refusal: a code, a sentence in Vietnamese, and never a failure of the server. */
export function mustBeAnswered(answers: readonly Answer[]): void {
  for (const answer of answers) {
    expect(answer.status, answer.text).toBeLessThan(500)
    if (answer.status < 400) continue
    const [first] = answer.body.errors as { code: string; message: string }[]
    expect(first!.code).toMatch(/^[A-Z_]+$/)
    expect(first!.message).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i)
  }
}

/** What each contestant got: `200`, or the code he was refused with. */
const outcome = (answers: readonly Answer[]): string => answers.map((a) => (a.status < 300 ? String(a.status) : codes(a).join('+'))).join(' ')

/**
 * Runs the race again and again, the starters in turn a little ahead; answers how often each outcome was met. `prove` sees
 * every round's end.
 */
export async function hammer(
  school: Place,
  arrange: () => Promise<Story>,
  contestants: ((story: Story) => Promise<Answer>)[],
  allowed: Record<string, string | string[]>,
  prove: (story: Story, met: string) => Promise<unknown> = async () => undefined,
): Promise<Record<string, number>> {
  const met: Record<string, number> = {}
  for (let round = 0; round < ROUNDS; round += 1) {
    const story = await arrange()
    const answers = await Promise.all(
      contestants.map(async (go, i) => {
        await new Promise((r) => setTimeout(r, i === round % contestants.length ? 0 : (round % 5) * 3))
        return go(story)
      }),
    )
    mustBeAnswered(answers)
    const how = outcome(answers)
    met[how] = (met[how] ?? 0) + 1
    expect(Object.keys(allowed), `round ${round}`).toContain(how)
    expect([allowed[how]].flat(), `round ${round}: ${how}`).toContain(await stateOf(school, story.id))
    await prove(story, how)
    expect(await brokenInvariants(school), `round ${round}: ${how}`).toEqual([])
  }
  process.stdout.write(`        ${JSON.stringify(met)}\n`)
  return met
}

/** What the people of a race do, each with the story of the round. */
export function racers(school: Place) {
  type Go = (story: Story) => Promise<Answer>
  const deciding =
    (who: 'phohieutruong' | 'hieutruong' | 'doantn'): Go =>
    ({ id, banTrinh }) =>
      approve(school, who, id, banTrinh)
  return {
    deciding,
    vice: deciding('phohieutruong'),
    patch:
      (who: 'giaovien' | 'phohieutruong', data: object = { tomTat: 'Sửa trong lúc duyệt.' }): Go =>
      async ({ id }) =>
        (await school.as(who)).patch(`/api/tin-bai/${id}`, data),
    leave:
      (who: 'hieutruong' | 'giaovien', action: string): Go =>
      ({ id, banTrinh }) =>
        act(school, who, action, id, { banTrinh, lyDo: 'Chưa đủ căn cứ.' }),
    withdraw: (({ id }) => act(school, 'hieutruong', 'go', id, { lyDo: 'Gỡ ngay.' })) satisfies Go,
    atGate: (): Promise<Story> => atTheGate(school),
    approvedFor: async (luc: string): Promise<Story> => {
      const story = await atTheGate(school)
      const answer = await act(school, 'phohieutruong', 'duyet', story.id, { banTrinh: story.banTrinh, kiemTra: CHECKED, henGio: luc })
      expect(answer.body.trangThai).toBe('henGio')
      return story
    },
    /** Numbers of the log rows of a document, or of anything else, by action. */
    logOf: async (boSuuTap: string, id: number | null, hanhDong: string): Promise<number[]> => {
      const { rows } = await school.sql.query(
        `select so::int from nhat_ky where bo_suu_tap = $1 and tai_lieu is not distinct from $2::numeric and hanh_dong = $3 order by so`,
        [boSuuTap, id, hanhDong],
      )
      return rows.map((r) => r.so as number)
    },
  }
}
