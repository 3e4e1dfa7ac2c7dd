/**
 * Rule: every failure is of one kind, judged here alone. Only a lost connection is an outage: then readers get what was last
 * drawn. A broken function is not one; it is told, and its reader is told that it was.
 */
import { STATUS, type IssueCode } from '../issues.ts'
import { BROKEN_DISK, causesOf, FULL, hasCode, isUnreached, sqlState, TOO_MANY_OPEN } from './causes.ts'

/**
 * `outage`: a connection was lost, refused or silent. `overload`: too much at once. `disk`: full or broken. `conflict`: two
 * transactions met. `query`: the database refused a question of ours. `bug`: anything else. `stranger`: what was sent makes
 * no sense; counted, never told.
 */
export const KINDS = ['outage', 'overload', 'disk', 'conflict', 'query', 'bug', 'stranger'] as const
export type Kind = (typeof KINDS)[number]

/** What readers are answered. */
export const STATUS_OF: Record<Kind, number> = { outage: 503, overload: 503, disk: 503, conflict: 503, query: 500, bug: 500, stranger: 400 }

/** Refusals of the gate's own that stand for a failure; the others say themselves what is the matter. */
const OF_ISSUE: Partial<Record<IssueCode, Kind>> = {
  UNAVAILABLE: 'outage',
  UNCERTAIN: 'outage',
  BUSY: 'overload',
  STORAGE_FULL: 'disk',
  INTERNAL: 'bug',
}

/** Statuses of what cannot be read, whoever sent it; other refusals are answers like any. */
const SENSELESS = [400, 405, 411, 413, 414, 415, 417, 431]

const OF_STATE: readonly [RegExp, Kind][] = [
  [/^(?:08|57P)/, 'outage'],
  [/^(?:53100|58)/, 'disk'],
  // 57014: a question that took too long; 55P03: a lock; 25P03: a transaction that stood still and was ended.
  [/^(?:53|55P03|55006|57|25P03)/, 'overload'],
  [/^(?:40|25P02)/, 'conflict'],
]

/** What the wall refuses, and what a value of somebody's may be refused for; a function that divides by zero is no value of anybody's. */
const REFUSED = /^(?:GT|23|42804|22(?!012|004|02E|013|014|016))/

/** True where whoever asked may have brought the refusal about by what he sent. */
export const isRefusedValue = (state: string): boolean => REFUSED.test(state)

const issuesIn = (error: unknown): readonly { code: IssueCode }[] | null => {
  const { issues } = error as { issues?: unknown }
  return Array.isArray(issues) && issues.every((one: { code?: unknown } | null) => typeof one?.code === 'string' && one.code in STATUS) ? issues : null
}

/** Of a failure that is no refusal of the gate's and no word of the database's. */
function kindOfOther(error: unknown, asked: boolean): Kind | null {
  if (asked && (error instanceof SyntaxError || hasCode(error, ['ENAMETOOLONG']))) return 'stranger'
  if (hasCode(error, TOO_MANY_OPEN)) return 'overload'
  if (hasCode(error, [...FULL, ...BROKEN_DISK])) return 'disk'
  if (isUnreached(error)) return 'outage'
  const status = (error as { status?: unknown } | null)?.status
  if (error instanceof URIError || (typeof status === 'number' && SENSELESS.includes(status))) return 'stranger'
  return typeof status === 'number' && status >= 300 && status < 500 ? null : 'bug'
}

/**
 * Null where it is no failure: a refusal. `asked`: values that a person sent are in it, so that the database may refuse
 * them; elsewhere a question of ours is at fault.
 */
export function kindOf(error: unknown, asked = false): Kind | null {
  const [outermost] = causesOf(error)
  const issues = outermost ? issuesIn(outermost) : null
  if (issues) return issues.map(({ code }) => OF_ISSUE[code] ?? null).find((kind) => kind !== null) ?? null
  const state = sqlState(error)
  if (state === null) return kindOfOther(error, asked)
  if (asked && isRefusedValue(state)) return state.startsWith('22') ? 'stranger' : null
  return OF_STATE.find(([pattern]) => pattern.test(state))?.[1] ?? 'query'
}

/** Takes a refusal for "no"; what failed on our side goes on. For `catch`. */
export function refusedOnly(error: unknown): null {
  const kind = kindOf(error, true)
  if (kind !== null && kind !== 'stranger') throw error
  return null
}
