/** Which addresses the site may answer with a page, and which words, links and files stand behind them. PURE. */
import { GATES } from '../policy/gates/index.ts'
import type { Live, Record } from './record.ts'

/** Where an edition of each collection stands; those that have no page of their own are missing here. */
const BASES: { [boSuuTap: string]: string } = Object.fromEntries(
  GATES.flatMap(({ slug, page }) => (page?.endsWith(':slug') ? [[slug, page.slice(0, -5)]] : [])),
)

/** Pages that are no editions, by their shape. A new list of the theme adds its own here; the test of an untouched site says so. */
const LISTS: RegExp[] = [
  /^\/(?:tim-kiem|so-do-trang|tro-nang|so-duyet|hien-thi)?$/,
  /^\/(?:tin|bai|tin-bai|thong-bao|nguoi-tot-viec-tot|dinh-chinh|su-kien|lich|chu-de|don-vi|van-ban|cong-khai|tu-lieu|luu-tru)$/,
  /^\/(?:nam-hoc|luu-tru|cong-khai|tu-lieu|van-ban|thang)(?:\/(?:nam-hoc\/)?\d{4}(?:-\d{4}|-\d{2})?)(?:\/(?:thang-)?\d{1,2})?$/,
]
/** What is no page: feeds, calendars, files for machines. */
const MACHINES =
  /^\/(?:robots\.txt|favicon\.(?:svg|ico)|\.well-known\/security\.txt|khoa-cong-khai\.pem|ban-goc\/[0-9a-f]{64}|giao-dien\/[\w.-]+|(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:xml|json|ics|txt))$/

export type Expected = {
  /** The edition whose page stands at an address. */
  editionAt: (path: string) => Live | null
  addresses: { path: string; edition: Live }[]
  isKnownPage: (path: string) => boolean
  isMachine: (path: string) => boolean
  /** Addresses at which nothing of an ended edition may stand. */
  endedAddresses: { path: string; lyDoGo: string | null }[]
  hasLink: (href: string) => boolean
  hasFile: (hash: string) => boolean
  words: string
}

const addressOf = (e: Pick<Live, 'boSuuTap' | 'slug'>): string | null => (BASES[e.boSuuTap] ? BASES[e.boSuuTap]! + e.slug : null)

export function expectedOf({ live, ended }: Record, siteUrl: string): Expected {
  const at = new Map<string, Live>()
  for (const edition of live) {
    const path = addressOf(edition)
    if (path) at.set(path, edition)
  }
  const words = live.map((e) => e.text).join('\n')
  const links = new Set<string>()
  for (const [, href] of words.matchAll(/"((?:https?:|mailto:|tel:)[^"\\]+)"/g)) links.add(href!)
  const hashes = new Set([...words.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, hash]) => hash))
  const hasLink = (href: string): boolean => {
    if (links.has(href) || href === siteUrl || href.startsWith(`${siteUrl}/`)) return true
    if (href.startsWith('mailto:')) return words.includes(decodeURIComponent(href.slice(7)))
    if (href.startsWith('tel:')) return words.replace(/[^+\d]/g, '').includes(href.slice(4))
    return isShare(href, siteUrl)
  }
  const endedAddresses = [...new Map(ended.map((e) => [e.slug, e.lyDoGo]))].flatMap(([slug, lyDoGo]) =>
    Object.values(BASES)
      .map((base) => ({ path: base + slug, lyDoGo }))
      .filter(({ path }) => !at.has(path)),
  )
  return {
    editionAt: (path) => at.get(path) ?? null,
    addresses: [...at].map(([path, edition]) => ({ path, edition })),
    isKnownPage: (path) => at.has(path) || LISTS.some((shape) => shape.test(path)) || isListOf(path, at),
    isMachine: (path) => MACHINES.test(path),
    endedAddresses,
    hasLink,
    hasFile: (hash) => hashes.has(hash),
    words,
  }
}

/** A list narrowed further: a live topic's or unit's, by year. */
function isListOf(path: string, at: Map<string, Live>): boolean {
  const found = /^\/(?:tu-lieu\/|loai\/)?((?:chu-de|don-vi)\/[a-z0-9-]+)(?:\/\d{4}(?:-\d{4})?)?$/.exec(path)
  return found !== null && at.has(`/${found[1]}`)
}

/** Share links carry this site's address and nobody's script. */
function isShare(href: string, siteUrl: string): boolean {
  if (!/^https:\/\/(www\.facebook\.com\/sharer\/|button-share\.zalo\.me\/share_external\?|zalo\.me\/share\?)/.test(href)) return false
  const { searchParams } = new URL(href)
  const given = searchParams.get('u') ?? searchParams.get('url') ?? ''
  const packed = Buffer.from(searchParams.get('d') ?? '', 'base64').toString('utf8')
  return given.startsWith(siteUrl) || packed.includes(`"${siteUrl}`)
}
