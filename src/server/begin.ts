/**
 * Rule: opening a form to write stores nothing. A collection that saves by itself is begun with a title (src/admin/BeginView.tsx);
 * an account is begun by an invitation, for nobody types another's password.
 */
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

const CREATE = /^\/admin\/collections\/([a-z0-9-]+)\/create\/?$/

const ACCOUNTS = 'nguoi-dung'

export const begunElsewhere = (payload: Payload): RequestHandler => {
  const slugs = new Set(
    Object.values(payload.collections).flatMap(({ config: { slug, versions } }) => (versions?.drafts && versions.drafts.autosave ? [slug as string] : [])),
  )
  return (req, res, next) => {
    const [, slug] = CREATE.exec(req.path) ?? []
    if (slug === undefined || !(slugs.has(slug) || slug === ACCOUNTS) || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    // The panel's own router is sent there by the browser: an answer that is none of its pages makes it load the address anew.
    if (req.headers.rsc !== undefined) return void res.set('Cache-Control', 'private, no-store').type('html').send('<!doctype html>')
    const { search } = new URL(req.originalUrl, 'http://localhost')
    res.set('Cache-Control', 'private, no-store').redirect(303, slug === ACCOUNTS ? `/admin/collections/${slug}#moi` : `/admin/bat-dau/${slug}${search}`)
  }
}
