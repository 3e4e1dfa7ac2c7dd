/** Draws one page of a list of stories; `?truoc=` is the last edition of the page before. */
import type { Request, Response } from 'express'
import { before } from '../asked/before.ts'
import { send, type Context } from '../http/context.ts'
import type { Site } from '../pages/site.ts'
import type { ListData } from '../pages/list.ts'
import { stories, type StoryFilter } from '../queries/editions.ts'

const PAGE = 20

export type About = Pick<ListData, 'title' | 'path' | 'above' | 'intro' | 'ways' | 'head'>

export async function storyPage(
  { db, pages }: Context,
  req: Request,
  res: Response,
  site: Promise<Site>,
  about: About | (() => Promise<About>),
  filter: Omit<StoryFilter, 'limit' | 'before'>,
  tags: readonly string[],
): Promise<void> {
  const truoc = before(req)
  if (truoc === undefined) return send(res, 404, pages.notFound(await site, req.path))
  const [found, drawn] = await Promise.all([stories(db, { ...filter, before: truoc, limit: PAGE + 1 }), typeof about === 'function' ? about() : about])
  // An address nobody was ever given: past the end there is no page.
  if (truoc !== null && found.length === 0) return send(res, 404, pages.notFound(await site, req.path))
  const shown = found.slice(0, PAGE)
  const body = pages.list(await site, { ...drawn, stories: shown, older: found.length > PAGE ? shown.at(-1)!.id : null, truoc })
  send(res, 200, body, { tags })
}
