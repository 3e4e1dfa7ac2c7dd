/** them-khoa, bo-khoa: a key of a person's own device enters and ends, as src/policy/keys/chain.ts has it; each is a row of the log. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { actorOf } from '../facts/actor.ts'
import { readActor } from '../facts/people.ts'
import { demandProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import type { Json } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { asSignature, checkSignature, keyNameOf, publicKeyOf } from '../policy/keys/assertion.ts'
import { ends, enters, keysOf, vouched, type Moved } from '../policy/keys/chain.ts'
import { registrationText, vouchText, type CachKhoa } from '../policy/keys/texts.ts'
import type { SoQuyen } from '../policy/people/authorityChain.ts'
import { holds, type Actor } from '../policy/people/roles.ts'
import { authorityOf } from '../record/authority/read.ts'
import { addVoucher, keepWaiting, lockWaiting, settleKey, type BaoLanh, type KhoaCho } from '../record/khoaNguoi.ts'
import { headOfLog, insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'
import { lockAccounts } from '../facts/accounts.ts'

/** How long between the page that asked a device to sign and its answer. */
export const SIGNED_WITHIN_MS = 5 * 60_000
export const isTimely = (luc: unknown, at: string): luc is string =>
  typeof luc === 'string' &&
  new Date(Date.parse(luc) || 0).toISOString() === luc &&
  Date.parse(luc) <= Date.parse(at) &&
  Date.parse(at) - Date.parse(luc) < SIGNED_WITHIN_MS

async function person(req: PayloadRequest): Promise<Actor> {
  const signedIn = actorOf(req)
  const actor = signedIn && (await readActor(req, signedIn.id))
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  return actor
}

export type DangKyKhoa = { spki: string; credId: string; ten: string; luc: string; tuKy: unknown }

/** A key says that it is its owner's; it signs nothing before it is vouched for. `rpId`: the site's own host. Answers its name. */
export async function dangKyKhoa(req: PayloadRequest, { spki, credId, ten, luc, tuKy }: DangKyKhoa, rpId: string): Promise<string> {
  const signedIn = actorOf(req)
  if (!signedIn) throw refuse(issue('UNAUTHENTICATED'))
  await demandProof(req, ['khoaNguoi'])
  const own = asSignature(tuKy)
  if (!isTimely(luc, await now(req))) throw refuse(issue('SIGNED_TOO_LATE'))
  if (!own || credId === '' || credId.length > 1500 || publicKeyOf(spki) === null) throw refuse(issue('DEVICE_SIGNATURE'))
  const ma = keyNameOf(spki)
  const { so } = await authorityOf(req)
  if (so.khoa.has(ma)) throw refuse(issue('KEY_EXISTS'))
  if (checkSignature(own, registrationText({ nguoi: signedIn.id, ma, spki, rpId, luc }), { spki, rpId }) !== null) throw refuse(issue('DEVICE_SIGNATURE'))
  await keepWaiting(req, { ma, nguoi: signedIn.id, spki, rpId, lucKy: luc, credId, ten: ten.slice(0, 100), tuKy: own })
  return ma
}

/** In which way this voucher (null: the console) may stand for this key; null: in none. */
export function wayOf(so: SoQuyen, { nguoi }: Pick<KhoaCho, 'nguoi'>, voucher: Actor | null, at: string): CachKhoa | null {
  const has = keysOf(so.khoa, nguoi, at).length > 0
  if (voucher === null) return has ? 'thay' : 'dau'
  if (voucher.id === nguoi) return has ? 'them' : null
  if (has) return 'thay'
  return holds(voucher, 'nguoiPhatNgon') ? 'dau' : null
}

const A_DAY = 86_400_000

/** Writes the row once it follows from the log; refuses by the rule itself. */
async function admit(req: PayloadRequest, khoa: KhoaCho, cach: CachKhoa, baoLanh: readonly BaoLanh[], by: Actor | null): Promise<string> {
  const at = await now(req)
  const hieuLuc = cach === 'thay' ? new Date(Date.parse(at) + A_DAY).toISOString() : at
  const { ma, spki, rpId, lucKy: luc, nguoi, tuKy } = khoa
  const chiTiet = { ma, spki, rpId, luc, cach, hieuLuc, tuKy, baoLanh: [...baoLanh] } as unknown as Record<string, Json>
  const { so } = await authorityOf(req)
  const moved: Moved = enters(so, { luc: at, nguoi: by?.id ?? null, taiLieu: nguoi, chiTiet })
  if (moved.sai !== undefined) throw refuse(issue('KEY_NOT_VOUCHED'))
  await settleKey(req, khoa)
  return insertNhatKy(req, { hanhDong: 'them-khoa', nguoi: by, boSuuTap: 'nguoi-dung', taiLieu: nguoi, chiTiet })
}

/** Somebody vouches with his own device for a key that waits. True once it signs (or will, a day later); false where another must vouch too. */
export const baoLanhKhoa = (req: PayloadRequest, ma: string, ky: unknown): Promise<boolean> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const actor = await person(req)
    const khoa = await lockWaiting(req, ma)
    const own = asSignature(ky)
    if (!khoa) throw refuse(issue('NOT_FOUND'))
    if (!own) throw refuse(issue('DEVICE_SIGNATURE'))
    const { so } = await authorityOf(req)
    const at = await now(req)
    const cach = wayOf(so, khoa, actor, at)
    if (cach === null) throw refuse(issue('KEY_NOT_VOUCHED'))
    const { ma: name, spki, rpId, lucKy: luc, nguoi } = khoa
    if (!vouched(so, { nguoi: actor.id, ky: own }, vouchText(registrationText({ nguoi, ma: name, spki, rpId, luc }), cach), at))
      throw refuse(issue('DEVICE_SIGNATURE'))
    const baoLanh = [...(cach === 'thay' ? khoa.baoLanh.filter((one) => one.nguoi !== actor.id) : []), { nguoi: actor.id, ky: own }].slice(-2)
    if (cach === 'thay' && baoLanh.length < 2) {
      await addVoucher(req, ma, baoLanh)
      // Nothing of authority changed yet; the newest row of the log is what is seen from outside.
      return { answer: false, bam: (await headOfLog(req)).bam }
    }
    return { answer: true, bam: await admit(req, khoa, cach, baoLanh, actor) }
  })

/** At the console: whoever keeps the machine confirms a key whose name stands on the school's signed paper. */
export const xacNhanKhoa = (req: PayloadRequest, ma: string): Promise<{ nguoi: number; cach: CachKhoa }> =>
  inTransaction(req, async () => {
    if (req.context.console !== true) throw refuse(issue('FORBIDDEN'))
    await lockAccounts(req)
    const khoa = await lockWaiting(req, ma)
    if (!khoa) throw refuse(issue('NOT_FOUND'))
    const cach = wayOf((await authorityOf(req)).so, khoa, null, await now(req))!
    return { answer: { nguoi: khoa.nguoi, cach }, bam: await admit(req, khoa, cach, [], null) }
  })

/** A key ends. `ky`: signed by a key of its owner's or of a spokesperson's. */
export const boKhoa = (req: PayloadRequest, ma: string, ky: unknown): Promise<null> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const by = req.context.console === true ? null : await person(req)
    const { so } = await authorityOf(req)
    const known = so.khoa.get(ma)
    if (!known) throw refuse(issue('NOT_FOUND'))
    const chiTiet = { ma, ...(by === null ? {} : { boi: asSignature(ky) }) } as unknown as Record<string, Json>
    const moved = ends(so, { luc: await now(req), nguoi: by?.id ?? null, taiLieu: known.nguoi, chiTiet })
    if (moved.sai !== undefined) throw refuse(issue('DEVICE_SIGNATURE'))
    return { answer: null, bam: await insertNhatKy(req, { hanhDong: 'bo-khoa', nguoi: by, boSuuTap: 'nguoi-dung', taiLieu: known.nguoi, chiTiet }) }
  })
