/** Submitting what waits already: the submission that is there answers, and nothing is written. */
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { approve, createStory, submit } from '../support/stories.ts'

const school = openSchool()

async function written(id: number): Promise<number[]> {
  const { rows } = await school.sql.query(
    `select (select count(*)::int from ban_trinh where bo_suu_tap = 'tin-bai' and tai_lieu = $1) as b,
       (select count(*)::int from nhat_ky where bo_suu_tap = 'tin-bai' and tai_lieu = $1) as n`,
    [id],
  )
  return [rows[0].b, rows[0].n]
}

describe('submitted again', () => {
  it('unchanged, it is the submission that waits: same number, same state, not a row more', async () => {
    const id = await createStory(school)
    const first = await submit(school, 'giaovien', id)
    const before = await written(id)
    const again = await Promise.all([submit(school, 'giaovien', id), submit(school, 'giaovien', id)])
    for (const answer of again) expect([answer.status, answer.body]).toEqual([200, first.body])
    expect(await written(id)).toEqual(before)
  })

  it('unchanged after the office passed it, it keeps what was approved', async () => {
    const id = await createStory(school)
    const first = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await approve(school, 'vanphong', id, first)
    const before = await written(id)
    const again = await submit(school, 'giaovien', id)
    expect([again.status, again.body.banTrinh.id, again.body.trangThai]).toEqual([200, first, 'choDuyet'])
    expect(await written(id)).toEqual(before)
    expect((await approve(school, 'phohieutruong', id, first)).body.trangThai).toBe('daDang')
  })

  it('changed back to the very words by the same hand, it is still that submission', async () => {
    const id = await createStory(school, 'giaovien', { tomTat: 'Một.' })
    const first = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    const author = await school.as('giaovien')
    for (const tomTat of ['Hai.', 'Một.']) await author.patch(`/api/tin-bai/${id}`, { tomTat })
    expect((await submit(school, 'giaovien', id)).body.banTrinh.id).toBe(first)
  })

  it.each([
    ['with other words', async (id: number) => (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Khác.' }), 'giaovien'],
    ['by other hands', async () => null, 'vanphong'],
    ['with another’s hand in it', async (id: number) => (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Sửa giúp.' }), 'giaovien'],
    [
      'after it was returned',
      async (id: number, b: number) => (await school.as('vanphong')).post(`/api/tin-bai/${id}/tra-lai`, { banTrinh: b, lyDo: 'Thiếu.' }),
      'giaovien',
    ],
    ['after it was taken back', async (id: number) => (await school.as('giaovien')).post(`/api/tin-bai/${id}/thu-hoi`, {}), 'giaovien'],
    ['as more sensitive', async (id: number) => (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { mucNhayCam: 'cao' }), 'giaovien'],
  ] as const)('%s, it is a new one', async (_name, change, by) => {
    const id = await createStory(school)
    const first = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await change(id, first)
    const again = await submit(school, by, id)
    expect(again.status, again.text).toBe(200)
    expect(again.body.banTrinh).toMatchObject({ lan: 2 })
    expect(again.body.banTrinh.id).toBeGreaterThan(first)
  })
})
