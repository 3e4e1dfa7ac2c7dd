/** Quotas as the regulation's form sends or stores them, as plain data. */
import type { ChiTieu } from './quota.ts'

type Row = { [name: string]: unknown }
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const orNull = (value: unknown): string | null => text(value) || null
const number = (value: unknown): number | null => (value === null || value === undefined || value === '' ? null : Number(value))

export const quotasIn = (rows: unknown): ChiTieu[] =>
  (Array.isArray(rows) ? (rows as Row[]) : []).map((row) => ({
    ma: text(row.ma),
    ten: text(row.ten),
    doiTuong: text(row.doiTuong) as ChiTieu['doiTuong'],
    loaiDonVi: Array.isArray(row.loaiDonVi) ? row.loaiDonVi.map(String) : [],
    sanPham: row.sanPham === 'tuLieu' ? 'tuLieu' : 'tinBai',
    loai: orNull(row.loai),
    soLuong: Number(row.soLuong),
    kyHan: text(row.kyHan) as ChiTieu['kyHan'],
    demTheo: text(row.demTheo) as ChiTieu['demTheo'],
    toi: orNull(row.toi),
    tuThang: orNull(row.tuThang),
    denThang: orNull(row.denThang),
    megapixel: number(row.megapixel),
    giay: number(row.giay),
    chuThich: row.chuThich === true,
  }))
