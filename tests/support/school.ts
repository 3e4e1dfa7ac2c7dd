/** A school of its own for one test file: a copied database, its own folder, the real HTTP interface on a free port. */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { client, type Client } from './client.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import type ownConfig from '../../payload.config.ts'
import type { PageCache } from '../../src/theme/cache/pageCache.ts'

export type School = Place & { payload: Payload; cache: PageCache }

/** A school seen from outside: whatever process serves it. */
export type Place = {
  url: string
  /** The runtime role: all the service itself has. */
  sql: pg.Pool
  /** The role that owns the tables, for arranging what no user could. */
  owner: pg.Pool
  dataDir: string
  as: (who: PersonKey) => Promise<Client>
  visitor: Client
}

type Sql = Pick<pg.PoolClient, 'query'>

/** Raw SQL as the runtime role in one transaction, with the log row the database asks for beside it. */
export async function withLogRow<T>(
  school: Place,
  log: { hanhDong: string; taiLieu: number; boSuuTap?: string },
  work: (sql: Sql) => Promise<{ result: T; chiTiet: object }>,
): Promise<T> {
  const connection = await school.sql.connect()
  try {
    await connection.query('begin')
    const { result, chiTiet } = await work(connection)
    await connection.query(`insert into nhat_ky (hanh_dong, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ($1, 'Kẻ gian', $2, $3, $4)`, [
      log.hanhDong,
      log.boSuuTap ?? 'tin-bai',
      log.taiLieu,
      JSON.stringify(chiTiet),
    ])
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}

/** Sets the gate's clock ahead (or back) of the real one: only the owner of the database can. Kept pages hear of it as they would of any change. */
export async function moveClock(school: Pick<School, 'owner'> & Partial<School>, interval: string): Promise<void> {
  await school.owner.query(
    `create or replace function ct_nay() returns timestamptz language sql volatile set search_path = pg_catalog, pg_temp as $$ select clock_timestamp() + interval '${interval}' $$`,
  )
  // Whoever was signed in is still, and proved a moment ago who he is: a test that wants otherwise says so.
  await school.owner.query(`update nguoi_dung_sessions set xac_nhan_luc = ct_nay(), created_at = ct_nay(), expires_at = ct_nay() + interval '8 hours'`)
  school.cache?.drop(['*'])
  if (school.cache) return
  await school.owner.query(`select pg_notify('ban_dang', '["*"]')`)
  await pause(100)
}

const withDatabase = (url: string, name: string): string => url.replace(/\/[^/]*$/, `/${name}`)

async function copyDatabase(superuserUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: superuserUrl })
  await admin.connect()
  // A template may have no other session; files copy it one after the other.
  await admin.query('select pg_advisory_lock(4711)')
  await admin.query(`create database ${name} template cong_truong owner chu_so_huu strategy file_copy`)
  await admin.end()
}

/** A copy of the demo school without its stories. */
async function demoSchool(name: string, dataDir: string): Promise<void> {
  await copyDatabase(inject('superuserUrl'), name)
  for (const part of ['tu-lieu', 'kho-tep', 'khoa-ky.pem', 'vong-khoa.json'])
    cpSync(join(inject('templateDir'), part), join(dataDir, part), { recursive: true })
}

export type Copy = { databaseUrl: string; ownerUrl: string; dataDir: string }

/** A database and a folder of their own, filled by `prepare`. */
export async function copySchool(prepare = demoSchool): Promise<Copy> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const dataDir = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  await prepare(name, dataDir)
  return { databaseUrl: withDatabase(inject('runtimeUrl'), name), ownerUrl: withDatabase(inject('ownerUrl'), name), dataDir }
}

/** A sign-in proves for ten minutes who a person is; files that take longer sign in again before it ends. */
const SIGN_IN_MS = 7 * 60_000

/** The people of the school, each signed in. */
export function peopleAt(url: string): (who: PersonKey) => Promise<Client> {
  const known = new Map<string, { session: Promise<Client>; until: number }>()
  return (who) => {
    const found = known.get(who)
    if (found && performance.now() < found.until) return found.session
    const session = client(url, null).login(who)
    known.set(who, { session, until: performance.now() + SIGN_IN_MS })
    session.catch(() => known.delete(who))
    return session
  }
}

/** Payload lets go of its connections when its process ends; here the process goes on with the next school. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('superuserUrl') })
  await admin.connect()
  await admin.query(`drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`)
  await admin.end()
}

/** A pool that ends stops hearing of its connections before the server has let them go: what they say then is nobody's failure. */
function poolOf(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max })
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Opens the school before the tests of a file and closes it after them; `prepare` fills its database. */
export function openSchool(prepare = demoSchool): School {
  const school = {} as School
  const closers: (() => unknown)[] = []
  beforeAll(async () => {
    const { databaseUrl, ownerUrl, dataDir } = await copySchool(prepare)
    Object.assign(process.env, {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PAYLOAD_SECRET: 'bi-mat-thu-nghiem',
      SIGNING_KEY_FILE: join(dataDir, 'khoa-ky.pem'),
    })
    // The modules are the worker's, the configuration is this school's.
    const { default: config } = (await import(/* @vite-ignore */ `../../payload.config.ts?school=${basename(dataDir)}`)) as { default: typeof ownConfig }
    const { getPayload } = await import('payload')
    const { createApp } = await import('../../src/server/app.ts')
    const payload = await getPayload({ config, key: dataDir })
    payload.logger.level = process.env.TEST_LOG ?? 'fatal'
    const { migrations } = await import('../../migrations/index.ts')
    const app = createApp({ payload, siteUrl: 'http://school.test', migrations: migrations.map((m) => m.name), metricsToken: null, instanceKey: dataDir })
    const server = createServer(app.options, app.handle)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const sql = poolOf(databaseUrl, 4)
    const owner = poolOf(ownerUrl, 2)
    Object.assign(school, {
      payload,
      cache: app.cache,
      url,
      sql,
      owner,
      dataDir,
      visitor: client(url, null),
      as: peopleAt(url),
    } satisfies School)
    closers.push(
      () => sql.end(),
      () => owner.end(),
      () => server.close(),
      () => app.close(),
      () => payload.destroy(),
      () => dropDatabase(databaseUrl),
      () => (globalThis as { _payload?: Map<string, unknown> })._payload?.delete(dataDir),
      () => rmSync(dataDir, { recursive: true, force: true }),
    )
  })
  afterAll(async () => {
    for (const close of closers) await close()
  })
  return school
}
