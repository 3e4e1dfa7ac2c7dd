/** Rule: a link leads where its printed target says. Only these schemes, no credentials, no look-alike hosts. */
import { domainToASCII, domainToUnicode } from 'node:url'

const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:']

/** The target as it will be printed and followed (host in ASCII), or null where it may not be published. */
export function safeLink(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > 2000 || /[\s\u0000-\u001f\\]/.test(raw.trim())) return null
  let url: URL
  try {
    url = new URL(raw.trim())
  } catch {
    return null
  }
  if (!SCHEMES.includes(url.protocol) || url.username !== '' || url.password !== '') return null
  // Vietnamese names are Latin; letters of other scripts in a host only pose as Latin ones.
  return LATIN.test(domainToUnicode(url.hostname)) ? url.href : null
}

/** A host as it is compared: in ASCII, without the dot that may end it. */
const asciiHost = (host: string): string => domainToASCII(host.trim().toLowerCase()).replace(/\.$/, '')

/** What an entry of the list names: `moet.gov.vn`, also where a whole address was pasted; null where it names no host. */
export function hostOf(entry: string): string | null {
  const bare = entry
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^\*?\./, '')
  const host = asciiHost(bare)
  return /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(host) ? host : null
}

/** Rule: pages lead only to hosts on the school's list, or to what stands below them. No list: nowhere. */
export const isAllowedHost = (host: string, list: readonly string[]): boolean => {
  const asked = asciiHost(host)
  return list.some((entry) => {
    const allowed = hostOf(entry)
    return allowed !== null && (asked === allowed || asked.endsWith(`.${allowed}`))
  })
}

const LATIN = /^[\p{Script=Latin}\p{Mn}\d.\-[\]:]*$/u
const LOOKS_LIKE_ADDRESS = /^(?:[a-z]+:\/\/)?((?:[\p{L}\d-]+\.)+(?:vn|com|net|org|info|edu|gov))(?=$|[/:?#\s])/iu
const LOOKS_LIKE_WEB = /^(?:https?:\/\/|www\.)([^\s/:?#]+)/iu
const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

const plainHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** What cannot be read is nobody's mailbox. */
function mailboxOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return ''
  }
}

/** Rule: words that read like an address lead to that address. `href` as `safeLink` gives it. */
export function misleads(words: string, href: string): boolean {
  const seen = words.normalize('NFKC').trim()
  if (href.startsWith('/')) return false
  const url = new URL(href)
  if (LOOKS_LIKE_MAIL.test(seen)) return url.protocol !== 'mailto:' || mailboxOf(url).toLowerCase() !== seen.toLowerCase()
  const host = (LOOKS_LIKE_WEB.exec(seen) ?? LOOKS_LIKE_ADDRESS.exec(seen))?.[1]
  return host !== undefined && plainHost(host) !== plainHost(domainToUnicode(url.hostname))
}
