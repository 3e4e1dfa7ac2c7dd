import type { CollectionConfig } from 'payload'
import { beginFiles, forgetUncovered } from '../hooks/pictures.ts'
import { agreedStill } from '../hooks/tagged.ts'
import { nhan } from '../messages/labels.ts'
import { DOCUMENT_TYPES, PLAYED_TYPES, UPLOAD_TYPES } from '../policy/gate/pictureLimits.ts'
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
      'Ảnh JPEG, PNG, WebP, GIF, HEIC (tới 108 megapixel); PDF, Word, Excel; phim MP4, MOV và âm thanh MP3, M4A; mỗi tệp tới 40 MB. Thông tin vị trí, thiết bị, tác giả trong tệp bị xoá; ảnh động giữ khung đầu.',
      'JPEG, PNG, WebP, GIF, HEIC (up to 108 megapixels); PDF, Word, Excel; MP4 and MOV films, MP3 and M4A; 40 MB each. Place, device and author are taken out; of what moves the first frame is kept.',
    ),
  },
  hooks: { beforeChange: [agreedStill], afterChange: [beginFiles], beforeDelete: [forgetUncovered] },
  upload: {
    staticDir: folder,
    mimeTypes: [...UPLOAD_TYPES, ...DOCUMENT_TYPES, ...PLAYED_TYPES],
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
    {
      name: 'khongNhanRa',
      type: 'checkbox',
      defaultValue: false,
      label: nhan('Không nhận ra được ai trong ảnh này', 'Nobody can be recognised in it'),
      admin: help(
        'Chỉ đánh dấu khi đã xem kỹ: không thấy rõ mặt, không có tên, phù hiệu, biển số.',
        'Only after a close look: no face, no name, no badge, no number plate.',
      ),
    },
    recorded('tenGoc', 'text', nhan('Tên tệp khi tải lên', 'Name of the file as uploaded')),
    recorded('soKhung', 'number', nhan('Ảnh động: số khung hình, chỉ giữ khung đầu', 'Animated: frames, of which the first was kept'), {
      admin: { position: 'sidebar' },
    }),
    recorded('trung', 'number', nhan('Trùng với tư liệu số', 'Same bytes as number'), { admin: { position: 'sidebar' } }),
    recorded('giay', 'number', nhan('Dài (giây)', 'Length (seconds)'), { admin: { position: 'sidebar' } }),
    recorded('sha256', 'text', nhan('Mã băm tệp (SHA-256)', 'SHA-256 of the file'), { admin: { position: 'sidebar' } }),
    // The picture before somebody in it was covered (src/actions/che.ts): nobody reads where it lies.
    { name: 'goc', type: 'text', hidden: true, access: { read: () => false, create: () => false, update: () => false } },
    tacGiaField,
  ],
})
