/** The schema on file is the one the migrations make, and holds all that the collections name. */
import { readFileSync, rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RUNTIME } from '../../src/database/embedded/server.ts'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import { dumpSchema } from '../../tools/schema/dump.ts'
import { missingOf, wantedBy, type Wanted } from '../../tools/schema/wanted.ts'
import { copySchool, type Copy } from '../support/school.ts'
import { toyConfig } from '../support/toyConfig.ts'

let copy: Copy
let client: pg.Client
let wanted: Wanted
beforeAll(async () => {
  copy = await copySchool()
  client = new pg.Client({ connectionString: copy.ownerUrl })
  await client.connect()
  Object.assign(process.env, { DATABASE_URL: copy.databaseUrl, PAYLOAD_SECRET: 'bi-mat-thu-nghiem' })
  wanted = await wantedBy(await (await import('../../payload.config.ts')).default)
})
afterAll(async () => {
  await client.end()
  rmSync(copy.dataDir, { recursive: true, force: true })
})

it('a freshly migrated database is what migrations/schema.sql says', async () => {
  expect(await dumpSchema(client, RUNTIME)).toBe(readFileSync('migrations/schema.sql', 'utf8'))
})

it('every column and every value the collections name is there', async () => {
  expect(Object.keys(wanted.tables).length).toBeGreaterThan(30)
  expect(await missingOf(client, wanted)).toEqual([])
})

it('a field without its migration is named, and a type that is another', async () => {
  const [name, table] = Object.entries(wanted.tables).find(([, t]) => t.name === 'tin_bai')!
  const columns = { ...table.columns, moi: { name: 'moi', type: 'varchar' }, loai: { name: 'loai', type: 'jsonb' } }
  const missing = await missingOf(client, { ...wanted, tables: { ...wanted.tables, [name]: { ...table, columns } } })
  expect(missing).toEqual(['tin_bai.loai: cần jsonb, đang là enum_tin_bai_loai', 'tin_bai.moi: không có cột này (varchar)'])
})

it('so is a whole collection, with the scope of delegations that comes with it', async () => {
  const config = await toyConfig({ databaseUrl: copy.databaseUrl, dataDir: copy.dataDir, keyFile: '' })
  const missing = await missingOf(client, await wantedBy(config, 'toy'))
  expect(missing).toContain('cau_lac_bo.tieu_de: không có cột này (varchar)')
  expect(missing).toContain('enum_uy_quyen_pham_vi cau-lac-bo: không có giá trị này')
})

it('the database searches what the gates say is searched, and knows the title of each', async () => {
  const { rows } = await client.query<{ slug: string; found: boolean }>(
    `select s as slug, tim_kiem_tap(1, s, '', now(), 'Một tiêu đề', '{}') <> ''::tsvector as found from unnest($1::text[]) as s`,
    [GATES.map((gate) => gate.slug)],
  )
  expect(rows.filter((r) => r.found).map((r) => r.slug)).toEqual(GATES.filter((gate) => gate.search).map((gate) => gate.slug))
  const frozen = await client.query<{ text: string }>(`select pg_get_functiondef('ct_ban_trinh'::regproc) as text`)
  for (const gate of GATES) expect([gate.slug, frozen.rows[0]!.text.includes(`j ->> '${gate.title}'`)]).toEqual([gate.slug, true])
})
