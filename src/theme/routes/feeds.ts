/** Feeds of the whole site, of each kind, topic and unit, and the page that explains them. */
import { Router, type Request, type Response } from 'express'
import { GATES } from '../../policy/gate/gates/index.ts'
import { page, send, type Context } from '../http/context.ts'
import { LOAI, type Edition, type Story } from '../content/edition.ts'
import { liveAt } from '../http/lookup.ts'
import { tagOf } from '../machines/addresses.ts'
import { FEED_FILES, FEED_TYPES, NEWEST, writeFeed, type FeedAbout, type FeedFile } from '../machines/feed.ts'
import type { Site } from '../pages/site.ts'
import { stories, type StoryFilter } from '../queries/editions.ts'
import { names } from '../queries/names.ts'
import { ofCollection, ofDocument, ofList } from '../content/tags.ts'

const FILES = Object.keys(FEED_FILES) as FeedFile[]
const OF_NAMED = GATES.flatMap(({ slug, narrows, labels }) => (narrows ? [{ boSuuTap: slug, by: narrows, what: labels.one.vi.toLowerCase() }] : []))

const schoolOf = (site: Site): string => site.settings?.tenTruong ?? 'Trang thông tin điện tử'

export function feeds(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  const answer = async (
    res: Response,
    site: Promise<Site>,
    file: FeedFile,
    about: FeedAbout,
    filter: Omit<StoryFilter, 'limit'>,
    tags: string[],
  ): Promise<void> => {
    const format = FEED_FILES[file]
    const newest = await stories(db, { ...filter, limit: NEWEST })
    send(res, 200, writeFeed(format, { ...(await site), identity: await context.identity() }, about, newest), {
      type: `${FEED_TYPES[format]}; charset=utf-8`,
      as: 'machine',
      tags,
    })
  }
  const ofKind = (file: FeedFile, loai: Story['loai'], base: string) => async (_req: Request, res: Response, site: Promise<Site>) => {
    const title = `${LOAI[loai].ten} – ${schoolOf(await site)}`
    await answer(res, site, file, { title, base, description: title }, { loai }, [ofList('tin-bai', 'loai', loai)])
  }

  for (const file of FILES) {
    router.get(
      `/${file}`,
      page(context, async (_req, res, site) => {
        const title = schoolOf(await site)
        await answer(res, site, file, { title, base: '', description: `Trang thông tin điện tử ${title}` }, {}, [ofCollection('tin-bai')])
      }),
    )
    for (const [loai, { duongDan }] of Object.entries(LOAI)) {
      router.get(`${duongDan}/${file}`, page(context, ofKind(file, loai as Story['loai'], duongDan)))
    }
    for (const { boSuuTap, by, what } of OF_NAMED) {
      router.get(
        `/${boSuuTap}/:slug/${file}`,
        page(context, async (req, res, site) => {
          const found = await liveAt<object>(context, req, res, site, { boSuuTap, base: `/${boSuuTap}`, rest: `/${file}` })
          if (!found) return
          const tags = [ofDocument(boSuuTap, found.taiLieu), ofList('tin-bai', by, found.taiLieu)]
          await answer(res, site, file, aboutNamed(await site, await context.identity(), found, what), { [by]: found.taiLieu }, tags)
        }),
      )
    }
  }

  router.get(
    '/rss',
    page(context, async (_req, res, site) => {
      const [topics, units] = await Promise.all([names(db, 'chu-de'), names(db, 'don-vi')])
      send(res, 200, pages.feeds(await site, { topics, units }), { tags: [ofCollection('chu-de'), ofCollection('don-vi')] })
    }),
  )
  return router
}

const aboutNamed = (site: Site, identity: string, e: Edition<object>, what: string): FeedAbout => ({
  title: `${e.tieuDe} – ${schoolOf(site)}`,
  base: `/${e.boSuuTap}/${e.slug}`,
  description: `Tin bài của ${schoolOf(site)} theo ${what}: ${e.tieuDe}`,
  id: tagOf(identity, e),
  since: e.createdAt,
})
