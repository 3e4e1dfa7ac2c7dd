import { Router } from 'express'
import { page, send, type Context } from '../http/context.ts'
import type { Edition, Story } from '../content/edition.ts'
import { stories, upcoming } from '../queries/editions.ts'
import { names } from '../queries/names.ts'
import { ofCollection } from '../content/tags.ts'

/** Milliseconds until the first of these events has begun and is no longer upcoming. */
const untilNext = (events: Edition<Story>[], now: number): number =>
  Math.min(Infinity, ...events.map((e) => Date.parse(e.noiDung.suKien?.batDau ?? '') - now).filter((ms) => ms >= 0))

export function home(context: Context): Router {
  const { db, pages } = context
  const router = Router()
  router.get(
    '/',
    page(context, async (_req, res, site) => {
      const now = Date.now()
      const [recent, goodDeeds, notices, events, topics, units] = await Promise.all([
        stories(db, { notLoai: ['thongBao', 'nguoiTotViecTot'], limit: 7 }),
        stories(db, { loai: 'nguoiTotViecTot', limit: 3 }),
        stories(db, { loai: 'thongBao', limit: 5 }),
        upcoming(db, new Date(now).toISOString(), 4),
        names(db, 'chu-de'),
        names(db, 'don-vi'),
      ])
      const lead = recent.find((s) => s.noiDung.anhBia) ?? recent[0] ?? null
      const body = pages.home(await site, { lead, latest: recent.filter((s) => s !== lead), goodDeeds, notices, events, topics, units })
      send(res, 200, body, { tags: [ofCollection('tin-bai'), ofCollection('chu-de'), ofCollection('don-vi')], maxAgeMs: untilNext(events, now) })
    }),
  )
  return router
}
