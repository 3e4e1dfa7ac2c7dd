/** Objects of any store that speaks S3, in the path style all of them know, one object a file. */
import { AwsClient } from 'aws4fetch'
import { sha256 } from '../../policy/gate/fingerprint.ts'
import type { RemoteShelf, S3Settings } from './shelf.ts'

const MS_TO_ANSWER = 15_000
/** Somebody waits for it. */
const MS_TO_LOOK = 5_000
/** A large film on a thin line. */
const MS_TO_CARRY = 120_000
const HASH = /[0-9a-f]{64}$/

/** What the store said, without what it may quote. */
export class StoreRefused extends Error {
  override name = 'StoreRefused'
  readonly code: string
  constructor(status: number) {
    super('the store elsewhere refused')
    this.code = `s3.${status}`
  }
}

export function s3Shelf({ endpoint, bucket, region, accessKeyId, secretAccessKey, prefix }: S3Settings): RemoteShelf {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 1 })
  const base = `${endpoint.replace(/\/$/, '')}/${bucket}`
  const addressOf = (hash: string): string => `${base}/${prefix}${hash.slice(0, 2)}/${hash}`
  const ask = async (url: string, init: RequestInit & { ms?: number } = {}): Promise<Response> => {
    const { ms = MS_TO_ANSWER, ...rest } = init
    // Its words are read by nobody here; an answer that is not read would hold its connection.
    return client.fetch(url, { ...rest, redirect: 'manual', signal: AbortSignal.timeout(ms) })
  }
  const done = async (answer: Response, fine: readonly number[]): Promise<void> => {
    await answer.arrayBuffer()
    if (!fine.includes(answer.status)) throw new StoreRefused(answer.status)
  }
  return {
    put: async (hash, bytes) => {
      const headers = { 'X-Amz-Content-Sha256': sha256(bytes), 'Content-Type': 'application/octet-stream' }
      await done(await ask(addressOf(hash), { method: 'PUT', body: new Uint8Array(bytes), headers, ms: MS_TO_CARRY }), [200, 201])
    },
    get: async (hash) => {
      const answer = await ask(addressOf(hash), { ms: MS_TO_CARRY })
      if (answer.status === 200) return Buffer.from(await answer.arrayBuffer())
      await done(answer, [404])
      return null
    },
    has: async (hash) => {
      const answer = await ask(addressOf(hash), { method: 'HEAD', ms: MS_TO_LOOK })
      await done(answer, [200, 404])
      return answer.status === 200
    },
    remove: async (hash) => done(await ask(addressOf(hash), { method: 'DELETE' }), [200, 204, 404]),
    list: async function* () {
      let from = ''
      for (;;) {
        const search = new URLSearchParams({ 'list-type': '2', 'max-keys': '500', ...(prefix ? { prefix } : {}), ...(from ? { 'start-after': from } : {}) })
        const answer = await ask(`${base}?${search}`)
        if (answer.status !== 200) await done(answer, [])
        const keys = [...(await answer.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key!)
        for (const key of keys) {
          const hash = HASH.exec(key)?.[0]
          if (hash) yield hash
        }
        if (keys.length === 0) return
        from = keys.at(-1)!
      }
    },
  }
}
