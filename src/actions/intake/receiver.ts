/** Rule: what classes send is received by the focal point, the office and leaders; to others there is no such work. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../facts/actor.ts'
import { itemById, type BaiGui } from '../../facts/intake/items.ts'
import { readActor } from '../../facts/people.ts'
import { refuse } from '../../messages/refusal.ts'
import { receivesIntake } from '../../policy/intake/receives.ts'
import { issue } from '../../policy/issues.ts'
import type { Actor } from '../../policy/people/roles.ts'
import { lockHoSo, type HoSo } from '../../record/hoSo.ts'
import { parseId } from '../case.ts'

export async function receiver(req: PayloadRequest): Promise<Actor> {
  const signedIn = actorOf(req)
  const actor = signedIn && (await readActor(req, signedIn.id))
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  if (!receivesIntake(actor)) throw refuse(issue('NOT_FOUND'))
  return actor
}

export type Received = { actor: Actor; item: BaiGui; hoSo: HoSo }

/** The file is locked first; what was submitted, merged or declined is no intake any more. */
export async function openItem(req: PayloadRequest, rawId: unknown): Promise<Received> {
  const actor = await receiver(req)
  const id = parseId(rawId)
  const known = id === null ? null : await itemById(req, id)
  const hoSo = known && (await lockHoSo(req, 'tin-bai', known.tinBai))
  const item = known && (await itemById(req, known.id))
  if (!item || !hoSo) throw refuse(issue('NOT_FOUND'))
  if (hoSo.trangThai !== 'choTiepNhan' || hoSo.banTrinh !== null || item.gopVao !== null)
    throw refuse(issue('WRONG_STATE', undefined, { trangThai: hoSo.trangThai }))
  return { actor, item, hoSo }
}
