/**
 * Rule: opening a form to write stores nothing. A collection that saves by itself is begun with a title (src/admin/BeginView.tsx);
 * an account is begun by an invitation, for nobody types another's password.
 */
import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'

/** One review screen in the product: the desk's. */
const SUBMISSION = /^\/admin\/collections\/ban-trinh\/(\d{1,9})\/?$/
/** A story is begun at the desk; its long form in the panel is a link away from there. */
const STORIES = 'tin-bai'
const CREATE = /^\/admin\/collections\/([a-z0-9-]+)\/create\/?$/

const ACCOUNTS = 'nguoi-dung'

export const begunElsewhere = (payload: Payload): RequestHandler => {
  const slugs = new Set(
    Object.values(payload.collections).flatMap(({ config: { slug, versions } }) => (versions?.drafts && versions.drafts.autosave ? [slug as string] : [])),
  )
  const leave = (req: Request, res: Response, to: string): void => {
    // The panel's own router is sent there by the browser: an answer that is none of its pages makes it load the address anew.
    if (req.headers.rsc !== undefined) return void res.set('Cache-Control', 'private, no-store').type('html').send('<!doctype html>')
    res.set('Cache-Control', 'private, no-store').redirect(303, to)
  }
  return (req, res, next) => {
    const [, submission] = SUBMISSION.exec(req.path) ?? []
    if (submission !== undefined && (req.method === 'GET' || req.method === 'HEAD')) return leave(req, res, `/lam-viec/doc/${submission}`)
    const [, slug] = CREATE.exec(req.path) ?? []
    if (slug === undefined || !(slugs.has(slug) || slug === ACCOUNTS) || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const { search } = new URL(req.originalUrl, 'http://localhost')
    leave(req, res, slug === STORIES ? '/lam-viec/viet' : slug === ACCOUNTS ? `/admin/collections/${slug}#moi` : `/admin/bat-dau/${slug}${search}`)
  }
}
