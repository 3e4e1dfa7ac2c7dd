/**
 * The panel is a process of the service's own: started by whoever asks for it, ended when nobody did for a while, gone with the
 * service. One that dies comes back with the next visit, later each time it dies soon.
 */
import type { Failures } from '../../log/failures.ts'
import type { Guard } from '../../record/guard.ts'
import type { Why } from './away.ts'
import { tellPanel, type FromPanel } from './news.ts'
import { Run, type Program } from './run.ts'

/** `leave`: the visit is over. `lost`: it answers no more, and the next visit needs another. `heard`: a moment in which its end is heard of, where it has ended. */
export type Visit = { socketPath: string; leave: () => void; lost: () => void; heard: () => Promise<void> }
export type Away = { why: Why; id: string | null }

export type PanelOptions = Program & {
  /** Null: it is never ended for want of visits. */
  idleMs: number | null
  failures: Failures
  guard: Guard
}

/** Who lived so long did not die of its start. */
const STEADY_MS = 60_000
const END_MS = 500
const LONGEST_PAUSE_MS = 60_000

class PanelEnded extends Error {
  override name = 'PanelEnded'
  readonly code: string
  constructor(code: string) {
    super('the panel ended')
    this.code = code
  }
}

export class PanelProcess {
  readonly #options: PanelOptions
  #run: Run | null = null
  #visits = 0
  #idle: NodeJS.Timeout | null = null
  #closed = false
  /** How often it ended soon, one after the other. */
  #soon = 0
  #notBefore = 0
  #incident: string | null = null
  readonly #killed = (): void => this.#run?.kill()

  constructor(options: PanelOptions) {
    this.#options = options
    process.once('exit', this.#killed)
  }

  /** The process that runs now. */
  pid(): number | null {
    return this.#run?.child.pid ?? null
  }

  /** Starts it where it does not run, and waits so long for it. */
  async enter(waitMs: number): Promise<Visit | Away> {
    const run = this.#run ?? this.#start()
    if (!run) return { why: 'failing', id: this.#incident }
    const leave = this.#arrive()
    await within(run.begun, waitMs)
    if (run.state === 'ready') return { socketPath: run.socketPath, leave, lost: () => this.#lost(run), heard: () => within(run.over, END_MS) }
    leave()
    return run.state === 'starting' ? { why: 'starting', id: null } : { why: 'failing', id: this.#incident }
  }

  /** Starts it before anybody asks; as after any visit it is ended when nobody does. */
  async warm(): Promise<void> {
    const entered = await this.enter(0)
    if ('leave' in entered) entered.leave()
  }

  async close(): Promise<void> {
    this.#closed = true
    process.off('exit', this.#killed)
    if (this.#idle) clearTimeout(this.#idle)
    const run = this.#run
    run?.stop()
    await run?.over
  }

  #start(): Run | null {
    if (this.#closed || performance.now() < this.#notBefore) return null
    const { failures, guard } = this.#options
    try {
      const run = new Run(this.#options, { heard: (message) => this.#heard(message), ended: (one) => (untell(), this.#ended(one)) })
      const untell = tellPanel(run.child, guard)
      void run.begun.then(() => run.state === 'ready' && failures.settled('panel process'))
      this.#run = run
    } catch (error) {
      this.#failed(error)
    }
    return this.#run
  }

  #heard(message: Exclude<FromPanel, { type: 'ready' }>): void {
    const { failures, guard } = this.#options
    if (message.type === 'failure') failures.countElsewhere(message.one)
    else guard.hear(message.said)
  }

  /** The next visit does not wait for its end to be heard of. */
  #lost(run: Run): void {
    if (this.#run === run) this.#run = null
    run.kill()
  }

  #ended(run: Run): void {
    if (this.#run === run) this.#run = null
    const meant = this.#closed || run.state === 'stopping' || run.child.exitCode === 0
    if (meant) return
    if (run.readySince !== null && performance.now() - run.readySince > STEADY_MS) this.#soon = 0
    this.#failed(new PanelEnded(run.why), run.readySince !== null && this.#soon === 0)
  }

  /** `once`: an accident; the next visit finds it again. */
  #failed(error: unknown, once = false): void {
    this.#soon += 1
    this.#notBefore = performance.now() + (once ? 0 : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.#soon))
    this.#incident = this.#options.failures.failed(error, { where: 'panel process', again: true })
  }

  #arrive(): () => void {
    if (this.#idle) clearTimeout(this.#idle)
    this.#visits += 1
    let here = true
    return () => {
      if (here) this.#left()
      here = false
    }
  }

  #left(): void {
    this.#visits -= 1
    if (this.#visits === 0) this.#restLater()
  }

  #restLater(): void {
    if (this.#options.idleMs === null || this.#closed) return
    this.#idle = setTimeout(() => this.#rest(), this.#options.idleMs).unref()
  }

  #rest(): void {
    const run = this.#run
    if (!run || this.#visits > 0) return
    // Somebody was told to come back when it has started.
    if (run.state === 'starting') return this.#restLater()
    this.#run = null
    run.stop()
  }
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
