/** What was put before readers past the actions: judged as a set, ended where provably false, hidden and told where not. */
import { describe, expect, it } from 'vitest'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, publishStory, submit, approve } from '../support/stories.ts'
import { forgePage } from '../support/thief.ts'

const school = openSchool()
let watch: RecordWatch | undefined
const found: string[] = []
const look = async (): Promise<void> => {
  watch ??= new RecordWatch(school.payload, (text) => void found.push(text))
  await watch.look()
}
const status = async (slug: string): Promise<number> => (await school.visitor.get(`/bai/${slug}`)).status

describe('the watch', () => {
  it('finds nothing in a school where everything went through the actions', async () => {
    await publishStory(school)
    await look()
    expect([found, runtimeOf(school.payload).guard.alarms()]).toEqual([[], []])
  })

  it('ends a forgery whose document has no file, and the next one too', async () => {
    const first = await forgePage(school, 888_773)
    expect(await status(first.slug)).toBe(200)
    await look()
    expect([await status(first.slug), found.length]).toEqual([410, 1])
    const second = await forgePage(school, 888_774)
    await look()
    expect([await status(second.slug), found.length]).toEqual([410, 2])
  })

  it('does not pass over a number that was taken early and committed late', async () => {
    const late = forgePage(school, 888_775, { wait: 10 })
    await new Promise((done) => setTimeout(done, 1000))
    await publishStory(school)
    await look()
    const { slug } = await late
    expect(await status(slug)).toBe(200)
    await look()
    expect(await status(slug)).toBe(410)
  }, 60_000)

  it('hides what is signed with a key nobody knows, halts publishing, and says so', async () => {
    const honest = await publishStory(school)
    const strange = await forgePage(school, 888_776, { khoa: '0123456789abcdef' })
    await look()
    // Its columns are no signed text: that is provably false whatever the key, and it ends.
    expect(await status(strange.slug)).toBe(410)
    expect(await status(honest.slug)).toBe(200)
    expect(runtimeOf(school.payload).guard.halted()).toBeNull()
  })

  it('takes nothing down in numbers: hides what is new, halts publishing and alarms, until a person has decided', async () => {
    const honest = await publishStory(school)
    const many = []
    for (const n of [1, 2, 3, 4]) many.push(await forgePage(school, 777_000 + n))
    await look()
    for (const { slug } of many) expect(await status(slug)).toBe(404)
    const { rows } = await school.sql.query(`select ket_thuc_luc from ban_dang where id = any($1)`, [many.map((one) => one.banDang)])
    expect(rows.every((row) => row.ket_thuc_luc === null)).toBe(true)
    expect(await status(honest.slug)).toBe(200)
    expect(runtimeOf(school.payload).guard.halted()).toMatchObject({ loai: 'giaMao' })
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    await approve(school, 'vanphong', id, banTrinh)
    expect(codes(await approve(school, 'phohieutruong', id, banTrinh))).toEqual(['PUBLISHING_HALTED'])
    // The owner of the database clears three of them; one alone is ended again.
    await school.owner.query(`alter table ban_dang disable trigger user`)
    await school.owner.query(`update ban_dang set ket_thuc_luc = now(), ly_do_go = 'x' where id = any($1)`, [many.slice(1).map((one) => one.banDang)])
    await school.owner.query(`alter table ban_dang enable trigger user`)
    await look()
    await look()
    expect(runtimeOf(school.payload).guard.halted()).toBeNull()
    expect((await approve(school, 'phohieutruong', id, banTrinh)).body.trangThai).toBe('daDang')
  })
})
