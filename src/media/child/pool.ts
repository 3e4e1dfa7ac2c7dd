/**
 * Children that decode a stranger's bytes: at most two, each with bounds of time and memory, ended after so many files or
 * when nobody asks. Whatever becomes of one, the service goes on; what it was asked is tried once more in a fresh one.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { refuse } from '../../messages/refusal.ts'
import { SILENT, type FailureLog } from '../../policy/failures/log.ts'
import { issue } from '../../policy/issues.ts'
import { childEntry } from './entry.ts'
import type { About, Answered, JobName, Jobs } from './jobs.ts'

export const BOUNDS = { children: 2, ofOne: 1, msEach: 60_000, waitingOfOne: 40, idleMs: 30_000, filesEach: 40, heapMb: 512, dataBytes: 1_500_000_000 }
/** Whose decoder remembers the file before it: the child ends with such a file. */
const ALONE: readonly JobName[] = ['cleanHeic']
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit']

/** The child ended, or took too long: nothing is known of the file. What it said of it stays in it, for it may quote the file. */
class Unfinished extends Error {
  override name = 'Unfinished'
  readonly code: string
  constructor(code: string) {
    super('the media child did not finish')
    this.code = code
  }
}

type Task = {
  job: JobName
  bytes: Buffer
  about: unknown
  urgent: boolean
  of: string | null
  tried: number
  done: (answer: unknown) => void
  failed: (error: Error) => void
}
type Worker = { child: ChildProcess; task: Task | null; files: number; timer: NodeJS.Timeout | null }

export type MediaChild = {
  /** `of`: whose file it is, one account or all who have none. Of one so many are read at once and no more: everybody else finds a child. */
  ask: <J extends JobName>(job: J, bytes: Buffer, options?: { urgent?: boolean; of?: string | null; about?: About<J> }) => Promise<Jobs[J]['answer']>
  /** Ids of the processes that run now. */
  pids: () => number[]
  close: () => void
}

function start(): ChildProcess {
  const { path, flags } = childEntry()
  const args = [`--max-old-space-size=${BOUNDS.heapMb}`, ...flags, path]
  const prlimit = PRLIMIT.find(existsSync)
  const [command, all] = prlimit ? [prlimit, [`--data=${BOUNDS.dataBytes}`, '--', process.execPath, ...args]] : [process.execPath, args]
  // Nothing of the service's own surroundings: they hold its secrets.
  return spawn(command, all, { env: { NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' })
}

export function mediaChild(failures: FailureLog = SILENT): MediaChild {
  const unfinished = (code: string): Error => {
    failures.failed(new Unfinished(code), { where: 'media child' })
    return refuse(issue('FILE_UNFINISHED', 'tep'))
  }
  const workers = new Set<Worker>()
  const waiting: Task[] = []
  let closed = false
  let asked = 0

  const endWorker = (worker: Worker): void => {
    if (worker.timer) clearTimeout(worker.timer)
    workers.delete(worker)
    worker.child.kill('SIGKILL')
  }

  /** What became of the file is not known: once more in a fresh child, then it is said. */
  const lost = (worker: Worker, why: string, again = true): void => {
    const { task } = worker
    worker.task = null
    endWorker(worker)
    if (task && again && task.tried < 2 && !closed) waiting.unshift(task)
    else task?.failed(unfinished(why))
    next()
  }

  const finish = (worker: Worker, message: Answered): void => {
    const { task } = worker
    if (!task) return
    worker.task = null
    if (worker.timer) clearTimeout(worker.timer)
    if ('failed' in message) task.failed(unfinished(message.failed))
    else task.done(message.answer)
    if (worker.files >= BOUNDS.filesEach || ALONE.includes(task.job) || closed) endWorker(worker)
    else rest(worker)
    next()
  }

  const rest = (worker: Worker): void => {
    worker.timer = setTimeout(() => endWorker(worker), BOUNDS.idleMs)
    worker.timer.unref()
    worker.child.unref()
    worker.child.channel?.unref()
  }

  const hire = (): Worker => {
    const worker: Worker = { child: start(), task: null, files: 0, timer: null }
    workers.add(worker)
    worker.child.on('message', (message) => finish(worker, message as Answered))
    worker.child.once('error', () => workers.has(worker) && lost(worker, 'not.started'))
    worker.child.once('exit', (code, signal) => workers.has(worker) && lost(worker, `ended.${signal ?? code}`))
    return worker
  }

  const give = (worker: Worker, task: Task): void => {
    if (worker.timer) clearTimeout(worker.timer)
    worker.child.ref()
    worker.child.channel?.ref()
    worker.task = task
    worker.files += 1
    task.tried += 1
    // A file that took so long once will take it again.
    worker.timer = setTimeout(() => lost(worker, 'too.long', false), BOUNDS.msEach)
    asked += 1
    worker.child.send(
      { id: asked, job: task.job, bytes: task.bytes, about: task.about },
      (error) => error && workers.has(worker) && lost(worker, 'not.reached'),
    )
  }

  const next = (): void => {
    while (waiting.length > 0) {
      const idle = [...workers].find((worker) => worker.task === null)
      if (!idle && workers.size >= BOUNDS.children) return
      const fits = ({ of }: Task): boolean => of === null || [...workers].filter(({ task }) => task?.of === of).length < BOUNDS.ofOne
      const urgent = waiting.findIndex((task) => task.urgent && fits(task))
      const at = urgent >= 0 ? urgent : waiting.findIndex(fits)
      if (at < 0) return
      give(idle ?? hire(), waiting.splice(at, 1)[0]!)
    }
  }

  return {
    ask: (job, bytes, { urgent = true, of = null, about } = {}) =>
      new Promise((done, failed) => {
        if (of !== null && waiting.filter((task) => task.of === of).length >= BOUNDS.waitingOfOne) return failed(refuse(issue('BUSY', 'tep', { giay: 60 })))
        waiting.push({ job, bytes, about, urgent, of, tried: 0, done: done as (answer: unknown) => void, failed })
        next()
      }),
    pids: () => [...workers].flatMap(({ child }) => child.pid ?? []),
    close: () => {
      closed = true
      for (const task of waiting.splice(0)) task.failed(refuse(issue('FILE_UNFINISHED', 'tep')))
      for (const worker of workers) lost(worker, 'closed', false)
    },
  }
}
