/**
 * `npm run schema` writes migrations/schema.sql; with `--check` it says what is stale instead. Either way the migrations run
 * on an empty PostgreSQL of its own, and every column the collections name must be there.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { SanitizedConfig } from 'payload'
import pg from 'pg'
import { embeddedPostgres, RUNTIME } from '../../src/database/embedded/server.ts'
import { dumpSchema } from './dump.ts'
import { missingOf, wantedBy } from './wanted.ts'

const FILE = 'migrations/schema.sql'
const run = promisify(execFile)

/** Read without a database: the addresses stand for any. */
async function ownConfig(): Promise<SanitizedConfig> {
  Object.assign(process.env, { DATABASE_URL: 'postgres://check@127.0.0.1:1/check', PAYLOAD_SECRET: 'check', NODE_ENV: 'production' })
  return (await import('../../payload.config.ts')).default
}

async function read(folder: string): Promise<{ text: string; missing: string[] }> {
  const database = await embeddedPostgres(folder, ['fsync=off'])
  try {
    const env = {
      ...process.env,
      NODE_ENV: 'production' as const,
      DATA_DIR: folder,
      PAYLOAD_SECRET: 'check',
      DATABASE_URL: database.ownerUrl,
      RUNTIME_ROLE: RUNTIME,
      NODE_OPTIONS: '',
    }
    await run(process.execPath, ['--conditions=production', '--import', 'tsx', resolve('src/bin/migrate.ts')], { env })
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    const found = { text: await dumpSchema(client, RUNTIME), missing: await missingOf(client, await wantedBy(await ownConfig())) }
    await client.end()
    return found
  } finally {
    await database.stop()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
const { text, missing } = await read(folder)
rmSync(folder, { recursive: true, force: true })
const isCheck = process.argv.includes('--check')
const isStale = isCheck && text !== readFileSync(FILE, 'utf8')
if (!isCheck) writeFileSync(FILE, text)
if (isStale) process.stderr.write(`${FILE} không còn khớp với các migration. Hãy chạy npm run schema rồi đưa vào commit.\n`)
if (missing.length > 0) process.stderr.write(`Bộ sưu tập cần những gì migration chưa tạo:\n${missing.join('\n')}\n`)
process.exit(isStale || missing.length > 0 ? 1 : 0)
