import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refuse } from '../messages/refusal.ts'
import { speakAs } from '../messages/words.ts'
import { presetNamed } from '../presets/index.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import type { LyDoCongKhai } from '../policy/gate/publicReasons.ts'
import { regulationText } from '../policy/gate/regulationText.ts'
import type { ChiTieu } from '../policy/ledger/quota.ts'
import { quotasIn } from '../policy/ledger/quotaRows.ts'
import { daysOffIn, remindersIn } from '../policy/reminders/rows.ts'
import type { NhacViec } from '../policy/reminders/steps.ts'
import type { NgayNghi } from '../policy/time/daysOff.ts'
import { issue } from '../policy/issues.ts'
import { standingFault } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { runtimeOf } from '../runtime.ts'
import type { MucKiemTra } from '../policy/gate/checklist.ts'
import { stepsAsRead, type BuocCauHinh, type BuocLuu } from '../policy/gate/steps.ts'

/** The regulation in force, as plain data. */
export type QuyChe = {
  /** Code of the plan it was made from; null before the opening. */
  preset: string | null
  buoc: BuocCauHinh[]
  kiemTra: MucKiemTra[]
  phienBanKiemTra: number
  dangNgay: boolean
  gioXacNhanKhan: number
  motLanhDao: boolean
  /** Whoever approves signs with a device of his own. */
  kyThietBi: boolean
  /** From when whoever approves has a key or a code, ISO; null: not demanded. */
  lopHaiTu: string | null
  tenMienEmail: string[]
  /** Hosts that pages may lead to. */
  mienLienKet: string[]
  chiTieu: ChiTieu[]
  nhacViec: NhacViec
  /** Beside Sundays and public holidays. */
  ngayNghi: NgayNghi[]
  /** What readers may be told of a withdrawal. */
  lyDoGo: LyDoCongKhai[]
}

/** Rule: the regulation is what its last signed version says; a database that says otherwise is not followed. */
async function confirmRegulation(req: PayloadRequest, doc: Record<string, unknown>): Promise<void> {
  const { so } = await authorityOf(req)
  const fault = standingFault(req, so)
  if (fault?.code === 'KEYS_MISSING') throw refuse(fault)
  // Before the first spokesperson there is none to decide one; an upgrade seals the one it finds.
  if (fault || (so.quyChe === null && (doc.buoc as unknown[] | null | undefined)?.length === 0)) return
  if (so.quyChe !== sha256(regulationText(doc))) {
    runtimeOf(req.payload).guard.raise('quy-che', 'quy chế trong cơ sở dữ liệu khác bản đã ký')
    throw refuse(issue('AUTHORITY_UNSIGNED'))
  }
  runtimeOf(req.payload).guard.settle('quy-che')
}

const READ = 'congTruongQuyChe'
type Read = { transaction: unknown; quyChe: QuyChe }

/** Read once a transaction: held by it, it cannot change before it ends. */
export async function readQuyChe(req: PayloadRequest): Promise<QuyChe> {
  const transaction = req.transactionID instanceof Promise ? await req.transactionID : req.transactionID
  const known = req.context?.[READ] as Read | undefined
  if (known && transaction !== undefined && transaction !== null && known.transaction === transaction) return known.quyChe
  const quyChe = await readAnew(req)
  if (req.context && transaction !== undefined && transaction !== null) req.context[READ] = { transaction, quyChe } satisfies Read
  return quyChe
}

async function readAnew(req: PayloadRequest): Promise<QuyChe> {
  // In force until the action that asks has ended: a change of the regulation waits, and comes after it in the log.
  if (req.transactionID) await query(req, sql`select 1 from quy_che for share`)
  // overrideAccess: the rules apply to everybody, whoever asks.
  const found = await req.payload.findGlobal({ slug: 'quy-che', depth: 0, overrideAccess: true, req })
  const global = found as unknown as {
    preset?: string | null
    buoc?: Partial<BuocLuu>[] | null
    kiemTra?: { ma: string; noiDung: string; batBuoc?: boolean | null; boSuuTap?: string[] | null; apDung?: string[] | null }[] | null
    phienBanKiemTra?: number | null
    dangNgay?: boolean | null
    gioXacNhanKhan?: number | null
    motLanhDao?: boolean | null
    kyThietBi?: boolean | null
    lopHaiTu?: string | null
    tenMienEmail?: { tenMien: string }[] | null
    mienLienKet?: { mien: string }[] | null
    lyDoGo?: LyDoCongKhai[] | null
  }
  await confirmRegulation(req, found as unknown as Record<string, unknown>)
  speakAs(req, presetNamed(global.preset)?.cap ?? null)
  return {
    preset: global.preset ?? null,
    buoc: stepsAsRead(global.buoc),
    kiemTra: (global.kiemTra ?? []).map((k) => ({
      ma: k.ma,
      noiDung: k.noiDung,
      batBuoc: k.batBuoc === true,
      boSuuTap: k.boSuuTap ?? [],
      apDung: k.apDung ?? [],
    })),
    phienBanKiemTra: Number(global.phienBanKiemTra ?? 0),
    dangNgay: global.dangNgay !== false,
    gioXacNhanKhan: Math.min(24, Math.max(1, Number(global.gioXacNhanKhan ?? 12))),
    motLanhDao: global.motLanhDao === true,
    kyThietBi: global.kyThietBi === true,
    lopHaiTu: global.lopHaiTu ?? null,
    tenMienEmail: (global.tenMienEmail ?? []).map((t) => t.tenMien.toLowerCase()),
    mienLienKet: (global.mienLienKet ?? []).map((m) => m.mien),
    chiTieu: quotasIn((found as { chiTieu?: unknown }).chiTieu),
    nhacViec: remindersIn((found as { nhacViec?: unknown }).nhacViec),
    ngayNghi: daysOffIn((found as { ngayNghi?: unknown }).ngayNghi),
    lyDoGo: (global.lyDoGo ?? []).map(({ ma, noiDung }) => ({ ma, noiDung })),
  }
}
