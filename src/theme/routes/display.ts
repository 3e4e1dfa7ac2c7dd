import { Router } from 'express'
import type { Context } from '../http/context.ts'
import { COLOURS, COOKIE, cookieOf, SIZES } from '../asked/display.ts'

const A_YEAR = 365 * 24 * 3_600_000
/** Rule: it leads back into this site only; anything else is the home page. */
const back = (raw: unknown): string => (typeof raw === 'string' && /^\/(?![/\\])[\w\-./?=&%]{0,500}$/.test(raw) && !raw.startsWith('/hien-thi') ? raw : '/')

/** Keeps how a reader wants pages shown, and goes back. */
export function display({ siteUrl }: Context): Router {
  const router = Router()
  router.get('/hien-thi/chon', (req, res) => {
    const { co, mau, ve } = req.query
    const value = cookieOf({ size: SIZES.find((s) => s === co) ?? null, colours: COLOURS.find((c) => c === mau) ?? null })
    res.cookie(COOKIE, value, { maxAge: A_YEAR, httpOnly: true, sameSite: 'lax', secure: siteUrl.startsWith('https:'), path: '/' })
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }).redirect(303, back(ve))
  })
  return router
}
