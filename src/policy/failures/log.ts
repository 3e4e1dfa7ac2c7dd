/** Where failures are told: by whoever serves (src/log), or to nobody. */
import type { Kind } from './kind.ts'

/** A request, as far as a line may speak of it. */
export type Requested = object & { method?: string | undefined }

export type About = {
  /** What was being done: `site`, `rest`, `watch`, a job. */
  where: string
  request?: Requested | undefined
  /** The pattern of the address, never the address: a question or a name in it may be somebody's. */
  route?: string | undefined
  status?: number
  /** What did not answer, where that is not the database. */
  of?: string
  /** A work that is done again and again: its failure is told once, until `settled`. */
  again?: boolean
  job?: boolean
}

export type FailureLog = {
  /** Tells a failure once. The id of its line, by which people may name it; null where there is none. */
  failed: (error: unknown, about: About) => string | null
  /** `database`, or a work that is done again and again: it went well. */
  settled: (subject: string) => void
}

export const SILENT: FailureLog = { failed: () => null, settled: () => undefined }

/** One failure as it is counted. */
export type Counted = { kind: Kind; where: string; job: boolean }
