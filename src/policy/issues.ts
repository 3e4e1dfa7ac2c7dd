/** Refusals are values: a stable English code, the field it concerns, and what a sentence needs to be filled in. */
export const STATUS = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  SELF_REVIEW: 403,
  PUBLISH_SWITCH_CLOSED: 403,
  BULK_NOT_ALLOWED: 403,
  ROLE_NOT_GRANTABLE: 403,
  ROLE_CONFLICT: 422,
  PASSWORD_OF_ANOTHER: 403,
  EMAIL_OF_APPROVER: 403,
  NAME_OF_APPROVER: 403,
  NAME_OF_OWNER: 403,
  PROOF_NEEDED: 403,
  WRONG_PASSWORD: 403,
  LINK_EXPIRED: 401,
  ADDRESS_UNCONFIRMED: 409,
  NAME_TAKEN: 422,
  PASSWORD_WEAK: 422,
  LAST_SPOKESPERSON: 409,
  CONSENT_KEPT: 409,
  DELEGATION_KEPT: 409,
  EMERGENCY_USED: 409,
  NOT_YOURS: 403,
  EMAIL_DOMAIN: 422,
  FIRST_USER_CLOSED: 403,
  WRONG_STATE: 409,
  STALE_SUBMISSION: 409,
  UNCHANGED: 409,
  CLOSED_BY_REJECTION: 409,
  HAS_RECORD: 409,
  PICTURE_GONE: 409,
  ACCOUNT_KEPT: 409,
  SINGLE_DOCUMENT: 409,
  SLUG_TAKEN: 422,
  SLUG_RESERVED: 422,
  MISSING_FIELD: 422,
  MISSING_CONSENT: 422,
  MISSING_PERSON: 422,
  MISSING_ALT_TEXT: 422,
  MISSING_REASON: 422,
  MISSING_SUBMISSION: 422,
  NOT_LIVE: 422,
  NO_APPROVER: 422,
  DELEGATE_UNFIT: 422,
  DELEGATION_DATES: 422,
  SCHEDULE_TIME: 422,
  CHECKLIST_INCOMPLETE: 422,
  TOO_LONG: 422,
  FORBIDDEN_CHARACTER: 422,
  LEGACY_FONT: 422,
  LINK_NOT_ALLOWED: 422,
  LINK_MISLEADING: 422,
  LINK_HOST_NOT_ALLOWED: 422,
  CONTENT_NOT_ALLOWED: 422,
  FILE_UNREADABLE: 422,
  PDF_NEEDED: 422,
  FILE_HEIC: 422,
  INVALID_VALUE: 400,
  BAD_SIGNATURE: 409,
  RECORD_REFUSED: 409,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
  UNCERTAIN: 503,
  INTERNAL: 500,
} as const

export type IssueCode = keyof typeof STATUS
export type Issue = { code: IssueCode; field?: string; detail?: Record<string, string | number> }

export const issue = (code: IssueCode, field?: string, detail?: Issue['detail']): Issue => ({
  code,
  ...(field === undefined ? {} : { field }),
  ...(detail === undefined ? {} : { detail }),
})

/** Checks run in the order 401, 404, 403, 409, 422: the answer carries the status of the earliest kind met. */
const ORDER = [401, 404, 403, 409, 413, 429, 400, 422, 503, 500]
export function statusOf(issues: readonly Issue[]): number {
  const met = new Set<number>(issues.map((i) => STATUS[i.code]))
  return ORDER.find((status) => met.has(status)) ?? 500
}
