/** Which addresses the site may answer with a page, and which words, links and files stand behind them. PURE. */
import { basesOf, GATES } from '../../src/policy/gate/gates/index.ts'
import { ALWAYS_THERE, documentOfFile, FEEDS, isMachineFile } from '../../src/policy/gate/machineFiles.ts'
import { isSitePage, SITE_PAGES } from '../../src/policy/gate/sitePages.ts'
import { wordsOf } from './approvedWords.ts'
import { squeeze } from './pageReader.ts'
import type { Live, Record } from './record.ts'

/** Where an edition of each collection stands; those that have no page of their own are missing here. */
const BASES: { [boSuuTap: string]: string } = Object.fromEntries(Object.entries(basesOf(GATES)).map(([slug, base]) => [slug, `${base}/`]))
const FROZEN = /^\/ban-goc\/([0-9a-f]{64})$/

/** The site's own pages and files that always stand, by the one list of each. */
const OWN = [...SITE_PAGES.filter((page) => isSitePage(page.path) && !page.soDuyet).map((page) => page.path), ...ALWAYS_THERE, ...FEEDS]

export type Expected = {
  /** The edition whose page stands at an address. */
  editionAt: (path: string) => Live | null
  addresses: { path: string; edition: Live }[]
  /** What stands whatever was published: lists, feeds, the site map. */
  own: readonly string[]
  /** What stands because of what was published, at addresses that the record alone tells. */
  besides: readonly string[]
  isKnownPage: (path: string) => boolean
  isMachine: (path: string) => boolean
  /** Addresses at which nothing of an ended edition may stand, each with the reasons it may give. */
  endedAddresses: { path: string; reasons: readonly string[] }[]
  hasLink: (href: string) => boolean
  hasFile: (hash: string) => boolean
  /** Whether somebody approved these words, whatever stands between them. */
  hasWords: (words: string) => boolean
}

const addressOf = (e: Pick<Live, 'boSuuTap' | 'slug'>): string | null => (BASES[e.boSuuTap] ? BASES[e.boSuuTap]! + e.slug : null)

/** Rows of ended editions tell no collection: each slug is tried in all, but where something else stands. */
function endedOf(ended: Record['ended'], stands: (path: string) => boolean): Expected['endedAddresses'] {
  const reasons = new Map<string, string[]>()
  for (const { slug, lyDoGo } of ended) reasons.set(slug, [...(reasons.get(slug) ?? []), ...(lyDoGo === null ? [] : [squeeze(lyDoGo)])])
  return [...reasons].flatMap(([slug, given]) =>
    Object.values(BASES)
      .map((base) => ({ path: base + slug, reasons: given }))
      .filter(({ path }) => !stands(path)),
  )
}

function linksOf(texts: readonly string[]): Set<string> {
  const links = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string' && /^(?:https?:|mailto:|tel:)\S+$/.test(value)) links.add(value)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(look)
  }
  for (const text of texts) look(JSON.parse(text))
  return links
}

export function expectedOf({ live, ended }: Record, siteUrl: string): Expected {
  const at = new Map<string, Live>()
  for (const edition of live) {
    const path = addressOf(edition)
    if (path) at.set(path, edition)
  }
  const texts = live.map((e) => e.text)
  const raw = texts.join('\n')
  const links = linksOf(texts)
  const hashes = new Set([...raw.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, hash]) => hash))
  const fingerprints = new Set(live.map((e) => e.vanTay))
  const media = new Set([
    ...live.filter((e) => e.boSuuTap === 'tu-lieu').map((e) => String(e.taiLieu)),
    ...[...raw.matchAll(/"taiLieu":(\d+)/g)].map(([, id]) => id!),
  ])
  const hasLink = (href: string): boolean => {
    if (links.has(href) || href === siteUrl || href.startsWith(`${siteUrl}/`)) return true
    if (href.startsWith('mailto:?')) return (new URL(href).searchParams.get('body') ?? '').startsWith(siteUrl)
    if (href.startsWith('mailto:')) return raw.includes(decodeURIComponent(href.slice(7)))
    if (href.startsWith('tel:')) return raw.replace(/[^+\d]/g, '').includes(href.slice(4))
    return isShare(href, siteUrl)
  }
  const isKnownPage = (path: string): boolean => at.has(path) || isSitePage(path) || isMadeOf(path, at, media)
  return {
    editionAt: (path) => at.get(path) ?? null,
    addresses: [...at].map(([path, edition]) => ({ path, edition })),
    own: OWN,
    besides: live.map((e) => `/ban-goc/${e.vanTay}`),
    isKnownPage,
    isMachine: (path) => isMachineFile(path, (slug) => slug in BASES) || at.has(documentOfFile(path) ?? '') || fingerprints.has(FROZEN.exec(path)?.[1] ?? ''),
    endedAddresses: endedOf(ended, isKnownPage),
    hasLink,
    hasFile: (hash) => hashes.has(hash),
    hasWords: wordsOf(texts),
  }
}

/** A page made of live editions: the gallery of a unit in a school year, the page of a picture that one of them shows. */
function isMadeOf(path: string, at: Map<string, Live>, media: Set<string>): boolean {
  const unit = /^\/tu-lieu\/\d{4}-\d{4}\/([a-z0-9-]+)$/.exec(path)?.[1]
  const picture = /^\/tu-lieu\/anh\/(\d+)$/.exec(path)?.[1]
  return (unit !== undefined && at.has(`/don-vi/${unit}`)) || (picture !== undefined && media.has(picture))
}

/** Share links carry this site's address and nobody's script. */
export const SHARE = /^https:\/\/(www\.facebook\.com\/sharer\/|button-share\.zalo\.me\/share_external\?|zalo\.me\/share\?)/
function isShare(href: string, siteUrl: string): boolean {
  if (!SHARE.test(href)) return false
  const { searchParams } = new URL(href)
  const given = searchParams.get('u') ?? searchParams.get('url') ?? ''
  const packed = Buffer.from(searchParams.get('d') ?? '', 'base64').toString('utf8')
  return given.startsWith(siteUrl) || packed.includes(`"${siteUrl}`)
}
