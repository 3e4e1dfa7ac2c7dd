/** The service in a process of its own with every failpoint compiled in, started again whenever it dies. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import pg from 'pg'
import { BUNDLE } from './bundle.ts'
import { client, type Answer } from './client.ts'
import { linesIn, type LogLine } from './logLines.ts'
import { peopleAt, type Copy, type Place } from './school.ts'
import { freePort } from './freePort.ts'

export type Service = Place & {
  /** How long the first start took; on a busy machine another cannot be faster. */
  firstStartMs: number
  /** How often it was started. */
  starts: () => number
  /** The process ends itself at the n-th pass of this step from now on. */
  arm: (step: string, nth?: number) => void
  armed: () => boolean
  /** What it wrote of its log so far, line by line (TEST_LOG says from which level on). */
  logged: () => LogLine[]
  /** Steps passed since the last call. */
  passed: () => string[]
  kill: () => void
  /** Waits until it serves; answers how many milliseconds that took. */
  ready: (withinMs?: number) => Promise<number>
  /** Runs the work; an answer that never came is null. */
  attempt: (work: () => Promise<Answer>) => Promise<Answer | null>
  stop: () => Promise<void>
}

export async function startService(copy: Copy): Promise<Service> {
  const port = await freePort()
  const outdir = resolve(`build/thu-nghiem/service-${process.pid}-${port}`)
  const entryPoints = { service: 'tests/support/serviceMain.ts', 'media-child': 'src/media/child/main.ts' }
  await build({ ...BUNDLE, entryPoints, outdir, outExtension: { '.js': '.mjs' }, define: { CONG_TRUONG_FAILPOINTS: 'true' } })
  const outfile = join(outdir, 'service.mjs')
  const url = `http://127.0.0.1:${port}`
  const file = join(copy.dataDir, 'failpoint')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: copy.databaseUrl,
    DATA_DIR: copy.dataDir,
    PAYLOAD_SECRET: 'bi-mat-thu-nghiem',
    SIGNING_KEY_FILE: join(copy.dataDir, 'khoa-ky.pem'),
    CONG_TRUONG_FAILPOINT_FILE: file,
    NODE_OPTIONS: '',
    PORT: String(port),
  }
  let child: ChildProcess | null = null
  let starts = 0
  let output = ''
  let stopping = false
  let meant = false
  let ended: Promise<void> = Promise.resolve()
  const run = (): void => {
    starts += 1
    const own: ChildProcess = spawn(process.execPath, ['--conditions=production', outfile], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    own.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child = own
    ended = new Promise((done) => {
      own.once('exit', (code, signal) => {
        // A failpoint takes its own order away before it kills; any other end is worth a word.
        if (!stopping && !meant) process.stdout.write(`        the service ended by itself: code ${code}, signal ${signal}\n`)
        meant = false
        done()
        if (!stopping) run()
      })
    })
  }
  const sql = new pg.Pool({ connectionString: copy.databaseUrl, max: 3 })
  const owner = new pg.Pool({ connectionString: copy.ownerUrl, max: 2 })
  for (const pool of [sql, owner]) pool.on('error', () => undefined)
  const service: Service = {
    url,
    sql,
    owner,
    dataDir: copy.dataDir,
    as: peopleAt(url),
    visitor: client(url, null),
    firstStartMs: 0,
    starts: () => starts,
    arm: (step, nth = 1) => {
      meant = true
      writeFileSync(file, `${nth} ${step}`)
    },
    armed: () => existsSync(file),
    logged: () => linesIn(output),
    passed: () => {
      const log = `${file}.passed`
      const steps = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
      rmSync(log, { force: true })
      return steps
    },
    kill: () => {
      meant = true
      child?.kill('SIGKILL')
    },
    ready: async (withinMs = 10_000) => {
      const from = performance.now()
      for (;;) {
        const status = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(withinMs) }).then(
          (r) => r.status,
          () => 0,
        )
        const took = performance.now() - from
        if (status === 200) return took
        if (took > withinMs) throw new Error(`the service did not come back in ${withinMs} ms`)
        await pause(25)
      }
    },
    attempt: (work) => work().catch(() => null),
    stop: async () => {
      stopping = true
      child?.kill('SIGKILL')
      await ended
      await Promise.all([sql.end(), owner.end()])
      rmSync(outdir, { recursive: true, force: true })
      rmSync(copy.dataDir, { recursive: true, force: true })
    },
  }
  run()
  service.firstStartMs = await service.ready(60_000)
  return service
}
