/**
 * `GET /api/<slug>/:id/xem`: the working copy as readers would get it, for whoever may submit it. Its files are asked for by
 * addresses this page made for this person; a hash alone opens nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { xemThu } from '../actions/xemThu.ts'
import { actorOf } from '../facts/actor.ts'
import { HASH } from '../media/store.ts'
import { refuse } from '../messages/refusal.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { guarded } from './guarded.ts'
import { answerFile, answerPage, coloursOf, type DrawSubmission } from './submission.ts'

const sealOf = ({ payload, user }: PayloadRequest, hash: string): string =>
  createHmac('sha256', payload.secret)
    .update(`ct:xem-thu:${String(user?.id)}:${hash}`)
    .digest('base64url')

function isSealed(req: PayloadRequest, hash: string, seal: string): boolean {
  const [made, given] = [Buffer.from(sealOf(req, hash)), Buffer.from(seal)]
  return made.length === given.length && timingSafeEqual(made, given)
}

export const previewEndpoints = (gate: Gate, draw: DrawSubmission): Endpoint[] => [
  {
    path: '/:id/xem',
    method: 'get',
    handler: guarded(async (req) => {
      const { noiDung, lan } = await xemThu(req, gate, req.routeParams?.id)
      const file = (hash: string, name: string): string => `/api/${gate.slug}/xem/${sealOf(req, hash)}/${hash}/${name}`
      return answerPage(await draw({ boSuuTap: gate.slug, noiDung, vanTay: '', lan }, file, coloursOf(req)))
    }),
  },
  {
    path: '/xem/:seal/:hash/:name',
    method: 'get',
    handler: guarded(async (req) => {
      if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
      const { hash, seal } = Object.fromEntries(['hash', 'seal'].map((part) => [part, String(req.routeParams?.[part] ?? '')])) as {
        [part in 'hash' | 'seal']: string
      }
      const bytes = HASH.test(hash) && isSealed(req, hash, seal) ? await runtimeOf(req.payload).fileStore.read(hash) : null
      if (!bytes) throw refuse(issue('NOT_FOUND'))
      return answerFile(bytes)
    }),
  },
]
