import { Router } from 'express'
import { page, send, type Context } from '../http/context.ts'
import { eventTimes } from '../content/edition.ts'
import { untilNext } from '../../policy/time/event.ts'
import { stories } from '../queries/editions.ts'
import { eventsFrom } from '../queries/events.ts'
import { names } from '../queries/names.ts'
import { ofCollection } from '../content/tags.ts'

const FRESH_MS = 30 * 24 * 3_600_000
const MOST_FRESH = 3

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
        eventsFrom(db, now, 4),
        names(db, 'chu-de'),
        names(db, 'don-vi'),
      ])
      const fresh = notices.filter((n) => Date.parse(n.dangLanDau) > now - FRESH_MS).slice(0, MOST_FRESH)
      const lead = recent.find((s) => s.noiDung.anhBia) ?? recent[0] ?? null
      const data = { fresh, lead, latest: recent.filter((s) => s !== lead), goodDeeds, notices: notices.slice(fresh.length), events, topics, units, now }
      const body = pages.home(await site, data)
      send(res, 200, body, { tags: [ofCollection('tin-bai'), ofCollection('chu-de'), ofCollection('don-vi')], maxAgeMs: untilNext(eventTimes(events), now) })
    }),
  )
  return router
}
