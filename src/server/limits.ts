/** What one connection may ask of the server: finished headers and bodies, in time, of a size that people and programs need. */
import type { ServerOptions } from 'node:http'

export const SERVER_LIMITS = {
  requestTimeout: 60_000,
  headersTimeout: 20_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
} satisfies ServerOptions
