/** What the database tells the cache: heard, missed, asked for, lost and found again. */
import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { pack } from '../../src/theme/cache/page.ts'
import { PageCache } from '../../src/theme/cache/pageCache.ts'
import { watchEditions } from '../../src/theme/cache/watch.ts'
import { readTelling, type Listener } from '../../src/theme/queries/tellings.ts'

let close: () => Promise<void>
afterEach(() => close())

/** A database that counts and tells, and can be lost. */
function database() {
  const state = { count: 7, ahead: 0, away: false, asked: 0, connections: [] as EventEmitter[] }
  const query = (text: string): Promise<{ rows: Record<string, unknown>[] }> => {
    if (state.away) return Promise.reject(new Error('away'))
    if (!text.startsWith('listen')) state.asked += 1
    return Promise.resolve({ rows: [{ so: state.count, nay: Date.now() + state.ahead }] })
  }
  const listener = (): Listener => {
    const events = new EventEmitter()
    state.connections.push(events)
    const connect = (): Promise<void> => (state.away ? Promise.reject(new Error('away')) : Promise.resolve())
    return Object.assign(events, { connect, end: () => Promise.resolve(), query }) as unknown as Listener
  }
  const tell = (...told: unknown[]): void => void state.connections.at(-1)!.emit('notification', { payload: JSON.stringify(told) })
  return { state, query, listener, tell }
}

async function watched(listening = true) {
  const db = database()
  const cache = new PageCache()
  close = watchEditions(cache, { db: { query: db.query }, ...(listening ? { listener: db.listener } : {}), everyMs: 20 })
  await expect.poll(() => db.state.asked).toBeGreaterThan(0)
  const keep = async (): Promise<void> => {
    for (const n of [1, 2]) {
      const page = await pack(
        { status: 200, body: `${n}`, headers: [], cacheControl: '', tags: [`t/${n}`] },
        { begunAt: 0, freshUntil: Infinity, endsAt: Infinity },
        'identity',
      )
      cache.keep(`/${n}`, page, cache.generation)
    }
  }
  await keep()
  const there = (): boolean[] => ['/1', '/2'].map((key) => cache.fresh(key) !== null)
  const asks = async (times: number): Promise<void> => {
    const from = db.state.asked
    await expect.poll(() => db.state.asked).toBeGreaterThanOrEqual(from + times)
  }
  return { ...db, cache, keep, there, asks }
}

describe('a telling', () => {
  it('drops what it names, and nothing is dropped when it is asked for', async () => {
    const { tell, state, there, asks } = await watched()
    state.count = 8
    tell('t/1', 8)
    expect(there()).toEqual([false, true])
    await asks(4)
    expect(there()).toEqual([false, true])
  })

  it('that was missed drops everything: at the next one, or when asked', async () => {
    const { tell, state, there, asks, keep } = await watched()
    state.count = 9
    tell('t/1', 9)
    expect(there()).toEqual([false, false])
    await keep()
    state.count = 10
    await asks(4)
    expect(there()).toEqual([false, false])
  })

  it('that cannot be read drops everything', async () => {
    for (const told of [undefined, '', '{', 'null', '[]', '[5]', '{"a":1}']) expect(readTelling(told).tags).toEqual(['*'])
    expect(readTelling('["a","b",3]')).toEqual({ tags: ['a', 'b'], count: 3 })
    const { there, state } = await watched()
    state.connections.at(-1)!.emit('notification', { payload: 'x' })
    expect(there()).toEqual([false, false])
  })
})

describe('a lost connection', () => {
  it('leaves nothing fresh; pages that did not change are fresh again when it is back', async () => {
    const { state, there } = await watched()
    state.away = true
    state.connections.at(-1)!.emit('end')
    expect(there()).toEqual([false, false])
    state.away = false
    await expect.poll(there).toEqual([true, true])
  })

  it('drops everything where something changed meanwhile', async () => {
    const { state, cache, asks } = await watched()
    state.away = true
    state.connections.at(-1)!.emit('error', new Error('cut'))
    state.count = 8
    state.away = false
    await asks(2)
    expect(cache.size).toBe(0)
  })
})

it('a count that went back, or a clock that jumped, drops everything', async () => {
  for (const change of [(s: { count: number; ahead: number }) => (s.count = 3), (s: { count: number; ahead: number }) => (s.ahead = 3_600_000)]) {
    const { state, cache, asks } = await watched()
    change(state)
    await asks(3)
    expect(cache.size).toBe(0)
    await close()
  }
})

it('without a connection to listen on, changes are heard of when asked for', async () => {
  const { state, there, asks, cache } = await watched(false)
  expect(there()).toEqual([true, true])
  state.count = 8
  await asks(3)
  expect(cache.size).toBe(0)
})
