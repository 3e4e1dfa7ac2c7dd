/** What the panel knows of every open form's saves: what the text was based on, what is not saved and why. One a tab. */
import type { Refused } from '../../messages/sentence.ts'

export type Values = Record<string, unknown>
/** The other text, as a 409 `STALE_VERSION` tells it. */
export type Khac = { phienBan: number; nguoi: string | null; luc: string | null; noiDung: Values }

export type Trouble =
  /** The line or the service is away; it is tried again by itself. */
  | { kind: 'away'; reason: string }
  /** The session ended: the password is asked for on this screen. */
  | { kind: 'session'; reason: string }
  | { kind: 'stale'; reason: string; khac: Khac; mine: Values }
  | { kind: 'refused'; reason: string; errors: Refused[] }

export type Save = {
  /** The number of the text the form's words were typed upon. */
  phienBan: number
  /** That text. */
  based: Values
  saving: boolean
  trouble: Trouble | null
  /** What was sent and never answered: it may be stored all the same. */
  unanswered: Values | null
}

const NEW: Save = { phienBan: 0, based: {}, saving: false, trouble: null, unanswered: null }

export class Saves {
  readonly #saves = new Map<string, Save>()
  readonly #queues = new Map<string, Promise<unknown>>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (key: string): Save => this.#saves.get(key) ?? NEW
  /** Whether a form of that document was opened here: its saves are kept, any other request passes. */
  readonly knows = (key: string): boolean => this.#saves.has(key)
  readonly anyTrouble = (): boolean => [...this.#saves.values()].some((save) => save.trouble !== null)

  readonly set = (key: string, change: Partial<Save>): void => {
    this.#saves.set(key, { ...this.get(key), ...change })
    for (const listener of this.#listeners) listener()
  }

  /** The form shows this text from now on. */
  readonly open = (key: string, doc: Values): void => this.set(key, { phienBan: Number(doc.phienBan ?? 0), based: doc, trouble: null, unanswered: null })

  /** Saves of one document go one after another: each is based on what the one before it left. */
  readonly inTurn = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = this.#queues.get(key)
    const mine = (before ?? Promise.resolve()).then(work, work)
    const settled = mine.catch(() => undefined)
    this.#queues.set(key, settled)
    return mine
  }
  readonly settled = (key: string): Promise<unknown> => this.#queues.get(key) ?? Promise.resolve()
}
