/**
 * Where the failures of one school are told, counted and kept from flooding its log: a line each, with the id of the request
 * it befell, and nothing personal (src/policy/failures/line.ts). One object a runtime; nothing is remembered outside it.
 */
import { causesOf } from '../policy/failures/causes.ts'
import { kindOf, STATUS_OF, type Kind } from '../policy/failures/kind.ts'
import { codeOf, lineOf } from '../policy/failures/line.ts'
import type { About, Counted, FailureLog, Requested } from '../policy/failures/log.ts'
import { Incidents, type Trouble } from './incidents.ts'
import { requestIdOf } from './requestId.ts'
import { Within } from '../within.ts'

/** Part of a pino logger. */
export type Lines = Record<'error' | 'warn' | 'info', (fields: object, text: string) => void>

/** A request being answered by what knows nothing of requests; `id`: of the line told of it. */
export type Answering = { request: Requested; route: string; where: string; id: string | null }

/** What would have passed by itself is a warning. */
const LEVEL: Record<Kind, keyof Lines> = { outage: 'error', overload: 'warn', disk: 'error', conflict: 'warn', query: 'error', bug: 'error', stranger: 'info' }

export class Failures implements FailureLog {
  #lines: Lines | null = null
  /** The id of the line that stands for an error; empty for one that is counted alone. */
  readonly #told = new WeakMap<object, string>()
  readonly #counting = new Set<(one: Counted) => void>()
  readonly #answering = new Within<Answering>()
  readonly #incidents: Incidents

  constructor(now?: () => number) {
    this.#incidents = new Incidents(({ of, subject, key, more, seconds, settled }) => {
      if (settled) this.#lines?.info({ settled: subject, of, more, seconds }, `${subject}: again as it should be`)
      else this.#lines?.warn({ repeated: key, of, more, seconds }, `the same ${more} times more`)
    }, now)
  }

  writeTo(lines: Lines): void {
    this.#lines = lines
  }

  /** Told of every failure that is counted, until the returned function is called. */
  onFailure(count: (one: Counted) => void): () => void {
    this.#counting.add(count)
    return () => void this.#counting.delete(count)
  }

  /** A failure that was told in a process of this service's own: it is counted here with the others. */
  countElsewhere(one: Counted): void {
    for (const count of this.#counting) count(one)
  }

  /** Whatever fails within the work befell this request. */
  during<T>(answering: Answering, work: () => T): T {
    return this.#answering.run(answering, work)
  }

  failed = (error: unknown, about: Partial<About> = {}): string | null => {
    const answering = about.request ? undefined : this.#answering.get()
    const causes = causesOf(error)
    const told = causes.map((cause) => this.#told.get(cause)).find((id) => id !== undefined)
    if (told !== undefined) return told || null
    const kind = kindOf(error, answering?.where === 'rest')
    if (kind === null) return null
    const all = { where: answering?.where ?? 'service', route: answering?.route, request: answering?.request, ...about }
    for (const count of this.#counting) count({ kind, where: all.where, job: about.job === true })
    const id = kind === 'stranger' ? '' : this.#tell(error, kind, all)
    for (const cause of causes) this.#told.set(cause, id)
    if (answering && id !== '') answering.id ??= id
    return id || null
  }

  /** For what was swallowed on the way: told only where nothing was told of this request. */
  failedUnlessTold(made: () => Error): string | null {
    return this.#answering.get()?.id ?? this.failed(made())
  }

  settled = (subject: string): void => this.#incidents.settled(subject)

  #tell(error: unknown, kind: Kind, about: About): string {
    const { id, isNew } = this.#incidents.enter(this.#troubleOf(error, kind, about), () => requestIdOf(about.request))
    const status = about.status ?? (about.request ? STATUS_OF[kind] : undefined)
    const { method } = about.request ?? {}
    const befell = { method, route: about.route, status, of: about.of }
    if (isNew) this.#lines?.[LEVEL[kind]]({ kind, id, where: about.where, ...befell, ...lineOf(error) }, `${kind}: ${about.where}`)
    return id
  }

  #troubleOf(error: unknown, kind: Kind, { where, route = '', of = 'database', again }: About): Trouble {
    if (kind === 'outage') return { key: `outage ${of}`, subject: of, lasts: true }
    return { key: [kind, where, route, codeOf(error), lineOf(error).function ?? ''].join(' ').trim(), subject: where, lasts: again === true }
  }
}
