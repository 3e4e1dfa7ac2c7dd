/** An account as Payload hands it to hooks, and as the rules see it. */
import type { Account } from '../policy/people/accounts.ts'
import { idOf } from '../policy/ids.ts'
import type { VaiTro } from '../policy/people/roles.ts'

export type AccountRow = {
  id?: number
  vaiTro?: VaiTro[] | null
  email?: string
  kichHoat?: boolean | null
  hoTen?: string | null
  chucVu?: string | null
  tenSapXep?: string | null
  donVi?: unknown
  emailMoi?: string | null
  emailMoiHan?: string | null
  diaChiXacNhan?: string | null
}
export type Plain = Omit<Account, 'laNguoiDuyet' | 'phatNgonKhac' | 'diaChiXacNhan'>

export const plainAccount = (row: AccountRow): Plain => ({
  id: row.id ?? null,
  vaiTro: row.vaiTro ?? [],
  email: row.email ?? '',
  kichHoat: row.kichHoat === true,
  hoTen: row.hoTen ?? '',
  chucVu: row.chucVu ?? '',
  tenSapXep: row.tenSapXep ?? '',
  donVi: row.donVi === null || row.donVi === undefined ? null : idOf(row.donVi),
})

/** Whether what is written says of the account what was there. */
export function sameAccount(data: AccountRow, before: AccountRow): boolean {
  const [was, will] = [plainAccount(before), plainAccount({ ...before, ...data })]
  return JSON.stringify(was) === JSON.stringify(will)
}
