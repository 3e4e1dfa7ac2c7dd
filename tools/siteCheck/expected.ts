/** Which addresses the site may answer with a page, and which words, links and files stand behind them. PURE. */
import { basesOf, GATES } from '../../src/policy/gate/gates/index.ts'
import { isSitePage } from '../../src/policy/gate/sitePages.ts'
import type { Live, Record } from './record.ts'

/** Where an edition of each collection stands; those that have no page of their own are missing here. */
const BASES: { [boSuuTap: string]: string } = Object.fromEntries(Object.entries(basesOf(GATES)).map(([slug, base]) => [slug, `${base}/`]))

/** What is no page: feeds, calendars, files for machines. */
const MACHINES =
  /^\/(?:robots\.txt|favicon\.(?:svg|ico)|\.well-known\/security\.txt|khoa-cong-khai\.pem|ban-goc\/[0-9a-f]{64}|(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:xml|json|ics|txt))$/

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
  const media = new Set([
    ...live.filter((e) => e.boSuuTap === 'tu-lieu').map((e) => String(e.taiLieu)),
    ...[...words.matchAll(/"taiLieu":(\d+)/g)].map(([, id]) => id!),
  ])
  const hasLink = (href: string): boolean => {
    if (links.has(href) || href === siteUrl || href.startsWith(`${siteUrl}/`)) return true
    if (href.startsWith('mailto:?')) return (new URL(href).searchParams.get('body') ?? '').startsWith(siteUrl)
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
    isKnownPage: (path) => at.has(path) || isSitePage(path) || isMadeOf(path, at, media),
    isMachine: (path) => MACHINES.test(path),
    endedAddresses,
    hasLink,
    hasFile: (hash) => hashes.has(hash),
    words,
  }
}

/** A page made of live editions: the gallery of a unit in a school year, the page of a picture that one of them shows. */
function isMadeOf(path: string, at: Map<string, Live>, media: Set<string>): boolean {
  const unit = /^\/tu-lieu\/\d{4}-\d{4}\/([a-z0-9-]+)$/.exec(path)?.[1]
  const picture = /^\/tu-lieu\/anh\/(\d+)$/.exec(path)?.[1]
  return (unit !== undefined && at.has(`/don-vi/${unit}`)) || (picture !== undefined && media.has(picture))
}

/** Share links carry this site's address and nobody's script. */
function isShare(href: string, siteUrl: string): boolean {
  if (!/^https:\/\/(www\.facebook\.com\/sharer\/|button-share\.zalo\.me\/share_external\?|zalo\.me\/share\?)/.test(href)) return false
  const { searchParams } = new URL(href)
  const given = searchParams.get('u') ?? searchParams.get('url') ?? ''
  const packed = Buffer.from(searchParams.get('d') ?? '', 'base64').toString('utf8')
  return given.startsWith(siteUrl) || packed.includes(`"${siteUrl}`)
}
