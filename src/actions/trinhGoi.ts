/** trinh-goi (submit a bundle): each document is frozen in a transaction of its own, those that others name first. */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { inOrder, keyOf, membersAsked, MOST_IN_BUNDLE, nameIssue, OPENING_KINDS, type Member, type Promised } from '../policy/gate/bundle.ts'
import { textIssues, type Doc } from '../policy/gate/freeze.ts'
import { refsOf } from '../policy/gate/refs.ts'
import { issue, STATUS, type Issue } from '../policy/issues.ts'
import { isOpened } from '../record/goiTrinh.ts'
import { readBanTrinh } from '../record/banTrinh.ts'
import { runtimeOf } from '../runtime.ts'
import { ownRequest } from './ownRequest.ts'
import type { Within } from './steps/bundled.ts'
import { isFromAPage } from './steps/basedOn.ts'
import { trinhTrongGoi } from './trinh.ts'

export type Missing = Member & { issues: readonly Issue[] }
/** `id`: null where no document could be submitted; then no bundle was opened. */
export type Bundled = { id: number | null; banTrinh: number[]; thieu: Missing[] }
/** `khaiTruong`: the opening of a school where nobody else is there yet to approve. */
export type BundleAsked = { ten: string; taiLieu: unknown; khaiTruong?: boolean }

/** Which documents each of them names; one that may not be read names none, and is refused when its turn comes. */
async function namesOf(req: PayloadRequest, members: readonly Member[]): Promise<Map<string, Member[]>> {
  const names = new Map<string, Member[]>()
  for (const member of members) {
    const gate = runtimeOf(req.payload).gates.find((g) => g.slug === member.boSuuTap)
    const doc =
      gate &&
      ((await req.payload.findByID({
        collection: gate.slug as 'tin-bai',
        id: member.taiLieu,
        depth: 0,
        overrideAccess: false,
        disableErrors: true,
        req: await ownRequest(req),
      })) as Doc | null)
    const docs = gate && doc ? refsOf(gate.fields, doc).docs : []
    names.set(
      keyOf(member),
      docs.map(([boSuuTap, taiLieu]) => ({ boSuuTap, taiLieu })),
    )
  }
  return names
}

async function submitOne(req: PayloadRequest, member: Member, within: Within): Promise<{ goi: number; banTrinh: number; promised: Promised }> {
  const gate = runtimeOf(req.payload).gates.find((g) => g.slug === member.boSuuTap)
  if (!gate) throw refuse(issue('NOT_FOUND'))
  const { goi, banTrinh } = await trinhTrongGoi(await ownRequest(req), gate, member, within)
  const frozen = (await readBanTrinh(await ownRequest(req), banTrinh))!
  return { goi, banTrinh, promised: { ...member, slug: frozen.slug, ten: frozen.tieuDe } }
}

export async function trinhGoi(req: PayloadRequest, asked: BundleAsked): Promise<Bundled> {
  if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
  const members = membersAsked(asked.taiLieu)
  const named = nameIssue(asked.ten)
  const issues = [...(named ? [named] : []), ...textIssues(asked.ten, 'ten'), ...(members ? [] : [issue('BUNDLE_SIZE', 'taiLieu', { max: MOST_IN_BUNDLE })])]
  if (issues.length > 0) throw refuse(...issues)
  // A page says which texts were on it (steps/basedOn.ts); each is held against its own under its lock.
  if (isFromAPage(req) && members!.some(({ phienBan }) => phienBan === undefined)) throw refuse(issue('VERSION_NEEDED'))
  const khaiTruong = asked.khaiTruong === true
  if (khaiTruong && (await isOpened(await ownRequest(req)))) throw refuse(issue('OPENING_DONE'))

  const names = await namesOf(req, members!)
  const promised = new Map<string, Promised>()
  const done: Bundled = { id: null, banTrinh: [], thieu: [] }
  // The site's settings last: their menu leads to pages of the same bundle.
  const isSingle = ({ boSuuTap }: Member): boolean => runtimeOf(req.payload).gates.some((gate) => gate.single === true && gate.slug === boSuuTap)
  const order = [...inOrder(members!, (m) => names.get(keyOf(m)) ?? [])].sort((a, b) => Number(isSingle(a)) - Number(isSingle(b)))
  for (const [at, member] of order.entries()) {
    try {
      const within: Within = {
        goi: done.id,
        ten: asked.ten,
        khaiTruong: khaiTruong && OPENING_KINDS.includes(member.boSuuTap),
        thuTu: done.banTrinh.length,
        promised,
      }
      const one = await submitOne(req, member, within)
      done.id = one.goi
      done.banTrinh.push(one.banTrinh)
      promised.set(keyOf(member), one.promised)
    } catch (error) {
      const refused = issuesOf(error)
      if (refused === null) throw error
      done.thieu.push({ ...member, issues: refused })
      // One document's refusal is that document's alone; a service that is away answers none of the others.
      if (refused.some(({ code }) => STATUS[code] >= 500)) {
        done.thieu.push(...order.slice(at + 1).map((left) => ({ ...left, issues: refused })))
        break
      }
    }
  }
  return done
}
