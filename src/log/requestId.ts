/** The id of a request, made when something is to be told of it and not before: kept pages have none. */
import { randomBytes } from 'node:crypto'

/** Read aloud over a telephone: no letter that looks or sounds like a digit. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const PLAIN = /^[\w.-]{6,64}$/

export function newId(): string {
  const letters = [...randomBytes(8)].map((byte) => LETTERS[byte % 32]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

type Carrying = {
  headers?: Record<string, string | string[] | undefined>
  socket?: { remoteAddress?: string | undefined }
  app?: { get: (name: 'trust proxy fn') => unknown }
}

/** A proxy that is trusted may have given it one; a reader's own word is not taken. */
function given({ headers, socket, app }: Carrying): string | null {
  const id = headers?.['x-request-id']
  const trusts = app?.get('trust proxy fn')
  if (typeof id !== 'string' || !PLAIN.test(id) || typeof trusts !== 'function') return null
  return (trusts as (address: string | undefined, hop: number) => boolean)(socket?.remoteAddress, 0) ? id : null
}

const known = new WeakMap<object, string>()

export function requestIdOf(request: object | undefined): string {
  if (!request) return newId()
  const id = known.get(request) ?? given(request as Carrying) ?? newId()
  known.set(request, id)
  return id
}
