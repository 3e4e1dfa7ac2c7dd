/** What crawlers and other programs ask for at addresses of their own choosing. */
import { Router } from 'express'
import { basesOf } from '../../policy/gate/gates/index.ts'
import { CLOSED_TO_CRAWLERS, COMMON_PART } from '../../policy/gate/machineFiles.ts'
import { page, send, type Context } from '../http/context.ts'
import { writtenAs } from '../http/redirect.ts'
import { BASES } from '../machines/addresses.ts'
import { archivePages, COMMON_PAGES } from '../machines/commonPages.ts'
import { securityTxt } from '../machines/securityTxt.ts'
import { writeSitemap, writeSitemapIndex } from '../machines/sitemap.ts'
import { monthsOfStories } from '../queries/editions.ts'
import { sitemapEntries, sitemapParts } from '../queries/sitemap.ts'
import { EVERY_PAGE, ofCollection } from '../content/tags.ts'

const XML = { type: 'application/xml; charset=utf-8', as: 'machine' } as const
const TEXT = { type: 'txt', as: 'machine' } as const
const A_DAY_MS = 86_400_000
const PART = /^([a-z0-9-]+)-([1-9]\d{0,5})\.xml$/

export function crawlers(context: Context): Router {
  const { db, siteUrl, pages } = context
  const router = Router()
  const own = basesOf((context.collections ?? []).map(({ gate }) => gate))
  const bases: Readonly<Record<string, string>> = { ...BASES, ...own }
  const collections = Object.keys(bases)

  router.get('/robots.txt', (_req, res) => {
    const closed = CLOSED_TO_CRAWLERS.map((path) => `Disallow: ${path}\n`).join('')
    send(res, 200, `User-agent: *\n${closed}\nSitemap: ${siteUrl}/sitemap.xml\n`, { ...TEXT, tags: [] })
  })
  router.get('/favicon.ico', (_req, res) => writtenAs(res, '/favicon.svg'))
  router.get(
    '/.well-known/security.txt',
    page(context, async (req, res, site) => {
      const email = (await site).settings?.email
      if (!email) return send(res, 404, pages.notFound(await site, req.path))
      send(res, 200, securityTxt(siteUrl, email, new Date()), { ...TEXT, tags: [EVERY_PAGE], maxAgeMs: A_DAY_MS })
    }),
  )
  router.get(
    '/sitemap.xml',
    page(context, async (_req, res) => {
      const body = await writeSitemapIndex(siteUrl, [{ name: COMMON_PART }, ...(await sitemapParts(db, collections))])
      send(res, 200, body, { ...XML, tags: collections.map(ofCollection) })
    }),
  )
  router.get(
    '/sitemap/:part',
    page(context, async (req, res, site) => {
      const asked = String(req.params.part)
      if (asked === `${COMMON_PART}.xml`) {
        const entries = [...COMMON_PAGES, ...Object.values(own), ...archivePages(await monthsOfStories(db))].map((path) => ({ path }))
        return send(res, 200, await writeSitemap(siteUrl, entries), { ...XML, tags: [ofCollection('tin-bai')] })
      }
      const [, boSuuTap, part] = PART.exec(asked) ?? []
      const base = boSuuTap !== undefined && Object.hasOwn(bases, boSuuTap) ? bases[boSuuTap]! : null
      const entries = base === null ? [] : await sitemapEntries(db, { boSuuTap: boSuuTap!, base }, Number(part))
      if (entries.length === 0) return send(res, 404, pages.notFound(await site, req.path))
      // A topic is listed while a story of it stands.
      send(res, 200, await writeSitemap(siteUrl, entries), { ...XML, tags: [ofCollection(boSuuTap!), ofCollection('tin-bai')] })
    }),
  )
  return router
}
