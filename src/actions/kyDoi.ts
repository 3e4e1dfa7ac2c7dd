/**
 * ky-doi: a change of authority is signed by its author's device. Rule: the change is tried; where its author has a key it is
 * refused with what is to be signed, and taken when the same change comes again, signed.
 */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { queryOutside, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { signingKeys } from '../facts/deviceKeys.ts'
import { openAccounts } from '../facts/names.ts'
import { sessionOf } from '../facts/proof.ts'
import { changeInWords } from '../messages/changes.ts'
import { refuse } from '../messages/refusal.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { asSignature, challengeOf, checkSignature } from '../policy/keys/assertion.ts'
import { changeText, decisionText, type Luc } from '../policy/keys/change.ts'
import { inForce, keysOf } from '../policy/keys/chain.ts'
import { decidesAuthority } from '../policy/people/authorityChain.ts'
import { authorityOf } from '../record/authority/read.ts'
import { askToSign, keepSignature, newestUnsigned, takeSigned } from '../record/choKy.ts'
import type { KhoaDangDung } from '../record/khoaNguoi.ts'
import { pastSince, type NhatKy } from '../record/nhatKy.ts'
import { runtimeOf } from '../runtime.ts'
import { isTimely, SIGNED_WITHIN_MS } from './khoaNguoi.ts'

/** The newest row that will stand whatever becomes of this transaction. */
async function committedHead(req: PayloadRequest): Promise<Luc['sau']> {
  const rows = await queryOutside<{ so: unknown; bam: string }>(req.payload, sql`select so, bam from nhat_ky order by so desc limit 1`)
  return { so: Number(rows[0]?.so ?? 0), bam: rows[0]?.bam ?? '0'.repeat(64) }
}

/** The row as it is to be written, with its author's signature where he has a key; refuses until he gave it. */
export async function signChange(req: PayloadRequest, row: NhatKy): Promise<NhatKy> {
  const { so } = await authorityOf(req)
  const at = await now(req)
  if (row.nguoi === null || !decidesAuthority(so, row) || keysOf(so.khoa, row.nguoi.id, at).length === 0) return row
  const nguoi = row.nguoi.id
  const phien = sessionOf(req)
  // A job, a program's key: nobody is there to touch a phone.
  if (phien === null) throw refuse(issue('CHANGE_SIGNATURE'))
  const noiDung = decisionText({ ...row, nguoi })
  const ve = sha256(noiDung)
  const signed = await takeSigned(req, nguoi, phien, ve)
  const past = signed && (await pastSince(req, signed.thoi.sau))
  if (signed?.ky && signed.noiDung === noiDung && isTimely(signed.thoi.luc, at) && past !== null && past <= SIGNED_WITHIN_MS) {
    const key = so.khoa.get(signed.ky.khoa)
    if (key?.nguoi === nguoi && inForce(key, at) && checkSignature(signed.ky, changeText(noiDung, signed.thoi), key) === null)
      return { ...row, chiTiet: { ...row.chiTiet, thietBi: { ...signed.ky, ...signed.thoi } } }
  }
  // Outside the transaction: what is refused here is undone, what is to be signed must stay.
  await askToSign(req.payload, { nguoi, phien, ve, noiDung, thoi: { luc: at, sau: await committedHead(req) } })
  throw refuse(issue('CHANGE_SIGNATURE'))
}

/** `viec`: the decision in words; `challenge`: what the device signs. */
export type DangCho = { ve: string; viec: string; challenge: string; luc: string; khoa: KhoaDangDung[]; rpId: string }

/** What this session is asked to sign, if anything. */
export async function changeToSign(req: PayloadRequest): Promise<DangCho | null> {
  const [actor, phien] = [actorOf(req), sessionOf(req)]
  const waiting = actor && phien !== null ? await newestUnsigned(req, actor.id, phien) : null
  if (!actor || !waiting) return null
  const khoa = await signingKeys(req, actor.id)
  const rpId = khoa[0] && (await authorityOf(req)).so.khoa.get(khoa[0].ma)?.rpId
  if (rpId === undefined) return null
  const people = await openAccounts(req)
  const { gates } = runtimeOf(req.payload)
  const viec = changeInWords(
    waiting.noiDung,
    (id) => people.find((one) => one.id === id)?.hoTen ?? null,
    (code) => gates.find(({ slug }) => slug === code)?.labels.many.vi ?? 'mọi nội dung',
  )
  return { ve: waiting.ve, viec, challenge: challengeOf(changeText(waiting.noiDung, waiting.thoi)), luc: waiting.thoi.luc, khoa, rpId }
}

/** The signature waits for the change to be made again. */
export async function giveSignature(req: PayloadRequest, ve: unknown, chuKy: unknown): Promise<void> {
  const [actor, phien] = [actorOf(req), sessionOf(req)]
  if (!actor || phien === null) throw refuse(issue('UNAUTHENTICATED'))
  const waiting = await newestUnsigned(req, actor.id, phien)
  const given = asSignature(chuKy)
  const key = given && (await authorityOf(req)).so.khoa.get(given.khoa)
  if (!waiting || waiting.ve !== ve) throw refuse(issue('SIGNED_TOO_LATE'))
  const at = await now(req)
  const fits = given && key?.nguoi === actor.id && inForce(key, at) && checkSignature(given, changeText(waiting.noiDung, waiting.thoi), key) === null
  if (!fits) throw refuse(issue('DEVICE_SIGNATURE'))
  await keepSignature(req, actor.id, phien, waiting.ve, given)
}
