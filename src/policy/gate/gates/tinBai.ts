import { eventIssues, type SuKien } from '../../time/event.ts'
import { EDITORS, WRITERS, type Gate } from './gate.ts'

export const LOAI_TIN_BAI = ['tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh'] as const

export const tinBai: Gate = {
  slug: 'tin-bai',
  labels: { one: { vi: 'Tin bài', en: 'Story' }, many: { vi: 'Tin bài', en: 'Stories' } },
  title: 'tieuDe',
  kindField: 'loai',
  fields: [
    { name: 'loai', kind: 'oneOf', values: LOAI_TIN_BAI, required: true },
    { name: 'tieuDe', kind: 'text', max: 200, required: true },
    { name: 'tomTat', kind: 'text', max: 600 },
    { name: 'noiDung', kind: 'richText', required: true },
    { name: 'donVi', kind: 'live', to: 'don-vi', required: true },
    { name: 'chuDe', kind: 'live', to: 'chu-de', many: true, required: true },
    { name: 'anhBia', kind: 'media', only: 'anh' },
    { name: 'tuLieu', kind: 'media', many: true },
    { name: 'butDanh', kind: 'text', max: 100 },
    { name: 'nguonTin', kind: 'text', max: 300 },
    { name: 'coNoiDungAi', kind: 'flag' },
    {
      name: 'suKien',
      kind: 'group',
      fields: [
        { name: 'batDau', kind: 'date' },
        { name: 'ketThuc', kind: 'date' },
        { name: 'diaDiem', kind: 'text', max: 200 },
      ],
      together: (inside, field) => eventIssues(inside as SuKien, field),
    },
    { name: 'dinhChinhCho', kind: 'live', to: 'tin-bai' },
  ],
  consents: { field: 'nhanVat', requiredForKinds: ['nguoiTotViecTot'] },
  editors: EDITORS,
  authors: WRITERS,
  receives: { role: 'dauMoi', kind: 'nguoiTotViecTot' },
  page: '/bai/:slug',
  linkTarget: true,
  search: 'byKind',
  credited: 'tinBai',
}
