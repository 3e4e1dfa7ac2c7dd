/**
 * Rule: the regulation in force is the one the spokesperson decided, word for word. This is what is signed of it: all that
 * decides about anything, in one canonical text. `v` grows when more of it is signed.
 */
import { canonicalText, type Json } from './fingerprint.ts'

type Row = Record<string, unknown>
const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `doc`: the global as Payload reads it. */
export const regulationText = (doc: Row): string =>
  canonicalText({
    v: 1,
    preset: text(doc.preset),
    tenDonVi: text(doc.tenDonVi),
    buoc: rows(doc.buoc).map((b) => ({
      ma: text(b.ma),
      ten: text(b.ten),
      vaiTro: text(b.vaiTro),
      donVi: text(b.donVi),
      apDung: (Array.isArray(b.apDung) ? b.apDung : []) as Json[],
      chiNhayCam: b.chiNhayCam === true,
    })),
    kiemTra: rows(doc.kiemTra).map((k) => ({
      ma: text(k.ma),
      noiDung: text(k.noiDung),
      batBuoc: k.batBuoc === true,
      canCu: rows(k.canCu).map((c) => ({ vanBan: text(c.vanBan), tuNgay: text(c.tuNgay), denNgay: text(c.denNgay) })),
    })),
    phienBanKiemTra: Number(doc.phienBanKiemTra ?? 0),
    dangNgay: doc.dangNgay !== false,
    gioXacNhanKhan: Number(doc.gioXacNhanKhan ?? 12),
    motLanhDao: doc.motLanhDao === true,
    lyDoGo: rows(doc.lyDoGo).map((l) => ({ ma: text(l.ma), noiDung: text(l.noiDung) })),
    tenMienEmail: rows(doc.tenMienEmail).map((t) => text(t.tenMien)),
    mienLienKet: rows(doc.mienLienKet).map((m) => text(m.mien)),
  })
