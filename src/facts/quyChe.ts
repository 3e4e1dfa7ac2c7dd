import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { MucKiemTra } from '../policy/gate/checklist.ts'
import type { BuocCauHinh, StepRole } from '../policy/gate/steps.ts'

/** The regulation in force, as plain data. */
export type QuyChe = {
  buoc: BuocCauHinh[]
  kiemTra: MucKiemTra[]
  phienBanKiemTra: number
  dangNgay: boolean
  gioXacNhanKhan: number
  motLanhDao: boolean
  tenMienEmail: string[]
  /** Hosts that pages may lead to. */
  mienLienKet: string[]
}

export async function readQuyChe(req: PayloadRequest): Promise<QuyChe> {
  // In force until the action that asks has ended: a change of the regulation waits, and comes after it in the log.
  if (req.transactionID) await query(req, sql`select 1 from quy_che for share`)
  // overrideAccess: the rules apply to everybody, whoever asks.
  const found = await req.payload.findGlobal({ slug: 'quy-che', depth: 0, overrideAccess: true, req })
  const global = found as unknown as {
    buoc?: { ma: string; ten: string; vaiTro: StepRole; apDung?: string[] | null; chiNhayCam?: boolean | null }[] | null
    kiemTra?: { ma: string; noiDung: string; batBuoc?: boolean | null }[] | null
    phienBanKiemTra?: number | null
    dangNgay?: boolean | null
    gioXacNhanKhan?: number | null
    motLanhDao?: boolean | null
    tenMienEmail?: { tenMien: string }[] | null
    mienLienKet?: { mien: string }[] | null
  }
  return {
    buoc: (global.buoc ?? []).map((b) => ({ ma: b.ma, ten: b.ten, vaiTro: b.vaiTro, apDung: b.apDung ?? [], chiNhayCam: b.chiNhayCam === true })),
    kiemTra: (global.kiemTra ?? []).map((k) => ({ ma: k.ma, noiDung: k.noiDung, batBuoc: k.batBuoc === true })),
    phienBanKiemTra: Number(global.phienBanKiemTra ?? 0),
    dangNgay: global.dangNgay !== false,
    gioXacNhanKhan: Math.min(24, Math.max(1, Number(global.gioXacNhanKhan ?? 12))),
    motLanhDao: global.motLanhDao === true,
    tenMienEmail: (global.tenMienEmail ?? []).map((t) => t.tenMien.toLowerCase()),
    mienLienKet: (global.mienLienKet ?? []).map((m) => m.mien),
  }
}
