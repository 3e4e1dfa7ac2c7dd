import { EDITORS, type Gate } from './gate.ts'

/** The levels of institution that have words and unit kinds of their own; these stand in `src/presets`. */
export const CAP = ['THPT', 'TH-THCS', 'tieuHoc', 'so'] as const

/** The site's identity and legal footer: one document, through the same gate as every other word. */
export const caiDat: Gate = {
  slug: 'cai-dat',
  labels: { one: { vi: 'Cài đặt trang', en: 'Site settings' }, many: { vi: 'Cài đặt trang', en: 'Site settings' } },
  title: 'tenTruong',
  fields: [
    { name: 'tenTruong', kind: 'text', max: 150, required: true },
    { name: 'cap', kind: 'oneOf', values: CAP },
    { name: 'khauHieu', kind: 'text', max: 200 },
    { name: 'coQuanChuQuan', kind: 'text', max: 200, required: true },
    { name: 'diaChi', kind: 'text', max: 300, required: true },
    { name: 'dienThoai', kind: 'text', max: 50, required: true },
    { name: 'email', kind: 'text', max: 100, required: true },
    { name: 'nguoiChiuTrachNhiem', kind: 'text', max: 150, required: true },
    { name: 'nguoiPhatNgon', kind: 'text', max: 200 },
    { name: 'bieuTrung', kind: 'media', only: 'anh' },
    { name: 'mauChinh', kind: 'colour' },
    { name: 'mauLienKet', kind: 'colour' },
    {
      name: 'menu',
      kind: 'rows',
      max: 8,
      fields: [
        { name: 'nhan', kind: 'text', max: 40, required: true },
        { name: 'duongDan', kind: 'address', required: true },
      ],
    },
    {
      name: 'kenhChinhThuc',
      kind: 'rows',
      max: 12,
      fields: [
        { name: 'ten', kind: 'text', max: 100, required: true },
        { name: 'diaChi', kind: 'address', web: true, required: true },
        { name: 'phuTrach', kind: 'text', max: 150 },
      ],
    },
  ],
  editors: EDITORS,
  single: true,
  page: '/',
}
