/** Steps shared by `npm start` and `npm test`: only Node's own modules, for they run before anything is installed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** One plain sentence and a non-zero exit. */
export function fail(sentence) {
  process.stderr.write(`\nKhông chạy được: ${sentence}\n`)
  process.exit(1)
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) fail(`cần Node.js 20.9 trở lên, máy đang có ${process.versions.node}. Hãy cài bản mới từ nodejs.org.`)
}

const started = Date.now()
let number = 0

/** Prints a step, how long it took, and a sign of life every 15 seconds. */
export async function progress(what, work) {
  number += 1
  const from = Date.now()
  process.stdout.write(`[${number}] ${what}…\n`)
  const alive = setInterval(() => process.stdout.write(`    … ${what.toLowerCase()}: ${Math.round((Date.now() - from) / 1000)} giây\n`), 15_000)
  try {
    return await work()
  } finally {
    clearInterval(alive)
    process.stdout.write(`    ${what}: ${((Date.now() - from) / 1000).toFixed(1)} giây (tổng ${((Date.now() - started) / 1000).toFixed(1)})\n`)
  }
}

/** Runs a command quietly; its output is shown only where it fails. Asked to stop, it stops the command and itself. */
export function quietly(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = () => {
      child.kill('SIGTERM')
      process.exit(143)
    }
    process.once('SIGTERM', stop)
    child.once('close', () => process.off('SIGTERM', stop))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} ${args.join(' ')} dừng với mã ${code}\n${output}`))))
  })
}

const hashOf = (paths) => {
  const hash = createHash('sha256')
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  paths.forEach((path) => add(join(root, path)))
  return hash.digest('hex')
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/**
 * Installs what the lockfile names, once; tests need the development packages too. The lockfile stays as it is, or the
 * next start would take it for another (`npm ci` fails where a registry lacks a package of some other platform).
 */
export async function install({ withDev }) {
  const stamp = join(root, 'node_modules', '.cong-truong')
  const wanted = hashOf(['package.json', 'package-lock.json'])
  const dev = withDev || existsSync(join(root, 'node_modules', 'vitest'))
  const known = read(stamp).split(' ')
  if (known[0] === wanted && (known[1] === 'dev' || !dev)) return
  await progress('Cài đặt thư viện', () =>
    quietly('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...(dev ? ['--include=dev'] : ['--omit=dev'])], { NODE_ENV: '' }),
  )
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stamp, `${wanted} ${dev ? 'dev' : 'prod'}`)
}

/** Builds the panel (Next) and the service (esbuild), once for each state of the sources. */
export async function build() {
  const stamp = join(root, 'build', 'stamp')
  const wanted = hashOf(['src', 'tools', 'migrations', 'payload.config.ts', 'next.config.ts', 'package-lock.json', 'scripts/bundle.mjs'])
  if (read(stamp) === wanted && existsSync(join(root, '.next', 'BUILD_ID'))) return
  await progress('Dựng dịch vụ', () => quietly(process.execPath, ['scripts/bundle.mjs']))
  await progress('Dựng trang quản trị (lâu nhất ở lần đầu)', () =>
    quietly(process.execPath, ['--conditions=production', 'node_modules/next/dist/bin/next', 'build'], {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: 'postgres://build@127.0.0.1:1/build',
      PAYLOAD_SECRET: 'build',
    }),
  )
  writeFileSync(stamp, wanted)
}
