/** The school under the model: in this process, or in one of its own that is killed at named steps. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { moveClock, type School } from '../support/school.ts'
import type { Service } from '../support/service.ts'
import type { Real } from './step.ts'

export const inProcess = (school: School): Real => ({
  as: (who) => school.as(who),
  visitor: school.visitor,
  sql: school.sql,
  setClock: (minutes) => moveClock(school, `${minutes} minutes`),
  fireSchedule: async () => void (await runSchedule(school.payload)),
  crashAt: null,
  revived: () => Promise.resolve(false),
})

/** The service fires its schedules by itself; the model waits until none is due. */
async function untilNoneIsDue(service: Service): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { rows } = await service.sql.query(`select 1 from ho_so where trang_thai = 'henGio' and hen_gio_luc <= ct_nay()`)
    if (rows.length === 0) return
    await pause(50)
  }
  throw new Error('a schedule that was due was neither published nor stopped')
}

export const inService = (service: Service): Real => ({
  as: (who) => service.as(who),
  visitor: service.visitor,
  sql: service.sql,
  setClock: (minutes) => moveClock(service, `${minutes} minutes`),
  fireSchedule: () => untilNoneIsDue(service),
  crashAt: (point) => {
    service.arm(`failpoint:${point}`)
    return Promise.resolve()
  },
  revived: async () => {
    // Not every action passes every step: what is still armed did not go off.
    if (service.armed()) {
      rmSync(join(service.dataDir, 'failpoint'), { force: true })
      return false
    }
    await service.ready(20_000)
    return true
  },
})
