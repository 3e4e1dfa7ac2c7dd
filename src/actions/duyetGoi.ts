/**
 * duyet-goi, tra-lai-goi: one decision on the documents of a bundle that were read. Each is decided in a transaction of its own,
 * in the order in which they are published; what was superseded since, or is sensitive, is left out and named.
 */
import type { PayloadRequest } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { ASKED_LIMITS } from '../policy/gate/asked.ts'
import { issue, STATUS, type Issue } from '../policy/issues.ts'
import type { TrangThai } from '../policy/gate/states.ts'
import { readGoi, readMuc, type GoiTrinh, type Muc } from '../record/goiTrinh.ts'
import { gateOf } from '../runtime.ts'
import { parseId } from './case.ts'
import { duyet } from './duyet.ts'
import { ownRequest } from './ownRequest.ts'
import { traLai } from './refuseSubmission.ts'
import { Draft, sealFor, withCodeProven, type Seal } from './steps/sealing.ts'
import type { Body } from './verdict.ts'

/** What became of one document. */
export type Decided = { banTrinh: number; boSuuTap: string; taiLieu: number; tieuDe: string } & ({ trangThai: TrangThai } | { issues: readonly Issue[] })
type Verb = 'duyet' | 'tra-lai'

/** Those this person may read, asked for in parts as long as a person's list may be. */
async function readableOf(req: PayloadRequest, ids: readonly number[]): Promise<Set<number>> {
  const readable = new Set<number>()
  for (let at = 0; at < ids.length; at += ASKED_LIMITS.limit) {
    const where = { id: { in: ids.slice(at, at + ASKED_LIMITS.limit) } }
    const select = { lan: true } as const
    const found = await req.payload.find({ collection: 'ban-trinh', where, pagination: false, depth: 0, select, overrideAccess: false, req })
    for (const { id } of found.docs) readable.add(Number(id))
  }
  return readable
}

/** The bundle with the members this person may read; refuses where there is none. */
export async function openGoi(req: PayloadRequest, rawId: unknown): Promise<{ goi: GoiTrinh; muc: Muc[] }> {
  if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
  const id = parseId(rawId)
  const goi = id === null ? null : await readGoi(req, id)
  const all = goi ? await readMuc(req, goi.id) : []
  const ids = await readableOf(
    req,
    all.map((m) => m.banTrinh),
  )
  const muc = all.filter((m) => ids.has(m.banTrinh))
  if (!goi || muc.length === 0) throw refuse(issue('NOT_FOUND'))
  return { goi, muc }
}

async function decideOne(req: PayloadRequest, verb: Verb, one: Muc, body: Body): Promise<TrangThai> {
  if (one.mucNhayCam === 'cao') throw refuse(issue('DECIDED_ALONE'))
  const act = verb === 'duyet' ? duyet : traLai
  return (await act(await ownRequest(req), gateOf(req.payload, one.boSuuTap), one.taiLieu, { ...body, banTrinh: one.banTrinh })).trangThai
}

/** The texts of the verdicts this decision would give, under one hour; those that would be refused are left out. */
export async function draftGoi(req: PayloadRequest, rawId: unknown, verb: Verb, body: Body): Promise<{ seal: Seal; texts: string[] }> {
  const { muc } = await openGoi(req, rawId)
  const read = Array.isArray(body.banTrinh) ? body.banTrinh.map(parseId) : []
  const shared = await sealFor(await ownRequest(req), { nguoi: 0, body: { nhap: true }, demands: { device: false, factorFrom: null } })
  const texts: string[] = []
  for (const one of muc.filter((m) => read.includes(m.banTrinh))) {
    try {
      await decideOne(req, verb, one, { ...body, nhap: true, luc: shared.luc, sau: shared.sau })
    } catch (error) {
      if (error instanceof Draft) texts.push(error.text)
      else if (issuesOf(error) === null) throw error
    }
  }
  return { seal: shared, texts }
}

/** `until`: no further document is begun after this instant of `performance.now()`; those left are not in the answer. */
export async function decideGoi(req: PayloadRequest, rawId: unknown, verb: Verb, body: Body, until = Infinity): Promise<Decided[]> {
  const { muc } = await openGoi(req, rawId)
  const read = Array.isArray(body.banTrinh) ? body.banTrinh.map(parseId) : []
  const chosen = muc.filter((m) => read.includes(m.banTrinh))
  if (chosen.length === 0 || chosen.length !== new Set(read).size) throw refuse(issue('MISSING_SUBMISSION', 'banTrinh'))
  // One code for one decision, however many documents it is about.
  const once = await withCodeProven(await ownRequest(req), body)
  const done: Decided[] = []
  for (const { banTrinh, boSuuTap, taiLieu, tieuDe, ...one } of chosen) {
    if (performance.now() > until) break
    const which = { banTrinh, boSuuTap, taiLieu, tieuDe }
    try {
      done.push({ ...which, trangThai: await decideOne(req, verb, { ...which, ...one }, once) })
    } catch (error) {
      const issues = issuesOf(error)
      if (issues === null) throw error
      done.push({ ...which, issues })
      if (issues.some(({ code }) => STATUS[code] >= 500)) break
    }
  }
  return done
}
