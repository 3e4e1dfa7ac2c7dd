/** Static pages as they are frozen. */
import type { Json } from '../../policy/gate/fingerprint.ts'
import type { MUC_TRANG } from '../../policy/gate/gates/trang.ts'
import type { Edition, Media } from './edition.ts'

export type Trang = {
  tieuDe: string
  muc: (typeof MUC_TRANG)[number]
  namHoc?: string
  mucCongKhai?: string
  noiDung: Json
  tepDinhKem?: Media[]
  thuTu?: number
}
export type TrangEdition = Edition<Trang>
