/** What a page tells machines of itself: search engines, social networks, feed readers. */
import type { Media, Settings } from '../content/edition.ts'
import { html, Html } from '../draw/html.ts'
import { FEED_FILES, FEED_TYPES } from '../machines/feed.ts'
import { absolute, pictureAddress, sharedPicture } from '../machines/addresses.ts'
import { breadcrumbLd, ldText, type Crumb, type JsonLd } from '../machines/jsonLd.ts'

export type PageHead = {
  /** Where it is not the page's path: a further page of a list is an address of its own. */
  canonical?: string
  image?: Media | undefined
  article?: { published: string; modified: string; section: string }
  /** Feeds of what the page shows; `base`: as in the address, '' for the whole site. */
  feeds?: { title: string; base: string }
  calendar?: { title: string; path: string } | undefined
  /** From the first page, which is not named, to this one. */
  trail?: readonly Crumb[]
  data?: readonly (JsonLd | null)[]
}
type HeadSite = { settings: Settings | null; siteUrl: string }
type HeadPage = { title: string; description?: string; path: string; noindex?: boolean; head?: PageHead }

const FORMAT_NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON' } as const

const meta = (property: string, content: string | number | undefined): Html | null =>
  content === undefined || content === '' ? null : html`<meta property="${property}" content="${content}" />`

function image({ settings, siteUrl }: HeadSite, { image: given }: PageHead): Html {
  const media = given?.loai === 'anh' ? given : settings?.bieuTrung
  if (!media) return html`<meta name="twitter:card" content="summary" />`
  const file = sharedPicture(media)
  const alt = media.altText ?? (media === settings?.bieuTrung ? `Biểu trưng ${settings.tenTruong}` : undefined)
  return html`${meta('og:image', pictureAddress(siteUrl, file))}${meta('og:image:type', file.kieu)}${meta('og:image:width', file.rong)}${meta('og:image:height', file.cao)}${meta('og:image:alt', alt)}<meta name="twitter:card" content="${given?.loai === 'anh' ? 'summary_large_image' : 'summary'}" />`
}

const feeds = ({ title, base }: { title: string; base: string }): Html[] =>
  Object.entries(FEED_FILES).map(
    ([file, f]) => html`<link rel="alternate" type="${FEED_TYPES[f]}" title="${title} (${FORMAT_NAMES[f]})" href="${base}/${file}" />`,
  )

const script = (data: JsonLd): Html => new Html(`<script type="application/ld+json">${ldText(data)}</script>`)

export function headOf(site: HeadSite, page: HeadPage): Html {
  const { settings, siteUrl } = site
  const about = page.head ?? {}
  const address = absolute(siteUrl, about.canonical ?? page.path)
  const { article, calendar, trail } = about
  const data = [...(about.data ?? []), trail ? breadcrumbLd(siteUrl, trail) : null].filter((d) => d !== null)
  return html`${page.description && html`<meta name="description" content="${page.description}" />`}${page.noindex && html`<meta name="robots" content="noindex" />`}
    <link rel="canonical" href="${address}" />
    ${meta('og:type', article ? 'article' : 'website')}${meta('og:url', address)}${meta('og:title', page.title)}${meta('og:description', page.description)}${meta('og:site_name', settings?.tenTruong ?? 'Trang thông tin điện tử')}${meta('og:locale', 'vi_VN')}
    ${image(site, about)}${article && [meta('article:published_time', article.published), meta('article:modified_time', article.modified), meta('article:section', article.section)]}${about.feeds && feeds(about.feeds)}${calendar && html`<link rel="alternate" type="text/calendar" title="${calendar.title}" href="${calendar.path}" />`}${data.map(script)}`
}
