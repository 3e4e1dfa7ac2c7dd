import type { CollectionConfig } from 'payload'
import { nhan } from '../messages/labels.ts'
import { HIEU_LUC_LABELS, LOAI_VAN_BAN_LABELS, optionsOf } from '../messages/pages.ts'
import { help, mucNhayCamField, slugField, tacGiaField, text } from './fields.ts'

const day = { date: { pickerAppearance: 'dayOnly', displayFormat: 'dd/MM/yyyy' } } as const

export const VanBan: CollectionConfig = {
  slug: 'van-ban',
  defaultSort: '-ngayBanHanh',
  admin: {
    useAsTitle: 'trichYeu',
    defaultColumns: ['soKyHieu', 'trichYeu', 'ngayBanHanh', 'trangThai'],
    listSearchableFields: ['soKyHieu', 'trichYeu'],
    group: nhan('Nội dung', 'Content'),
    ...help('Văn bản của đơn vị và của cấp trên, kèm tệp PDF. Văn thư nhập, người duyệt duyệt.', 'Documents of the school and its superiors, with their PDF.'),
  },
  fields: [
    text('soKyHieu', nhan('Số, ký hiệu', 'Number'), { admin: { placeholder: '12/KH-THPT' } }),
    {
      name: 'trichYeu',
      type: 'textarea',
      label: nhan('Trích yếu', 'Subject'),
      admin: help('Văn bản nói về việc gì, một câu.', 'What it is about, one sentence.'),
    },
    { name: 'loai', type: 'select', label: nhan('Loại văn bản', 'Kind'), options: optionsOf(LOAI_VAN_BAN_LABELS) },
    text('coQuanBanHanh', nhan('Cơ quan ban hành', 'Issued by')),
    { name: 'ngayBanHanh', type: 'date', label: nhan('Ngày ban hành', 'Date'), admin: day },
    text('nguoiKy', nhan('Người ký', 'Signed by')),
    { name: 'hieuLuc', type: 'select', label: nhan('Hiệu lực', 'Validity'), defaultValue: 'conHieuLuc', options: optionsOf(HIEU_LUC_LABELS) },
    {
      name: 'ngayHieuLuc',
      type: 'date',
      label: nhan('Ngày hiệu lực', 'Date of validity'),
      admin: { ...day, ...help('Ngày bắt đầu có hiệu lực, hoặc ngày hết hiệu lực.', 'When it came into force, or ceased to be.') },
    },
    {
      name: 'tep',
      type: 'upload',
      relationTo: 'tu-lieu',
      label: nhan('Tệp PDF', 'PDF'),
      filterOptions: { mimeType: { equals: 'application/pdf' } },
      admin: help('Bản PDF có chữ (không chỉ ảnh quét) giúp mọi người tìm và nghe được.', 'A PDF with text can be searched and read aloud.'),
    },
    { name: 'chuDe', type: 'relationship', relationTo: 'chu-de', hasMany: true, label: nhan('Chủ đề', 'Topics'), admin: { allowCreate: false } },
    slugField,
    mucNhayCamField,
    tacGiaField,
  ],
}
