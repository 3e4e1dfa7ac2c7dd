/**
 * A preset: one real communication plan as data, whole enough to open a school with. Everything of it is a proposal that the
 * spokesperson reads, changes and decides; from then on the regulation alone is in force.
 */
import type { MucKiemTra } from '../policy/gate/checklist.ts'
import type { LyDoCongKhai } from '../policy/gate/publicReasons.ts'
import type { ChiTieu } from '../policy/ledger/quota.ts'
import type { StepRole } from '../policy/people/roles.ts'
import type { Cap } from './cap.ts'
import type { LoaiDonVi } from './unitKinds.ts'

/** Left out: every collection, every kind, anybody with the role. */
export type BuocMau = {
  ma: string
  ten: string
  vaiTro: StepRole
  boSuuTap?: readonly string[]
  apDung?: readonly string[]
  /** Name of one of `donVi`: whoever takes the step is a member of it. */
  donVi?: string
  /** Post of whoever takes it, as the plan says; shown beside the step, decides nothing. */
  chucVu?: string
  chiNhayCam?: boolean
  /** Another person than those who passed earlier steps. */
  khacNguoi?: boolean
}

/** A basis in law or in the school's own papers: dated, for it changes. */
export type CanCu = { vanBan: string; tuNgay?: string; denNgay?: string }

export type MucMau = Pick<MucKiemTra, 'ma' | 'noiDung' | 'batBuoc'> & {
  canCu: readonly CanCu[]
  boSuuTap?: readonly string[]
  apDung?: readonly string[]
}

/** `cha`: name of the unit it belongs to. `mau`: an example of several, to be renamed. */
export type DonViMau = { ten: string; loai: LoaiDonVi; cha?: string; mau?: true }

/** How many of what, of whom, in which time; in force from the month the regulation is taken. */
export type ChiTieuMau = Pick<ChiTieu, 'ma' | 'ten' | 'doiTuong' | 'sanPham' | 'soLuong' | 'kyHan' | 'demTheo'> & {
  loaiDonVi?: readonly LoaiDonVi[]
  loai?: string
  toi?: string
}

export type Preset = {
  ma: string
  /** Whose plan it is. */
  tenDonVi: string
  cap: Cap
  /** Year of the plan. */
  nam: string
  /** In one or two sentences: whom it fits. */
  gioiThieu: string
  buoc: readonly BuocMau[]
  kiemTra: readonly MucMau[]
  loaiDonVi: readonly LoaiDonVi[]
  donVi: readonly DonViMau[]
  /** Names of topics; empty where the plan takes them from the year's directives. */
  chuDe: readonly string[]
  /** Hosts that pages may lead to. */
  mienLienKet: readonly string[]
  /** What an official mailbox looks like there, for the form to show; never saved by itself. */
  tenMienEmail: string
  /** What readers may be told of a withdrawal. */
  lyDoGo: readonly LyDoCongKhai[]
  motLanhDao: boolean
  /** The table by month, without years and people; empty where the plan has none. `thang`: of the calendar. */
  keHoach: readonly { thang: number; noiDung: readonly string[] }[]
  /** Empty where the plan asks for none. */
  chiTieu: readonly ChiTieuMau[]
}
