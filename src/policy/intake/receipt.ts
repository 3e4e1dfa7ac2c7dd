/** Rule: whoever sent something learns where it stands, in words, and never who decided or what was said inside. */
import type { TrangThai } from '../gate/states.ts'

export type Standing = {
  trangThai: TrangThai
  /** It was submitted at least once. */
  daTrinh: boolean
  /** Its address, while readers see it. */
  dang: string | null
  /** A question nobody has answered. */
  choTraLoi: boolean
  gop: boolean
}

export type Buoc = 'choTraLoi' | 'daNhan' | 'dangSua' | 'dangXem' | 'daDuyet' | 'daDang' | 'daGo' | 'khongDung' | 'gop'

export function receiptState({ trangThai, daTrinh, dang, choTraLoi, gop }: Standing): Buoc {
  if (gop) return 'gop'
  if (dang !== null) return 'daDang'
  if (trangThai === 'tuChoi') return 'khongDung'
  if (trangThai === 'daGo') return 'daGo'
  if (choTraLoi) return 'choTraLoi'
  if (trangThai === 'daDuyet' || trangThai === 'henGio') return 'daDuyet'
  if (daTrinh && (trangThai === 'traLai' || trangThai === 'nhap')) return 'dangSua'
  return daTrinh ? 'dangXem' : 'daNhan'
}
