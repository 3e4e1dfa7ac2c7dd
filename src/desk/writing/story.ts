/** The story somebody writes: its working copy as he may edit it, and how it stands at the gate. */
import { optionsFor, type Options } from '../../actions/options.ts'
import { parseId } from '../../actions/case.ts'
import { refuse } from '../../messages/refusal.ts'
import type { Doc } from '../../policy/gate/freeze.ts'
import { mayCreate, mayEdit } from '../../policy/gate/authority.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { idsOf } from '../../policy/ids.ts'
import { issue } from '../../policy/issues.ts'
import { isPlain } from '../../policy/text/plainStory/plain.ts'
import { writeStory } from '../../policy/text/plainStory/write.ts'
import { readHoSo } from '../../record/hoSo.ts'
import { gateOf } from '../../runtime.ts'
import type { Visit } from '../room.ts'

export const SLUG = 'tin-bai'
export const pathOf = (id: number): string => `/lam-viec/viet/${id}`
export const panelOf = (id: number): string => `/admin/collections/${SLUG}/${id}`

/** `pictures`: every one it shows, in the order in which the text numbers them, then the lead picture and those of the gallery (`kem`), where the text has them not. */
export type Story = {
  id: number
  doc: Doc
  gate: Gate
  phienBan: number
  options: Options
  plain: boolean
  text: string
  pictures: number[]
  kem: number[]
}

/** Refuses whoever may begin none. */
export function mayBegin({ actor, options }: Visit): Gate {
  const gate = gateOf(options.payload, SLUG)
  if (!mayCreate(gate, actor)) throw refuse(issue('FORBIDDEN'))
  return gate
}

export async function storyOf(visit: Visit, id: number | null = parseId(visit.request.params.id)): Promise<Story> {
  const req = await visit.own()
  const gate = gateOf(visit.options.payload, SLUG)
  const doc =
    id !== null && ((await req.payload.findByID({ collection: SLUG, id, depth: 0, overrideAccess: false, disableErrors: true, req })) as unknown as Doc | null)
  const hoSo = doc && (await readHoSo(await visit.own(), SLUG, id))
  if (!doc || !hoSo) throw refuse(issue('NOT_FOUND'))
  if (!mayEdit(gate, visit.actor, hoSo)) throw refuse(issue('FORBIDDEN'))
  const { text, pictures } = writeStory(doc.noiDung)
  // A lead picture that stands nowhere else stays in the story when another leads.
  const kem = [...new Set([...idsOf(doc.anhBia ?? null).filter((one) => !pictures.includes(one)), ...idsOf(doc.tuLieu ?? null)])]
  return {
    id: id!,
    doc,
    gate,
    phienBan: Number(doc.phienBan ?? 0),
    options: await optionsFor(await visit.own(), gate, id),
    plain: doc.noiDung === null || doc.noiDung === undefined || isPlain(doc.noiDung),
    text,
    pictures: [...new Set([...pictures, ...kem])],
    kem,
  }
}
