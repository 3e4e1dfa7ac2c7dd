/**
 * schoolSite(options): the school's website as ordinary Express middleware. It reads live editions and nothing
 * else, needs no JavaScript in the browser, and passes on what is not its own (`next()`).
 */
import { Router } from 'express'
import { SILENT } from '../policy/failures/log.ts'
import { tellingAway } from './cache/away.ts'
import { keepPages, serveLast } from './cache/keepPages.ts'
import { schoolCache } from './cache/schoolCache.ts'
import type { Context, SchoolSiteOptions } from './http/context.ts'
import { strictHeaders } from './http/headers.ts'
import { PAGES } from './pages/index.ts'
import { OWN_PAGES } from './pages/own.ts'
import { siteNow } from './queries/siteNow.ts'
import type { Db } from './queries/db.ts'
import { fixedIdentity } from './queries/identity.ts'
import { aboutSite } from './routes/aboutSite.ts'
import { archive } from './routes/archive.ts'
import { article } from './routes/article.ts'
import { assets } from './routes/assets.ts'
import { crawlers } from './routes/crawlers.ts'
import { disclosure } from './routes/disclosure.ts'
import { display } from './routes/display.ts'
import { documents } from './routes/documents.ts'
import { events } from './routes/events.ts'
import { evidence } from './routes/evidence.ts'
import { feeds } from './routes/feeds.ts'
import { files } from './routes/files.ts'
import { galleryRoutes } from './routes/gallery.ts'
import { home } from './routes/home.ts'
import { lists } from './routes/lists.ts'
import { namesRoutes } from './routes/names.ts'
import { oneAddress } from './routes/oneAddress.ts'
import { ownPages } from './routes/ownPages.ts'
import { searchRoute } from './routes/search.ts'
import { staticPage } from './routes/staticPage.ts'
import { siteFor } from './http/siteFor.ts'

/** Asked until there is one, for it never changes. */
function identityOf(db: Db, { identity, siteUrl }: SchoolSiteOptions): Context['identity'] {
  let fixed = identity ?? null
  return async () => (fixed ??= await fixedIdentity(db)) ?? siteUrl
}

export function contextOf(options: SchoolSiteOptions): Context {
  const db = tellingAway(options.db)
  const log = options.log ?? SILENT
  return {
    ...options,
    db,
    pages: { ...PAGES, ...options.pages },
    collections: options.collections ?? OWN_PAGES,
    log,
    identity: identityOf(db, options),
    cache: options.cache ?? schoolCache({ db }, undefined, log).pages,
    site: (res) => {
      const now = siteNow(db, options.collections ?? OWN_PAGES)
      // Not known: then the page answers its own reader alone.
      res.locals.stands = now.then(
        ({ khanConMs }) => khanConMs,
        () => undefined,
      )
      const site = now.then((known) => siteFor(res, options, known))
      // A route that failed before it needed them has told its own reason.
      site.catch(() => undefined)
      return site
    },
  }
}

export function schoolSite(options: SchoolSiteOptions): Router {
  const context = contextOf(options)
  const router = Router({ caseSensitive: true })
  router.use(keepPages(context.cache, options.cdn, context.log))
  router.use(strictHeaders)
  for (const routes of [
    oneAddress,
    assets,
    display,
    files,
    evidence,
    crawlers,
    feeds,
    events,
    searchRoute,
    home,
    article,
    archive,
    namesRoutes,
    lists,
    galleryRoutes,
    documents,
    disclosure,
    aboutSite,
    ownPages,
    staticPage,
  ])
    router.use(routes(context))
  router.use(serveLast)
  return router
}
