/** Finds the live edition at an address, or answers why there is none: 404, 410 with the public reason, or where it moved. */
import type { Request, Response } from 'express'
import { send, type Context } from './context.ts'
import type { Edition } from './edition.ts'
import type { Site } from './pages/layout.ts'
import { currentSlug, editionAt } from './queries/editions.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** `base`: path before the slug, `/bai`; empty for static pages. `otherwise`: where nothing ever stood, instead of a 404. */
export async function liveAt<C>(
  { db, pages }: Context,
  req: Request,
  res: Response,
  site: Site,
  { boSuuTap, base, otherwise }: { boSuuTap: string; base: string; otherwise?: () => void },
): Promise<Edition<C> | null> {
  const slug = String(req.params.slug)
  const edition = SLUG.test(slug) ? await editionAt<C>(db, boSuuTap, slug) : null
  if (edition && edition.ketThucLuc === null) return edition
  const moved = edition && (await currentSlug(db, boSuuTap, edition.taiLieu))
  if (moved) res.redirect(301, `${base}/${moved}`)
  else if (edition?.ketThucLuc && edition.lyDoGo !== null)
    send(res, 410, pages.gone(site, req.path, { ketThucLuc: edition.ketThucLuc, lyDoGo: edition.lyDoGo }))
  else if (edition === null && otherwise) otherwise()
  else send(res, 404, pages.notFound(site, req.path))
  return null
}
