/** A model, not a list: random sequences of everything people, clocks and thieves do, each step held against the rules. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inProcess, inService } from '../model/real.ts'
import { soak } from '../model/run.ts'
import type { Real } from '../model/step.ts'
import { copySchool, openSchool, type Place } from '../support/school.ts'
import { startService, type Service } from '../support/service.ts'

const RUNS = Number(process.env.MODEL_RUNS ?? 24)
const CRASHED = Number(process.env.MODEL_CRASHED_RUNS ?? 3)
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)
const REPLAY = process.env.MODEL_PATH ? { path: process.env.MODEL_PATH, replayPath: process.env.MODEL_REPLAY ?? '' } : {}

async function holds(name: string, school: Place, real: Real, runs: number): Promise<void> {
  const started = Date.now()
  const steps = await soak(school, real, { runs, seed: SEED, maxSteps: 30, ...REPLAY })
  const { rows } = await school.sql.query(`select hanh_dong, count(*)::int as n from nhat_ky where bo_suu_tap = 'tin-bai' group by 1 order by 2 desc`)
  const rate = (steps / ((Date.now() - started) / 1000)).toFixed(1)
  process.stdout.write(
    `${name}: ${runs} sequences, ${steps} steps, ${rate} steps a second, seed ${SEED}\n    ${rows.map((r) => `${r.hanh_dong} ${r.n}`).join(', ')}\n`,
  )
  // A run that took no steps proves nothing.
  expect(steps).toBeGreaterThan(REPLAY.path === undefined ? runs : 0)
}

describe('the gate', () => {
  const school = openSchool()
  it(`holds over ${RUNS} sequences (MODEL_SEED=${SEED})`, { timeout: 1_800_000 }, () => holds('model', school, inProcess(school), RUNS))
})

describe('the gate of a service that is killed again and again', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService(await copySchool())
  })
  afterAll(() => service.stop())
  it(`holds over ${CRASHED} sequences (MODEL_SEED=${SEED})`, { timeout: 1_800_000 }, async () => {
    await holds('model with crashes', service, inService(service), CRASHED)
    process.stdout.write(`    the service was killed ${service.starts() - 1} times\n`)
    if (REPLAY.path === undefined) expect(service.starts()).toBeGreaterThan(CRASHED)
  })
})
