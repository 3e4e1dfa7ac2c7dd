/**
 * From a built checkout to a running site: database, migrations, service. Keeps the service running and stops
 * everything in order. Holds the owner's password; the service never sees it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { embeddedPostgres, type Embedded } from '../database/embedded/server.ts'
import { readEnv, type Env } from '../env.ts'
import { keepDatabase } from '../database/embedded/keep.ts'
import { SPARING } from './memory.ts'

const here = dirname(fileURLToPath(import.meta.url))
const NODE_FLAGS = ['--conditions=production', '--enable-source-maps']

export type Progress = <T>(what: string, work: () => Promise<T>) => Promise<T>

function secretOf(env: Env): string {
  if (env.secret) return env.secret
  const file = join(env.dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

async function reachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ v: number }>("select current_setting('server_version_num')::int as v")
    if (rows[0]!.v < 150_000) throw new Error('PostgreSQL cũ hơn bản 15')
  } catch (error) {
    throw new Error(
      `không nối được tới cơ sở dữ liệu (${error instanceof Error ? error.message || (error as { code?: string }).code : ''}). Hãy kiểm tra DATABASE_URL và PostgreSQL (bản 15 trở lên).`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Runs a script to its end; its last line of stderr is the reason where it fails. */
function runToEnd(script: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...NODE_FLAGS, join(here, script)], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.once('exit', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error((err || out).trim()))))
  })
}

export async function supervise(progress: Progress): Promise<void> {
  const asked = askedToStop()
  const env = readEnv()
  const production = Boolean(process.env.DATABASE_URL && process.env.PAYLOAD_SECRET)
  if (process.env.DATABASE_URL && !process.env.PAYLOAD_SECRET && process.env.NODE_ENV === 'production') {
    throw new Error('Có DATABASE_URL mà chưa có PAYLOAD_SECRET. Hãy đặt cả hai để chạy chính thức.')
  }
  let embedded: Embedded | null = null
  let runtimeUrl = env.databaseUrl
  let ownerUrl = env.ownerUrl ?? env.databaseUrl
  if (!env.databaseUrl) {
    embedded = await progress('Khởi động PostgreSQL', () => embeddedPostgres(env.dataDir))
    runtimeUrl = embedded.runtimeUrl
    ownerUrl = embedded.ownerUrl
    writeFileSync(join(env.dataDir, 'database.url'), `${runtimeUrl}\n`, { mode: 0o600 })
  }
  const { DATABASE_OWNER_URL: _owner, ...rest } = process.env
  const common: NodeJS.ProcessEnv = {
    ...rest,
    DATA_DIR: env.dataDir,
    PAYLOAD_SECRET: secretOf(env),
    NODE_ENV: 'production' as const,
    CONG_TRUONG_MODE: production ? 'production' : 'demo',
  }

  try {
    await reachable(ownerUrl)
    const runtimeRole = decodeURIComponent(new URL(runtimeUrl).username)
    if (asked.aborted) return
    await progress('Cập nhật cơ sở dữ liệu', () => runToEnd('migrate.mjs', { ...common, DATABASE_URL: ownerUrl, RUNTIME_ROLE: runtimeRole }))
    if (asked.aborted) return
    await keepServing({ ...common, DATABASE_URL: runtimeUrl, PORT: String(env.port) }, embedded, progress, asked)
  } catch (error) {
    // The terminal's Ctrl-C reached that step too.
    if (!asked.aborted) throw error
  } finally {
    await embedded?.stop()
  }
}

/** Asked to stop, from the first moment on: a step under way is finished, the next one is not begun. */
function askedToStop(): AbortSignal {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  return asked.signal
}

/** A service that does not end by itself in this time is ended: what it had not committed is rolled back by the database. */
const LAST_WORD_MS = 15_000

const sayDatabaseIsDown = (error: unknown): void =>
  void process.stderr.write(
    `PostgreSQL kèm theo đã dừng và chưa khởi động lại được (${error instanceof Error ? error.message : String(error)}); vẫn đang thử.\n`,
  )

/** Serves until asked to stop; a service or database that dies is started again, more slowly each time. */
async function keepServing(env: NodeJS.ProcessEnv, embedded: Embedded | null, progress: Progress, asked: AbortSignal): Promise<void> {
  let child: ChildProcess | null = null
  const unwatch = embedded ? keepDatabase(embedded, sayDatabaseIsDown) : null
  const stop = (): void => {
    unwatch?.()
    child?.send({ type: 'stop' }, () => undefined)
    setTimeout(() => child?.kill('SIGKILL'), LAST_WORD_MS).unref()
  }
  asked.addEventListener('abort', stop)

  let delay = 500
  for (let first = true; !asked.aborted; first = false) {
    const started = Date.now()
    const exit = new Promise<number>((resolve) => {
      // The service ignores the terminal's Ctrl-C and waits for word on its channel; if this process dies, the channel closes.
      child = spawn(process.execPath, [...NODE_FLAGS, join(here, 'server.mjs')], {
        env: { ...SPARING, ...env },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child.once('exit', (code) => resolve(code ?? 1))
    })
    if (first) {
      await progress('Khởi động trang', () => ready(child!, exit)).catch((error: unknown) => {
        if (asked.aborted) return
        unwatch?.()
        throw error
      })
    }
    const code = await exit
    if (asked.aborted) break
    delay = Date.now() - started > 60_000 ? 500 : Math.min(delay * 2, 8000)
    process.stderr.write(`Trang dừng bất ngờ (mã ${code}); khởi động lại sau ${delay / 1000} giây.\n`)
    await pause(delay, undefined, { signal: asked }).catch(() => undefined)
  }
  unwatch?.()
}

function ready(child: ChildProcess, exit: Promise<number>): Promise<void> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      const { type, text } = message as { type?: string; text?: string }
      if (type === 'progress') process.stdout.write(`        ${text}\n`)
      if (type === 'ready') resolve()
    }
    child.on('message', onMessage)
    void exit.then((code) => reject(new Error(`Trang không khởi động được (mã ${code}). Xem dòng lỗi ở trên.`)))
  })
}
