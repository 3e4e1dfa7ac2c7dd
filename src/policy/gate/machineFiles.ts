/** What programs ask the site for besides its pages, each once: the theme answers it, the self-check expects it. */
import { baseOf, GATES } from './gates/index.ts'
import { SITE_PAGES } from './sitePages.ts'

export const FEED_NAMES = ['rss.xml', 'atom.xml', 'feed.json'] as const
export const CALENDAR_NAME = 'lich.ics'
/** The part of the site map that holds pages which are no documents. */
export const COMMON_PART = 'chung'

/** Closed to crawlers: people's own, forms, and what there is without end. */
export const CLOSED_TO_CRAWLERS: readonly string[] = ['/admin', '/api', '/tim-kiem', '/hien-thi/', '/gui-bai']

/** Each at one place; the last three only where the school has what they tell. */
export const ALWAYS_THERE: readonly string[] = ['/robots.txt', '/sitemap.xml', `/${CALENDAR_NAME}`, '/favicon.svg']
const SOMETIMES: readonly string[] = ['/favicon.ico', '/.well-known/security.txt', '/khoa-cong-khai.pem']

const KIND_PAGES = SITE_PAGES.filter((page) => page.loai !== undefined).map((page) => page.path)
/** Feeds of the site and of each kind of story. */
export const FEEDS: readonly string[] = ['', ...KIND_PAGES].flatMap((base) => FEED_NAMES.map((name) => `${base}/${name}`))

const narrowing = GATES.filter((gate) => gate.narrows !== undefined)
const narrowingBases = narrowing.map((gate) => `${baseOf(gate)}/`)
const calendarBases = [...narrowing.filter((gate) => gate.narrows === 'chuDe').map((gate) => `${baseOf(gate)}/`), '/bai/']

const FIXED = new Set([...ALWAYS_THERE, ...SOMETIMES, ...FEEDS])
const PART = /^\/sitemap\/(?:([a-z0-9-]+)-[1-9]\d*|chung)\.xml$/

/** The address of the document whose stories or event a file of that name tells, `/chu-de/a` of `/chu-de/a/rss.xml`; null for any other address. */
export function documentOfFile(path: string): string | null {
  const cut = path.lastIndexOf('/')
  const [document, name] = [path.slice(0, cut), path.slice(cut + 1)]
  const bases = (FEED_NAMES as readonly string[]).includes(name) ? narrowingBases : name === CALENDAR_NAME ? calendarBases : []
  return bases.some((base) => document.startsWith(base)) ? document : null
}

/** A file of no document; `hasCollection`: whether documents of that name have pages. */
export function isMachineFile(path: string, hasCollection: (slug: string) => boolean): boolean {
  if (FIXED.has(path)) return true
  const part = PART.exec(path)
  return part !== null && (part[1] === undefined || hasCollection(part[1]))
}
