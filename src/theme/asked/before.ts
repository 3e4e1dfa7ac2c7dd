import type { Request } from 'express'

/** The id of `?truoc=`, null without one, undefined where it is not a number. */
export const before = (req: Request): number | null | undefined => {
  const raw = req.query.truoc
  if (raw === undefined) return null
  return typeof raw === 'string' && /^\d{1,9}$/.test(raw) ? Number(raw) : undefined
}
