import type { CollectionConfig } from 'payload'
import { placesEndpoint } from '../endpoints/places.ts'
import { faint } from '../messages/hints.ts'
import { nhan } from '../messages/labels.ts'
import { isReadable, readableOn, TINT } from '../policy/gate/contrast.ts'
import { CAP, TEN_CAP } from '../presets/cap.ts'
import { help, text } from './fields.ts'

const colour = (name: string, vi: string, en: string) =>
  text(name, nhan(vi, en), {
    validate: (value: unknown) => !value || isReadable(String(value)) || faint(readableOn(String(value), TINT)),
    admin: { placeholder: '#12463f', ...help('Mã màu dạng #rrggbb, đủ tương phản để đọc được.', 'As #rrggbb, with enough contrast to be read.') },
  })

export const CaiDat: CollectionConfig = {
  slug: 'cai-dat',
  endpoints: [placesEndpoint],
  admin: {
    useAsTitle: 'tenTruong',
    defaultColumns: ['tenTruong', 'trangThai', 'updatedAt'],
    group: nhan('Trang thông tin điện tử', 'Site'),
    ...help('Tên đơn vị, chân trang và menu. Thay đổi cũng phải được duyệt như tin bài.', 'Identity, footer and menu; changes are approved like stories.'),
  },
  fields: [
    text('tenTruong', nhan('Tên đơn vị', 'Name of the school')),
    {
      name: 'cap',
      type: 'select',
      label: nhan('Loại cơ sở', 'Kind of institution'),
      options: CAP.map((value) => ({ value, label: nhan(TEN_CAP[value].vi, TEN_CAP[value].en) })),
      admin: help('Trang gọi cơ sở, các bộ phận và người đứng đầu theo mục này.', 'The site takes its words from it.'),
    },
    text('khauHieu', nhan('Khẩu hiệu', 'Motto')),
    text('coQuanChuQuan', nhan('Cơ quan chủ quản', 'Governing body')),
    text('diaChi', nhan('Địa chỉ', 'Address')),
    text('dienThoai', nhan('Điện thoại', 'Telephone')),
    text('email', nhan('Thư điện tử', 'E-mail')),
    text('nguoiChiuTrachNhiem', nhan('Người chịu trách nhiệm nội dung', 'Responsible for content')),
    text('nguoiPhatNgon', nhan('Người phát ngôn', 'Spokesperson'), { admin: help('Họ tên, chức vụ và cách liên hệ.', 'Name, post and contact.') }),
    { name: 'bieuTrung', type: 'upload', relationTo: 'tu-lieu', label: nhan('Biểu trưng', 'Crest') },
    colour('mauChinh', 'Màu chính', 'Main colour'),
    colour('mauLienKet', 'Màu liên kết', 'Link colour'),
    {
      name: 'menu',
      type: 'array',
      label: nhan('Menu', 'Menu'),
      labels: { singular: nhan('Mục', 'Item'), plural: nhan('Mục', 'Items') },
      maxRows: 8,
      fields: [
        text('nhan', nhan('Nhãn', 'Label')),
        text('duongDan', nhan('Dẫn tới', 'Leads to'), { admin: { components: { Field: 'cong-truong/admin#AddressField' } } }),
      ],
    },
    {
      name: 'kenhChinhThuc',
      type: 'array',
      label: nhan('Kênh chính thức ngoài trang này', 'Official channels elsewhere'),
      labels: { singular: nhan('Kênh', 'Channel'), plural: nhan('Kênh', 'Channels') },
      maxRows: 12,
      admin: help(
        'Hiện ở trang “Kênh chính thức”. Tên miền phải có trong quy chế.',
        'Shown on the page of official channels; their hosts must be in the regulation.',
      ),
      fields: [
        text('ten', nhan('Tên kênh', 'Name'), { admin: help('Ví dụ “Fanpage Facebook”.', 'For example “Facebook page”.') }),
        text('diaChi', nhan('Địa chỉ', 'Address')),
        text('phuTrach', nhan('Ai phụ trách', 'In whose charge')),
      ],
    },
  ],
}
