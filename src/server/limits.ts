/** What one connection may ask of the server: whoever sends or reads too slowly is let go, long addresses are refused. */
import type { Server, ServerOptions } from 'node:http'
import { LONGEST_MS } from './slowBodies.ts'

export const SERVER_LIMITS: ServerOptions = {
  // Each body has its own time (slowBodies.ts).
  requestTimeout: LONGEST_MS,
  headersTimeout: 20_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
}

const SILENCE_MS = 120_000

/**
 * A socket on which nothing moves for so long is closed, also one whose reader stopped reading. Nothing here is upgraded to
 * another protocol: the panel's library would listen for it, and a socket that was handed over is bounded by nobody. Without a
 * listener such a request is answered like any.
 */
export function limitSilence(server: Server): Server {
  server.on('newListener', (event, listener) => {
    if (event === 'upgrade') queueMicrotask(() => server.removeListener('upgrade', listener as never))
  })
  return server.setTimeout(SILENCE_MS)
}
