/** The calendar: a page for people, files for their calendar programs. */
import { nameOf } from '../content/words.ts'
import { Router } from 'express'
import { before } from '../asked/before.ts'
import { page, send, type Context } from '../http/context.ts'
import { eventTimes, type Story } from '../content/edition.ts'
import { eventTime, untilNext } from '../../policy/time/event.ts'
import { A_DAY, firstOfDay } from '../../policy/time/hanoi.ts'
import { liveAt } from '../http/lookup.ts'
import { writeCalendar } from '../machines/calendar.ts'
import { datedStories, eventsBefore, eventsFrom } from '../queries/events.ts'
import { ofCollection, ofDocument, ofList } from '../content/tags.ts'

const CALENDAR = { type: 'text/calendar; charset=utf-8', as: 'machine' } as const
/** Files hold what was within a year and all that comes; lists show this many at once. */
const IN_A_FILE = 500
const COMING = 100
const PAST = 20

const aYearAgo = (): number => firstOfDay(Date.now() - 366 * A_DAY)

export function events(context: Context): Router {
  const { db, pages, siteUrl, identity } = context
  const router = Router()
  router.get(
    '/lich',
    page(context, async (req, res, site) => {
      const truoc = before(req)
      if (truoc === undefined) return send(res, 404, pages.notFound(await site, req.path))
      const now = Date.now()
      const [upcoming, past] = await Promise.all([truoc === null ? eventsFrom(db, now, COMING) : [], eventsBefore(db, now, truoc, PAST + 1)])
      if (truoc !== null && past.length === 0) return send(res, 404, pages.notFound(await site, req.path))
      const shown = past.slice(0, PAST)
      const body = pages.events(await site, { upcoming, past: shown, truoc, older: past.length > PAST ? shown.at(-1)!.id : null, now })
      send(res, 200, body, { tags: [ofCollection('tin-bai')], maxAgeMs: untilNext(eventTimes(upcoming), now) })
    }),
  )
  router.get(
    '/lich.ics',
    page(context, async (_req, res, site) => {
      const [{ settings }, found] = await Promise.all([site, datedStories(db, aYearAgo(), IN_A_FILE)])
      const name = `Lịch ${nameOf(settings)}`
      send(res, 200, writeCalendar({ name, siteUrl, path: '/lich.ics', identity: await identity() }, found), {
        ...CALENDAR,
        tags: [ofCollection('tin-bai')],
        maxAgeMs: A_DAY,
      })
    }),
  )
  router.get(
    '/chu-de/:slug/lich.ics',
    page(context, async (req, res, site) => {
      const topic = await liveAt<object>(context, req, res, site, { boSuuTap: 'chu-de', base: '/chu-de', rest: '/lich.ics' })
      if (!topic) return
      const found = await datedStories(db, aYearAgo(), IN_A_FILE, topic.taiLieu)
      const about = { name: `Lịch: ${topic.tieuDe}`, siteUrl, path: `/chu-de/${topic.slug}/lich.ics`, identity: await identity() }
      const tags = [ofDocument('chu-de', topic.taiLieu), ofList('tin-bai', 'chuDe', topic.taiLieu)]
      send(res, 200, writeCalendar(about, found), { ...CALENDAR, tags, maxAgeMs: A_DAY })
    }),
  )
  router.get(
    '/bai/:slug/lich.ics',
    page(context, async (req, res, site) => {
      const story = await liveAt<Story>(context, req, res, site, { boSuuTap: 'tin-bai', base: '/bai', rest: '/lich.ics' })
      if (!story) return
      if (eventTime(story.noiDung.suKien) === null) return send(res, 404, pages.notFound(await site, req.path))
      const about = { name: story.tieuDe, siteUrl, path: `/bai/${story.slug}/lich.ics`, identity: await identity() }
      send(res, 200, writeCalendar(about, [story]), { ...CALENDAR, tags: [ofDocument('tin-bai', story.taiLieu)] })
    }),
  )
  return router
}
