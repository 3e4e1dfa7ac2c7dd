/**
 * The only two ways from one address to another. Rule: an answer is permanent only where nothing it says can ever change; a
 * browser that keeps the rest would go in circles as soon as a document is renamed and renamed back.
 */
import type { Response } from 'express'

const A_DAY = 86_400

/** Where a document stands now: asked again each time, for it may move, end, or come back to this very address. */
export const standsNowAt = (res: Response, address: string): void => res.set('Cache-Control', 'no-cache').redirect(302, address)

/** One of the site's own fixed addresses, written otherwise. */
export const writtenAs = (res: Response, address: string): void => res.set('Cache-Control', `public, max-age=${A_DAY}`).redirect(301, address)
