/**
 * Rule: the regulation in force is the one the spokesperson decided, word for word. This is what is signed of it: all that
 * decides about anything, in one canonical text. `v` grows when more of it is signed: what was signed before steps were bound to
 * units and people, and points to collections, says none of it and keeps its fingerprint.
 */
import { canonicalText, type Json } from './fingerprint.ts'
import { quotasIn } from '../ledger/quotaRows.ts'
import { daysOffIn, remindersIn } from '../reminders/rows.ts'
import { BAC_NHAC, NHAC_THUONG } from '../reminders/steps.ts'
import { UPLOAD_LIMIT } from './pictureLimits.ts'

type Row = Record<string, unknown>
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])
/** A relation, whether it was read as a number or as the document. */
const idOf = (value: unknown): number => Number(value !== null && typeof value === 'object' ? (value as Row).id : (value ?? 0))
const named = (name: string, value: Json[] | number | boolean): Record<string, Json> =>
  value === false || value === 0 || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value }

/** What a step says from version 2 on, where it says it. */
const boundOf = (b: Row): Record<string, Json> => ({
  ...named('boSuuTap', list(b.boSuuTap)),
  ...named('idDonVi', idOf(b.donVi)),
  ...named('nguoi', list(b.nguoi).map(idOf)),
  ...named('khacNguoi', b.khacNguoi === true),
})
const limitsOf = (k: Row): Record<string, Json> => ({ ...named('boSuuTap', list(k.boSuuTap)), ...named('apDung', list(k.apDung)) })
const isBound = (doc: Row): boolean => [...rows(doc.buoc).map(boundOf), ...rows(doc.kiemTra).map(limitsOf)].some((more) => Object.keys(more).length > 0)

/** Said where it is not the bound there always was. */
const filmLimitOf = ({ phimToiDa }: Row): Record<string, Json> => {
  const most = Number(phimToiDa ?? UPLOAD_LIMIT / 1e6)
  return most === UPLOAD_LIMIT / 1e6 ? {} : { phimToiDa: most }
}

/** Said where the days are not the usual ones. */
const remindersOf = ({ nhacViec, ngayNghi }: Row): Record<string, Json> => {
  const nhac = { ...remindersIn(nhacViec) }
  const usual = BAC_NHAC.every((bac) => nhac[bac] === NHAC_THUONG[bac])
  return { ...(usual ? {} : { nhacViec: nhac }), ...named('ngayNghi', daysOffIn(ngayNghi).map((one) => ({ ...one }))) } // prettier-ignore
}

/** `doc`: the global as Payload reads it. */
export const regulationText = (doc: Row): string =>
  canonicalText({
    v: isBound(doc) ? 2 : 1,
    preset: text(doc.preset),
    tenDonVi: text(doc.tenDonVi),
    buoc: rows(doc.buoc).map((b) => ({
      ma: text(b.ma),
      ten: text(b.ten),
      vaiTro: text(b.vaiTro),
      // The name of its unit, as it always stood here; the unit itself is below.
      donVi: text(b.tenDonVi),
      apDung: list(b.apDung),
      chiNhayCam: b.chiNhayCam === true,
      ...boundOf(b),
    })),
    kiemTra: rows(doc.kiemTra).map((k) => ({
      ma: text(k.ma),
      noiDung: text(k.noiDung),
      batBuoc: k.batBuoc === true,
      ...limitsOf(k),
      canCu: rows(k.canCu).map((c) => ({ vanBan: text(c.vanBan), tuNgay: text(c.tuNgay), denNgay: text(c.denNgay) })),
    })),
    phienBanKiemTra: Number(doc.phienBanKiemTra ?? 0),
    dangNgay: doc.dangNgay !== false,
    gioXacNhanKhan: Number(doc.gioXacNhanKhan ?? 12),
    motLanhDao: doc.motLanhDao === true,
    // Said only where it is so: what was signed before keeps its fingerprint.
    ...(doc.kyThietBi === true ? { kyThietBi: true } : {}),
    ...(text(doc.lopHaiTu) === '' ? {} : { lopHaiTu: text(doc.lopHaiTu) }),
    ...filmLimitOf(doc),
    ...remindersOf(doc),
    ...named(
      'chiTieu',
      quotasIn(doc.chiTieu).map((one) => ({ ...one, loaiDonVi: [...one.loaiDonVi] })),
    ),
    lyDoGo: rows(doc.lyDoGo).map((l) => ({ ma: text(l.ma), noiDung: text(l.noiDung) })),
    tenMienEmail: rows(doc.tenMienEmail).map((t) => text(t.tenMien)),
    mienLienKet: rows(doc.mienLienKet).map((m) => text(m.mien)),
  })
