import { Router } from 'express'
import { sqlState } from '../../policy/failures/causes.ts'
import { parseQuery } from '../../policy/text/searchWords.ts'
import { page, send, type Context } from '../http/context.ts'
import { routeOf } from '../cache/route.ts'
import { names } from '../queries/names.ts'
import { between, cursorOf, isNarrowed, narrowing, readFilters, wordsOf } from '../asked/search.ts'
import { find } from '../search/find.ts'
import { type Answer } from '../asked/answer.ts'
import { narrowed } from '../asked/question.ts'
import { limit } from './limit.ts'

/** The database answered, and said that it took too long. */
const tookTooLong = (error: unknown): boolean => sqlState(error) === '57014'

export function searchRoute(context: Context): Router {
  const { db, pages, log } = context
  const router = Router()
  const refuses = limit(context)
  router.get(
    '/tim-kiem',
    page(context, async (req, res, asking) => {
      if (await refuses(req, res, asking)) return
      const [site, topics, units] = await Promise.all([asking, names(db, 'chu-de'), names(db, 'don-vi')])
      const { filters, unread } = readFilters(req.query, topics, units)
      const asked = parseQuery(wordsOf(req.query))
      const after = cursorOf(req.query)
      const { from, until } = between(filters)
      const only = narrowed(narrowing(filters, new Date().toISOString().slice(0, 10)))
      const data = { asked, filters, unread, topics, units, paged: after !== null }
      if (asked.terms.length === 0 && (asked.q !== '' || !isNarrowed(filters))) return send(res, 200, pages.search(site, { ...data, answer: null }))
      let answer: Answer
      try {
        answer = await find(db, { asked, only, from, until, after })
      } catch (error) {
        if (!tookTooLong(error)) throw error
        log.failed(error, { where: 'site', request: req, route: routeOf(req), status: 503 })
        res.set('Retry-After', '30')
        return send(res, 503, pages.search(site, { ...data, answer: 'tookTooLong' }))
      }
      send(res, 200, pages.search(site, { ...data, answer }))
    }),
  )
  return router
}
