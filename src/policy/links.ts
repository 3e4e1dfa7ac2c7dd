/** Rule: a link leads where its printed target says. Only these schemes, no credentials, no look-alike hosts. */
import { domainToUnicode } from 'node:url'

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

const LATIN = /^[\p{Script=Latin}\p{Mn}\d.\-[\]:]*$/u
const LOOKS_LIKE_ADDRESS = /^(?:[a-z]+:\/\/)?((?:[\p{L}\d-]+\.)+(?:vn|com|net|org|info|edu|gov))(?=$|[/:?#\s])/iu
const LOOKS_LIKE_WEB = /^(?:https?:\/\/|www\.)([^\s/:?#]+)/iu
const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

const plainHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** Rule: words that read like an address lead to that address. `href` as `safeLink` gives it. */
export function misleads(words: string, href: string): boolean {
  const seen = words.normalize('NFKC').trim()
  if (href.startsWith('/')) return false
  const url = new URL(href)
  if (LOOKS_LIKE_MAIL.test(seen)) return url.protocol !== 'mailto:' || decodeURIComponent(url.pathname).toLowerCase() !== seen.toLowerCase()
  const host = (LOOKS_LIKE_WEB.exec(seen) ?? LOOKS_LIKE_ADDRESS.exec(seen))?.[1]
  return host !== undefined && plainHost(host) !== plainHost(domainToUnicode(url.hostname))
}
