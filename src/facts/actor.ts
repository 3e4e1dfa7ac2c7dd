/** Rule: who acts is read from the account as it stands now; a closed account is nobody. */
import type { PayloadRequest } from 'payload'
import { VAI_TRO, type Actor, type VaiTro } from '../policy/people/roles.ts'

type AccountRow = { id: number | string; hoTen?: string | null; chucVu?: string | null; vaiTro?: unknown; kichHoat?: boolean | null }

export function toActor(account: AccountRow | null | undefined): Actor | null {
  if (!account || account.kichHoat !== true) return null
  const roles = Array.isArray(account.vaiTro) ? account.vaiTro : []
  return {
    id: Number(account.id),
    hoTen: account.hoTen ?? '',
    chucVu: account.chucVu ?? '',
    vaiTro: roles.filter((r): r is VaiTro => (VAI_TRO as readonly unknown[]).includes(r)),
  }
}

export const actorOf = (req: Pick<PayloadRequest, 'user'>): Actor | null => toActor(req.user as AccountRow | null)
