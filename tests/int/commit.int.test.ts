/** A COMMIT that fails is a refusal, for actions and for ordinary saves alike. */
import { afterEach, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../support/invariants.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

/** From now on whatever writes this table fails at its COMMIT, and not a moment earlier. */
async function failAtCommit(table: string): Promise<void> {
  await school.owner.query(`create or replace function thu_hong() returns trigger language plpgsql as $$ begin raise exception 'hong'; end $$`)
  await school.owner.query(
    `create constraint trigger thu_hong after insert or update on ${table} deferrable initially deferred for each row execute function thu_hong()`,
  )
}
afterEach(async () => {
  for (const table of ['tin_bai', 'ho_so']) await school.owner.query(`drop trigger if exists thu_hong on ${table}`)
})

describe('a COMMIT that fails', () => {
  it('is told to whoever saved, and nothing is saved', async () => {
    const id = await createStory(school, 'giaovien', { tomTat: 'Trước.' })
    await failAtCommit('tin_bai')
    const author = await school.as('giaovien')
    const refused = await author.patch(`/api/tin-bai/${id}`, { tomTat: 'Sau.' })
    expect([refused.status, codes(refused)]).toEqual([503, ['UNAVAILABLE']])
    const made = await author.post('/api/tin-bai', { tieuDe: 'Mới' })
    expect([made.status, codes(made)]).toEqual([503, ['UNAVAILABLE']])
    expect((await author.get(`/api/tin-bai/${id}`)).body.tomTat).toBe('Trước.')
    expect(await brokenInvariants(school)).toEqual([])
  })

  it('is told to whoever submitted, and nothing is submitted', async () => {
    const id = await createStory(school)
    await failAtCommit('ho_so')
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, codes(refused)]).toEqual([503, ['UNAVAILABLE']])
    expect(await brokenInvariants(school)).toEqual([])
  })
})
