import { EDITORS, type Gate } from './gate.ts'

export const LOAI_VAN_BAN = ['quyetDinh', 'keHoach', 'congVan', 'thongBao', 'baoCao', 'huongDan', 'quyChe', 'nghiQuyet', 'khac'] as const
export const HIEU_LUC = ['conHieuLuc', 'hetHieuLuc', 'chuaCoHieuLuc'] as const

/** An official document: known by its number, found by what it is about. Its kinds are not those of stories and change no step. */
export const vanBan: Gate = {
  slug: 'van-ban',
  labels: { one: { vi: 'Văn bản', en: 'Official document' }, many: { vi: 'Văn bản', en: 'Official documents' } },
  title: 'trichYeu',
  slugFrom: ['soKyHieu', 'trichYeu'],
  fields: [
    { name: 'loai', kind: 'oneOf', values: LOAI_VAN_BAN, required: true },
    { name: 'soKyHieu', kind: 'text', max: 100, required: true },
    { name: 'trichYeu', kind: 'text', max: 500, required: true },
    { name: 'coQuanBanHanh', kind: 'text', max: 200, required: true },
    { name: 'ngayBanHanh', kind: 'day', required: true },
    { name: 'nguoiKy', kind: 'text', max: 150 },
    { name: 'hieuLuc', kind: 'oneOf', values: HIEU_LUC, required: true },
    { name: 'ngayHieuLuc', kind: 'day' },
    { name: 'tep', kind: 'media', only: 'tep', required: true },
    { name: 'chuDe', kind: 'live', to: 'chu-de', many: true },
  ],
  editors: ['vanThu', ...EDITORS],
  authors: ['vanThu', ...EDITORS],
  page: '/van-ban/:slug',
  linkTarget: true,
  search: { ten: 'Văn bản' },
}
