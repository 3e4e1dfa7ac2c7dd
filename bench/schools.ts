/**
 * Schools to measure: one embedded PostgreSQL with the settings of a real site (fsync on), the demo school without its
 * stories as a template, and copies of it filled to a size, each served by a process of its own.
 */
import { execFile, fork, type ChildProcess } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { SPARING } from '../src/bin/memory.ts'
import { embeddedPostgres } from '../src/database/embedded/server.ts'
import { fill } from './fill.ts'
import { pinned, told } from './pinned.ts'

const run = promisify(execFile)
const FLAGS = ['--conditions=production', '--import', 'tsx']
const PASSWORD = 'mat-khau-thu-nghiem'
const ENV: NodeJS.ProcessEnv = { ...SPARING, ...process.env, NODE_ENV: 'production', PAYLOAD_SECRET: 'do-dac', DEMO_PASSWORD: PASSWORD, NODE_OPTIONS: '' }

export type Size = { editions: number; logRows: number; devices?: boolean }
export type Started = { url: string; forged: number; checked: number; rss: number }
/** Bytes; `rss` of the service alone, `panel` of its panel, 0 where it does not run. `followed`: by hooks, which tax each answer. */
export type Memory = { rss: number; heap: number; external: number; panel: number; followed: boolean }
export type Served = Started & { child: ChildProcess; db: pg.Pool; memory: () => Promise<Memory> }
export type Schools = {
  /** A copy of the demo school, filled. */
  make: (name: string, size: Size) => Promise<void>
  /** Where its record can be read with the program's own tools. */
  at: (name: string) => NodeJS.ProcessEnv
  /** `core`: the one it runs on. `check`: whether it looks at every signature first, as a site does beside serving. `panel`: with the panel, built before. */
  serve: (name: string, how?: { core?: number; check?: boolean; panel?: boolean }) => Promise<Served>
  close: () => Promise<void>
}

/** `keep`: a folder that stays and is used again, for filling takes longer than measuring. */
export async function openSchools(tell: (text: string) => void, keep?: string): Promise<Schools> {
  const folder = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), 'cong-truong-do-'))
  mkdirSync(folder, { recursive: true })
  const postgres = await embeddedPostgres(folder)
  const named = (url: string, name: string): string => url.replace(/\/[^/]*$/, `/${name}`)
  const children: ChildProcess[] = []
  const pools: pg.Pool[] = []
  const close = async (): Promise<void> => {
    for (const child of children) if (child.connected) child.disconnect()
    await Promise.all(pools.map((pool) => pool.end()))
    await postgres.stop()
    if (!keep) rmSync(folder, { recursive: true, force: true })
  }
  // Stopped half-way, nothing is left running.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close().finally(() => process.exit(130)))
  const template = { ...ENV, DATA_DIR: folder }
  const migrate = (url: string): Promise<unknown> =>
    run(process.execPath, [...FLAGS, resolve('src/bin/migrate.ts')], { env: { ...template, DATABASE_URL: url, RUNTIME_ROLE: 'ung_dung' } })
  try {
    await migrate(postgres.ownerUrl)
    await run(process.execPath, [...FLAGS, resolve('tests/support/seedTemplate.ts')], { env: { ...template, DATABASE_URL: postgres.runtimeUrl } })
  } catch (error) {
    await close()
    throw error
  }
  const connect = async (name: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: named(postgres.superuserUrl, name) })
    await client.connect()
    return client
  }

  return {
    close,
    make: async (name, size) => {
      const dataDir = join(folder, name)
      const filled = join(dataDir, 'da-do-day.json')
      if (existsSync(filled) && readFileSync(filled, 'utf8') === JSON.stringify(size)) {
        // Perhaps by an older release.
        await migrate(named(postgres.ownerUrl, name))
        return tell(`${name}: filled before`)
      }
      const from = performance.now()
      const admin = await connect('postgres')
      await admin.query(`drop database if exists ${name}`)
      await admin.query(`create database ${name} template cong_truong owner chu_so_huu strategy file_copy`)
      await admin.end()
      rmSync(dataDir, { recursive: true, force: true })
      mkdirSync(dataDir)
      for (const part of ['tu-lieu', 'kho-tep', 'khoa-ky.pem', 'vong-khoa.json']) cpSync(join(folder, part), join(dataDir, part), { recursive: true })
      const client = await connect(name)
      const key = createPrivateKey(readFileSync(join(dataDir, 'khoa-ky.pem')))
      await fill(client, { ...size, key, tell: (text) => tell(`${name}: ${text}`) })
      const { rows } = await client.query('select pg_size_pretty(pg_database_size(current_database())) as size')
      await client.end()
      writeFileSync(filled, JSON.stringify(size))
      tell(`${name}: filled in ${((performance.now() - from) / 1000).toFixed(0)} s, ${rows[0].size}`)
    },
    at: (name) => ({ ...ENV, DATA_DIR: join(folder, name), DATABASE_URL: named(postgres.runtimeUrl, name) }),
    serve: async (name, { core, check = true, panel = false } = {}) => {
      const env = {
        ...ENV,
        PANEL: panel ? 'yes' : 'no',
        // A rest after a day is shorter here than at a school.
        PANEL_IDLE_MINUTES: '0.25',
        CHECK_RECORD: check ? '' : 'no',
        DATA_DIR: join(folder, name),
        DATABASE_URL: named(postgres.runtimeUrl, name),
      }
      const start = (): ChildProcess => fork(resolve('bench/service.ts'), { execArgv: FLAGS, env })
      const child = core === undefined ? start() : pinned(core, start)
      children.push(child)
      const db = new pg.Pool({ connectionString: named(postgres.superuserUrl, name), max: 2 })
      pools.push(db)
      const started = await told<Started>(child, 'ready')
      return {
        ...started,
        child,
        db,
        memory: () => {
          const answer = told<Memory>(child, 'memory')
          child.send('memory')
          return answer
        },
      }
    },
  }
}
