/** What pages are drawn from: the frozen content of a live edition, as policy froze it. */
import type { FileKind } from '../../policy/gate/fileKind.ts'
import type { Json } from '../../policy/gate/fingerprint.ts'
import { LOAI_TIN_BAI } from '../../policy/gate/gates/tinBai.ts'
import { eventTime, type EventTime, type SuKien } from '../../policy/time/event.ts'
import { SITE_PAGES } from '../../policy/gate/sitePages.ts'

export type Named = { taiLieu: number; slug: string; ten: string }
export type PictureFile = { sha256: string; rong: number; cao: number; kieu: string }
/** Sound has no size. */
export type Media = PictureFile & {
  taiLieu: number
  loai: FileKind['loai']
  /** How long a film or sound plays. */
  giay?: number
  /** The same picture narrower and in other formats; editions of before 0.2 have WebP alone. */
  kichThuoc?: PictureFile[]
  /** Average colour, `#rrggbb`; only of pictures without transparency. */
  mauNen?: string
  /** Bytes of the file. */
  dungLuong?: number
  /** Where the links of a PDF lead. */
  lienKet?: string[]
  /** The beginning of what a document says, for search. */
  chuTep?: string
  altText?: string
  chuThich?: string
  tacGiaAnh?: string
  giayPhep?: string
}

export type Story = {
  loai: (typeof LOAI_TIN_BAI)[number]
  tieuDe: string
  tomTat?: string
  noiDung: Json
  donVi?: Named
  chuDe?: Named[]
  anhBia?: Media
  tuLieu?: Media[]
  butDanh?: string
  nguonTin?: string
  coNoiDungAi?: boolean
  suKien?: SuKien
  dinhChinhCho?: Named
}

export type Settings = {
  tenTruong: string
  /** Level of institution. */
  cap?: string
  khauHieu?: string
  coQuanChuQuan?: string
  diaChi?: string
  dienThoai?: string
  email?: string
  nguoiChiuTrachNhiem?: string
  nguoiPhatNgon?: string
  bieuTrung?: Media
  mauChinh?: string
  mauLienKet?: string
  menu?: { nhan: string; duongDan: string }[]
  kenhChinhThuc?: { ten: string; diaChi: string; phuTrach?: string }[]
}

export type Edition<Content> = {
  id: number
  boSuuTap: string
  taiLieu: number
  lan: number
  vanTay: string
  slug: string
  tieuDe: string
  noiDung: Content
  /** `uyQuyen`: number of the delegation the approver acted under. */
  duyet: { hoTen: string; chucVu: string; luc: string; uyQuyen: string | null }
  dangLanDau: string
  createdAt: string
  /** An emergency edition, not yet confirmed: until when it stands. */
  khanDen: string | null
  /** Approved by its own author, as the regulation of a school with one leader allows. */
  motLanhDao: boolean
  ketThucLuc: string | null
  lyDoGo: string | null
}

/** Of those that have one. */
export const eventTimes = (editions: readonly Edition<Story>[]): EventTime[] => editions.map((e) => eventTime(e.noiDung.suKien)).filter((at) => at !== null)

/** Where the bytes of a frozen file are fetched from. */
export type FileUrl = (hash: string, name: string) => string
export const publicFile: FileUrl = (hash, name) => `/tep/${hash}/${name}`

const listOf = (loai: Story['loai']): { ten: string; duongDan: string } => {
  const page = SITE_PAGES.find((p) => p.loai === loai)
  if (!page) throw new Error(`LOAI: expected a page of the site for the kind "${loai}", found none`)
  return { ten: page.ten, duongDan: page.path }
}
export const LOAI = Object.fromEntries(LOAI_TIN_BAI.map((loai) => [loai, listOf(loai)])) as Record<Story['loai'], { ten: string; duongDan: string }>
