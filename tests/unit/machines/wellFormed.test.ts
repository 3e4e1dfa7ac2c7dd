/** XML by libxml2: well formed whatever the words; the sitemap by the schema of sitemaps.org, which the package `sitemap` brings along. */
import { readFileSync } from 'node:fs'
import { XMLToSitemapIndexStream } from 'sitemap'
import { Readable } from 'node:stream'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, it } from 'vitest'
import { writeFeed } from '../../../src/theme/machines/feed.ts'
import { writeSitemap, writeSitemapIndex } from '../../../src/theme/machines/sitemap.ts'
import { edition, PICTURE, SETTINGS, SITE_URL } from '../../support/editions.ts'

/** The two things the site says of a picture; Google's own schema is not free to copy. */
const IMAGE_XSD = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.google.com/schemas/sitemap-image/1.1" elementFormDefault="qualified">
  <xsd:element name="image"><xsd:complexType><xsd:sequence><xsd:element name="loc" type="xsd:anyURI"/></xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>`
const sitemapXsd = readFileSync('node_modules/sitemap/schema/sitemap.xsd', 'utf8').replace(
  /(<xsd:schema[^>]*>)/,
  '$1<xsd:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/>',
)
const errorsOf = async (contents: string, schema?: string): Promise<string[]> => {
  const xml = [{ fileName: 'a.xml', contents }]
  const { errors } = await validateXML(
    schema
      ? { xml, schema: [{ fileName: 'sitemap.xsd', contents: schema }], preload: [{ fileName: 'image.xsd', contents: IMAGE_XSD }] }
      : { xml, normalization: 'format' },
  )
  return errors.map((e) => e.message)
}
const entries = [
  { path: '/bai/tin-thu', lastmod: '2026-11-21T02:40:00.000Z', pictures: [PICTURE, ...PICTURE.kichThuoc!] },
  { path: '/', pictures: [] },
]

describe('a sitemap', () => {
  it('is valid by the official schema', async () => {
    const text = await writeSitemap(SITE_URL, entries)
    expect(await errorsOf(text, sitemapXsd)).toEqual([])
    expect(text).toContain(`<image:loc>${SITE_URL}/tep/${'a'.repeat(64)}/2400.webp</image:loc>`)
    expect(text).toContain('<lastmod>2026-11-21T02:40:00.000Z</lastmod>')
  })
  it('the schema does refuse what is wrong', async () => {
    const text = await writeSitemap(SITE_URL, entries)
    expect(await errorsOf(text.replace('2026-11-21T02', 'hôm qua'), sitemapXsd)).not.toEqual([])
    expect(await errorsOf(text.replaceAll('image:loc', 'image:title'), sitemapXsd)).not.toEqual([])
  })
  it('its index is well formed and read back part by part', async () => {
    const text = await writeSitemapIndex(SITE_URL, [{ name: 'chung' }, { name: 'tin-bai-1', lastmod: '2026-11-21T02:40:00.000Z' }])
    expect(await errorsOf(text)).toEqual([])
    const parts: unknown[] = []
    for await (const part of Readable.from([text]).pipe(new XMLToSitemapIndexStream())) parts.push(part)
    expect(parts).toEqual([{ url: `${SITE_URL}/sitemap/chung.xml` }, { url: `${SITE_URL}/sitemap/tin-bai-1.xml`, lastmod: '2026-11-21T02:40:00.000Z' }])
  })
})

describe.each(['rss', 'atom'] as const)('a feed (%s)', (format) => {
  it('is well formed with hostile words everywhere', async () => {
    const words = '& < > " \' ]]> ]]> <!-- \u0001 \uD800 \uFFFF &amp; &#0; <script>'
    const named = { taiLieu: 1, slug: 'a', ten: words }
    const story = edition(
      {},
      { tieuDe: words, tomTat: words, butDanh: words, donVi: named, chuDe: [named], nguonTin: words, anhBia: { ...PICTURE, altText: words, chuThich: words } },
    )
    const text = writeFeed(format, { settings: { ...SETTINGS, tenTruong: words }, siteUrl: SITE_URL }, { title: words, base: '', description: words }, [story])
    expect(await errorsOf(text)).toEqual([])
  })
})
