/** The quotas of the regulation: how many of what, of whom, in which time. */
import type { ArrayField } from 'payload'
import { TEN_KENH } from '../messages/channels.ts'
import { nhan } from '../messages/labels.ts'
import { KENH_DANG } from '../policy/channels/channels.ts'
import { LOAI_DON_VI } from '../policy/gate/gates/names.ts'
import { MOST_OF_A_QUOTA } from '../policy/ledger/quota.ts'
import { TEN_LOAI_DON_VI } from '../presets/unitKinds.ts'
import { help, text } from './fields.ts'

const month = (name: string, label: ReturnType<typeof nhan>, about: ReturnType<typeof help>): ArrayField['fields'][number] =>
  text(name, label, { maxLength: 7, admin: { placeholder: '2026-11', ...about } })

/** `kinds`: of items. */
export const quotaFields = (kinds: readonly { value: string; label: ReturnType<typeof nhan> }[]): ArrayField => ({
  name: 'chiTieu',
  type: 'array',
  maxRows: 50,
  label: nhan('Chỉ tiêu', 'Quotas'),
  labels: { singular: nhan('Chỉ tiêu', 'Quota'), plural: nhan('Chỉ tiêu', 'Quotas') },
  admin: help(
    'Sửa được trong tháng đầu tiên; từ tháng sau thì ghi tháng kết thúc rồi thêm dòng mới. Tháng đã qua không đổi.',
    'Changed in its first month; later say its last month and add another. Months that are over stay as they were.',
  ),
  fields: [
    text('ma', nhan('Mã', 'Code'), { required: true, maxLength: 40, admin: help('Chữ không dấu, không cách, ví dụ “tinHangThang”.', 'Letters and digits.') }),
    text('ten', nhan('Tên', 'Name'), { required: true, maxLength: 200 }),
    {
      name: 'doiTuong',
      type: 'select',
      required: true,
      label: nhan('Của ai', 'Of whom'),
      options: [
        { value: 'truong', label: nhan('Toàn đơn vị', 'The whole institution') },
        { value: 'donVi', label: nhan('Từng tổ, bộ phận', 'Each unit') },
        { value: 'caNhan', label: nhan('Từng người', 'Each person') },
        { value: 'lop', label: nhan('Từng lớp', 'Each class') },
      ],
    },
    {
      name: 'loaiDonVi',
      type: 'select',
      hasMany: true,
      label: nhan('Loại đơn vị', 'Kinds of unit'),
      options: LOAI_DON_VI.map((value) => ({ value, label: nhan(TEN_LOAI_DON_VI[value].vi, TEN_LOAI_DON_VI[value].en) })),
      admin: help('Để trống: mọi tổ, bộ phận; với lớp: mọi lớp, chi đoàn.', 'Empty: every unit, every class.'),
    },
    {
      name: 'sanPham',
      type: 'select',
      required: true,
      defaultValue: 'tinBai',
      label: nhan('Tính gì', 'What counts'),
      options: [
        { value: 'tinBai', label: nhan('Tin bài', 'Stories') },
        { value: 'tuLieu', label: nhan('Tư liệu (ảnh, phim)', 'Pictures and films') },
      ],
    },
    {
      name: 'loai',
      type: 'select',
      label: nhan('Thể loại', 'Kind'),
      options: [...kinds],
      admin: help('Để trống: mọi loại, trừ đính chính.', 'Empty: every kind but corrections.'),
    },
    {
      name: 'soLuong',
      type: 'number',
      required: true,
      defaultValue: 1,
      label: nhan(`Số lượng (1 đến ${MOST_OF_A_QUOTA})`, `How many (1 to ${MOST_OF_A_QUOTA})`),
    },
    {
      name: 'kyHan',
      type: 'select',
      required: true,
      defaultValue: 'thang',
      label: nhan('Trong', 'In each'),
      options: [
        { value: 'thang', label: nhan('Tháng', 'Month') },
        { value: 'nam', label: nhan('Năm dương lịch', 'Calendar year') },
        { value: 'namHoc', label: nhan('Năm học', 'School year') },
      ],
    },
    {
      name: 'demTheo',
      type: 'select',
      required: true,
      defaultValue: 'gui',
      label: nhan('Tính khi', 'Counted when'),
      options: [
        { value: 'gui', label: nhan('Đã gửi (trình)', 'Sent') },
        { value: 'dang', label: nhan('Đã đăng', 'Published') },
        { value: 'kenh', label: nhan('Đã gửi tới một nơi khác', 'Told elsewhere') },
      ],
    },
    {
      name: 'toi',
      type: 'select',
      label: nhan('Nơi khác', 'Where'),
      options: KENH_DANG.map((value) => ({ value, label: nhan(TEN_KENH[value], TEN_KENH[value]) })),
    },
    month('tuThang', nhan('Từ tháng', 'From'), help('Để trống: từ tháng này.', 'Empty: from this month.')),
    month('denThang', nhan('Đến hết tháng', 'Until'), help('Để trống: chưa kết thúc.', 'Empty: goes on.')),
    { name: 'megapixel', type: 'number', min: 0.1, max: 108, label: nhan('Ảnh, phim ít nhất (megapixel)', 'Least megapixels') },
    { name: 'giay', type: 'number', min: 1, max: 3600, label: nhan('Phim, âm thanh ít nhất (giây)', 'Least seconds') },
    { name: 'chuThich', type: 'checkbox', label: nhan('Phải có chú thích', 'With a caption') },
  ],
})
