/** Official documents as they are frozen, and what is said of them in words. */
import { HIEU_LUC_LABELS } from '../../messages/pages.ts'
import type { HIEU_LUC, LOAI_VAN_BAN } from '../../policy/gate/gates/vanBan.ts'
import { day } from '../draw/dates.ts'
import type { Edition, Media, Named } from './edition.ts'

export type VanBan = {
  loai: (typeof LOAI_VAN_BAN)[number]
  soKyHieu: string
  trichYeu: string
  coQuanBanHanh: string
  /** `2026-11-20` */
  ngayBanHanh: string
  nguoiKy?: string
  hieuLuc: (typeof HIEU_LUC)[number]
  ngayHieuLuc?: string
  tep: Media
  chuDe?: Named[]
}
export type VanBanEdition = Edition<VanBan>

/** What its file is called: number and subject. */
export const nameOfDocument = ({ soKyHieu, trichYeu }: Pick<VanBan, 'soKyHieu' | 'trichYeu'>): string => `${soKyHieu} ${trichYeu}`

/** The validity as it was approved; words that stay true when the day it names has passed. */
export function validity({ hieuLuc, ngayHieuLuc }: Pick<VanBan, 'hieuLuc' | 'ngayHieuLuc'>): string {
  if (!ngayHieuLuc) return HIEU_LUC_LABELS[hieuLuc].vi
  if (hieuLuc === 'chuaCoHieuLuc') return `Có hiệu lực từ ngày ${day(ngayHieuLuc)}`
  return `${HIEU_LUC_LABELS[hieuLuc].vi} từ ngày ${day(ngayHieuLuc)}`
}
