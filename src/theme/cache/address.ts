/**
 * Rule: one page, one entry. A page is kept by its canonical address and by the parameters its route really read, so that
 * parameters nobody reads make no entry; and by how its reader wants pages shown.
 */
import { parse, type ParsedUrlQuery } from 'node:querystring'
import { classesOf, COLOURS, displayOf, SIZES } from '../asked/display.ts'

export type Address = { path: string; search: string }

const PLAIN = /^(?:\/|(?:\/[A-Za-z0-9._~-]+)+)$/
const LONGEST_PATH = 300
const LONGEST_VALUE = 100

/** The query of a request target, as it was written. */
export const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')

/** Path and query of a request target. A path that could be written otherwise is not kept: null. */
export function addressOf(url: string): Address | null {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  return path.length <= LONGEST_PATH && PLAIN.test(path) ? { path, search: searchOf(url) } : null
}

export const variantOf = (cookies: string | undefined): string => (cookies === undefined ? '' : classesOf(displayOf(cookies)))

/** Every variant there can be. */
export const VARIANTS: readonly string[] = [null, ...SIZES].flatMap((size) => [null, ...COLOURS].map((colours) => classesOf({ size, colours })))

/** Null where a parameter is too long to be anything the site ever wrote. */
export function keyOf(path: string, read: readonly string[], query: ParsedUrlQuery, variant: string): string | null {
  let key = path
  for (const name of read) {
    const value = query[name]
    if (value === undefined) continue
    const written = JSON.stringify(value)
    if (written.length > LONGEST_VALUE) return null
    key += `?${name}=${written}`
  }
  return variant === '' ? key : `${key}\n${variant}`
}

export type Reading = { query: ParsedUrlQuery; names: Set<string>; all: boolean }

/** The parameters of a request, and a note of which of them its route reads. */
export function reading(search: string): Reading {
  const read: Reading = { query: {}, names: new Set(), all: false }
  const note = (name: string | symbol): void => void (typeof name === 'string' && read.names.add(name))
  read.query = new Proxy(search === '' ? {} : parse(search), {
    get: (target, name) => {
      note(name)
      return Object.hasOwn(target, name) ? (target[name as string] as unknown) : undefined
    },
    has: (target, name) => {
      note(name)
      return Object.hasOwn(target, name)
    },
    getOwnPropertyDescriptor: (target, name) => {
      note(name)
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
    ownKeys: (target) => {
      read.all = true
      return Reflect.ownKeys(target)
    },
  })
  return read
}
