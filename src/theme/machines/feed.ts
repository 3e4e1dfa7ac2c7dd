/**
 * A list of stories as RSS 2.0, Atom 1.0 or JSON Feed 1.1. Rule: what a reader's program knows a story by is the
 * document's own id, so that neither a new title nor a new address shows it again as new.
 */
import { Feed, type Item } from 'feed'
import type { FEED_NAMES } from '../../policy/gate/machineFiles.ts'
import { LOAI, type Edition, type Settings, type Story } from '../content/edition.ts'
import { escape } from '../draw/html.ts'
import { absolute, pictureAddress, sharedPicture, tagOf } from './addresses.ts'
import { feedContent } from './feedContent.ts'
import { xmlSafe } from './xml.ts'

export const FEED_FILES = { 'rss.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const satisfies Record<(typeof FEED_NAMES)[number], string>
export type FeedFile = keyof typeof FEED_FILES
export type FeedFormat = (typeof FEED_FILES)[FeedFile]
export const FEED_TYPES: Record<FeedFormat, string> = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }

/** How many stories a feed holds. */
export const NEWEST = 30

/** What the feed is of. `base`: path of its page without a slash at the end, '' for the whole site. */
export type FeedAbout = { title: string; base: string; description: string; id?: string; since?: string }
/** `identity`: the address ids are made under, `siteUrl` by default. */
type FeedSite = { settings: Settings | null; siteUrl: string; identity?: string }

/** Titles and summaries are words, not markup: only the format that reads them as markup gets them escaped. */
const WORDS: Record<FeedFormat, { title: (t: string) => string; summary: (t: string) => string; attribute: (t: string) => string }> = {
  // In RSS a title is plain text; what ends the section it stands in is the one thing that cannot.
  rss: { title: (t) => t.replaceAll(']]>', ']]&gt;'), summary: escape, attribute: (t) => t },
  // `feed` writes attributes as they are.
  atom: { title: escape, summary: escape, attribute: escape },
  json: { title: (t) => t, summary: (t) => t, attribute: (t) => t },
}

const authorsOf = ({ donVi, butDanh }: Story, siteUrl: string): { name: string; link?: string }[] => {
  const unit = donVi ? [{ name: donVi.ten, link: `${siteUrl}/don-vi/${donVi.slug}` }] : []
  return butDanh ? [{ name: butDanh }, ...unit] : unit
}

function picture(format: FeedFormat, siteUrl: string, { anhBia }: Story): Partial<Item> {
  if (anhBia?.loai !== 'anh') return {}
  const file = sharedPicture(anhBia)
  const url = pictureAddress(siteUrl, file)
  if (format !== 'rss') return { image: url }
  return { image: { url, type: file.kieu, length: file.sha256 === anhBia.sha256 ? (anhBia.dungLuong ?? 0) : 0 } }
}

function item(format: FeedFormat, { siteUrl, identity = siteUrl }: FeedSite, e: Edition<Story>): Item {
  const { noiDung: story } = e
  const words = WORDS[format]
  const authors = authorsOf(story, siteUrl)
  const names = [LOAI[story.loai].ten, ...(story.chuDe ?? []).map((t) => t.ten)]
  const more: Record<FeedFormat, Partial<Item>> = {
    atom: { author: authors },
    // RSS wants an e-mail address in `author`; nobody's stands here, so the name goes where names go.
    rss: { extensions: authors.map(({ name }) => ({ name: 'dc:creator', objects: { _text: name } })).slice(0, 1) },
    json: { extensions: [{ name: 'authors', objects: authors.map((a) => ({ name: a.name, ...(a.link ? { url: a.link } : {}) })) as never }] },
  }
  return {
    id: tagOf(identity, e),
    title: words.title(story.tieuDe),
    link: `${siteUrl}/bai/${e.slug}`,
    published: new Date(e.dangLanDau),
    date: new Date(e.createdAt),
    ...(story.tomTat ? { description: words.summary(story.tomTat) } : {}),
    content: feedContent(siteUrl, story),
    category: names.map((name) => ({ name: words.attribute(name), term: words.attribute(name) })),
    ...picture(format, siteUrl, story),
    ...more[format],
  }
}

const newestOf = (stories: readonly Edition<Story>[], since: string | undefined): Date =>
  new Date(Math.max(since ? Date.parse(since) : 0, ...stories.map((s) => Date.parse(s.createdAt))))

export function writeFeed(format: FeedFormat, site: FeedSite, about: FeedAbout, stories: readonly Edition<Story>[]): string {
  const { settings, siteUrl, identity = siteUrl } = site
  const page = `${siteUrl}${about.base || '/'}`
  const school = settings?.tenTruong ?? 'Trang thông tin điện tử'
  const crest = settings?.bieuTrung && pictureAddress(siteUrl, settings.bieuTrung)
  const links = Object.fromEntries(Object.entries(FEED_FILES).map(([file, f]) => [f, `${siteUrl}${about.base}/${file}`]))
  const feed = new Feed({
    id: about.id ?? `${identity}${about.base || '/'}`,
    title: about.title,
    description: about.description,
    link: page,
    language: 'vi',
    generator: 'Cổng Trường',
    updated: newestOf(stories, about.since),
    feed: links[format]!,
    feedLinks: links,
    author: { name: school, link: `${siteUrl}/` },
    // RSS allows no WebP in its picture.
    ...(crest && format !== 'rss' ? { image: absolute(siteUrl, crest) } : {}),
  })
  for (const story of stories) feed.addItem(item(format, site, story))
  if (format === 'rss') return xmlSafe(feed.rss2())
  if (format === 'atom') return xmlSafe(feed.atom1()).replace(/(<link rel="enclosure"[^>]*? type="image\/)jpg"/g, '$1jpeg"')
  feed.addExtension({ name: 'version', objects: 'https://jsonfeed.org/version/1.1' as never })
  feed.addExtension({ name: 'language', objects: 'vi' as never })
  return feed.json1()
}
