/**
 * kill -9 at the steps of every action (every one of them in the long tests): what was not committed never happened, what was committed is there, nothing is
 * between, and the same can be asked again. Which steps an action passes is learned by doing it once.
 */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../support/client.ts'
import { AN_HOUR, at, atTheGate, regulation, settleEmergencies, stateOf, urgentWords } from '../support/gate.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { copySchool } from '../support/school.ts'
import { startService, type Service } from '../support/service.ts'
import { act, approve, CHECKED, createStory, publishStory, submit } from '../support/stories.ts'

/**
 * One step in so many, another in each run, and always those that tell before from after; every other scene, the others in another
 * run. The long tests take every one.
 */
const EVERY = Number(process.env.CRASH_EVERY ?? 6)
const FROM = Number(process.env.CRASH_FROM ?? Date.now() % EVERY)

let school: Service
let photo: Buffer
const recoveries: number[] = []
let kills = 0

beforeAll(async () => {
  photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#88aa66' } })
    .jpeg()
    .toBuffer()
  school = await startService(await copySchool())
  // Signing in is a transaction of its own; it passes its steps here, not in the middle of a scene.
  for (const who of ['giaovien', 'vanphong', 'phohieutruong', 'hieutruong'] as const) await school.as(who)
})
afterAll(async () => {
  const sorted = recoveries.toSorted((a, b) => a - b)
  const second = (ms = 0): string => (ms / 1000).toFixed(2)
  process.stdout.write(`${kills} kills; back after ${second(sorted[Math.floor(sorted.length / 2)])} s (median), ${second(sorted.at(-1))} s at most\n`)
  await school.stop()
})

type Case = { id: number; banTrinh: number }
type Scene = {
  arrange: () => Promise<Case>
  fire: (story: Case) => Promise<Answer>
  /** What asking again answers where it had already happened. */
  again: readonly number[]
  /** The code is that of another scene: only the steps that tell before from after. */
  sameCode?: true
  /** Its words differ each time: nobody says the same emergency twice. */
  otherWords?: true
}

const LAST = ['failpoint:after-commit', 'failpoint:before-answer']
const submitted = async (): Promise<Case> => {
  const id = await createStory(school)
  return { id, banTrinh: (await submit(school, 'giaovien', id)).body.banTrinh.id }
}
const approved = async (): Promise<Case> => {
  const story = await atTheGate(school)
  const answer = await act(school, 'phohieutruong', 'duyet', story.id, { banTrinh: story.banTrinh, kiemTra: CHECKED, henGio: at(AN_HOUR) })
  expect(answer.body.trangThai).toBe('henGio')
  return story
}
const upload = async (altText: string): Promise<Answer> =>
  (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'anh.jpg', type: 'image/jpeg', bytes: photo }, { altText })

/** A picture nobody has kept yet, so that its bytes are written. */
async function withPicture(): Promise<Case> {
  photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: { r: kills % 256, g: recoveries.length % 256, b: 77 } } })
    .composite([{ input: Buffer.from(`<svg width="90" height="40"><text y="20">${kills}-${Math.random()}</text></svg>`) }])
    .jpeg()
    .toBuffer()
  const picture = await upload('Thửa ruộng')
  return { id: await createStory(school, 'giaovien', { anhBia: picture.body.doc.id }), banTrinh: 0 }
}

const SCENES: Record<string, Scene> = {
  'trinh, with a picture': { arrange: withPicture, fire: ({ id }) => submit(school, 'giaovien', id), again: [200] },
  'duyet, not the last step': { arrange: submitted, fire: ({ id, banTrinh }) => approve(school, 'vanphong', id, banTrinh), again: [403, 409] },
  'duyet, the last step': {
    arrange: () => atTheGate(school),
    fire: ({ id, banTrinh }) => approve(school, 'phohieutruong', id, banTrinh),
    again: [409],
  },
  'tra-lai': {
    arrange: submitted,
    fire: ({ id, banTrinh }) => act(school, 'vanphong', 'tra-lai', id, { banTrinh, lyDo: 'Thiếu ngày.' }),
    again: [409],
  },
  'tu-choi': {
    arrange: submitted,
    fire: ({ id, banTrinh }) => act(school, 'vanphong', 'tu-choi', id, { banTrinh, lyDo: 'Ngoài nhiệm vụ.' }),
    again: [409],
    sameCode: true,
  },
  'thu-hoi': { arrange: submitted, fire: ({ id }) => act(school, 'giaovien', 'thu-hoi', id), again: [409], sameCode: true },
  dang: { arrange: approved, fire: ({ id }) => act(school, 'vanphong', 'dang', id), again: [409] },
  'hen-gio': { arrange: approved, fire: ({ id }) => act(school, 'vanphong', 'hen-gio', id, { luc: at(2 * AN_HOUR) }), again: [200] },
  'dang-khan': {
    arrange: async () => {
      await settleEmergencies(school)
      const id = await createStory(school, 'giaovien', urgentWords())
      return { id, banTrinh: (await submit(school, 'giaovien', id)).body.banTrinh.id as number }
    },
    fire: ({ id }) => act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Lũ quét.' }),
    again: [409],
    otherWords: true,
  },
  go: {
    arrange: () => publishStory(school),
    fire: ({ id }) => act(school, 'phohieutruong', 'go', id, { lyDo: 'Sự kiện đã huỷ.' }),
    again: [409],
  },
  'an ordinary edit': {
    arrange: submitted,
    fire: async ({ id }) => (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tomTat: 'Văn phòng đã sửa.' }),
    again: [200],
  },
}

/** All of a document that an action could leave half done. */
async function stateOfAll(id: number): Promise<object> {
  const { rows } = await school.sql.query(
    `select h.trang_thai, h.vai_tro_cho, h.nguoi_dong_gop, h.sua_sau_trinh, h.hen_gio_luc is not null as hen, h.ban_dang_id is not null as dang, t.tom_tat,
       (select count(*)::int from _tin_bai_v v where v.parent_id = t.id) as luu,
       (select count(*)::int from ban_trinh b where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = t.id) as trinh,
       (select array_agg(p.quyet_dinh order by p.id) from phieu_duyet p join ban_trinh b on b.id = p.ban_trinh_id where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = t.id) as phieu,
       (select array_agg(d.ket_thuc_luc is null order by d.id) from ban_dang d where d.bo_suu_tap = 'tin-bai' and d.tai_lieu = t.id) as ban_dang,
       (select array_agg(n.hanh_dong order by n.so) from nhat_ky n where n.bo_suu_tap = 'tin-bai' and n.tai_lieu = t.id) as nhat_ky
     from tin_bai t join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = t.id where t.id = $1`,
    [id],
  )
  return rows[0] as object
}

async function back(): Promise<void> {
  kills += 1
  await expect.poll(() => school.armed(), { timeout: 20_000, interval: 5 }).toBe(false)
  // How soon is measured in outage.int.test.ts; here a busy machine may take its time.
  recoveries.push(await school.ready(60_000))
}

/** The steps as they were passed, each with which pass of its name it was. */
const numbered = (steps: string[]): { step: string; nth: number }[] =>
  steps.map((step, i) => ({ step, nth: steps.slice(0, i + 1).filter((s) => s === step).length }))

const TELL_APART = ['failpoint:log-written', 'failpoint:after-commit']
const taken = (steps: { step: string; nth: number }[]): { step: string; nth: number }[] =>
  steps.filter(({ step }, i) => TELL_APART.includes(step) || i % EVERY === FROM % EVERY)

describe(`kill -9 (CRASH_EVERY=${EVERY} CRASH_FROM=${FROM}) at the steps of`, () => {
  it.each(Object.entries(SCENES).filter((_scene, nth) => EVERY === 1 || nth % 2 === FROM % 2))('%s', { timeout: 240_000 }, async (_name, scene) => {
    const stateNow = async (id: number): Promise<object> => ({ ...(await stateOfAll(id)), ...(scene.otherWords ? { tom_tat: 'lời khác' } : {}) })
    const model = await scene.arrange()
    const before = await stateNow(model.id)
    school.passed()
    const answer = await scene.fire(model)
    expect(answer.status, answer.text).toBe(200)
    const after = await stateNow(model.id)
    expect(after).not.toEqual(before)
    const passed = numbered(school.passed())
    expect(passed.map((s) => s.step)).toEqual(expect.arrayContaining(['failpoint:locked', 'failpoint:before-commit', 'failpoint:after-commit']))
    const steps = passed.filter(({ step, nth }) => (scene.sameCode ? TELL_APART.includes(step) : !step.startsWith('failpoint:file-') || nth === 1))
    for (const { step, nth } of taken(steps)) {
      const story = await scene.arrange()
      expect(await stateNow(story.id)).toEqual(before)
      school.arm(step, nth)
      expect(await school.attempt(() => scene.fire(story)), `${step} ${nth}`).toBeNull()
      await back()
      const committed = LAST.includes(step)
      expect(await stateNow(story.id), `${step} ${nth}`).toEqual(committed ? after : before)
      expect(await brokenInvariants(school), `${step} ${nth}`).toEqual([])
      const again = await scene.fire(story)
      expect(committed ? scene.again : [200], `${step} ${nth}: ${again.text}`).toContain(again.status)
      if (!committed) expect(await stateNow(story.id)).toEqual(after)
    }
    expect(await brokenInvariants(school)).toEqual([])
  })

  it('the schedule, which then fires by itself', { timeout: 120_000 }, async () => {
    await regulation(school, { dangNgay: false })
    const due = async (): Promise<number> => {
      const { id, banTrinh } = await atTheGate(school)
      await approve(school, 'phohieutruong', id, banTrinh)
      return id
    }
    const fires = async (id: number): Promise<void> => {
      await expect.poll(() => stateOf(school, id), { timeout: 10_000, interval: 50 }).toBe('daDang')
    }
    const model = await due()
    await act(school, 'vanphong', 'hen-gio', model, { luc: at(900) })
    school.passed()
    await fires(model)
    const after = await stateOfAll(model)
    for (const { step, nth } of taken(numbered(school.passed()))) {
      const id = await due()
      expect((await act(school, 'vanphong', 'hen-gio', id, { luc: at(900) })).status).toBe(200)
      school.arm(step, nth)
      await back()
      await fires(id)
      expect(await stateOfAll(id), `${step} ${nth}`).toEqual(after)
      expect(await brokenInvariants(school), `${step} ${nth}`).toEqual([])
    }
    await regulation(school, { dangNgay: true })
  })

  it('an upload', { timeout: 60_000 }, async () => {
    const count = async (): Promise<number> => (await school.sql.query(`select count(*)::int as n from tu_lieu`)).rows[0].n as number
    school.passed()
    expect((await upload('Một ảnh')).status).toBe(201)
    for (const { step, nth } of taken(numbered(school.passed()))) {
      const before = await count()
      school.arm(step, nth)
      expect(await school.attempt(() => upload('Một ảnh nữa'))).toBeNull()
      await back()
      expect(await count(), step).toBe(before + (LAST.includes(step) ? 1 : 0))
      expect(await brokenInvariants(school), step).toEqual([])
      expect((await upload('Một ảnh nữa')).status).toBe(201)
    }
  })
})
