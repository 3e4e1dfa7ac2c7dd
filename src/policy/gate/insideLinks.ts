/** Rule: a page leads nowhere inside the site where nothing stands. */
import { issue, type Issue } from '../issues.ts'
import type { Found } from '../text/outbound.ts'
import { baseOf, type Gate } from './gates/index.ts'
import { isSitePage } from './sitePages.ts'

/** An edition that must be live for a link to lead anywhere. */
export type Place = { boSuuTap: string; slug: string }
export type InsideLink = Found & { path: string; place: Place | null }

/** Files and feeds are the site's own business; their addresses end in what kind they are. */
const FILE = /\.[a-z0-9]{2,5}$/

function pathOf(href: string, siteHosts: readonly string[]): string | null {
  if (href.startsWith('/')) return new URL(href, 'http://x').pathname
  if (!/^https?:/.test(href)) return null
  const url = new URL(href)
  return siteHosts.includes(url.host) ? url.pathname : null
}

/** The edition that answers at a path, by the longest address of a collection it lies below. */
export function placeAt(gates: readonly Gate[], path: string): Place | null {
  const known = gates
    .map((gate) => ({ gate, base: baseOf(gate) }))
    .filter((one): one is { gate: Gate; base: string } => one.base !== null)
    .sort((a, b) => b.base.length - a.base.length)
  for (const { gate, base } of known) {
    const slug = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : ''
    if (/^[a-z0-9-]+$/.test(slug)) return { boSuuTap: gate.slug, slug }
  }
  return null
}

/** Links of frozen words to what only an edition could answer; those to the site's own pages are left out. */
export function insideLinks(links: readonly Found[], gates: readonly Gate[], siteHosts: readonly string[]): InsideLink[] {
  return links.flatMap((found) => {
    const raw = pathOf(found.href, siteHosts)
    if (raw === null) return []
    const path = raw.length > 1 ? raw.replace(/\/$/, '') : raw
    return isSitePage(path) || FILE.test(path) ? [] : [{ ...found, path, place: placeAt(gates, path) }]
  })
}

export const deadLink = ({ field, path, words }: InsideLink): Issue =>
  issue('ADDRESS_DEAD', field, { url: path.slice(0, 200), ...(words ? { ten: words } : {}) })
