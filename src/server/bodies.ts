/**
 * Bodies: small ones are read whole; larger ones only of whoever is signed in, a few at a time, files on the disk and not in
 * memory. One too large or cut off is refused before anything runs.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request } from 'express'
import type { Payload } from 'payload'
import { LARGE_BODIES, SMALL_BODY } from '../policy/gate/lanes.ts'
import { UPLOAD_LIMIT } from '../policy/gate/pictureLimits.ts'
import type { FailureLog } from '../policy/failures/log.ts'
import { plainType } from '../policy/people/requests.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { Lane, type Leave } from '../forms/lane.ts'
import { personOf, sessionFault } from './token.ts'

const JSON_LIMIT = 3_000_000

export type Body = {
  /** The bytes, where they are in memory. */
  bytes: Buffer | null
  size: number
  open: () => Readable
  /** Gives back the place and the disk. */
  drop: () => void
}

/** A body that is not read to its end; the connection is closed with the answer. */
export class BodyRefused extends Error {
  readonly issue: Issue
  constructor(refused: Issue) {
    super(refused.code)
    this.issue = refused
  }
}

const inMemory = (bytes: Buffer, leave: Leave = () => undefined): Body => ({ bytes, size: bytes.length, open: () => Readable.from([bytes]), drop: leave })
export const NO_BODY: Body = inMemory(Buffer.alloc(0))

const isUpload = (req: Request): boolean => plainType(req.headers['content-type'] ?? null) === 'multipart/form-data'

const atMost = (limit: number, seen = { size: 0 }): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen.size += chunk.length
      done(seen.size > limit ? new BodyRefused(issue('TOO_LARGE')) : null, chunk)
    },
  })

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What comes by itself, up to a small body; `rest` is the stream where more is to come. */
async function begin(req: Request): Promise<{ head: Buffer[]; rest: AsyncIterator<Buffer> | null }> {
  const head: Buffer[] = []
  let size = 0
  const chunks = (req as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next()
    if (next.done) return { head, rest: null }
    head.push(next.value)
    size += next.value.length
    if (size > SMALL_BODY) return { head, rest: chunks }
  }
}

async function* joined(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function onDisk(source: AsyncIterable<Buffer>, limit: number, leave: Leave, failures: FailureLog): Promise<Body> {
  const path = join(tmpdir(), `cong-truong-${randomBytes(16).toString('hex')}`)
  const seen = { size: 0 }
  const drop = (): void => {
    leave()
    void rm(path, { force: true }).catch((error: unknown) => failures.failed(error, { where: 'temporary file' }))
  }
  try {
    await pipeline(source, atMost(limit, seen), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    drop()
    throw error
  }
  return { bytes: null, size: seen.size, open: () => createReadStream(path), drop }
}

export class Bodies {
  readonly #payload: Payload
  readonly #lane = new Lane(LARGE_BODIES)

  constructor(payload: Payload) {
    this.#payload = payload
  }

  async read(req: Request): Promise<Body> {
    if (req.method === 'GET' || req.method === 'HEAD') return NO_BODY
    const limit = isUpload(req) ? UPLOAD_LIMIT + 1_000_000 : JSON_LIMIT
    const length = req.headers['content-length']
    if (Number(length ?? 0) > limit) throw new BodyRefused(issue('TOO_LARGE'))
    if (length !== undefined && Number(length) <= SMALL_BODY) return inMemory(await collect(req))
    // Told to be large: nothing of it is read before it is known of whom.
    if (length !== undefined) return this.#large(req, () => req, limit)
    const { head, rest } = await begin(req)
    return rest === null ? inMemory(Buffer.concat(head)) : this.#large(req, () => joined(head, rest), limit)
  }

  async #large(req: Request, source: () => AsyncIterable<Buffer>, limit: number): Promise<Body> {
    const fault = await sessionFault(req, this.#payload)
    if (fault) throw new BodyRefused(fault)
    const left = new AbortController()
    req.once('close', () => left.abort())
    const leave = await this.#lane.enter(personOf(req, this.#payload), left.signal)
    if (leave === null) throw new BodyRefused(issue('BUSY', undefined, { giay: 10 }))
    if (isUpload(req)) return onDisk(source(), limit, leave, runtimeOf(this.#payload).failures)
    const bounded = Readable.from(source()).pipe(atMost(limit))
    try {
      return inMemory(await collect(bounded as AsyncIterable<Buffer>), leave)
    } catch (error) {
      leave()
      throw error
    }
  }
}
