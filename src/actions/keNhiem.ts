/** ke-nhiem (succession): the console names who speaks for the school after a spokesperson who is gone. It holds a day later. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { lockAccounts } from '../facts/accounts.ts'
import { readAccount } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import type { Json } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { isSpokesperson, MOT_NGAY } from '../policy/people/authorityChain.ts'
import { confirmAccount } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { insertNhatKy, lastHashOf } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

const row = (req: PayloadRequest, nguoi: number, chiTiet: Record<string, Json>): Promise<string> =>
  insertNhatKy(req, { hanhDong: 'ke-nhiem', nguoi: null, boSuuTap: 'nguoi-dung', taiLieu: nguoi, chiTiet })

/** Answers from when on it holds, ISO. Refuses an account nobody could give approving authority to. */
export const ghiKeNhiem = (req: PayloadRequest, nguoi: number): Promise<string> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    await confirmAccount(req, nguoi)
    const account = await readAccount(req, nguoi)
    const { so } = await authorityOf(req)
    const sealed = so.nguoi.get(nguoi)
    if (!account?.kichHoat || sealed?.mo !== true || sealed.vaiTro.includes('nguoiPhatNgon')) throw refuse(issue('WRONG_STATE'))
    if (sealed.vaiTro.includes('quanTriKyThuat')) throw refuse(issue('ROLE_CONFLICT', 'vaiTro'))
    if (!account.diaChiXacNhan) throw refuse(issue('ADDRESS_UNCONFIRMED', 'vaiTro'))
    const tu = new Date(Date.parse(await now(req)) + MOT_NGAY).toISOString()
    return { answer: tu, bam: await row(req, nguoi, { tu }) }
  })

/** A day later: the role, given by the console as it was announced. Nothing is written where the log's own clock says it is too early. */
export const nhanKeNhiem = (req: PayloadRequest, nguoi: number): Promise<null> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    await confirmAccount(req, nguoi)
    const vaiTro = [...((await authorityOf(req)).so.nguoi.get(nguoi)?.vaiTro ?? []), 'nguoiPhatNgon']
    // overrideAccess: the console does what the signed log announced; the chain of authority refuses anything else.
    await req.payload.update({ collection: 'nguoi-dung', id: nguoi, data: { vaiTro } as never, overrideAccess: true, req })
    if (!isSpokesperson((await authorityOf(req)).so, nguoi)) throw refuse(issue('WRONG_STATE'))
    return { answer: null, bam: await lastHashOf(req, 'nguoi-dung', nguoi) }
  })

export const huyKeNhiem = (req: PayloadRequest, nguoi: number): Promise<null> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    return { answer: null, bam: await row(req, nguoi, { huy: true }) }
  })
