/** A preset as the global `quy-che` stores it. */
import { TEN_CAP } from './cap.ts'
import type { Preset } from './preset.ts'

type Step = {
  ma: string
  ten: string
  vaiTro: Preset['buoc'][number]['vaiTro']
  boSuuTap: string[]
  apDung: string[]
  /** Saving the regulation turns the name into the unit, where one of that name stands. */
  tenDonVi: string
  chiNhayCam: boolean
  khacNguoi: boolean
}
type Point = {
  ma: string
  noiDung: string
  canCu: { vanBan: string; tuNgay?: string; denNgay?: string }[]
  batBuoc: boolean
  boSuuTap: string[]
  apDung: string[]
}
type Quota = Omit<Preset['chiTieu'][number], 'loaiDonVi'> & { loaiDonVi: string[] }
export type QuyCheMau = {
  preset: string | null
  tenDonVi: string
  buoc: Step[]
  kiemTra: Point[]
  lyDoGo: { ma: string; noiDung: string }[]
  mienLienKet: { mien: string }[]
  motLanhDao: boolean
  dangNgay: boolean
  chiTieu: Quota[]
}

/** `tenDonVi`: name of the institution that takes the preset; its level where it has said none yet. */
export const regulationOf = (preset: Preset, tenDonVi: string = TEN_CAP[preset.cap].vi): QuyCheMau => ({
  preset: preset.ma,
  tenDonVi,
  buoc: preset.buoc.map(({ ma, ten, vaiTro, boSuuTap, apDung, donVi, chiNhayCam, khacNguoi }) => ({
    ma,
    ten,
    vaiTro,
    boSuuTap: [...(boSuuTap ?? [])],
    apDung: [...(apDung ?? [])],
    tenDonVi: donVi ?? '',
    chiNhayCam: chiNhayCam === true,
    khacNguoi: khacNguoi === true,
  })),
  kiemTra: preset.kiemTra.map(({ boSuuTap, apDung, canCu, ...point }) => ({
    ...point,
    canCu: canCu.map((c) => ({ ...c })),
    boSuuTap: [...(boSuuTap ?? [])],
    apDung: [...(apDung ?? [])],
  })),
  lyDoGo: preset.lyDoGo.map((reason) => ({ ...reason })),
  mienLienKet: preset.mienLienKet.map((mien) => ({ mien })),
  motLanhDao: preset.motLanhDao,
  dangNgay: true,
  chiTieu: preset.chiTieu.map(({ loaiDonVi, ...one }) => ({ ...one, loaiDonVi: [...(loaiDonVi ?? [])] })),
})

const ONE_STEP: Pick<QuyCheMau, 'buoc' | 'motLanhDao'> = {
  buoc: [{ ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiPhatNgon', boSuuTap: [], apDung: [], tenDonVi: '', chiNhayCam: false, khacNguoi: false }],
  motLanhDao: true,
}

/**
 * Whether the one step is still that of the opening. Its exception is for the opening's bundle alone, unless the plan itself is one of
 * a school with one leader: the regulation holds it, for the database asks the regulation; everything else asks here.
 */
export function isOpeningRegulation({ preset, buoc }: { preset: Preset | null; buoc: readonly { ma: string; vaiTro: string }[] }): boolean {
  const [step] = buoc
  const [first] = ONE_STEP.buoc
  return buoc.length === 1 && step!.ma === first!.ma && step!.vaiTro === first!.vaiTro && preset?.motLanhDao !== true
}

/**
 * The smallest regulation that works: one step, whoever speaks for the institution. Of a new school before its opening (no
 * preset), and while it is being opened: the preset's words and points with the one step, until its people are there. The exception
 * of the opening is its bundle's alone (docs/adr/0014-goi-trinh.md).
 */
export const firstRegulation = (preset: Preset | null = null, tenDonVi?: string): QuyCheMau =>
  preset === null
    ? { preset: null, tenDonVi: tenDonVi ?? '', kiemTra: [], lyDoGo: [], mienLienKet: [], dangNgay: true, chiTieu: [], ...ONE_STEP }
    : { ...regulationOf(preset, tenDonVi), ...ONE_STEP }
