/** What the database writes beside an edition, for lists of a topic: always what the live editions say, and nobody else's to write. */
import { describe, expect, it } from 'vitest'
import { atTheGate } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { topicFaults } from '../support/topics.ts'
import { act, approve, buildStory, publishStory, submit, topicId } from '../support/stories.ts'

const school = openSchool()

const faults = async (): Promise<string[]> => {
  const { rows } = await school.sql.query('select * from chu_de_dang')
  expect(rows.length).toBeGreaterThan(0)
  return topicFaults(rows, (await school.sql.query('select * from ban_dang')).rows)
}

describe('stories of a topic', () => {
  it('come with their edition, move with its successor and leave with its withdrawal', async () => {
    const [one, two] = [await topicId(school, 'Dạy và học'), await topicId(school, 'Văn hoá đọc')]
    const page = async (): Promise<string> => (await school.visitor.get('/chu-de/van-hoa-doc')).text
    const { id, slug } = await publishStory(school, { chuDe: [one, two] })
    expect(await faults()).toEqual([])
    expect(await page()).toContain(slug)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { chuDe: [one] })
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id as number)
    expect(await page()).toContain(slug)
    await approve(school, 'phohieutruong', id, body.banTrinh.id as number)
    expect(await faults()).toEqual([])
    expect(await page()).not.toContain(slug)
    expect((await school.visitor.get('/chu-de/day-va-hoc')).text).toContain(slug)
    await publishStory(school, { chuDe: [two] })
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Thử gỡ.' })
    expect(await faults()).toEqual([])
    expect((await school.visitor.get('/chu-de/day-va-hoc')).text).not.toContain(slug)
  })

  it('leave an emergency out when its hour has passed', async () => {
    const { id } = await atTheGate(school, await buildStory(school, { chuDe: [await topicId(school, 'Văn hoá đọc')] }))
    const live = (await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão' })).body.banDang
    expect((await school.visitor.get('/chu-de/van-hoa-doc')).text).toContain(live.slug)
    await moveClock(school, '3 days')
    expect((await school.visitor.get('/chu-de/van-hoa-doc')).text).not.toContain(live.slug)
    await moveClock(school, '0')
  })

  it('are written by the database alone', async () => {
    for (const write of ['delete from chu_de_dang', 'update chu_de_dang set chu_de = 1', 'insert into chu_de_dang values (1, now(), 1)'])
      await expect(school.sql.query(write)).rejects.toThrow(/permission denied/)
  })
})
