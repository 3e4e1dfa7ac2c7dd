import { Router } from 'express'
import { send, type Context } from '../http/context.ts'
import { answersAs } from '../http/headerPolicy.ts'
import { evidencePage } from '../pages/evidence.ts'
import { frozenText } from '../queries/editions.ts'

/** What a reader needs to check a page without trusting it: the frozen words, the key, the head of the log. */
export function evidence({ db, site, evidence }: Pick<Context, 'db' | 'site' | 'evidence'>): Router {
  const router = Router()
  router.get('/ban-goc/:vanTay', async (req, res, next) => {
    const vanTay = String(req.params.vanTay)
    const found = /^[0-9a-f]{64}$/.test(vanTay) ? await frozenText(db, vanTay) : null
    if (found === null) return next()
    // The bytes whose SHA-256 is the fingerprint, nothing before and nothing after them.
    answersAs(res, 'machine')
    res.set({
      'Cache-Control': 'no-cache',
      'Content-Disposition': `inline; filename="${vanTay.slice(0, 16)}.json"`,
      'Last-Modified': found.since.toUTCString(),
    })
    res.type('application/json; charset=utf-8').send(Buffer.from(found.text, 'utf8'))
  })
  if (!evidence) return router
  router.get('/khoa-cong-khai.pem', (_req, res) => {
    answersAs(res, 'machine')
    res.set('Cache-Control', 'no-cache').type('application/x-pem-file').send(evidence.publicKey())
  })
  router.get('/so-duyet', async (_req, res) => {
    // Readers' own connections first: where the database stands still they say so within their time, and nothing else is asked.
    const [shown, head] = [await site(res), await evidence.head()]
    return send(res, 200, evidencePage(shown, head, (await evidence.deviceKeys?.()) ?? []), { tags: [], maxAgeMs: 0 })
  })
  return router
}
