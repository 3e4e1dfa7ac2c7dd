import { Router } from 'express'
import { hoaBan } from '../draw/motif.ts'
import { answersAs } from '../http/headerPolicy.ts'

/** The icon. */
export function assets(): Router {
  const router = Router()
  router.get('/favicon.svg', (_req, res) => {
    answersAs(res, 'asset')
    res
      .set('Cache-Control', 'public, max-age=86400')
      .type('svg')
      .send(hoaBan('hoa').text.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" color="#7a1f57"'))
  })
  return router
}
