/** Keys that are missing, foreign or put back: readers keep their pages, nothing is decided, nothing is made in silence. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { readRing, ringText, withKey } from '../../src/record/keys/ring.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { client } from '../support/client.ts'
import { openSchool } from '../support/school.ts'
import { approve, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const keyFile = (): string => join(school.dataDir, 'khoa-ky.pem')
const ringFile = (): string => join(school.dataDir, 'vong-khoa.json')
const pem = (key: ReturnType<typeof createPrivateKey>): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()
/** The files are looked at again a second later. */
const changed = (): Promise<void> => pause(1200)
const livePages = async (): Promise<number> => (await school.visitor.get('/api/ban-dang?limit=1')).body.totalDocs as number

/** The watch of a running service comes by, and finds that all is well again. */
async function isWell(): Promise<void> {
  await changed()
  await new RecordWatch(school.payload, () => undefined).look()
  expect(runtimeOf(school.payload).guard.alarms()).toEqual([])
  await publishStory(school)
}

async function nothingIsDecided(): Promise<void> {
  const before = await livePages()
  const found: string[] = []
  const watch = new RecordWatch(school.payload, (text) => void found.push(text))
  for (let round = 0; round < 3; round += 1) await watch.look()
  expect([found, await livePages()]).toEqual([[], before])
  expect(runtimeOf(school.payload).guard.halted()).toMatchObject({ loai: 'khoa' })
  expect((await school.visitor.get('/')).status).toBe(200)
  const id = await createStory(school)
  const refused = await submit(school, 'giaovien', id)
  expect([refused.status, codes(refused)]).toEqual([503, ['KEYS_MISSING']])
  const login = await client(school.url, null).post('/api/nguoi-dung/login', { email: 'hieutruong@thpt.example', password: 'mat-khau-thu-nghiem' })
  expect([login.status, codes(login)]).toEqual([503, ['KEYS_MISSING']])
}

describe('the key file', () => {
  it('missing: pages stay, nothing is decided, none is made; put back, all goes on', async () => {
    const story = await publishStory(school)
    for (const who of ['giaovien', 'vanphong', 'phohieutruong'] as const) await school.as(who)
    renameSync(keyFile(), `${keyFile()}.cat`)
    await changed()
    await nothingIsDecided()
    expect(existsSync(keyFile())).toBe(false)
    renameSync(`${keyFile()}.cat`, keyFile())
    await isWell()
    expect((await school.visitor.get(`/bai/${story.slug}`)).status).toBe(200)
  })

  it('another one: the same', async () => {
    const own = readFileSync(keyFile())
    writeFileSync(keyFile(), pem(generateKeyPairSync('ed25519').privateKey))
    await changed()
    await nothingIsDecided()
    writeFileSync(keyFile(), own)
    await isWell()
  })

  it.each([
    ['broken', (text: string) => text.slice(0, -20)],
    [
      'with a doubled entry',
      (text: string) => {
        const ring = JSON.parse(text)
        return JSON.stringify({ ...ring, khoa: [...ring.khoa, ring.khoa[0]] })
      },
    ],
    [
      'with a foreign entry',
      (text: string) => {
        const { ring } = readRing(text)
        const key = generateKeyPairSync('ed25519').privateKey
        return ringText(withKey(ring!.entries, key, 'xoay', new Date().toISOString(), key))
      },
    ],
    ['empty', () => '{"khoa":[]}'],
  ])('a ring %s: the same', async (_name, spoil) => {
    const own = readFileSync(ringFile(), 'utf8')
    writeFileSync(ringFile(), spoil(own))
    await changed()
    await nothingIsDecided()
    writeFileSync(ringFile(), own)
    await isWell()
  })

  it('rotated: what was signed before still stands, what comes after is signed anew; a rotation cut off is finished', async () => {
    const story = await publishStory(school)
    const text = readFileSync(ringFile(), 'utf8')
    const old = createPrivateKey(readFileSync(keyFile()))
    const next = generateKeyPairSync('ed25519').privateKey
    // As a stop between the ring and the change of files would leave it.
    writeFileSync(`${keyFile()}.moi`, pem(next))
    writeFileSync(ringFile(), ringText(withKey(readRing(text).ring!.entries, next, 'xoay', new Date().toISOString(), old)))
    utimesSync(ringFile(), new Date(), new Date(Date.now() + 5000))
    await changed()
    const after = await publishStory(school)
    expect(existsSync(`${keyFile()}.moi`)).toBe(false)
    const { rows } = await school.sql.query(`select distinct khoa from phieu_duyet`)
    expect(rows.length).toBe(2)
    const found: string[] = []
    await new RecordWatch(school.payload, (t) => void found.push(t)).look()
    expect([found, runtimeOf(school.payload).guard.alarms()]).toEqual([[], []])
    for (const { slug } of [story, after]) expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(200)
    const id = await createStory(school)
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
    expect((await approve(school, 'vanphong', id, banTrinh)).status).toBe(200)
  })
})
