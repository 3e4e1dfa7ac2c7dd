/** Bytes of an answer that is made for one person: packed for the wire where that is worth it. */
import type { ServerResponse } from 'node:http'
import { well } from './compress.ts'
import { encodingOf } from './encoding.ts'

const WORTH_PACKING = 1000

/** Sets what says how they are packed. `accepted`: the request's `Accept-Encoding`. */
export async function packedFor(res: ServerResponse, accepted: string | string[] | undefined, bytes: Buffer): Promise<Buffer> {
  res.setHeader('Vary', 'Accept-Encoding')
  const encoding = encodingOf(accepted)
  const sent = bytes.length < WORTH_PACKING || encoding === 'identity' ? bytes : await well[encoding](bytes)
  if (sent !== bytes) res.setHeader('Content-Encoding', encoding)
  res.setHeader('Content-Length', String(sent.length))
  return sent
}
