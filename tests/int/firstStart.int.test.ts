/** The very first start of the embedded database, killed at any instant: the next start finishes or makes it anew. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedPostgres } from '../../src/database/embedded/server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const FIRST = `import { embeddedPostgres } from './src/database/embedded/server.ts'
console.log('begins'); await embeddedPostgres(process.argv[1]); console.log('done')`

/** Starts in a process group of its own and kills the whole group so long after it began. */
async function killedAfter(ms: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', FIRST, folder], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((done) => child.once('exit', done))
  await new Promise((done) => child.stdout.once('data', done))
  await Promise.race([pause(ms), ended])
  try {
    process.kill(-child.pid!, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
  await ended
}

async function startsAndServes(): Promise<void> {
  const database = await embeddedPostgres(folder)
  const client = new pg.Client({ connectionString: database.runtimeUrl })
  try {
    await client.connect()
    const { rows } = await client.query('select current_user as role')
    expect(rows).toEqual([{ role: 'ung_dung' }])
  } finally {
    await client.end().catch(() => undefined)
    await database.stop()
  }
}

describe('the very first start of the embedded database', () => {
  it.each(Array.from({ length: 10 }, (_none, round) => [round]))(
    'starts after a kill of everything at a random instant (%i)',
    async (round) => {
      await killedAfter(100 + round * 200 + Math.random() * 200)
      await startsAndServes()
    },
    120_000,
  )

  it('sets aside what an older release left half made, and deletes nothing of it', async () => {
    mkdirSync(join(folder, 'postgres', 'base', '1'), { recursive: true })
    for (const file of ['PG_VERSION', 'base/1/PG_VERSION']) writeFileSync(join(folder, 'postgres', file), '18\n')
    await startsAndServes()
    const [aside] = readdirSync(folder).filter((name) => name.startsWith('postgres.dang-do-'))
    expect(readFileSync(join(folder, aside!, 'base', '1', 'PG_VERSION'), 'utf8')).toBe('18\n')
    expect(existsSync(join(folder, 'postgres', 'base', '5'))).toBe(true)
  }, 120_000)

  it('never takes a cluster that holds a database for unfinished', async () => {
    mkdirSync(join(folder, 'postgres', 'base', '16384'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n')
    await expect(embeddedPostgres(folder)).rejects.toThrow(/PostgreSQL không khởi động được/)
    expect(existsSync(join(folder, 'postgres', 'base', '16384'))).toBe(true)
  }, 120_000)
})
