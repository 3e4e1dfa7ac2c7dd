/**
 * node-postgres whose pools survive a restart of the database: an idle connection that breaks is dropped, not fatal.
 * Payload takes a failure to look up the person of a request for nobody, and many another failure for nothing found;
 * `watchDatabase` says what the database itself said meanwhile.
 */
import pg from 'pg'
import { kindOf } from '../policy/failures/kind.ts'
import { Within } from '../within.ts'

/** `broken`: the first SQLSTATE by which it refused a question of ours, and not a value of somebody's. */
type Seen = { failed: boolean; broken: string | null }
const watched = new Within<Seen>()
/** On whose behalf a connection works now. */
const working = new WeakMap<object, Seen | undefined>()

/** Runs the work and says whether the database failed it, or refused it, be it swallowed on the way. */
export async function watchDatabase<T>(work: () => Promise<T>): Promise<Seen & { answer: T }> {
  const seen: Seen = { failed: false, broken: null }
  return { answer: await watched.run(seen, work), ...seen }
}

const fail = (seen: Seen | undefined): void => {
  if (seen) seen.failed = true
}

/** The server ends the connection together with the question asked over it; node-postgres then calls only the question failed. */
const CUT = /^(?:08|57P|25P03)/

/** A database that stands still says nothing at all: the client's own deadline ends the question. */
const STILL = /query read timeout/i

type Ask = (...args: unknown[]) => unknown
function watchDeadlines(client: pg.PoolClient): void {
  const ask = (client.query as Ask).bind(client)
  const noted = (error: unknown): void => {
    if (error instanceof Error && STILL.test(error.message)) fail(working.get(client))
  }
  ;(client as { query: Ask }).query = (...args) => {
    const last = args.at(-1)
    if (typeof last === 'function') args[args.length - 1] = (...told: unknown[]) => (noted(told[0]), (last as Ask)(...told))
    const answer = ask(...args)
    if (answer instanceof Promise) answer.catch(noted)
    return answer
  }
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void

class SteadyPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config)
    // An idle one is of nobody's question; whoever asks next gets another.
    this.on('error', () => undefined)
    this.on('connect', (client) => {
      client.on('error', () => fail(working.get(client)))
      watchDeadlines(client)
      const { connection } = client as pg.PoolClient & Pick<pg.Client, 'connection'>
      connection.prependListener('errorMessage', ({ code = '' }: { code?: string }) => {
        const seen = working.get(client)
        if (CUT.test(code)) fail(seen)
        else if (seen && kindOf({ code }, true) === 'query') seen.broken ??= code
      })
    })
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const seen = watched.get()
    const got = new Promise<pg.PoolClient>((resolve, reject) => {
      super.connect((error, client, done) => {
        if (error) fail(seen)
        else if (client) working.set(client, seen)
        if (callback) callback(error, client, done)
        else if (error) reject(error)
        else resolve(client!)
      })
    })
    return callback ? undefined : got
  }
}

export const steadyPg = { ...pg, Pool: SteadyPool } as typeof pg
