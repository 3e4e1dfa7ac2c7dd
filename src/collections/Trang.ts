import type { CollectionConfig } from 'payload'
import { nhan } from '../messages/labels.ts'
import { MUC_TRANG_LABELS, optionsOf } from '../messages/pages.ts'
import { MUC_CONG_KHAI } from '../policy/gate/congKhai.ts'
import { schoolEditor } from './editor.ts'
import { help, mucNhayCamField, slugField, text } from './fields.ts'

const disclosed = (data: { muc?: unknown }): boolean => data?.muc === 'congKhai'

export const Trang: CollectionConfig = {
  slug: 'trang',
  defaultSort: 'thuTu',
  admin: {
    useAsTitle: 'tieuDe',
    defaultColumns: ['tieuDe', 'muc', 'namHoc', 'trangThai'],
    group: nhan('Trang thông tin điện tử', 'Site'),
    ...help(
      'Giới thiệu, cơ cấu tổ chức, liên hệ, công khai. Mỗi trang cũng phải được duyệt trước khi người xem trang thấy.',
      'About, organisation, contact, disclosure; approved like stories.',
    ),
  },
  fields: [
    text('tieuDe', nhan('Tiêu đề', 'Title')),
    { name: 'muc', type: 'select', label: nhan('Mục', 'Section'), defaultValue: 'khac', options: optionsOf(MUC_TRANG_LABELS) },
    text('namHoc', nhan('Năm học', 'School year'), { admin: { placeholder: '2026-2027', condition: disclosed } }),
    {
      name: 'mucCongKhai',
      type: 'select',
      label: nhan('Nội dung công khai', 'Disclosed section'),
      options: MUC_CONG_KHAI.map(({ ma, ten, tenTiengAnh }) => ({ value: ma, label: nhan(ten, tenTiengAnh) })),
      admin: {
        condition: disclosed,
        ...help('Theo Thông tư 09/2024/TT-BGDĐT. Trang “Công khai” cho biết mục nào của năm học còn thiếu.', 'Sections of Circular 09/2024.'),
      },
    },
    { name: 'noiDung', type: 'richText', label: nhan('Nội dung', 'Text'), editor: schoolEditor() },
    {
      name: 'tepDinhKem',
      type: 'upload',
      relationTo: 'tu-lieu',
      hasMany: true,
      label: nhan('Tệp đính kèm', 'Attachments'),
      admin: help('Ảnh hoặc tệp PDF. Tên tệp trên trang lấy từ chú thích của tư liệu.', 'Pictures or PDF; named by their caption.'),
    },
    {
      name: 'thuTu',
      type: 'number',
      label: nhan('Thứ tự', 'Order'),
      admin: { position: 'sidebar', ...help('Số nhỏ đứng trước trong sơ đồ trang.', 'Smaller numbers come first.') },
    },
    slugField,
    mucNhayCamField,
  ],
}
