import type { CollectionConfig } from 'payload'
import { nhan } from '../messages/labels.ts'
import { schoolEditor } from './editor.ts'
import { donViField, help, mucNhayCamField, slugField, tacGiaField, text } from './fields.ts'

const LOAI = [
  { value: 'tin', label: nhan('Tin', 'News item') },
  { value: 'bai', label: nhan('Bài', 'Article') },
  { value: 'thongBao', label: nhan('Thông báo', 'Notice') },
  { value: 'nguoiTotViecTot', label: nhan('Người tốt việc tốt', 'Good people, good deeds') },
  { value: 'dinhChinh', label: nhan('Đính chính', 'Correction') },
]

const clock = { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } } as const

export const TinBai: CollectionConfig = {
  slug: 'tin-bai',
  admin: {
    useAsTitle: 'tieuDe',
    defaultColumns: ['tieuDe', 'trangThai', 'loai', 'donVi', 'tacGia', 'updatedAt'],
    group: nhan('Nội dung', 'Content'),
    ...help('Bản làm việc. Người xem trang chỉ thấy nội dung đã được duyệt.', 'Working copies. Readers see approved content only.'),
  },
  fields: [
    {
      name: 'loai',
      type: 'select',
      label: nhan('Loại', 'Kind'),
      defaultValue: 'tin',
      options: LOAI,
      admin: {
        ...help(
          '“Người tốt việc tốt” đi qua đầu mối tiếp nhận trước, nếu quy chế có bước ấy.',
          'Good-deed stories pass reception first, where the regulation has that step.',
        ),
      },
    },
    text('tieuDe', nhan('Tiêu đề', 'Title'), { admin: help('Nói đúng việc, tối đa 200 ký tự.', 'Say what happened, 200 characters at most.') }),
    {
      name: 'tomTat',
      type: 'textarea',
      label: nhan('Sa-pô (tóm tắt)', 'Summary'),
      admin: help('Một hai câu để người xem trang biết bài nói gì.', 'One or two sentences that tell readers what it is about.'),
    },
    { name: 'anhBia', type: 'upload', relationTo: 'tu-lieu', label: nhan('Ảnh chính', 'Lead picture') },
    { name: 'noiDung', type: 'richText', label: nhan('Nội dung', 'Text'), editor: schoolEditor() },
    { name: 'tuLieu', type: 'upload', relationTo: 'tu-lieu', hasMany: true, label: nhan('Ảnh kèm theo', 'Gallery') },
    donViField(help('Đơn vị gửi bài.', 'The unit that sends the story.')),
    { name: 'chuDe', type: 'relationship', relationTo: 'chu-de', hasMany: true, label: nhan('Chủ đề', 'Topics'), admin: { allowCreate: false } },
    {
      name: 'nhanVat',
      type: 'relationship',
      relationTo: 'dong-y',
      hasMany: true,
      label: nhan('Nhân vật (phiếu đồng ý)', 'People named (consents)'),
      admin: help('Mỗi người được nêu tên hoặc có ảnh cần một phiếu đồng ý còn hiệu lực.', 'Everyone named or pictured needs a valid consent.'),
    },
    text('butDanh', nhan('Tên tác giả hiển thị', 'Byline'), { admin: help('Để trống thì ghi tên đơn vị.', 'Left empty the unit is named.') }),
    text('nguonTin', nhan('Nguồn tin', 'Source'), {
      admin: help('Bắt buộc nêu khi nội dung không do trường tự viết.', 'Name it when the school did not write this itself.'),
    }),
    {
      name: 'suKien',
      type: 'group',
      label: nhan('Sự kiện', 'Event'),
      fields: [
        {
          name: 'batDau',
          type: 'date',
          label: nhan('Bắt đầu', 'Starts'),
          admin: { ...clock, ...help('Để 00:00 nếu sự kiện diễn ra cả ngày.', 'Leave 00:00 where it lasts the whole day.') },
        },
        {
          name: 'ketThuc',
          type: 'date',
          label: nhan('Kết thúc', 'Ends'),
          admin: {
            ...clock,
            ...help(
              'Với sự kiện cả ngày (00:00), đây là ngày cuối cùng: từ 01/12 đến 03/12 là ba ngày. Chưa biết giờ kết thúc thì để trống.',
              'For whole days (00:00) this is the last day: 1 to 3 December is three days. Leave it empty where the end is not known.',
            ),
          },
        },
        text('diaDiem', nhan('Địa điểm', 'Place')),
      ],
    },
    {
      name: 'dinhChinhCho',
      type: 'relationship',
      relationTo: 'tin-bai',
      label: nhan('Đính chính cho bài', 'Corrects the story'),
      admin: { allowCreate: false, condition: (data) => data?.loai === 'dinhChinh' },
    },
    slugField,
    mucNhayCamField,
    {
      name: 'coNoiDungAi',
      type: 'checkbox',
      label: nhan('Có nội dung do AI tạo', 'Contains AI-made content'),
      admin: { position: 'sidebar', ...help('Người xem trang sẽ thấy dòng ghi chú này.', 'Readers will see this noted.') },
    },
    {
      name: 'dongTacGia',
      type: 'relationship',
      relationTo: 'nguoi-dung',
      hasMany: true,
      maxRows: 10,
      label: nhan('Đồng tác giả', 'Co-authors'),
      admin: { position: 'sidebar', ...help('Cùng được tính bài này. Không hiện trên trang.', 'Credited with it too. Not shown on the site.') },
    },
    tacGiaField,
  ],
}
