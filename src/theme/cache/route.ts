/** The pattern by which an address was routed; the address itself may hold a question, or the name of what is not published yet. */
import type { Request } from 'express'

export function routeOf(req: Request): string | undefined {
  const path = (req.route as { path?: unknown } | undefined)?.path
  return typeof path === 'string' ? path : undefined
}
