/**
 * Rule: one text, one fingerprint. Content is frozen as canonical JSON (RFC 8785) in Unicode NFC, so that the
 * same Vietnamese typed on two keyboards is the same submission and one changed comma is another.
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export function toNfc<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T
  if (Array.isArray(value)) return value.map(toNfc) as T
  if (isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k.normalize('NFC'), toNfc(v)])) as T
  }
  return value
}

export function canonicalText(value: Json): string {
  const text = canonicalize(toNfc(value))
  if (text === undefined) throw new TypeError('canonicalText: expected a JSON value, received undefined')
  return text
}

/** SHA-256 of the UTF-8 bytes, lower-case hexadecimal: 64 characters. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
