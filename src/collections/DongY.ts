import type { CollectionConfig } from 'payload'
import { consentAccess } from '../access/consent.ts'
import { consentEndpoints } from '../endpoints/consents.ts'
import { keepEvidence, logWithdrawal } from '../hooks/consent.ts'
import { ownership } from '../hooks/ownership.ts'
import { nhan } from '../messages/labels.ts'
import { help, tacGiaField, text } from './fields.ts'

const day = { date: { displayFormat: 'dd/MM/yyyy' } }

export const DongY: CollectionConfig = {
  slug: 'dong-y',
  labels: { singular: nhan('Phiếu đồng ý', 'Consent'), plural: nhan('Phiếu đồng ý', 'Consents') },
  access: consentAccess,
  disableBulkEdit: true,
  endpoints: consentEndpoints,
  // Holding a form open must never stand between a person and the withdrawal of a consent.
  lockDocuments: false,
  admin: {
    useAsTitle: 'hoTen',
    defaultColumns: ['hoTen', 'mucDich', 'han', 'thuHoiLuc'],
    group: nhan('Nội dung', 'Content'),
    ...help(
      'Ai đồng ý cho dùng hình ảnh, câu chuyện của mình, vào việc gì, ở đâu, đến bao giờ. Không bao giờ hiện trên trang.',
      'Who agreed to what use, where, until when. Never public.',
    ),
  },
  hooks: { beforeChange: [ownership, keepEvidence], afterChange: [logWithdrawal] },
  fields: [
    text('hoTen', nhan('Họ và tên', 'Full name'), { required: true, maxLength: 100 }),
    {
      name: 'namSinh',
      type: 'number',
      label: nhan('Năm sinh', 'Year of birth'),
      min: 1900,
      max: 2100,
      admin: help('Cần có để trình: tuổi quyết định ai phải đồng ý.', 'Needed to submit: the age decides who has to agree.'),
    },
    {
      name: 'chinhChu',
      type: 'checkbox',
      label: nhan('Chính người này đã đồng ý', 'The person agreed'),
      defaultValue: true,
      admin: help('Từ 7 tuổi trở lên cần chính người ấy đồng ý.', 'From 7 years on the person’s own word is needed.'),
    },
    text('nguoiDamHo', nhan('Cha, mẹ hoặc người giám hộ đã đồng ý', 'Parent or guardian who agreed'), {
      maxLength: 100,
      admin: help('Họ và tên. Dưới 16 tuổi cần có.', 'Full name. Needed below 16.'),
    }),
    text('mucDich', nhan('Mục đích', 'Purpose'), { maxLength: 500 }),
    {
      name: 'kenh',
      type: 'select',
      hasMany: true,
      label: nhan('Kênh', 'Channels'),
      defaultValue: ['website'],
      options: [
        { value: 'website', label: nhan('Trang thông tin điện tử', 'Website') },
        { value: 'phatThanh', label: nhan('Phát thanh của Đoàn', 'School radio') },
        { value: 'mangXaHoi', label: nhan('Mạng xã hội', 'Social media') },
        { value: 'baoChi', label: nhan('Báo, đài', 'Press') },
      ],
    },
    {
      name: 'han',
      type: 'date',
      label: nhan('Có hiệu lực đến', 'Valid until'),
      admin: { ...day, ...help('Để trống nếu có hiệu lực đến khi rút lại.', 'Empty: until withdrawn.') },
    },
    { name: 'thuHoiLuc', type: 'date', label: nhan('Rút lại ngày', 'Withdrawn on'), admin: day },
    tacGiaField,
  ],
}
