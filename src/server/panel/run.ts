/** One life of the panel's process: from its start to its end, whoever ends it. */
import { surroundings } from '../../env.ts'
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FromPanel } from './news.ts'

export type Program = {
  /** `build/panel.mjs`. */
  entry: string
  flags?: readonly string[]
  env?: NodeJS.ProcessEnv
}

/** So long it may take to start on a busy machine, and to end once it was told to. */
const START_MS = 180_000
const STOP_MS = 5000

type Telling = { heard: (message: Exclude<FromPanel, { type: 'ready' }>) => void; ended: (run: Run) => void }

/** A folder nobody else may enter; Windows knows pipes by their name alone, and this one cannot be guessed. */
function makeSocket(): { socketPath: string; remove: () => void } {
  if (process.platform === 'win32') return { socketPath: `\\\\.\\pipe\\cong-truong-${randomBytes(24).toString('hex')}`, remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'cong-truong-panel-'))
  return { socketPath: join(folder, 'panel.sock'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export class Run {
  readonly child: ChildProcess
  readonly socketPath: string
  /** Over when it is ready, or has ended before. */
  readonly begun: Promise<void>
  readonly over: Promise<void>
  state: 'starting' | 'ready' | 'stopping' | 'ended' = 'starting'
  /** When it was ready; null: it never was. */
  readySince: number | null = null

  constructor({ entry, flags = [], env = surroundings() }: Program, { heard, ended }: Telling) {
    const { socketPath, remove } = makeSocket()
    this.socketPath = socketPath
    // Its lines go where the service's go.
    this.child = fork(entry, [], {
      execArgv: ['--conditions=production', '--enable-source-maps', ...flags],
      env: { ...env, CONG_TRUONG_PANEL: socketPath },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const late = setTimeout(() => this.kill(), START_MS).unref()
    const ready = new Promise<void>((done) => {
      this.child.on('message', (message: FromPanel) => {
        if (message.type !== 'ready') return heard(message)
        clearTimeout(late)
        this.state = 'ready'
        this.readySince = performance.now()
        done()
      })
    })
    this.over = new Promise((done) => {
      const end = (): void => {
        clearTimeout(late)
        remove()
        ended(this)
        this.state = 'ended'
        done()
      }
      this.child.once('error', end)
      this.child.once('exit', end)
    })
    this.begun = Promise.race([ready, this.over])
  }

  get why(): string {
    return String(this.child.signalCode ?? this.child.exitCode ?? 'not.started')
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }

  /** It finishes what it is answering. */
  stop(): void {
    if (this.state === 'ended') return
    this.state = 'stopping'
    if (this.child.connected) this.child.send({ type: 'stop' }, () => undefined)
    setTimeout(() => this.kill(), STOP_MS).unref()
  }
}
