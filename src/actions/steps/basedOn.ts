/**
 * Rule: a write says which text it was based on. Named and stale, it is refused with the text that stands and whose it is, so
 * that a screen can show both; a program may name none, a page of the site never.
 */
import type { PayloadRequest } from 'payload'
import { refuse, refuseWith } from '../../messages/refusal.ts'
import type { Doc } from '../../policy/gate/freeze.ts'
import { issue } from '../../policy/issues.ts'
import { hourOf } from '../../policy/time/hanoi.ts'
import { lastCopy } from '../../record/banLuu.ts'
import type { HoSo } from '../../record/hoSo.ts'

/** What a 409 `STALE_VERSION` carries as `khac`. */
export type Khac = { phienBan: number; nguoi: string | null; luc: string | null; noiDung: Record<string, unknown> }

/** Browsers say where a write comes from, programs do not. */
export const isFromAPage = (req: PayloadRequest): boolean => req.headers.get('origin') !== null || req.headers.get('sec-fetch-site') !== null

/** `stored` answers null where this person may not read the text; then nothing is told of it. */
export async function mustBeLatest(req: PayloadRequest, hoSo: HoSo, named: unknown, stored: () => Promise<Doc | null>): Promise<void> {
  if (named === undefined || named === null) {
    if (isFromAPage(req)) throw refuse(issue('VERSION_NEEDED'))
    return
  }
  if (!Number.isInteger(named)) throw refuse(issue('INVALID_VALUE', 'phienBan'))
  if (named === hoSo.phienBan) return
  const noiDung = await stored()
  if (noiDung === null) return
  const last = await lastCopy(req, hoSo.boSuuTap, hoSo.taiLieu)
  const khac: Khac = { phienBan: hoSo.phienBan, nguoi: last?.tenNguoi || null, luc: last?.luc ?? null, noiDung }
  throw refuseWith({ khac }, issue('STALE_VERSION', undefined, { nguoi: khac.nguoi ?? '', luc: khac.luc === null ? '' : hourOf(khac.luc) }))
}
