/** A database as the release 0.1 left it, with a school's data in it (tests/fixtures), then upgraded as `npm start` does. */
import { execFile } from 'node:child_process'
import { createHash, createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { inject } from 'vitest'

const run = promisify(execFile)
const FLAGS = ['--conditions=production', '--import', 'tsx']
type Fixture = { migrations: string[]; sequences: { sequencename: string; last_value: number }[]; tables: Record<string, object[]> }

/** The key that signed the fixture's verdicts: made from a fixed word, for a test and nothing else. */
function fixtureKey(): string {
  const seed = createHash('sha256').update('cong-truong: khoa cua bo du lieu mau 0.1').digest()
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' }).toString()
}

export const fixture = (): Fixture => JSON.parse(gunzipSync(readFileSync(resolve('tests/fixtures/luoc-do-0.1.json.gz'))).toString('utf8')) as Fixture

export async function olderRelease(name: string, dataDir: string): Promise<void> {
  const old = fixture()
  const urlOf = (url: string): string => url.replace(/\/[^/]*$/, `/${name}`)
  const admin = new pg.Client({ connectionString: inject('superuserUrl') })
  await admin.connect()
  await admin.query(`create database ${name} owner chu_so_huu`)
  await admin.end()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'x',
    DATABASE_URL: urlOf(inject('ownerUrl')),
  }
  await run(process.execPath, [...FLAGS, resolve('tests/support/migrateTo.ts')], { env: { ...env, MIGRATIONS: String(old.migrations.length) } })

  const loader = new pg.Client({ connectionString: urlOf(inject('superuserUrl')) })
  await loader.connect()
  await loader.query('set session_replication_role = replica')
  for (const [table, rows] of Object.entries(old.tables)) {
    const columns = Object.keys(rows[0]!)
      .map((column) => `"${column}"`)
      .join(', ')
    await loader.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  for (const { sequencename, last_value } of old.sequences) await loader.query(`select setval($1, $2)`, [sequencename, last_value])
  await loader.end()

  writeFileSync(join(dataDir, 'khoa-ky.pem'), fixtureKey(), { mode: 0o600 })
  await run(process.execPath, [...FLAGS, resolve('src/bin/migrate.ts')], { env: { ...env, RUNTIME_ROLE: 'ung_dung' } })
}
