/** What the plugin was configured with, reachable from any request through Payload's `custom` config. */
import type { Payload } from 'payload'
import type { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Failures } from './log/failures.ts'
import type { Media } from './media/index.ts'
import type { Gate } from './policy/gate/gates/index.ts'
import type { AuthorityLog } from './record/authority/read.ts'
import type { Guard } from './record/guard.ts'
import type { SchoolKeys } from './record/keys/keys.ts'

/** `fileStore`: served bytes are read from here alone. */
export type Runtime = Media & {
  /** Where failures are told and counted. */
  failures: Failures
  gates: readonly Gate[]
  /** Ed25519 keys that sign verdicts and the log; kept outside the database. */
  keys: SchoolKeys
  /** What the signed log says of authority. */
  authority: AuthorityLog
  /** What the gate noticed and cannot settle by itself. */
  guard: Guard
  /** Wrong passwords of people who are signed in, by account. */
  proofs: RateLimiterMemory
  /** Called after every commit that published or ended editions, before it is answered, with what readers see changed (src/theme/content/tags.ts). */
  afterEdition: Set<(tags: readonly string[]) => void>
}

const KEY = 'congTruong'

export const withRuntime = (custom: Record<string, unknown> | undefined, runtime: Runtime): Record<string, unknown> => ({
  ...custom,
  [KEY]: runtime,
})

export function runtimeOf(payload: Payload): Runtime {
  const runtime = payload.config.custom?.[KEY] as Runtime | undefined
  if (!runtime) throw new Error('runtimeOf: expected the congTruong plugin in this Payload config, found none')
  return runtime
}

export function gateOf(payload: Payload, slug: string): Gate {
  const gate = runtimeOf(payload).gates.find((g) => g.slug === slug)
  if (!gate) throw new Error(`gateOf: expected a gated collection, received "${slug}"`)
  return gate
}
