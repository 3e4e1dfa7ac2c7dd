/** Steps that every plan of more than one step shares. */
import type { BuocMau } from './preset.ts'

/** What is sensitive goes on to whoever may speak for the institution. */
export const BY_SPOKESPERSON = (chucVu: string): BuocMau => ({
  ma: 'phatNgon',
  ten: 'Phát ngôn',
  vaiTro: 'nguoiPhatNgon',
  chucVu,
  boSuuTap: ['tin-bai', 'tu-lieu', 'van-ban'],
  chiNhayCam: true,
})

/** Settings, units, topics and static pages: the office types, whoever speaks for the institution decides. */
export const OF_DECIDED_NAMES = (chucVu: string): BuocMau => ({
  ma: 'quyetDinh',
  ten: 'Quyết định',
  vaiTro: 'nguoiPhatNgon',
  chucVu,
  boSuuTap: ['cai-dat', 'don-vi', 'chu-de', 'trang'],
})
