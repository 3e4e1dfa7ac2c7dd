/** doi-ma (codes): set up, renewed, dropped. Rule: whoever has a key needs none; what replaces or ends a code is done with a code, or at the console. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { demandCode, dropCode, hasCode, newRecoveryCodes, waitsUntil } from '../facts/codes.ts'
import { hasKey } from '../facts/deviceKeys.ts'
import { readActor } from '../facts/people.ts'
import { actorOf } from '../facts/actor.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { demandProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { lockAccounts } from '../facts/accounts.ts'
import { accountAt } from '../facts/accountAt.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export type ViecMa = 'dung' | 'duPhong' | 'bo'

/** Refuses whoever may set none up; the secret itself is `secretToSetUp`'s. */
export async function mayUseCode(req: PayloadRequest): Promise<number> {
  const actor = actorOf(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  await demandProof(req, ['khoaNguoi'])
  if (await hasKey(req, actor.id)) throw refuse(issue('SIGNATURE_NEEDED'))
  return actor.id
}

const A_DAY = 86_400_000
/**
 * Rule: from the day the regulation demands a second factor on, a code that is new counts a day later, and everybody who approves is told.
 * Until then its account is protected by the password alone, and whoever stole that must not make himself the second factor at once.
 */
async function waitOf(req: PayloadRequest): Promise<number> {
  const { lopHaiTu } = await readQuyChe(req)
  return lopHaiTu !== null && Date.parse(lopHaiTu) <= Date.parse(await now(req)) ? A_DAY : 0
}

/** Answers new recovery codes, none where the code was dropped. `ma`: the code that is showing, or a recovery code of before. */
export async function doiMa(req: PayloadRequest, viec: ViecMa, ma: unknown): Promise<string[]> {
  const id = await mayUseCode(req)
  return inTransaction(req, async () => {
    const nguoi = await readActor(req, id)
    if (!nguoi) throw refuse(issue('UNAUTHENTICATED'))
    if (viec !== 'dung' && !(await hasCode(req, id))) throw refuse(issue('WRONG_STATE'))
    const waitMs = viec === 'dung' ? await waitOf(req) : 0
    // One that does not count yet protects nothing: whoever gave the password ends it, whoever set it up.
    const isWaiting = viec === 'bo' && (await waitsUntil(req, id)) !== null
    if (!isWaiting) await demandCode(req, id, ma, viec === 'dung' ? { waitMs } : null)
    if (viec === 'bo') await dropCode(req, id)
    const codes = viec === 'bo' ? [] : await newRecoveryCodes(req, id)
    const bam = await insertNhatKy(req, {
      hanhDong: 'doi-ma',
      nguoi,
      boSuuTap: 'nguoi-dung',
      taiLieu: id,
      chiTiet: { viec, ...(waitMs > 0 ? { hieuLuc: await waitsUntil(req, id) } : {}) },
    })
    return { answer: codes, bam }
  })
}

/** At the console: the phone and the recovery codes of this account are lost, so its codes end; its owner sets up new ones. Refuses an address that is nobody's, and an account without codes. */
export const boMaDaMat = (req: PayloadRequest, email: string): Promise<{ id: number; hoTen: string }> =>
  inTransaction(req, async () => {
    if (req.context.console !== true) throw refuse(issue('FORBIDDEN'))
    await lockAccounts(req)
    const nguoi = await accountAt(req, email)
    if (nguoi === null) throw refuse(issue('NOT_FOUND'))
    if (!(await hasCode(req, nguoi.id))) throw refuse(issue('WRONG_STATE'))
    await dropCode(req, nguoi.id)
    const chiTiet = { viec: 'mat' }
    return { answer: nguoi, bam: await insertNhatKy(req, { hanhDong: 'doi-ma', nguoi: null, boSuuTap: 'nguoi-dung', taiLieu: nguoi.id, chiTiet }) }
  })
