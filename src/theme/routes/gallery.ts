/** `/tu-lieu`, by school year and unit, and the page of one picture. */
import { Router, type Request, type Response } from 'express'
import { schoolYearName, schoolYearStart } from '../../policy/time/schoolYear.ts'
import { page, send, type Context } from '../http/context.ts'
import type { Named } from '../content/edition.ts'
import { liveAt } from '../http/lookup.ts'
import type { Site } from '../pages/site.ts'
import { gallery, isCursor, pictureEnded, pictureShown, unitsWithPictures, yearsWithPictures } from '../queries/gallery.ts'
import { ofCollection } from '../content/tags.ts'

const PAGE = 24
/** Stories named beside one picture; a crest may stand in thousands. */
const STORIES = 20
const TAGS = [ofCollection('tin-bai'), ofCollection('tu-lieu'), ofCollection('don-vi')]

const yearPath = (start: number): string => `/tu-lieu/${schoolYearName(start)}`

export function galleryRoutes(context: Context): Router {
  const { db, pages } = context
  const router = Router()

  const draw = async (req: Request, res: Response, site: Promise<Site>, namHoc?: number, unit?: Named): Promise<void> => {
    const before = req.query.truoc
    const years = await yearsWithPictures(db)
    const unknown = (before !== undefined && !(typeof before === 'string' && isCursor(before))) || (namHoc !== undefined && !years.includes(namHoc))
    if (unknown) return send(res, 404, pages.notFound(await site, req.path))
    const filter = { ...(namHoc === undefined ? {} : { namHoc }), ...(unit ? { donVi: unit.taiLieu } : {}) }
    const [found, units] = await Promise.all([
      gallery(db, { ...filter, before: before ?? null, limit: PAGE + 1 }),
      namHoc === undefined ? [] : unitsWithPictures(db, namHoc),
    ])
    const shown = found.slice(0, PAGE)
    const year = namHoc === undefined ? null : { ten: `Năm học ${schoolYearName(namHoc)}`, duongDan: yearPath(namHoc) }
    const path = year ? (unit ? `${year.duongDan}/${unit.slug}` : year.duongDan) : '/tu-lieu'
    const root = { ten: 'Ảnh và tư liệu', duongDan: '/tu-lieu' }
    const body = pages.gallery(await site, {
      title: year ? (unit ? `${unit.ten}: ảnh năm học ${schoolYearName(namHoc!)}` : `Ảnh năm học ${schoolYearName(namHoc!)}`) : 'Ảnh và tư liệu',
      path,
      above: year ? [root, ...(unit ? [year] : [])] : [],
      items: shown,
      years: years.map((start) => ({ ten: schoolYearName(start), duongDan: yearPath(start), chon: start === namHoc && !unit })),
      units: units.map((u) => ({ ten: u.ten, duongDan: `${year!.duongDan}/${u.slug}`, chon: u.taiLieu === unit?.taiLieu })),
      older: found.length > PAGE ? `${path}?truoc=${shown.at(-1)!.cursor}` : null,
      paged: before !== undefined,
    })
    send(res, 200, body, { tags: TAGS })
  }

  router.get(
    '/tu-lieu',
    page(context, (req, res, site) => draw(req, res, site)),
  )
  router.get(
    '/tu-lieu/anh/:id',
    page(context, async (req, res, site) => {
      const id = /^[1-9]\d{0,8}$/.test(String(req.params.id)) ? Number(req.params.id) : null
      const shown = id === null ? [] : await pictureShown(db, id, STORIES)
      // The newest edition that shows it has the file and the words that were approved last.
      const newest = shown.findLast((item) => item.media.taiLieu === id)
      if (newest) return send(res, 200, pages.picture(await site, { media: newest.media, shown }), { tags: TAGS })
      const ended = id === null ? null : await pictureEnded(db, id)
      if (ended) send(res, 410, pages.gone(await site, req.path, ended))
      else send(res, 404, pages.notFound(await site, req.path))
    }),
  )
  router.get(
    '/tu-lieu/:nam',
    page(context, async (req, res, site) => {
      const namHoc = schoolYearStart(String(req.params.nam))
      if (namHoc === null) return send(res, 404, pages.notFound(await site, req.path))
      await draw(req, res, site, namHoc)
    }),
  )
  router.get(
    '/tu-lieu/:nam/:slug',
    page(context, async (req, res, site) => {
      const namHoc = schoolYearStart(String(req.params.nam))
      if (namHoc === null) return send(res, 404, pages.notFound(await site, req.path))
      const unit = await liveAt<{ ten: string }>(context, req, res, site, { boSuuTap: 'don-vi', base: yearPath(namHoc) })
      if (unit) await draw(req, res, site, namHoc, { taiLieu: unit.taiLieu, slug: unit.slug, ten: unit.tieuDe })
    }),
  )
  return router
}
