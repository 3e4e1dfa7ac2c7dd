/** The one place where policy's issues become HTTP: `{errors: [{code, message, field?}]}`. */
import { APIError, type PayloadRequest } from 'payload'
import { languageOf, sentence } from './sentence.ts'
import { wordsFor } from './words.ts'
import { BROKEN_DISK, FULL, hasCode, isUnreached, sqlState, TOO_MANY_OPEN } from '../policy/failures/causes.ts'
import { isRefusedValue, kindOf } from '../policy/failures/kind.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'

/** Thrown to leave a transaction; carries refusals that are values everywhere else. */
export class Refusal extends APIError {
  readonly issues: readonly Issue[]
  /** What stands in the answer beside the sentences: the other text, where one stands in the way. */
  readonly more: object
  constructor(issues: readonly Issue[], more: object = {}) {
    super(issues.map((i) => sentence(i, 'vi').message).join(' '), statusOf(issues), undefined, true)
    this.issues = issues
    this.more = more
  }
}

export const refuse = (...issues: Issue[]): Refusal => new Refusal(issues)

export const refuseWith = (more: object, ...issues: Issue[]): Refusal => new Refusal(issues, more)

export const moreOf = (error: unknown): object => (error instanceof Refusal ? error.more : {})

type Asked = Pick<PayloadRequest, 'i18n'> & Partial<Pick<PayloadRequest, 'payload'>>

export function refusalBody(issues: readonly Issue[], req: Asked, more: object = {}): { errors: ReturnType<typeof sentence>[] } {
  return { ...more, errors: issues.map((i) => sentence(i, languageOf(req), wordsFor(req, languageOf(req)))) }
}

export const refusalResponse = (issues: readonly Issue[], req: Asked, more: object = {}): Response =>
  Response.json(refusalBody(issues, req, more), { status: statusOf(issues) })

/** Failures behind the gate that pass by themselves, or when somebody mends the disk. */
const isAway = (error: unknown): boolean => isUnreached(error) || hasCode(error, [...BROKEN_DISK, ...TOO_MANY_OPEN])

/** What a failure means to the person who sent the request. */
export function issuesOf(error: unknown): readonly Issue[] | null {
  if (error instanceof Refusal) return error.issues
  // The disk is full, which waiting alone does not mend.
  if (hasCode(error, FULL)) return [issue('STORAGE_FULL')]
  const state = sqlState(error)
  if (state === null) return isAway(error) ? [issue('UNAVAILABLE')] : null
  if (state === 'GT409' || state === '23514') return [issue('RECORD_REFUSED')]
  if (state === 'GTSLG') return [issue('SLUG_TAKEN', 'slug', { slug: '' })]
  if (state === '42501') return [issue('FORBIDDEN')]
  if (isRefusedValue(state)) return [issue('INVALID_VALUE')]
  // Any other word of the database's about a question of ours is a fault, and nothing to wait for.
  return kindOf(error) === 'query' ? null : [issue('UNAVAILABLE')]
}
