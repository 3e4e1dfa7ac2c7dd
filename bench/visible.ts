/** How soon readers see what was approved, while a hundred requests a second come for other pages. */
import { setTimeout as pause } from 'node:timers/promises'
import { client } from '../tests/support/client.ts'
import { publisher } from './publisher.ts'
import type { Served } from './schools.ts'

const EVERY_MS = 10

export type Seen = { article: number[]; home: number[]; stale: number; failed: number; perSecond: number }

export async function approveUnderLoad(served: Served, slugs: readonly string[], times: number): Promise<Seen> {
  const visitor = client(served.url, null)
  const publish = await publisher(served)
  const seen: Seen = { article: [], home: [], stale: 0, failed: 0, perSecond: 0 }
  let sent = 0
  const begun = performance.now()
  const reading = new Set<Promise<void>>()
  const timer = setInterval(() => {
    const path = ['/', '/thong-bao', `/bai/${slugs[sent % 200]}`, `/bai/${slugs[sent % slugs.length]}`][sent % 4]!
    sent += 1
    const one = visitor.get(path).then(
      (a) => void (seen.failed += a.status === 200 ? 0 : 1),
      () => void (seen.failed += 1),
    )
    reading.add(one)
    void one.then(() => reading.delete(one))
  }, EVERY_MS)
  /** Milliseconds from the answer to the approval until its words are there; a look after the answer that lacks them is stale. */
  const until = async (path: string, words: string, from: number): Promise<number> => {
    for (let look = 0; ; look += 1) {
      if ((await visitor.get(path)).text.includes(words)) return performance.now() - from
      if (look === 0) seen.stale += 1
      await pause(5)
    }
  }
  for (let i = 0; i < times; i += 1) {
    const mark = `Tin đo số ${i} lúc ${Date.now()}`
    const slug = await publish(mark, i)
    const answered = performance.now()
    const both = [until(`/bai/${slug}`, mark, answered), until('/', mark, answered)] as const
    seen.article.push(await both[0])
    seen.home.push(await both[1])
  }
  clearInterval(timer)
  seen.perSecond = sent / ((performance.now() - begun) / 1000)
  await Promise.all(reading)
  return seen
}
