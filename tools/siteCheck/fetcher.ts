/** Asks politely: a few requests at a time, each with an end. */
import type { Guise } from './guises.ts'

export type Fetched = { status: number; type: string; location: string | null; headers: Headers; bytes: Buffer }
export type Fetcher = (path: string, guise: Guise) => Promise<Fetched>

const TIMEOUT_MS = 30_000
const MOST_BYTES = 60_000_000

async function bytesOf(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += (chunk as Uint8Array).length
    if (size > MOST_BYTES) throw new Error('câu trả lời dài quá 60 MB')
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks)
}

export const fetcher =
  (site: string): Fetcher =>
  async (path, guise) => {
    for (let left = 2; ; left -= 1) {
      try {
        const answer = await fetch(site + path, { headers: guise.headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
        const bytes = await bytesOf(answer)
        const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
        // Busy, or asked too often: the site is given its time.
        if ((answer.status === 429 || answer.status === 503) && left > 0) {
          await new Promise((done) => setTimeout(done, Math.min(20_000, Number(answer.headers.get('retry-after') ?? 2) * 1000)))
          continue
        }
        return { status: answer.status, type, location: answer.headers.get('location'), headers: answer.headers, bytes }
      } catch (error) {
        if (left === 0) throw new Error(`không hỏi được ${path}: ${(error as Error).message}`, { cause: error })
        await new Promise((done) => setTimeout(done, 500))
      }
    }
  }

/** Works through a list from `first` on; the list itself, which may grow while it is worked through. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>, first = 0, atOnce = 4): Promise<void> {
  let next = first
  let busy = 0
  await new Promise<void>((resolve, reject) => {
    const go = (): void => {
      while (busy < atOnce && next < items.length) {
        busy += 1
        void work(items[next++]!).then(() => {
          busy -= 1
          go()
        }, reject)
      }
      if (busy === 0) resolve()
    }
    go()
  })
}
