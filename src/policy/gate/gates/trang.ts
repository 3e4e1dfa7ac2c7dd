import { MUC_CONG_KHAI } from '../congKhai.ts'
import { RESERVED_SLUGS } from '../reservedSlugs.ts'
import { EDITORS, type FieldRule, type Gate } from './gate.ts'

export const MUC_TRANG = ['gioiThieu', 'coCau', 'lienHe', 'congKhai', 'khac'] as const

/** Only what is disclosed belongs to a school year and to a section of the disclosure. */
const disclosed: FieldRule['when'] = { field: 'muc', is: 'congKhai' }

/** A static page. It stands right below the site, so its address must never be one of the site's own. */
export const trang: Gate = {
  slug: 'trang',
  labels: { one: { vi: 'Trang tĩnh', en: 'Page' }, many: { vi: 'Trang tĩnh', en: 'Pages' } },
  title: 'tieuDe',
  fields: [
    { name: 'tieuDe', kind: 'text', max: 200, required: true },
    { name: 'muc', kind: 'oneOf', values: MUC_TRANG, required: true },
    { name: 'namHoc', kind: 'schoolYear', required: true, when: disclosed },
    { name: 'mucCongKhai', kind: 'oneOf', values: MUC_CONG_KHAI.map((m) => m.ma), required: true, when: disclosed },
    { name: 'noiDung', kind: 'richText', required: true },
    { name: 'tepDinhKem', kind: 'media', many: true },
    { name: 'thuTu', kind: 'number' },
  ],
  editors: EDITORS,
  reserved: RESERVED_SLUGS,
  page: '/:slug',
  linkTarget: true,
  search: { ten: 'Trang giới thiệu' },
}
