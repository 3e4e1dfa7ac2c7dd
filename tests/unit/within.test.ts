import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Within } from '../../src/within.ts'

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

describe('a value within a work', () => {
  it('follows what it awaits, each its own, and is gone behind it', async () => {
    const within = new Within<number>()
    const work = async (n: number): Promise<(number | undefined)[]> => {
      const seen = [within.get()]
      await pause(5 * n)
      seen.push(within.get())
      return [...seen, within.run(n + 10, () => within.get()), within.get()]
    }
    expect(await Promise.all([1, 2, 3].map((n) => within.run(n, () => work(n))))).toEqual([1, 2, 3].map((n) => [n, n, n + 10, n]))
    expect(within.get()).toBeUndefined()
    expect(() => within.run(1, () => { throw new Error('x') })).toThrow('x') // prettier-ignore
    await expect(within.run(1, () => Promise.reject(new Error('y')))).rejects.toThrow('y')
    expect([within.get(), within.run(2, () => within.get())]).toEqual([undefined, 2])
  })

  it('taxes nobody when nobody works within it', () => {
    // Where something follows asynchronous work, a promise has a number of its own; in a process without this one's tools.
    const program = `
      import { executionAsyncId } from 'node:async_hooks'
      const { Within } = await import('./src/within.ts')
      const followed = () => new Promise((done) => setImmediate(() => Promise.resolve().then(() => done(executionAsyncId() !== 0))))
      const within = new Within()
      const before = await followed()
      const during = await within.run(1, async () => followed())
      const failed = await within.run(1, async () => { throw new Error('x') }).catch(() => followed())
      console.log(JSON.stringify([before, during, failed, await followed()]))
    `
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(stderr).toBe('')
    const [before, during, failed, after] = JSON.parse(stdout) as boolean[]
    // From Node 24 on nothing is ever followed by hooks.
    expect([before, failed, after]).toEqual([false, false, false])
    if (Number(process.versions.node.split('.')[0]) < 24) expect(during).toBe(true)
  })
})
