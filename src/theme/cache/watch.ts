/**
 * Keeps the cache true to the database: hears what each transaction tells on a connection of its own, and asks every
 * couple of seconds whether it heard everything. What it may have missed drops all; while it cannot ask, nothing is
 * shown as fresh.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { SILENT, type FailureLog } from '../../policy/failures/log.ts'
import type { Db } from '../queries/db.ts'
import { countOfTellings, listenTo, readTelling, type Listener } from '../queries/tellings.ts'
import type { PageCache } from './pageCache.ts'

export type Source = {
  db: Db
  /** Makes a connection to listen on, not yet opened; without it changes made elsewhere are heard of when asked for. */
  listener?: () => Listener
  everyMs?: number
}

const EVERYTHING = ['*']
const JUMP_MS = 1000
const ON_THE_WAY_MS = 50
const LONGEST_PAUSE_MS = 1000

class Hearing {
  private readonly cache: PageCache
  private count: number | null = null
  /** How far the gate's clock was ahead of ours, at least and at most: a clock that jumps may end an emergency. */
  private ahead: { least: number; most: number } | null = null

  constructor(cache: PageCache) {
    this.cache = cache
  }

  hear(payload: string | undefined): void {
    const { tags, count } = readTelling(payload)
    const missed = count !== null && this.count !== null && count > this.count + 1
    this.cache.drop(missed ? EVERYTHING : tags)
    if (count !== null && this.count !== null) this.count = Math.max(this.count, count)
  }

  async ask(db: Db, listening: boolean): Promise<void> {
    const before = this.count
    const asked = this.cache.now()
    const told = await countOfTellings(db)
    const ahead = { least: told.clock - this.cache.now(), most: told.clock - asked }
    const isBehind = (): boolean => this.count === null || told.count > this.count
    // A commit is seen a moment before it is told.
    if (listening && before !== null && isBehind()) await pause(ON_THE_WAY_MS)
    const wentBack = before !== null && told.count < before
    const jumped = this.ahead !== null && (ahead.least > this.ahead.most + JUMP_MS || ahead.most < this.ahead.least - JUMP_MS)
    if (isBehind() || wentBack || jumped) this.cache.drop(EVERYTHING)
    this.count = wentBack ? told.count : Math.max(this.count ?? 0, told.count)
    this.ahead = ahead
    this.cache.confirm(asked)
  }
}

/** Watches until the returned function is called. */
export function watchEditions(cache: PageCache, { db, listener, everyMs = 2000 }: Source, log: FailureLog = SILENT): () => Promise<void> {
  const hearing = new Hearing(cache)
  const stopped = new AbortController()
  // Told once a cause, until the next answer.
  const failed = (error: unknown): void => void log.failed(error, { where: 'watch', again: true })
  // A wait that is cut short is over.
  const wait = (ms: number, signal: AbortSignal): Promise<void> => pause(ms, undefined, { signal, ref: false }).catch(() => undefined)

  const askAgainAndAgain = async (from: Db, signal: AbortSignal, listening: boolean): Promise<void> => {
    while (!signal.aborted) {
      await hearing.ask(from, listening)
      failures = 0
      log.settled('watch')
      log.settled('database')
      await wait(everyMs, signal)
    }
  }
  const listen = async (connection: Listener): Promise<void> => {
    const lost = new AbortController()
    const lose = (error?: Error): void => {
      if (error && !stopped.signal.aborted) failed(error)
      cache.doubt()
      lost.abort()
    }
    connection.on('error', lose)
    connection.on('end', lose)
    connection.on('notification', ({ payload }) => hearing.hear(payload))
    try {
      await connection.connect()
      await listenTo(connection)
      await askAgainAndAgain(connection, AbortSignal.any([stopped.signal, lost.signal]), true)
    } finally {
      // It may have ended by itself, which is why it is given up.
      void connection.end().catch(() => undefined)
    }
  }
  let failures = 0
  const running = (async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await (listener ? listen(listener()) : askAgainAndAgain(db, stopped.signal, false)).catch(failed)
      cache.doubt()
      failures += 1
      await wait(Math.min(LONGEST_PAUSE_MS, 50 * 2 ** failures), stopped.signal)
    }
  })()
  return () => {
    stopped.abort()
    return running
  }
}
