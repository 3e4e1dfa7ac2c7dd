/** What an error says of itself, wherever it was wrapped: codes, never sentences with values. */
type Told = { code?: unknown; message?: unknown; cause?: unknown }

/** The error and what caused it, outermost first. */
export function causesOf(error: unknown): Told[] {
  const found: Told[] = []
  for (let e = error; e !== null && typeof e === 'object' && found.length < 10; e = (e as Told).cause) found.push(e as Told)
  return found
}

/** No class of SQLSTATE begins with E; EPIPE and EROFS are words of the file system. */
const SQLSTATE = /^(?!E)[0-9A-Z]{5}$/

/** SQLSTATE of a database error. */
export function sqlState(error: unknown): string | null {
  for (const { code } of causesOf(error)) if (typeof code === 'string' && SQLSTATE.test(code)) return code
  return null
}

/** Whether one of these codes of the operating system is in it. */
export const hasCode = (error: unknown, codes: readonly string[]): boolean => causesOf(error).some(({ code }) => codes.includes(String(code)))

const NO_CONNECTION = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
/** Failures of the connection that carry no code. */
const LOST =
  /cannot begin transaction|connection terminated|connection error|connection ended|timeout exceeded when trying to connect|timeout expired|query read timeout|cannot use a pool|client has encountered a connection error|\bconnect E[A-Z]+/i

/** Whoever was asked is not there, or says nothing. */
export const isUnreached = (error: unknown): boolean =>
  hasCode(error, NO_CONNECTION) || causesOf(error).some(({ message }) => typeof message === 'string' && LOST.test(message))

export const FULL = ['ENOSPC', 'EDQUOT']
export const BROKEN_DISK = ['EROFS', 'EIO', 'EACCES', 'EPERM', 'ENOTDIR']
export const TOO_MANY_OPEN = ['EMFILE', 'ENFILE']
