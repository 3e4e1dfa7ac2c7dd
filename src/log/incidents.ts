/**
 * Rule: one line for one trouble. The same failure again within some seconds, an outage however many it strikes, and a work
 * that fails each time it is tried are told once and counted; whoever meets it later is given the id of that line.
 */
const A_WHILE_MS = 10_000
/** An outage nobody told the end of is over when nothing was heard of it for so long. */
const SILENCE_MS = 60_000
/** What was under way when the database came back still fails of the same outage. */
const STILL_MS = 5000
const MOST_OPEN = 500

/** `lasts`: until its subject is settled, or silent. */
export type Trouble = { key: string; subject: string; lasts: boolean }
type Incident = Trouble & { id: string; since: number; last: number; more: number; settledAt: number | null; timer: NodeJS.Timeout | null }
/** What is written when it is over and there was more of it than one line. */
export type Over = (incident: { of: string; subject: string; key: string; more: number; seconds: number; settled: boolean }) => void

export class Incidents {
  readonly #open = new Map<string, Incident>()
  readonly #over: Over
  readonly #now: () => number

  constructor(over: Over, now: () => number = () => performance.now()) {
    this.#over = over
    this.#now = now
  }

  /** The id of the line that stands for it; `isNew`: that line is to be written. */
  enter(trouble: Trouble, id: () => string): { id: string; isNew: boolean } {
    const now = this.#now()
    const found = this.#open.get(trouble.key)
    if (found && !this.#isOver(found, now)) {
      found.more += 1
      found.last = now
      return { id: found.id, isNew: false }
    }
    if (found) this.#close(found, found.settledAt !== null)
    const incident: Incident = { ...trouble, id: id(), since: now, last: now, more: 0, settledAt: null, timer: null }
    if (!trouble.lasts) incident.timer = setTimeout(() => this.#close(incident, false), A_WHILE_MS).unref()
    if (this.#open.size >= MOST_OPEN) this.#sweep(now)
    this.#open.set(trouble.key, incident)
    return { id: incident.id, isNew: true }
  }

  settled(subject: string): void {
    if (this.#open.size === 0) return
    const now = this.#now()
    for (const incident of this.#open.values()) {
      if (!incident.lasts || incident.subject !== subject) continue
      if (incident.settledAt === null) {
        incident.settledAt = now
        this.#tell(incident, true)
      } else if (this.#isOver(incident, now)) this.#open.delete(incident.key)
    }
  }

  /** Works that never come again are not remembered for ever. */
  #sweep(now: number): void {
    for (const incident of this.#open.values()) if (this.#isOver(incident, now)) this.#close(incident, incident.settledAt !== null)
  }

  #isOver(incident: Incident, now: number): boolean {
    if (!incident.lasts) return now - incident.since >= A_WHILE_MS
    return incident.settledAt === null ? now - incident.last >= SILENCE_MS : now - incident.settledAt >= STILL_MS
  }

  #close(incident: Incident, wasTold: boolean): void {
    if (incident.timer) clearTimeout(incident.timer)
    if (this.#open.get(incident.key) === incident) this.#open.delete(incident.key)
    if (!wasTold && incident.more > 0) this.#tell(incident, false)
  }

  #tell({ id, subject, key, more, since, last }: Incident, settled: boolean): void {
    this.#over({ of: id, subject, key, more, seconds: Math.round((last - since) / 1000), settled })
  }
}
