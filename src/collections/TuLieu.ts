import type { CollectionConfig } from 'payload'
import { agreedStill } from '../hooks/tagged.ts'
import { nhan } from '../messages/labels.ts'
import { UPLOAD_TYPES } from '../policy/gate/pictureLimits.ts'
import { donViField, help, recorded, tacGiaField, text } from './fields.ts'

export const TuLieu = (folder: string): CollectionConfig => ({
  slug: 'tu-lieu',
  admin: {
    useAsTitle: 'tenGoc',
    listSearchableFields: ['altText', 'chuThich', 'tacGiaAnh', 'tenGoc'],
    defaultColumns: ['filename', 'altText', 'tacGia', 'donVi', 'trangThai'],
    group: nhan('Nội dung', 'Content'),
    components: { beforeListTable: ['cong-truong/admin#ManyFiles'] },
    ...help(
      'Ảnh JPEG, PNG, WebP, GIF (ảnh tĩnh), HEIC (tới 108 megapixel, 40 MB) và tệp PDF. Ảnh được xử lý lại, thông tin vị trí trong ảnh bị xoá.',
      'JPEG, PNG, WebP, still GIF, HEIC (up to 108 megapixels, 40 MB) and PDF. Pictures are re-encoded and stripped of location data.',
    ),
  },
  hooks: { beforeChange: [agreedStill] },
  upload: {
    staticDir: folder,
    mimeTypes: [...UPLOAD_TYPES, 'application/pdf'],
    // Payload's own form for many files drops some without a word and offers a button that always fails: ManyFiles instead.
    bulkUpload: false,
    crop: false,
    focalPoint: false,
    pasteURL: false,
    displayPreview: true,
    adminThumbnail: 'w320',
    // For lists in the panel alone; what readers are served is made by src/media/variants.ts.
    imageSizes: [
      {
        name: 'w320',
        width: 320,
        withoutEnlargement: true,
        formatOptions: { format: 'webp', options: { quality: 78 } },
        admin: { disableListColumn: true, disableListFilter: true },
      },
    ],
  },
  fields: [
    text('altText', nhan('Mô tả ảnh (cho người không nhìn thấy)', 'Alternative text'), {
      admin: help('Tả điều nhìn thấy trong ảnh, ví dụ “Học sinh lớp 12A1 trồng cây ban trước cổng trường”.', 'Say what the picture shows.'),
    }),
    { name: 'chuThich', type: 'textarea', label: nhan('Chú thích', 'Caption') },
    text('tacGiaAnh', nhan('Người chụp, người vẽ', 'Photographer or artist')),
    text('giayPhep', nhan('Quyền sử dụng', 'Licence'), {
      admin: help('Ví dụ “Ảnh của đơn vị” hoặc tên giấy phép.', 'For example “the school’s own”, or the licence.'),
    }),
    donViField(),
    {
      name: 'nguoiXuatHien',
      type: 'relationship',
      relationTo: 'dong-y',
      hasMany: true,
      label: nhan('Người trong ảnh (phiếu đồng ý)', 'People pictured (consents)'),
      admin: help('Người nhận ra được trong ảnh cần có phiếu đồng ý còn hiệu lực.', 'Recognisable people need a valid consent.'),
    },
    recorded('tenGoc', 'text', nhan('Tên tệp khi tải lên', 'Name of the file as uploaded')),
    recorded('sha256', 'text', nhan('Mã băm tệp (SHA-256)', 'SHA-256 of the file'), { admin: { position: 'sidebar' } }),
    tacGiaField,
  ],
})
