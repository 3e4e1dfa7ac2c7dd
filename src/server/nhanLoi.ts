/** `/lam-viec/nhan-loi`: an ordinary page and an ordinary form. Dead, used and wrong links are answered with the same words. */
import express, { Router, type Request, type Response } from 'express'
import { createLocalReq, type Payload } from 'payload'
import { NHAN_LOI } from '../actions/moi.ts'
import { nhanLoi } from '../actions/nhanLoi.ts'
import { issuesOf } from '../messages/refusal.ts'
import { sentence } from '../messages/sentence.ts'
import { addressKey } from '../policy/people/addressKey.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'
import { RESET_TOKEN } from '../policy/people/signIn.ts'
import { runtimeOf } from '../runtime.ts'
import { Counts } from './counts.ts'
import { donePage, formPage, NHAN_LOI_POLICY } from './nhanLoiPage.ts'
import { ownWrites } from './origin.ts'

const answer = (res: Response, status: number, page: string): void =>
  void res
    .status(status)
    .set({
      'Content-Security-Policy': NHAN_LOI_POLICY,
      // Forms of this very site only; the address itself carries nothing.
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    })
    .type('html')
    .send(page)

const field = (req: Request, name: string): string => {
  const value = (req.body as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value.normalize('NFC') : ''
}

function refusedPage(res: Response, issues: readonly Issue[], ma: string): void {
  const wait = issues[0]?.detail?.giay
  if (wait !== undefined) res.set('Retry-After', String(wait))
  answer(res, statusOf(issues), formPage({ ma, loi: issues.map((one) => sentence(one, 'vi').message).join(' ') }))
}

export function nhanLoiPages(payload: Payload, siteUrl: string): Router {
  const router = Router()
  const tries = new Counts(RESET_TOKEN)
  const { failures } = runtimeOf(payload)

  async function accept(req: Request, res: Response): Promise<void> {
    const network = addressKey(req.ip)
    // A whole link may be pasted where the code belongs.
    const ma = field(req, 'ma').trim().split('#').at(-1)!.slice(0, 200)
    const wait = tries.wait(network)
    if (wait > 0) return refusedPage(res, [issue('TOO_MANY', undefined, { giay: wait })], ma)
    if (field(req, 'matKhau') !== field(req, 'lai')) return refusedPage(res, [issue('PASSWORDS_DIFFER', 'matKhau')], ma)
    try {
      // Nobody's request, whoever is signed in in this browser.
      const { email } = await nhanLoi(await createLocalReq({}, payload), ma, field(req, 'matKhau'))
      answer(res, 200, donePage(email, '/lam-viec'))
    } catch (error) {
      const ids = issuesOf(error)
      const incident = ids === null ? failures.failed(error) : null
      const refused = ids ?? [issue('INTERNAL', undefined, incident === null ? undefined : { ma: incident })]
      if (refused.some((one) => one.code === 'LINK_EXPIRED')) await tries.enter(network)
      refusedPage(res, refused, ma)
    }
  }

  router.get(NHAN_LOI, (_req, res) => answer(res, 200, formPage()))
  router.post(NHAN_LOI, ownWrites(payload, siteUrl), express.urlencoded({ extended: false, limit: '8kb' }), (req, res) =>
    failures.during({ request: req, route: NHAN_LOI, where: 'nhan-loi', id: null }, () => accept(req, res)),
  )
  return router
}
