/** The schools that benchmarks run on are filled past the gate; their record is as sound as if they had walked through it. */
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { siteNow } from '../../src/theme/queries/siteNow.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { exported, runVerifier, schoolKey } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { superuserOf } from '../support/superuser.ts'
import { publishStory } from '../support/stories.ts'

const school = openSchool()
const EDITIONS = 40
const LOG_ROWS = 400

let superuser: pg.Client
beforeAll(async () => {
  superuser = await superuserOf(school)
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

/** Every row that a plan looked at and threw away. */
const passedOver = (plan: Record<string, unknown>): number =>
  Number(plan['Rows Removed by Filter'] ?? 0) + ((plan.Plans ?? []) as Record<string, unknown>[]).reduce((sum, inner) => sum + passedOver(inner), 0)

it('what every page asks looks at no edition but the settings and the emergencies', async () => {
  // So few rows would be read one after the other; in a large school an index in the wrong order is what costs.
  await superuser.query('analyze ban_dang; set enable_seqscan = off')
  const plans: Record<string, unknown>[] = []
  const query = async (asked: { text: string }, values: readonly unknown[]): Promise<{ rows: object[] }> => {
    const { rows } = await superuser.query(`explain (analyze, format json) ${asked.text}`, [...values])
    plans.push((rows[0] as { 'QUERY PLAN': [{ Plan: Record<string, unknown> }] })['QUERY PLAN'][0].Plan)
    return { rows: [{ noi_dung: null, con: null, khan: null }] }
  }
  await siteNow({ query } as never)
  expect(plans.map(passedOver)).toEqual([0])
})
