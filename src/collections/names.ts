import type { CollectionConfig } from 'payload'
import { nhan } from '../messages/labels.ts'
import { LOAI_DON_VI } from '../policy/gate/gates/names.ts'
import { TEN_LOAI_DON_VI } from '../presets/unitKinds.ts'
import { help, mucNhayCamField, slugField, text } from './fields.ts'

const group = nhan('Danh mục', 'Lists')
const validity = [
  { name: 'hieuLucTu', type: 'date', label: nhan('Hiệu lực từ', 'Valid from'), admin: { position: 'sidebar', date: { displayFormat: 'dd/MM/yyyy' } } },
  { name: 'hieuLucDen', type: 'date', label: nhan('Hiệu lực đến', 'Valid until'), admin: { position: 'sidebar', date: { displayFormat: 'dd/MM/yyyy' } } },
] as const satisfies CollectionConfig['fields']

export const ChuDe: CollectionConfig = {
  slug: 'chu-de',
  admin: {
    useAsTitle: 'ten',
    defaultColumns: ['ten', 'namHoc', 'mucNhayCam', 'trangThai'],
    group,
    ...help(
      'Chủ đề truyền thông của năm học. Tên chủ đề cũng phải được duyệt trước khi người xem trang thấy.',
      'Topics of the school year. Their names are approved like everything else.',
    ),
  },
  fields: [
    text('ten', nhan('Tên chủ đề', 'Name')),
    text('namHoc', nhan('Năm học', 'School year'), { admin: { placeholder: '2026-2027' } }),
    text('canCu', nhan('Căn cứ', 'Basis'), { admin: help('Kế hoạch, chỉ thị mà chủ đề dựa vào.', 'The plan or directive it rests on.') }),
    mucNhayCamField,
    slugField,
    ...validity,
  ],
}

export const DonVi: CollectionConfig = {
  slug: 'don-vi',
  admin: {
    useAsTitle: 'ten',
    defaultColumns: ['ten', 'loai', 'trangThai'],
    group,
    ...help('Trường, tổ, văn phòng, đoàn thể, chi đoàn và cơ quan cấp trên.', 'The school, its units and classes, and bodies reported to.'),
  },
  fields: [
    text('ten', nhan('Tên đơn vị', 'Name')),
    {
      name: 'loai',
      type: 'select',
      label: nhan('Loại đơn vị', 'Kind'),
      options: LOAI_DON_VI.map((value) => ({ value, label: nhan(TEN_LOAI_DON_VI[value].vi, TEN_LOAI_DON_VI[value].en) })),
    },
    { name: 'cha', type: 'relationship', relationTo: 'don-vi', label: nhan('Thuộc', 'Part of'), admin: { allowCreate: false } },
    {
      name: 'phuTrach',
      type: 'relationship',
      relationTo: 'nguoi-dung',
      label: nhan('Người phụ trách', 'In charge'),
      admin: help('Dùng trong nội bộ, không hiện trên trang.', 'Internal, not shown on the site.'),
    },
    slugField,
    ...validity,
  ],
}
