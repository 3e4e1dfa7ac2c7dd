/**
 * Finds the live edition at an address, or answers why there is none: 404, 410 with the public reason, or where it moved.
 * Rule: a document has one address. Its former ones, capitals and a slash at the end lead there in one step, and nowhere else.
 */
import type { Request, Response } from 'express'
import { isSlug } from '../../policy/gate/slug.ts'
import { send, type Context } from './context.ts'
import { standsNowAt } from './redirect.ts'
import type { Edition } from '../content/edition.ts'
import type { Site } from '../pages/site.ts'
import { editionAt, newestOf } from '../queries/editions.ts'
import { before } from '../asked/before.ts'

/** `base`: path before the slug, `/bai`, empty for static pages; `rest`: what follows it, `/rss.xml`; `otherwise`: where nothing ever stood, instead of a 404. */
export type Place = { boSuuTap: string; base: string; rest?: string; otherwise?: () => void }

export async function liveAt<C>(
  { db, pages }: Context,
  req: Request,
  res: Response,
  site: Promise<Site>,
  { boSuuTap, base, rest = '', otherwise }: Place,
): Promise<Edition<C> | null> {
  const slug = String(req.params.slug).toLowerCase()
  const found = isSlug(slug) ? await editionAt<C>(db, boSuuTap, slug) : null
  const edition = found && found.ketThucLuc !== null ? await newestOf<C>(db, boSuuTap, found.taiLieu) : found
  if (edition?.ketThucLuc === null) {
    const address = `${base}/${edition.slug}${rest}`
    if (req.path === address) return edition
    const truoc = before(req)
    standsNowAt(res, truoc ? `${address}?truoc=${truoc}` : address)
  } else if (edition?.ketThucLuc && edition.lyDoGo !== null)
    send(res, 410, pages.gone(await site, req.path, { ketThucLuc: edition.ketThucLuc, lyDoGo: edition.lyDoGo }))
  else if (found === null && otherwise) otherwise()
  else send(res, 404, pages.notFound(await site, req.path))
  return null
}
