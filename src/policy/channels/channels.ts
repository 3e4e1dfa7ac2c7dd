/** Rule: where a live story may go besides, and what whoever is in it must have agreed to for that. */
import { failsFor, type DongY, type Kenh } from '../people/consent.ts'

export const KENH_DANG = ['congSo', 'fanpage', 'zalo', 'baoDai', 'phatThanh', 'giaoBan', 'bangTin', 'khac'] as const
export type KenhDang = (typeof KENH_DANG)[number]

export const KET_QUA = ['daGui', 'daDang', 'khongNhan', 'daGo'] as const
export type KetQua = (typeof KET_QUA)[number]

/** Read out among oneself, or hung up in the house, it goes no further than the website does. */
const NEEDS: Record<KenhDang, Kenh> = {
  congSo: 'website',
  fanpage: 'mangXaHoi',
  zalo: 'mangXaHoi',
  baoDai: 'baoChi',
  phatThanh: 'phatThanh',
  giaoBan: 'website',
  bangTin: 'website',
  khac: 'website',
}

export const isKenh = (value: unknown): value is KenhDang => (KENH_DANG as readonly unknown[]).includes(value)
export const isKetQua = (value: unknown): value is KetQua => (KET_QUA as readonly unknown[]).includes(value)

/** Names of those whose consent does not reach this channel; one nobody knows any more does not. */
export const notAgreed = (kenh: KenhDang, people: readonly (DongY | null)[], now: string): string[] =>
  people.flatMap((one) => (one === null ? ['một người đã có tên trong bài'] : failsFor(one, NEEDS[kenh], now) === null ? [] : [one.hoTen]))
