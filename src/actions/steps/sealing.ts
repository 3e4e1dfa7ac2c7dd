/**
 * How a verdict is sealed: by the approver's own device, by a code, or by the school alone. Rule: whoever has a key or a code
 * decides with it; where the regulation says so, an approving step is sealed by a device or not at all.
 */
import type { PayloadRequest } from 'payload'
import { now } from '../../database/clock.ts'
import { actorOf } from '../../facts/actor.ts'
import { demandCode, hasCode } from '../../facts/codes.ts'
import { hasKey } from '../../facts/deviceKeys.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { asSignature, checkSignature, type ChuKyThietBi } from '../../policy/keys/assertion.ts'
import { inForce, later } from '../../policy/keys/chain.ts'
import { authorityOf } from '../../record/authority/read.ts'
import { headOfLog, pastSince, type DongSo } from '../../record/nhatKy.ts'
import type { CachKy } from '../../record/phieuDuyet.ts'
import { isTimely, SIGNED_WITHIN_MS } from '../khoaNguoi.ts'

/** `luc`: the hour of the verdict, ISO. Without `cachKy` the school alone seals it. */
export type Seal = { luc: string; cachKy?: CachKy; sau?: DongSo }

/** What a device is asked to sign; nothing was written. */
export class Draft extends Error {
  readonly text: string
  readonly seal: Seal
  constructor(text: string, seal: Seal) {
    super('draft')
    this.text = text
    this.seal = seal
  }
}

const rowIn = (value: unknown): DongSo | null => {
  const { so, bam } = (value ?? {}) as { so?: unknown; bam?: unknown }
  return Number.isInteger(so) && typeof bam === 'string' && /^[0-9a-f]{64}$/.test(bam) ? { so: so as number, bam } : null
}

/** Known to this service alone: nobody sends it. */
const PROVEN = Symbol('code')
type Body = Record<string | symbol, unknown>

/** Judges a code once for several verdicts; without one the body is as it was. */
export async function withCodeProven(req: PayloadRequest, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  const actor = actorOf(req)
  if (!actor || typeof body.ma !== 'string' || body.ma === '' || (await hasKey(req, actor.id))) return body
  await demandCode(req, actor.id, body.ma)
  return { ...body, [PROVEN]: actor.id }
}

/** `demands`: of whoever gives this verdict – a device, some second factor from an hour on (ISO), or nothing. */
type Asked = { nguoi: number; body: Record<string, unknown>; demands: { device: boolean; factorFrom: string | null } }

/** The seal as it was asked for; what the device signed is judged once the text stands (`checkSealed`). */
export async function sealFor(req: PayloadRequest, { nguoi, body, demands }: Asked): Promise<Seal> {
  const at = later((await authorityOf(req)).so.gio, await now(req))
  // Several are drafted under one hour, to be signed with one touch.
  if (body.nhap === true) return { luc: isTimely(body.luc, at) ? body.luc : at, cachKy: 'thietBi', sau: rowIn(body.sau) ?? (await headOfLog(req)) }
  const given = asSignature(body.chuKy)
  if (given) {
    const sau = rowIn(body.sau)
    const past = sau && (await pastSince(req, sau))
    if (!sau || past === null || past > SIGNED_WITHIN_MS || !isTimely(body.luc, at)) throw refuse(issue('SIGNED_TOO_LATE'))
    return { luc: body.luc, cachKy: 'thietBi', sau }
  }
  if (body.chuKy !== undefined && body.chuKy !== null && body.chuKy !== '') throw refuse(issue('DEVICE_SIGNATURE'))
  // A code is the school's word; whoever has a key gives his own.
  if (await hasKey(req, nguoi)) throw refuse(issue('SIGNATURE_NEEDED'))
  if (demands.device) throw refuse(issue('DEVICE_NEEDED'))
  if (body.ma !== undefined && body.ma !== null && body.ma !== '') {
    if ((body as Body)[PROVEN] !== nguoi) await demandCode(req, nguoi, body.ma)
    return { luc: at, cachKy: 'ma', sau: await headOfLog(req) }
  }
  if (await hasCode(req, nguoi)) throw refuse(issue('SIGNATURE_NEEDED'))
  if (demands.factorFrom !== null && Date.parse(demands.factorFrom) <= Date.parse(at)) throw refuse(issue('FACTOR_NEEDED'))
  return { luc: at }
}

/** Refuses a signature that is not this person's own key's over exactly this text; answers what goes into the log beside it. */
export async function checkSealed(req: PayloadRequest, { nguoi, body }: Asked, text: string, seal: Seal): Promise<ChuKyThietBi | null> {
  if (body.nhap === true) throw new Draft(text, seal)
  if (seal.cachKy !== 'thietBi') return null
  const given = asSignature(body.chuKy)!
  const key = (await authorityOf(req)).so.khoa.get(given.khoa)
  // In force when it signed, and still when its signature comes: a phone that was struck off a minute ago decides nothing more.
  const stands = key?.nguoi === nguoi && inForce(key, seal.luc) && inForce(key, later((await authorityOf(req)).so.gio, await now(req)))
  if (!key || !stands || checkSignature(given, text, key) !== null) throw refuse(issue('DEVICE_SIGNATURE'))
  return given
}
