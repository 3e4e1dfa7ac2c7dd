/**
 * Rule: one process may serve many schools, and an answer never comes from another one's. Payload finds the instance that
 * answers REST by a key of its own, not by the instance it is handed; asked with the wrong key it answers with whichever
 * school was opened first.
 */
import type { Payload } from 'payload'

/** The key Payload takes where none is named. */
const UNNAMED = 'default'

/** Throws where another school stands under the key. Payload keeps them in one map of the process; without it nothing can be known. */
export function holdInstance(payload: Payload, key: string | undefined): void {
  const opened = (globalThis as { _payload?: Map<string, { payload: Payload | null }> })._payload
  const standing = opened?.get(key ?? UNNAMED)?.payload
  if (standing !== payload)
    throw new Error(`rest: expected the key this Payload was opened with (getPayload({ key })), received ${key === undefined ? 'none' : `"${key}"`}`)
}
