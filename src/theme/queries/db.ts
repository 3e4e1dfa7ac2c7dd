/** All the theme asks of a database: run one statement, planned once for each connection where it has a name. A `pg.Pool` fits. */
import { sha256 } from '../../policy/gate/fingerprint.ts'

export type Planned = { name: string; text: string }
export type Db = { query(statement: string | Planned, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> }

const names = new Map<string, string>()

/**
 * For statements whose best plan is the same whatever is asked; PostgreSQL takes longer to plan such a one than to run it.
 * `text` must come from a few that are fixed, for each is kept.
 */
export function planned(text: string): Planned {
  const name = names.get(text) ?? sha256(text).slice(0, 32)
  names.set(text, name)
  return { name, text }
}
