/** The one place where policy's issues become HTTP: `{errors: [{code, message, field?}]}`. */
import { APIError, type PayloadRequest } from 'payload'
import { languageOf, sentence } from './sentence.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'

/** Thrown to leave a transaction; carries refusals that are values everywhere else. */
export class Refusal extends APIError {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(issues.map((i) => sentence(i, 'vi').message).join(' '), statusOf(issues), undefined, true)
    this.issues = issues
  }
}

export const refuse = (...issues: Issue[]): Refusal => new Refusal(issues)

export function refusalBody(issues: readonly Issue[], req: Pick<PayloadRequest, 'i18n'>): { errors: ReturnType<typeof sentence>[] } {
  return { errors: issues.map((i) => sentence(i, languageOf(req))) }
}

export const refusalResponse = (issues: readonly Issue[], req: Pick<PayloadRequest, 'i18n'>): Response =>
  Response.json(refusalBody(issues, req), { status: statusOf(issues) })

/** SQLSTATE of a database error, wherever drizzle wrapped it. */
export function sqlState(error: unknown): string | null {
  for (let e = error; e !== null && typeof e === 'object'; e = (e as { cause?: unknown }).cause) {
    const code = (e as { code?: unknown }).code
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return null
}

/** Failures of the connection carry no SQLSTATE; a full disk says so in the file system's own words. */
const AWAY =
  /cannot begin transaction|connection terminated|connection error|connection ended|timeout exceeded when trying to connect|timeout expired|query read timeout|cannot use a pool/i
const NO_SERVICE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EACCES', 'ENOTDIR']

/** The disk is full, which waiting alone does not mend. */
const isFull = (error: unknown): boolean => {
  for (let e = error; e !== null && typeof e === 'object'; e = (e as { cause?: unknown }).cause)
    if (['ENOSPC', 'EDQUOT'].includes(String((e as { code?: unknown }).code))) return true
  return false
}

function isAway(error: unknown): boolean {
  for (let e = error; e !== null && typeof e === 'object'; e = (e as { cause?: unknown }).cause) {
    const { code, message } = e as { code?: unknown; message?: unknown }
    if (NO_SERVICE.includes(String(code)) || (typeof message === 'string' && AWAY.test(message))) return true
  }
  return false
}

/** What a failure means to the person who sent the request. */
export function issuesOf(error: unknown): readonly Issue[] | null {
  if (error instanceof Refusal) return error.issues
  if (isFull(error)) return [issue('STORAGE_FULL')]
  const state = sqlState(error)
  if (state === null) return isAway(error) ? [issue('UNAVAILABLE')] : null
  if (state === 'GT409' || state === '23514') return [issue('RECORD_REFUSED')]
  if (state === 'GTSLG') return [issue('SLUG_TAKEN', 'slug', { slug: '' })]
  if (state === '42501') return [issue('FORBIDDEN')]
  if (state.startsWith('22') || state.startsWith('23') || state === '42804') return [issue('INVALID_VALUE')]
  // 55P03: somebody else kept the lock too long; 25P03, 25P02: the transaction was ended under us.
  if (/^(08|57|58|53|40|55|25P)/.test(state)) return [issue('UNAVAILABLE')]
  return null
}
