/** A model, not a list: random sequences of everything people, clocks and thieves do, each step held against the rules. */
import { expect, it } from 'vitest'
import { runSchedule } from '../../src/jobs/schedule.ts'
import type { Real } from '../model/step.ts'
import { soak } from '../model/run.ts'
import { moveClock, openSchool } from '../support/school.ts'

const school = openSchool()
const RUNS = Number(process.env.MODEL_RUNS ?? 200)
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)
const REPLAY = process.env.MODEL_PATH ? { path: process.env.MODEL_PATH, replayPath: process.env.MODEL_REPLAY ?? '' } : {}

it(`holds over ${RUNS} sequences (MODEL_SEED=${SEED})`, { timeout: 1_200_000 }, async () => {
  const real: Real = {
    as: (who) => school.as(who),
    visitor: school.visitor,
    sql: school.sql,
    setClock: (minutes) => moveClock(school, `${minutes} minutes`),
    fireSchedule: async () => void (await runSchedule(school.payload)),
    crashAt: null,
    revived: () => Promise.resolve(false),
  }
  const started = Date.now()
  const steps = await soak(school, real, { runs: RUNS, seed: SEED, maxSteps: 30, ...REPLAY })
  process.stdout.write(`model: ${RUNS} sequences, ${steps} steps, ${(steps / ((Date.now() - started) / 1000)).toFixed(1)} steps a second, seed ${SEED}\n`)
  const { rows } = await school.sql.query(`select hanh_dong, count(*)::int as n from nhat_ky where bo_suu_tap = 'tin-bai' group by 1 order by 2 desc`)
  process.stdout.write(`       ${rows.map((r) => `${r.hanh_dong} ${r.n}`).join(', ')}\n`)
  expect(steps).toBeGreaterThan(RUNS)
})
