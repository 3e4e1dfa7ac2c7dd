/** The store with a copy elsewhere, against a real store that speaks S3: carried by a job, fetched and believed by its hash alone, gone at once here and soon there. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveIn, moveOut } from '../../src/media/remote/move.ts'
import { s3Shelf } from '../../src/media/remote/s3.ts'
import { withRemote, type RemoteStore } from '../../src/media/remote/store.ts'
import { fileStore } from '../../src/media/store.ts'
import { sha256 } from '../../src/policy/gate/fingerprint.ts'
import { hasSwift, startSwift, type Swift } from '../support/swift.ts'

const why = hasSwift ? '' : ' (skipped: OpenStack Swift is not installed; apt-get install swift-proxy swift-account swift-container swift-object)'

describe.skipIf(!hasSwift)(`the store elsewhere${why}`, { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kho-'))
  let swift: Swift
  let store: RemoteStore
  const fresh = (name: string): RemoteStore => withRemote(fileStore(join(folder, name)), s3Shelf(swift.settings))
  const bytes = (words: string): Buffer => Buffer.from(words.repeat(1000))

  beforeAll(async () => {
    swift = await startSwift('truong')
    const { endpoint, accessKeyId, secretAccessKey } = swift.settings
    expect(
      (await new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1' }).fetch(`${endpoint}/truong`, { method: 'PUT' })).status,
    ).toBe(200)
    store = fresh('mot')
  }, 60_000)
  afterAll(() => {
    swift?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is carried there by the job, and read on another machine, by its hash', async () => {
    const hash = await store.put(bytes('một '))
    expect(await store.remote.has(hash)).toBe(false)
    expect(await store.settle()).toBe(0)
    expect(await store.remote.has(hash)).toBe(true)
    const other = fresh('hai')
    expect([await other.has(hash), (await other.read(hash))?.equals(bytes('một '))]).toEqual([true, true])
    const opened = await fresh('ba').open(hash)
    expect(opened?.size).toBe(bytes('một ').length)
    await opened?.close()
    expect(await other.read(sha256(Buffer.from('không có')))).toBeNull()
  })

  it('is not believed where it is not what its name says', async () => {
    const hash = sha256(bytes('hai '))
    await store.remote.put(hash, bytes('giả '))
    expect([await fresh('bon').read(hash), await fresh('bon').open(hash)]).toEqual([null, null])
    await store.remote.remove(hash)
  })

  it('is gone here at once and there with the job, and is not brought back meanwhile; kept anew it is there anew', async () => {
    const hash = await store.put(bytes('ba '))
    await store.settle()
    await store.remove(hash)
    expect([await store.read(hash), await store.has(hash), await store.open(hash), await store.remote.has(hash)]).toEqual([null, false, null, true])
    expect(await store.settle()).toBe(0)
    expect(await store.remote.has(hash)).toBe(false)
    await store.put(bytes('ba '))
    await store.settle()
    expect(await store.remote.has(hash)).toBe(true)
  })

  it('removed while it is on its way here stays removed, and is not brought back by a move', async () => {
    const hash = await store.put(bytes('chín '))
    await store.settle()
    let late: RemoteStore | null = null
    const shelf = s3Shelf(swift.settings)
    const slow = { ...shelf, get: async (name: string) => { const got = await shelf.get(name); await late!.remove(name); return got } } // prettier-ignore
    late = withRemote(fileStore(join(folder, 'cham')), slow)
    expect([await late.read(hash), await late.local.has(hash)]).toEqual([null, false])
    const moved = await moveIn(late, false, () => undefined)
    expect([await late.local.has(hash), moved.damaged]).toEqual([false, []])
    await late.settle()
    expect([await late.remote.has(hash), await late.leaving()]).toEqual([false, []])
  })

  it('that hangs holds up neither keeping nor removing, and what waited goes when it is back', async () => {
    const old = await store.put(bytes('bốn '))
    await store.settle()
    swift.pause()
    const from = performance.now()
    const hash = await store.put(bytes('năm '))
    await store.remove(old)
    expect(await store.read(hash)).not.toBeNull()
    expect(performance.now() - from).toBeLessThan(1000)
    const carrying = store.settle().then(() => 'done', (error: Error) => error.name) // prettier-ignore
    await expect(Promise.race([carrying, new Promise((done) => setTimeout(() => done('hangs'), 2000))])).resolves.toBe('hangs')
    swift.resume()
    await carrying
    await expect.poll(() => store.settle().catch(() => -1), { timeout: 60_000 }).toBe(0)
    expect([await store.remote.has(hash), await store.remote.has(old)]).toEqual([true, false])
  })

  it('that refuses is a failure and never an empty answer; the wrong key opens nothing', async () => {
    const wrong = s3Shelf({ ...swift.settings, secretAccessKey: 'sai' })
    const hash = await store.put(bytes('sáu '))
    await store.settle()
    await expect(wrong.get(hash)).rejects.toThrow('refused')
    await expect(wrong.put(hash, bytes('sáu '))).rejects.toThrow('refused')
    expect((await fetch(`${swift.settings.endpoint}/truong/truong/${hash.slice(0, 2)}/${hash}`)).status).not.toBe(200)
  })

  it('is moved out and in by commands that can be stopped and begun again, and clear only what they saw whole', async () => {
    const from = fresh('chuyen')
    const hashes = [await from.local.put(bytes('bảy ')), await from.local.put(bytes('tám '))]
    const bad = sha256(Buffer.from('hỏng'))
    mkdirSync(join(folder, 'chuyen', bad.slice(0, 2)), { recursive: true })
    writeFileSync(join(folder, 'chuyen', bad.slice(0, 2), bad), 'khác')
    await from.remote.put(hashes[0]!, bytes('bảy '))
    const told: number[] = []
    expect(await moveOut(from, true, (done) => told.push(done))).toEqual({ moved: 1, there: 1, damaged: [bad] })
    expect([told, await from.local.has(hashes[0]!), await from.local.has(bad)]).toEqual([[1, 2, 3], false, true])
    const back = fresh('ve')
    const moved = await moveIn(back, false, () => undefined)
    expect([moved.damaged, moved.moved >= 2, await back.local.has(hashes[1]!)]).toEqual([[], true, true])
    expect((await moveIn(back, false, () => undefined)).moved).toBe(0)
    expect(readdirSync(join(folder, 've')).length).toBeGreaterThan(0)
  })
})
