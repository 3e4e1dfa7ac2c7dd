/** A store elsewhere that hangs or fails: whoever waits is told soon, it is left alone for a while, and what was removed does not come back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { RemoteShelf } from '../../src/media/remote/shelf.ts'
import { StoreAway, withRemote } from '../../src/media/remote/store.ts'
import { fileStore } from '../../src/media/store.ts'
import { sha256 } from '../../src/policy/gate/fingerprint.ts'
import { kindOf } from '../../src/policy/failures/kind.ts'

const folder = mkdtempSync(join(tmpdir(), 'kho-xa-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const shelf = (more: Partial<RemoteShelf>): RemoteShelf => ({
  put: () => Promise.resolve(),
  get: () => Promise.resolve(null),
  has: () => Promise.resolve(false),
  remove: () => Promise.resolve(),
  list: async function* () {},
  ...more,
})
const [one, two] = [sha256('một'), sha256('hai')]

describe('a store elsewhere', () => {
  it('that hangs is said to be away after five seconds, and another file is not waited for', async () => {
    let asked = 0
    const store = withRemote(fileStore(join(folder, 'a')), shelf({ get: () => new Promise(() => void (asked += 1)) }))
    const from = performance.now()
    await expect(store.read(one)).rejects.toBeInstanceOf(StoreAway)
    expect(performance.now() - from).toBeLessThan(9000)
    await expect(store.open(two)).rejects.toBeInstanceOf(StoreAway)
    await expect(store.has(two)).rejects.toBeInstanceOf(StoreAway)
    expect(asked).toBe(1)
  }, 20_000)

  it('that refuses is an outage, never a file that is not there', async () => {
    const refuses = (): Promise<never> => Promise.reject(Object.assign(new Error('no'), { code: 's3.403' }))
    const store = withRemote(fileStore(join(folder, 'b')), shelf({ get: refuses, has: refuses }))
    const error = await store.read(one).catch((failed: unknown) => failed)
    expect([error instanceof StoreAway, kindOf(error)]).toEqual([true, 'outage'])
    await expect(withRemote(fileStore(join(folder, 'c')), shelf({ has: refuses })).has(one)).rejects.toBeInstanceOf(StoreAway)
  })

  it('gives back nothing that another process removed meanwhile, also when the mark is settled', async () => {
    const bytes = Buffer.from('một')
    let arrive: (bytes: Buffer) => void = () => undefined
    const there = shelf({ get: () => new Promise((done) => (arrive = done)) })
    const [mine, other] = [withRemote(fileStore(join(folder, 'd')), there), withRemote(fileStore(join(folder, 'd')), shelf({}))]
    const reading = mine.read(one)
    await new Promise((done) => setTimeout(done, 50))
    await other.remove(one)
    await other.settle()
    arrive(bytes)
    expect([await reading, await fileStore(join(folder, 'd')).has(one)]).toEqual([null, false])
  })

  it('that will not let go of some files lets go of the others', async () => {
    const there = new Set<string>()
    const stuck = new Set<string>()
    const remove = (hash: string): Promise<void> => (stuck.has(hash) ? Promise.reject(new Error('locked')) : Promise.resolve(void there.delete(hash)))
    const store = withRemote(fileStore(join(folder, 'e')), shelf({ put: (hash) => Promise.resolve(void there.add(hash)), remove }))
    const hashes = await Promise.all(Array.from({ length: 8 }, (_, n) => store.put(Buffer.from(`tệp ${n}`))))
    await store.settle()
    for (const hash of hashes) await store.remove(hash)
    for (const hash of (await store.leaving()).slice(0, 3)) stuck.add(hash)
    for (let round = 0; round < 60; round += 1) await store.settle().catch(() => 0)
    expect([...there].toSorted()).toEqual([...stuck].toSorted())
  })
})
