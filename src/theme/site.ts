/**
 * schoolSite(options): the school's website as ordinary Express middleware. It reads live editions and nothing
 * else, needs no JavaScript in the browser, and passes on what is not its own (`next()`).
 */
import { Router, type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import { articlePage } from './pages/article.ts'
import { homePage } from './pages/home.ts'
import { listPage } from './pages/list.ts'
import { gonePage, notFoundPage } from './pages/message.ts'
import type { Site } from './pages/layout.ts'
import type { Edition, Named, Story } from './edition.ts'
import { html } from './html.ts'
import { evidence } from './routes/evidence.ts'
import { files } from './routes/files.ts'
import { searchRoute } from './routes/search.ts'
import { assets } from './routes/assets.ts'
import { send, type Context, type SchoolSiteOptions } from './context.ts'
import { keepLast, LastPages, serveLast, tellingAway } from './lastPages.ts'
import { correctionsOf, currentSlug, editionAt, names, siteNow, stories, upcoming, type StoryFilter } from './queries/editions.ts'

const PAGE = 20
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The id of `?truoc=`, null without one, undefined where it is not a number. */
const before = (req: Request): number | null | undefined => {
  const raw = req.query.truoc
  if (raw === undefined) return null
  return typeof raw === 'string' && /^\d{1,9}$/.test(raw) ? Number(raw) : undefined
}

const strictHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], imgSrc: ["'self'"], styleSrc: ["'self'"], formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  strictTransportSecurity: false,
})

export function schoolSite(options: SchoolSiteOptions): Router {
  const db = tellingAway(options.db)
  const router = Router({ caseSensitive: true })
  const context: Context = {
    ...options,
    db,
    site: async (res) => {
      const { settings, khanConMs } = await siteNow(db)
      res.locals.khanConMs = khanConMs
      return { settings, siteUrl: options.siteUrl, soDuyet: options.evidence !== undefined }
    },
  }
  const page =
    (handler: (req: Request, res: Response, site: Site) => Promise<void>): RequestHandler =>
    async (req, res) =>
      handler(req, res, await context.site(res))

  const list = async (
    req: Request,
    res: Response,
    site: Site,
    about: { title: string; path: string; intro?: unknown },
    filter: Omit<StoryFilter, 'limit' | 'before'>,
  ): Promise<void> => {
    const truoc = before(req)
    if (truoc === undefined) return send(res, 404, notFoundPage(site, req.path))
    const found = await stories(db, { ...filter, before: truoc, limit: PAGE + 1 })
    const shown = found.slice(0, PAGE)
    send(
      res,
      200,
      listPage(site, { ...about, intro: about.intro as never, stories: shown, older: found.length > PAGE ? shown.at(-1)!.id : null, paged: truoc !== null }),
    )
  }

  /** A live edition at this address; answers 404, 410 or a redirect itself where there is none. */
  const liveAt = async <C>(req: Request, res: Response, site: Site, boSuuTap: string, base: string): Promise<Edition<C> | null> => {
    const slug = String(req.params.slug)
    const edition = SLUG.test(slug) ? await editionAt<C>(db, boSuuTap, slug) : null
    if (edition && edition.ketThucLuc === null) return edition
    const moved = edition && (await currentSlug(db, boSuuTap, edition.taiLieu))
    if (moved) res.redirect(301, `${base}/${moved}`)
    else if (edition?.ketThucLuc && edition.lyDoGo !== null)
      send(res, 410, gonePage(site, req.path, { ketThucLuc: edition.ketThucLuc, lyDoGo: edition.lyDoGo }))
    else send(res, 404, notFoundPage(site, req.path))
    return null
  }

  router.use(strictHeaders)
  router.use(keepLast(options.lastPages ?? new LastPages()))
  router.use(assets(context))
  router.use(files(context))
  router.use(evidence(context))
  router.use(searchRoute(context))

  router.get(
    '/',
    page(async (_req, res, site) => {
      const [recent, deeds, notices, events, topics] = await Promise.all([
        stories(db, { notLoai: ['thongBao', 'nguoiTotViecTot'], limit: 7 }),
        stories(db, { loai: 'nguoiTotViecTot', limit: 1 }),
        stories(db, { loai: 'thongBao', limit: 5 }),
        upcoming(db, new Date().toISOString(), 4),
        names(db, 'chu-de'),
      ])
      const lead = recent.find((s) => s.noiDung.anhBia) ?? recent[0] ?? null
      send(res, 200, homePage(site, { lead, latest: recent.filter((s) => s !== lead), goodDeed: deeds[0] ?? null, notices, events, topics }))
    }),
  )

  router.get(
    '/bai/:slug',
    page(async (req, res, site) => {
      const edition = await liveAt<Story>(req, res, site, 'tin-bai', '/bai')
      if (!edition) return
      const topic = edition.noiDung.chuDe?.[0]
      const [related, corrections] = await Promise.all([
        topic ? stories(db, { chuDe: topic.taiLieu, except: [edition.id], limit: 3 }) : [],
        correctionsOf(db, edition.taiLieu),
      ])
      send(res, 200, articlePage(site, edition, related, corrections))
    }),
  )

  router.get(
    '/nguoi-tot-viec-tot',
    page((req, res, site) =>
      list(
        req,
        res,
        site,
        {
          title: 'Người tốt việc tốt',
          path: '/nguoi-tot-viec-tot',
          intro: html`<p class="sa-po">Những việc đẹp của học sinh, thầy cô và người dân quanh trường, do các chi đoàn kể lại.</p>`,
        },
        { loai: 'nguoiTotViecTot' },
      ),
    ),
  )
  router.get(
    '/thong-bao',
    page((req, res, site) => list(req, res, site, { title: 'Thông báo', path: '/thong-bao' }, { loai: 'thongBao' })),
  )

  router.get(
    '/chu-de/:slug',
    page(async (req, res, site) => {
      const topic = await liveAt<{ ten: string; namHoc?: string; canCu?: string }>(req, res, site, 'chu-de', '/chu-de')
      if (!topic) return
      const { namHoc, canCu } = topic.noiDung
      const intro = (namHoc || canCu) && html`<p class="mo">${namHoc && `Năm học ${namHoc}. `}${canCu && `Căn cứ: ${canCu}`}</p>`
      await list(req, res, site, { title: topic.tieuDe, path: `/chu-de/${topic.slug}`, intro }, { chuDe: topic.taiLieu })
    }),
  )

  router.get(
    '/don-vi/:slug',
    page(async (req, res, site) => {
      const unit = await liveAt<{ ten: string; cha?: Named }>(req, res, site, 'don-vi', '/don-vi')
      if (!unit) return
      const { cha } = unit.noiDung
      const intro = cha && html`<p class="mo">Thuộc <a href="/don-vi/${cha.slug}">${cha.ten}</a></p>`
      await list(req, res, site, { title: unit.tieuDe, path: `/don-vi/${unit.slug}`, intro }, { donVi: unit.taiLieu })
    }),
  )

  router.use(serveLast)
  return router
}
