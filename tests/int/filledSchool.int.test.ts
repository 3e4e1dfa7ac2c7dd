/** The schools that benchmarks run on are filled past the gate; their record is as sound as if they had walked through it. */
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { exported, runVerifier, schoolKey } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { publishStory } from '../support/stories.ts'

const school = openSchool()
const EDITIONS = 40
const LOG_ROWS = 400

let superuser: pg.Client
beforeAll(async () => {
  const [{ name }] = (await school.sql.query<{ name: string }>('select current_database() as name')).rows as [{ name: string }]
  superuser = new pg.Client({ connectionString: inject('superuserUrl').replace(/\/[^/]*$/, `/${name}`) })
  await superuser.connect()
  await fill(superuser, { editions: EDITIONS, logRows: LOG_ROWS, key: schoolKey(school) })
})
afterAll(() => superuser.end())

it('is what the offline verifier calls sound', async () => {
  const { path, lines } = await exported(school)
  expect(lines.filter((l) => l.kieu === 'nhat-ky').length).toBe(LOG_ROWS)
  expect(lines.filter((l) => l.kieu === 'ban-dang' && l.boSuuTap === 'tin-bai').length).toBe(EDITIONS)
  expect(await runVerifier(school, path)).toEqual({ code: 0, text: expect.any(String) })
})

it('goes on: whoever signs in and publishes after it finds the chain whole', async () => {
  await publishStory(school)
  expect(await brokenInvariants(school)).toEqual([])
  const { path } = await exported(school)
  expect(await runVerifier(school, path)).toEqual({ code: 0, text: expect.any(String) })
})
