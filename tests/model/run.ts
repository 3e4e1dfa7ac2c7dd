/** One property: whatever sequence of steps, the gate holds. Each run begins with two new stories and the school as it was. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { buildStory } from '../support/stories.ts'
import type { Place } from '../support/school.ts'
import { commands, killedSubmission } from './commands.ts'
import { learn } from './learn.ts'
import type { Real } from './step.ts'
import { PEOPLE, ROLES, type Doc, type Model, type Who } from './world.ts'

export async function newModel(real: Real): Promise<Model> {
  const { rows } = await real.sql.query(`select id, split_part(email, '@', 1) as ma from nguoi_dung`)
  const ids = Object.fromEntries(rows.map((r) => [r.ma, r.id])) as Record<Who, number>
  const head = await real.sql.query('select so, bam from nhat_ky order by so desc limit 1')
  return {
    ids,
    roles: { ...ROLES },
    clock: 0,
    dangNgay: true,
    motLanhDao: false,
    delegations: [],
    docs: [],
    so: Number(head.rows[0].so),
    bam: head.rows[0].bam as string,
    steps: 0,
  }
}

/** The school as every run finds it: roles, regulation, clock, nothing lent; two stories of the teacher's. */
async function setOut(model: Model, real: Real, story: Record<string, unknown>): Promise<void> {
  const principal = await real.as('hieutruong')
  if (model.clock !== 0) await real.setClock(0)
  model.clock = 0
  for (const who of PEOPLE) {
    if (model.roles[who].join() !== ROLES[who].join())
      expect((await principal.patch(`/api/nguoi-dung/${model.ids[who]}`, { vaiTro: ROLES[who] })).status).toBe(200)
  }
  for (const d of model.delegations.filter((x) => !x.revoked)) await principal.patch(`/api/uy-quyen/${d.id}`, { thuHoiLuc: new Date().toISOString() })
  if (!model.dangNgay || model.motLanhDao) await principal.post('/api/globals/quy-che', { dangNgay: true, motLanhDao: false })
  Object.assign(model, { roles: { ...ROLES }, delegations: [], dangNgay: true, motLanhDao: false, docs: [] })
  for (const author of ['giaovien', 'hieutruong'] as const) {
    const answer = await (await real.as(author)).post('/api/tin-bai', { ...story, tieuDe: `Bài của ${author}`, tomTat: 'Lời đầu.' })
    expect(answer.status).toBe(201)
    const made: Doc = {
      id: answer.body.doc.id as number,
      author,
      words: 'Lời đầu.',
      contributors: new Set([model.ids[author]]),
      later: new Set(),
      submissions: [],
      state: 'nhap',
      live: null,
      emergencyUsed: false,
      schedule: null,
      rows: 0,
    }
    model.docs.push(made)
  }
  await learn(model, real.sql)
}

/** `path` and `replayPath`, as a failure prints them, run that one sequence again. */
export type Soak = { runs: number; seed: number; maxSteps: number; path?: string; replayPath?: string; until?: number; tell?: (line: string) => void }

/** Runs the property; answers how many steps were taken. The seed stands in the message of a failure too. */
export async function soak(school: Place, real: Real, { runs, seed, maxSteps, path, replayPath, until, tell }: Soak): Promise<number> {
  const model = await newModel(real)
  const story = await buildStory(school)
  const first = real.crashAt === null ? fc.constant([]) : fc.tuple(killedSubmission)
  const property = fc.asyncProperty(
    first,
    fc.commands(commands(real.crashAt !== null), { maxCommands: maxSteps, size: 'max', ...(replayPath ? { replayPath } : {}) }),
    async (start, steps) => {
      await setOut(model, real, story)
      await fc.asyncModelRun(() => ({ model, real }), [...start, ...steps])
      tell?.(`${model.steps}`)
    },
  )
  await fc.assert(property, {
    numRuns: runs,
    seed,
    endOnFailure: false,
    ...(path ? { path } : {}),
    ...(until ? { interruptAfterTimeLimit: until, markInterruptAsFailure: false } : {}),
  })
  return model.steps
}
