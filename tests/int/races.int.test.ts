/** Decisions at the same moment, hammered: exactly one outcome, the loser told why. */
import { describe, expect, it } from 'vitest'
import { runSchedule } from '../../src/jobs/schedule.ts'
import type { Answer } from '../support/client.ts'
import { AN_HOUR, at, atTheGate, personId } from '../support/gate.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { hammer, mustBeAnswered, racers, ROUNDS, type Story } from '../support/race.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, codes, submit } from '../support/stories.ts'

const school = openSchool()
const { deciding, vice, patch, leave, withdraw, atGate, approvedFor, logOf } = racers(school)

describe('an approval at the moment of', { timeout: 60_000 + ROUNDS * 12_000 }, () => {
  it('an edit: what is published is what was approved, and the edit is a contribution to the next', async () => {
    await hammer(school, atGate, [vice, patch('giaovien')], { '200 200': 'daDang' }, async ({ id, banTrinh }) => {
      const { rows } = await school.sql.query(
        `select d.noi_dung = b.noi_dung as same, h.sua_sau_trinh as after from ban_dang d join ban_trinh b on b.id = d.ban_trinh_id
           join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = b.tai_lieu::int where b.id = $1 and h.tai_lieu = $2`,
        [banTrinh, id],
      )
      expect(rows).toEqual([{ same: true, after: [await personId(school, 'giaovien')] }])
    })
  })

  it('the approver’s own edit: nobody approves what he is rewriting', async () => {
    await hammer(school, atGate, [vice, patch('phohieutruong')], { '200 200': 'daDang', 'SELF_REVIEW 200': 'choDuyet' })
  })

  it('a resubmission: the old one is approved before, or never', async () => {
    const edited = async (): Promise<Story> => {
      const story = await atTheGate(school)
      await patch('giaovien')(story)
      return story
    }
    await hammer(school, edited, [vice, ({ id }) => submit(school, 'giaovien', id)], {
      '200 200': 'choBienTap',
      'STALE_SUBMISSION 200': 'choBienTap',
      'FORBIDDEN 200': 'choBienTap',
    })
  })

  it.each(['tra-lai', 'tu-choi'])('%s by the other approver', async (action) => {
    const left = action === 'tra-lai' ? 'traLai' : 'tuChoi'
    await hammer(school, atGate, [vice, leave('hieutruong', action)], { '200 WRONG_STATE': 'daDang', 'WRONG_STATE 200': left })
  })

  it('thu-hoi by the submitter', async () => {
    await hammer(school, atGate, [vice, leave('giaovien', 'thu-hoi')], { '200 WRONG_STATE': 'daDang', 'WRONG_STATE 200': 'nhap' })
  })

  it('go', async () => {
    await hammer(school, atGate, [vice, withdraw], { '200 200': 'daGo', '200 WRONG_STATE': 'daDang' })
  })

  it('the other approver’s, and one’s own again', async () => {
    const met = await hammer(school, atGate, [vice, deciding('hieutruong'), vice], {
      '200 WRONG_STATE WRONG_STATE': 'daDang',
      'WRONG_STATE 200 WRONG_STATE': 'daDang',
      'WRONG_STATE WRONG_STATE 200': 'daDang',
    })
    expect(Object.values(met).reduce((a, b) => a + b)).toBe(ROUNDS)
  })

  it('dang-khan', async () => {
    await hammer(school, atGate, [vice, leave('hieutruong', 'dang-khan')], { '200 WRONG_STATE': 'daDang', '200 200': 'daDang' })
  })
})

describe('an approved submission', { timeout: 60_000 + ROUNDS * 12_000 }, () => {
  it('dang at the moment of go: published and withdrawn, or cancelled', async () => {
    await hammer(school, () => approvedFor(at(AN_HOUR)), [({ id }) => act(school, 'vanphong', 'dang', id), withdraw], {
      '200 200': 'daGo',
      'WRONG_STATE 200': 'daGo',
    })
  })

  it('its hour at the moment of go', async () => {
    const due = async (): Promise<Story> => {
      const story = await approvedFor(at(AN_HOUR))
      await moveClock(school, '2 hours')
      return story
    }
    const fire = async (): Promise<Answer> => {
      await Promise.all([runSchedule(school.payload), runSchedule(school.payload)])
      return { status: 200, body: null, text: '', headers: new Headers() }
    }
    await hammer(school, due, [fire, withdraw], { '200 200': 'daGo' }, async ({ id }) => {
      await moveClock(school, '0')
      const published = (await logOf('tin-bai', id, 'dang')).length
      expect([0, 1]).toContain(published)
    })
  })

  it('twenty stories of one title submitted and approved at once: each has an address of its own, and none walks the review again', async () => {
    const stories = await Promise.all(Array.from({ length: 20 }, () => atTheGate(school, { tieuDe: 'Cùng một tiêu đề' })))
    const answers = await Promise.all(stories.map(vice))
    mustBeAnswered(answers)
    expect(answers.map((a) => [a.status, ...codes(a)])).toEqual(stories.map(() => [200]))
    expect(new Set(answers.map((a) => a.body.banDang.slug)).size).toBe(20)
    expect(await brokenInvariants(school)).toEqual([])
  })
})
