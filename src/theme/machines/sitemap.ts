/** Lists of addresses for search engines (sitemaps.org), with the pictures of each page. */
import { Readable } from 'node:stream'
import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap'
import type { PictureFile } from '../content/edition.ts'
import { pictureAddress } from './addresses.ts'

export type SitemapEntry = { path: string; lastmod?: string; pictures?: readonly PictureFile[] }
export type SitemapPart = { name: string; lastmod?: string }

/** Documents a part, by their ids: a document stays in its part for ever. The protocol allows 50,000. */
export const PART_SIZE = 1000

export async function writeSitemap(siteUrl: string, entries: readonly SitemapEntry[]): Promise<string> {
  const items = entries.map((e) => ({
    url: siteUrl + e.path,
    ...(e.lastmod ? { lastmod: e.lastmod } : {}),
    img: (e.pictures ?? []).map((p) => ({ url: pictureAddress(siteUrl, p) })),
  }))
  const stream = new SitemapStream({ level: ErrorLevel.THROW, xmlns: { news: false, video: false, xhtml: false, image: true } })
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString()
}

export async function writeSitemapIndex(siteUrl: string, parts: readonly SitemapPart[]): Promise<string> {
  const items = parts.map((p) => ({ url: `${siteUrl}/sitemap/${p.name}.xml`, ...(p.lastmod ? { lastmod: p.lastmod } : {}) }))
  return (await streamToPromise(Readable.from(items).pipe(new SitemapIndexStream({ level: ErrorLevel.THROW })))).toString()
}
