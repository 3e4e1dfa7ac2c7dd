/**
 * Rule: whoever is signed in here is asked nothing by another site's page. A write comes from a page of this site, or from
 * a program that shows its token; and it speaks JSON, which no foreign form can send unasked, or is a form of our own page.
 */
import { issue, type Issue } from '../issues.ts'

export type Writing = {
  method: string
  /** `Sec-Fetch-Site` and `Origin` as sent; null where the sender says neither. */
  site: string | null
  origin: string | null
  /** The host this service is asked by, and the one it is known by. */
  hosts: readonly string[]
  /** The request carries a token of its own, or the cookie of a session. */
  token: boolean
  session: boolean
}

export type Carried = {
  type: string | null
  hasBody: boolean
  /** A GET in the body of a POST. */
  asks: boolean
  /** The address takes a file. */
  takesFile: boolean
}

const READS = ['GET', 'HEAD', 'OPTIONS']
export const isWrite = (method: string): boolean => !READS.includes(method)

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** What the sender's own words say: a page of this site, another's, or nothing. */
function sender({ site, origin, hosts }: Writing): 'own' | 'foreign' | 'unknown' {
  if (site !== null) return ['same-origin', 'none'].includes(site) ? 'own' : 'foreign'
  if (origin === null) return 'unknown'
  const host = hostOf(origin)
  return host !== null && hosts.includes(host) ? 'own' : 'foreign'
}

/** Null where the write may go on. */
export function foreignWrite(writing: Writing): Issue | null {
  if (!isWrite(writing.method)) return null
  const from = sender(writing)
  if (from === 'own') return null
  return from === 'unknown' && (writing.token || !writing.session) ? null : issue('CROSS_SITE')
}

/** The type without its parameters, as it is compared. */
export const plainType = (type: string | null): string => (type ?? '').split(';', 1)[0]!.trim().toLowerCase()

/** Null where the body's type is taken. The panel sends its forms as multipart, from its own pages alone. */
export function wrongType(writing: Writing, carried: Carried): Issue | null {
  if (!isWrite(writing.method)) return null
  const type = plainType(carried.type)
  if (type === '') return carried.hasBody ? issue('JSON_ONLY') : null
  if (type === 'application/json') return null
  if (type === 'multipart/form-data' && (carried.takesFile || sender(writing) === 'own')) return null
  return type === 'application/x-www-form-urlencoded' && carried.asks ? null : issue('JSON_ONLY')
}
