/** The product as a school starts it: the built service, its own data folder and port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.ts'

export const PASSWORD = 'mat-khau-thu-nghiem'

export type Site = {
  url: string
  port: number
  dataDir: string
  output: () => string
  process: ChildProcess
  exited: Promise<number>
  stop: (signal?: NodeJS.Signals) => Promise<number>
  remove: () => void
}

/** Runs `scripts/start.mjs`, or another command, and resolves when it prints its addresses, or what else is waited for; rejects with its output where it ends first. */
export async function startSite(
  options: { dataDir?: string; port?: number; env?: Record<string, string>; command?: [string, ...string[]]; until?: string } = {},
): Promise<Site> {
  if (!existsSync('.next/BUILD_ID') || !existsSync('build/server.mjs'))
    throw new Error('startSite: expected a built site (.next, build); run npm test, which builds it')
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'cong-truong-'))
  const port = options.port ?? (await freePort())
  let output = ''
  const [program, ...args] = options.command ?? [process.execPath, 'scripts/start.mjs']
  const child = spawn(program, args, {
    env: {
      ...process.env,
      DATABASE_URL: '',
      PAYLOAD_SECRET: '',
      NODE_OPTIONS: '',
      DEMO_PASSWORD: PASSWORD,
      DATA_DIR: dataDir,
      PORT: String(port),
      ...options.env,
    } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<number>((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1))))
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const site: Site = {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    output: () => output,
    process: child,
    exited,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
  await new Promise<void>((resolve, reject) => {
    const look = setInterval(() => {
      if (![options.until, 'Nhấn Ctrl-C'].some((words) => words && output.includes(words))) return
      clearInterval(look)
      resolve()
    }, 50)
    void exited.then((code) => {
      clearInterval(look)
      reject(new Error(`the site ended with ${code}:\n${output}`))
    })
  })
  return site
}
