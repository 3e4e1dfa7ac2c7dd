/**
 * What a reviewer reads: the frozen submission drawn by the theme's own page function, and its pictures from the
 * content-addressed store. Open to whoever may read the submission, never to visitors.
 */
import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { parseId } from '../actions/case.ts'
import { HASH } from '../media/store.ts'
import { fileKind } from '../policy/gate/fileKind.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { guarded } from './guarded.ts'

/** Draws a frozen text, its files at the addresses given; which page does that is the plugin's to say. */
export type DrawSubmission = (
  frozen: { boSuuTap: string; noiDung: string; vanTay: string; lan: number },
  file: (hash: string, name: string) => string,
  /** The ground it is drawn on; without it that of the reviewer's own device. */
  colours?: 'sang' | 'toi' | null,
) => string | Promise<string>

type Frozen = { id: number; boSuuTap: string; noiDung: string; vanTay: string; lan: number }

async function readable(req: PayloadRequest): Promise<Frozen> {
  const id = parseId(req.routeParams?.id)
  if (!req.user) throw refuse(issue('UNAUTHENTICATED'))
  if (id === null) throw refuse(issue('NOT_FOUND'))
  const found = await req.payload.findByID({ collection: 'ban-trinh', id, depth: 0, overrideAccess: false, disableErrors: true, req })
  if (!found) throw refuse(issue('NOT_FOUND'))
  return found as unknown as Frozen
}

/** Light and dark one after the other: what hides on one ground shows on the other. */
export const coloursOf = (req: PayloadRequest): 'sang' | 'toi' | null => (['sang', 'toi'] as const).find((mau) => mau === req.query?.mau) ?? null

/** Shown in a frame of this site alone, where it runs nothing. */
export const answerPage = (html: string): Response =>
  new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy':
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-same-origin",
    },
  })

/** What it is, is told by its bytes; its name is anybody's. */
export const answerFile = (bytes: Buffer): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': fileKind(bytes)?.kieu ?? 'application/octet-stream',
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
    },
  })

export const submissionEndpoints = (draw: DrawSubmission): Endpoint[] => [
  {
    path: '/:id/xem',
    method: 'get',
    handler: guarded(async (req) => {
      const frozen = await readable(req)
      const html = await draw(frozen, (hash, name) => `/api/ban-trinh/${frozen.id}/tep/${hash}/${name}`, coloursOf(req))
      return answerPage(html)
    }),
  },
  {
    path: '/:id/tep/:hash/:name',
    method: 'get',
    handler: guarded(async (req) => {
      const frozen = await readable(req)
      const hash = String(req.routeParams?.hash)
      const bytes = HASH.test(hash) && frozen.noiDung.includes(`"sha256":"${hash}"`) ? await runtimeOf(req.payload).fileStore.read(hash) : null
      if (!bytes) throw refuse(issue('NOT_FOUND'))
      return answerFile(bytes)
    }),
  },
]
