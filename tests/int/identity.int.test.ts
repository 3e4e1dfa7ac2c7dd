/** What programs know the school's stories by is fixed once, and stays when the site moves to another address. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepIdentity } from '../../src/record/danhTinh.ts'
import { siteOptionsOf } from '../../src/server/siteOptions.ts'
import { schoolSite } from '../../src/theme/index.ts'
import { calendarEvents } from '../support/machineReaders.ts'
import { client, type Client } from '../support/client.ts'
import { openSchool } from '../support/school.ts'
import { publishStory } from '../support/stories.ts'

const school = openSchool()
const closers: (() => unknown)[] = []
let story: { id: number; slug: string }

/** The same school, served under another address. */
async function servedAt(siteUrl: string): Promise<Client> {
  const site = siteOptionsOf(school.payload, { siteUrl })
  const server = createServer(express().use(schoolSite(site)))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(
    () => server.close(),
    () => site.close(),
  )
  return client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, null)
}

type Known = { rss: unknown; atom: unknown; json: unknown; events: unknown; topic: unknown; kind: unknown; oneEvent: unknown }
async function knownBy(visitor: Client): Promise<Known> {
  const text = async (path: string): Promise<string> => (await visitor.get(path)).text
  const atomIds = async (path: string): Promise<unknown> => {
    const feed = parseAtomFeed(await text(path))
    return [feed.id, ...feed.entries!.map((entry) => entry.id)]
  }
  return {
    rss: parseRssFeed(await text('/rss.xml')).items!.map((item) => item.guid?.value),
    atom: await atomIds('/atom.xml'),
    json: parseJsonFeed(JSON.parse(await text('/feed.json'))).items!.map((item) => item.id),
    events: calendarEvents(await text('/lich.ics')).map((event) => event.uid),
    topic: await atomIds('/chu-de/day-va-hoc/atom.xml'),
    kind: await atomIds('/thong-bao/atom.xml'),
    oneEvent: calendarEvents(await text(`/bai/${story.slug}/lich.ics`)).map((event) => event.uid),
  }
}

beforeAll(async () => {
  story = await publishStory(school, { tieuDe: 'Hội khoẻ', loai: 'thongBao', suKien: { batDau: '2026-12-01T01:00:00.000Z' } })
})
afterAll(async () => {
  for (const close of closers) await close()
})

describe('before the first start that knows its address', () => {
  it('ids are made under the present one, and nothing is written', async () => {
    const [here, there] = [await knownBy(school.visitor), await knownBy(await servedAt('https://tam.example'))]
    expect(JSON.stringify(here)).toContain('tag:school.test,')
    expect(JSON.stringify(there)).toContain('tag:tam.example,')
    for (const address of [
      null,
      'http://localhost:3000',
      'http://127.0.0.1',
      'http://[::1]:3000',
      'khong phai dia chi',
      'https://a:b@truong.example',
      'ftp://truong.example',
    ])
      await keepIdentity(school.payload, address)
    expect((await school.sql.query('select * from danh_tinh')).rows).toEqual([])
  })
})

describe('after it', () => {
  it('ids stay as they were under every later address, and links follow it', async () => {
    const before = await knownBy(school.visitor)
    await keepIdentity(school.payload, 'http://school.test')
    const moved = await servedAt('https://truong-moi.example')
    await keepIdentity(school.payload, 'https://truong-moi.example')
    expect(await knownBy(moved)).toEqual(before)
    expect(await knownBy(school.visitor)).toEqual(before)
    const entry = parseAtomFeed((await moved.get('/atom.xml')).text).entries![0]!
    expect(entry.links![0]!.href).toBe(`https://truong-moi.example/bai/${story.slug}`)
    expect((await moved.get('/lich.ics')).text).not.toContain('http://school.test')
  })

  it('there is one, and nobody changes it: not the service, not the owner', async () => {
    const said = async () => (await school.sql.query('select so, dia_chi from danh_tinh')).rows
    expect(await said()).toEqual([{ so: 1, dia_chi: 'http://school.test' }])
    for (const sql of [school.sql, school.owner])
      for (const statement of [
        `update danh_tinh set dia_chi = 'https://khac.example'`,
        'delete from danh_tinh',
        'truncate danh_tinh',
        `insert into danh_tinh (dia_chi) values ('https://khac.example')`,
        `insert into danh_tinh (so, dia_chi) values (2, 'https://khac.example')`,
        `insert into danh_tinh (dia_chi) values ('https://khac.example') on conflict (so) do update set dia_chi = excluded.dia_chi`,
      ])
        await expect(sql.query(statement), statement).rejects.toThrow()
    expect(await said()).toHaveLength(1)
  })
})
