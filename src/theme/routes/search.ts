import { Router } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { cleanQuery, excerpt, search } from '../queries/search.ts'
import { send, type Context } from '../context.ts'

const A_MINUTE = { points: 180, duration: 60 }
const SHOWN = 20

export function searchRoute({ db, site, pages }: Context): Router {
  const router = Router()
  const limiter = new RateLimiterMemory(A_MINUTE)
  router.get('/tim-kiem', async (req, res) => {
    const refused = await limiter.consume(req.ip ?? '').then(
      () => null,
      (r: unknown) => r,
    )
    if (refused instanceof RateLimiterRes) {
      const seconds = Math.ceil(refused.msBeforeNext / 1000)
      res.set('Retry-After', String(seconds))
      return send(res, 429, pages.tooMany(await site(res), seconds))
    }
    const q = cleanQuery(req.query.q)
    const found = q === '' ? [] : await search(db, q, SHOWN)
    send(res, 200, pages.search(await site(res), { q, found: found.map((story) => ({ story, excerpt: excerpt(story, q) })) }))
  })
  return router
}
