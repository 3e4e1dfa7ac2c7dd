/** `npm run soak`: the model for hours, on a service that is killed again and again; a line of progress a minute. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inService } from '../model/real.ts'
import { soak } from '../model/run.ts'
import { copySchool } from '../support/school.ts'
import { startService, type Service } from '../support/service.ts'

const HOURS = Number(process.env.SOAK_HOURS ?? 1)
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)
let service: Service

beforeAll(async () => {
  service = await startService(await copySchool())
})
afterAll(() => service.stop())

it(`holds for ${HOURS} h (MODEL_SEED=${SEED})`, { timeout: (HOURS + 1) * 3_600_000 }, async () => {
  const started = Date.now()
  const end = started + HOURS * 3_600_000
  let [taken, round, told] = [0, 0, started]
  const say = (): void => {
    const seconds = (Date.now() - started) / 1000
    process.stdout.write(
      `${Math.round(seconds / 60)} min: ${taken} steps, ${(taken / seconds).toFixed(1)} a second, killed ${service.starts() - 1} times, seed ${SEED + round}\n`,
    )
    told = Date.now()
  }
  for (; Date.now() < end; round += 1) {
    taken += await soak(service, inService(service), { runs: 10, seed: SEED + round, maxSteps: 40 })
    if (Date.now() - told > 60_000) say()
  }
  say()
  expect(taken).toBeGreaterThan(0)
})
