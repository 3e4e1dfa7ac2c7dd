/**
 * ky-doi: a change of authority is signed by its author's device. Rule: the change is tried; where its author has a key it is
 * refused with what is to be signed, and taken when the same change comes again, signed.
 */
import type { Payload, PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { actorOf } from '../facts/actor.ts'
import { signingKeys } from '../facts/deviceKeys.ts'
import { sessionOf } from '../facts/proof.ts'
import { changeInWords } from '../messages/changes.ts'
import { Refusal, refuse } from '../messages/refusal.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { asSignature, challengeOf, checkSignature } from '../policy/keys/assertion.ts'
import { changeText, decisionText } from '../policy/keys/change.ts'
import { inForce, keysOf, later } from '../policy/keys/chain.ts'
import { decidesAuthority } from '../policy/people/authorityChain.ts'
import { authorityOf } from '../record/authority/read.ts'
import { askToSign, keepSignature, signedOne, spend, unsignedOne, type ChoKy } from '../record/choKy.ts'
import type { KhoaDangDung } from '../record/khoaNguoi.ts'
import { headBefore, pastSince, type NhatKy } from '../record/nhatKy.ts'
import { runtimeOf } from '../runtime.ts'
import { isTimely, SIGNED_WITHIN_MS } from './khoaNguoi.ts'

/** Refused until it is signed. `cho` is kept once the transaction is undone (`keepToSign`). */
class ToSign extends Refusal {
  readonly cho: Omit<ChoKy, 'ky'>
  constructor(cho: Omit<ChoKy, 'ky'>) {
    super([issue('CHANGE_SIGNATURE')], { ve: cho.ve })
    this.cho = cho
  }
}

/** Called where a refusal leaves the house, its transaction undone and its connection given back. */
export async function keepToSign(payload: Payload, error: unknown): Promise<void> {
  if (error instanceof ToSign) await askToSign(payload, error.cho)
}

/** The row as it is to be written, with its author's signature where he has a key; refuses until he gave it. `details`: what words alone cannot tell of it. */
export async function signChange(req: PayloadRequest, row: NhatKy, details: readonly string[] = []): Promise<NhatKy> {
  const { so } = await authorityOf(req)
  const at = later(so.gio, await now(req))
  if (row.nguoi === null || !decidesAuthority(so, row) || keysOf(so.khoa, row.nguoi.id, at).length === 0) return row
  const nguoi = row.nguoi.id
  const phien = sessionOf(req)
  // A job, a program's key: nobody is there to touch a phone.
  if (phien === null) throw refuse(issue('CHANGE_SIGNATURE'))
  const noiDung = decisionText({ ...row, nguoi })
  const ve = sha256(noiDung)
  const signed = await signedOne(req, nguoi, phien, ve)
  const past = signed && (await pastSince(req, signed.thoi.sau))
  if (signed?.ky && signed.noiDung === noiDung && isTimely(signed.thoi.luc, at) && past !== null && past <= SIGNED_WITHIN_MS) {
    const key = so.khoa.get(signed.ky.khoa)
    const holds = key?.nguoi === nguoi && inForce(key, at) && checkSignature(signed.ky, changeText(noiDung, signed.thoi), key) === null
    if (holds && (await spend(req, signed))) return { ...row, chiTiet: { ...row.chiTiet, thietBi: { ...signed.ky, ...signed.thoi } } }
  }
  const { gates } = runtimeOf(req.payload)
  const moTa = changeInWords(
    noiDung,
    // The name the signed log knows, not the one that stands in a table.
    (id) => so.nguoi.get(id) ?? null,
    (code) => gates.find(({ slug }) => slug === code)?.labels.many.vi ?? 'mọi nội dung',
    details,
  )
  throw new ToSign({ nguoi, phien, ve, noiDung, moTa, thoi: { luc: at, sau: await headBefore(req) } })
}

/** `viec`: the decision in words; `challenge`: what the device signs. */
export type DangCho = { ve: string; viec: string; challenge: string; luc: string; khoa: KhoaDangDung[]; rpId: string }

/** What this session is asked to sign, if anything: the change named, or the newest. */
export async function changeToSign(req: PayloadRequest, ve: string | null = null): Promise<DangCho | null> {
  const [actor, phien] = [actorOf(req), sessionOf(req)]
  const waiting = actor && phien !== null ? await unsignedOne(req, actor.id, phien, ve) : null
  if (!actor || !waiting) return null
  const khoa = await signingKeys(req, actor.id)
  const rpId = khoa[0] && (await authorityOf(req)).so.khoa.get(khoa[0].ma)?.rpId
  if (rpId === undefined) return null
  return { ve: waiting.ve, viec: waiting.moTa, challenge: challengeOf(changeText(waiting.noiDung, waiting.thoi)), luc: waiting.thoi.luc, khoa, rpId }
}

/** The signature waits for the change to be made again. */
export async function giveSignature(req: PayloadRequest, ve: unknown, chuKy: unknown): Promise<void> {
  const [actor, phien] = [actorOf(req), sessionOf(req)]
  if (!actor || phien === null) throw refuse(issue('UNAUTHENTICATED'))
  const waiting = typeof ve === 'string' ? await unsignedOne(req, actor.id, phien, ve) : null
  if (!waiting) throw refuse(issue('SIGNED_TOO_LATE'))
  const { so } = await authorityOf(req)
  const at = later(so.gio, await now(req))
  const given = asSignature(chuKy)
  const key = given && so.khoa.get(given.khoa)
  const fits =
    given && !given.goi && key?.nguoi === actor.id && inForce(key, at) && checkSignature(given, changeText(waiting.noiDung, waiting.thoi), key) === null
  if (!fits) throw refuse(issue('DEVICE_SIGNATURE'))
  await keepSignature(req, actor.id, phien, waiting.ve, given)
}
