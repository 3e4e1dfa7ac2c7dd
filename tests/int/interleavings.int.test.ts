/** Two people, two tabs each and a program on one story, at the same moments: no word acknowledged is lost, nothing is frozen that its submitter did not see. */
import { env } from 'node:process'
import { expect, it } from 'vitest'
import { interleave, lost } from '../support/interleave.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
const RUNS = Number(env.INTERLEAVINGS ?? 12)
const SEED = Number(env.INTERLEAVING_SEED ?? Math.floor(Math.random() * 1_000_000))

it(`${RUNS} interleavings of saving and submitting from seed ${SEED}`, { timeout: 60_000 + RUNS * 5000 }, async () => {
  const met = { stale: 0, submitted: 0, acknowledged: 0 }
  for (let run = 0; run < RUNS; run += 1) {
    const outcome = await interleave(school, SEED + run)
    expect({ seed: outcome.seed, faults: outcome.faults, ...(await lost(school, outcome)) }).toEqual({ seed: outcome.seed, faults: [], words: [], frozen: [] })
    met.stale += outcome.stale
    met.submitted += outcome.submitted.length
    met.acknowledged += outcome.acknowledged.size
  }
  // They did meet.
  expect(Math.min(met.stale, met.acknowledged)).toBeGreaterThan(RUNS / 4)
  // A submission is one step among many: in a few runs it may lose every time but once.
  expect(met.submitted).toBeGreaterThan(0)
  process.stdout.write(`${RUNS} interleavings: ${met.acknowledged} words acknowledged, ${met.stale} conflicts shown, ${met.submitted} submissions\n`)
})
