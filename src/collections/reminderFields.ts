/** When whoever owes something is reminded, and on which days nobody is. */
import type { Field } from 'payload'
import { nhan } from '../messages/labels.ts'
import { BAC_NHAC, NHAC_THUONG, type BacNhac } from '../policy/reminders/steps.ts'
import { help, text } from './fields.ts'

const TEN: Record<BacNhac, ReturnType<typeof nhan>> = {
  chuViec: nhan('Người phụ trách, ngày', 'Whoever owes it, on day'),
  truongDonVi: nhan('Trưởng đơn vị, ngày', 'The head of the unit, on day'),
  vanPhong: nhan('Văn phòng, ngày', 'The office, on day'),
}

export const reminderFields: Field[] = [
  {
    name: 'nhacViec',
    type: 'group',
    label: nhan('Nhắc việc trong tháng', 'Reminders of the month'),
    admin: help(
      'Ngày trong tháng; trùng Chủ nhật hoặc ngày nghỉ thì nhắc vào ngày làm việc trước đó. Để trống: không nhắc ở bước ấy.',
      'Days of the month; on a Sunday or holiday the working day before. Empty: nobody is reminded at that step.',
    ),
    fields: BAC_NHAC.map((name) => ({ name, type: 'number' as const, min: 1, max: 31, defaultValue: NHAC_THUONG[name] ?? undefined, label: TEN[name] })),
  },
  {
    name: 'ngayNghi',
    type: 'array',
    maxRows: 60,
    label: nhan('Ngày nghỉ thêm', 'More days off'),
    labels: { singular: nhan('Đợt nghỉ', 'Days off'), plural: nhan('Đợt nghỉ', 'Days off') },
    admin: help(
      'Chủ nhật và ngày lễ theo luật đã tính sẵn. Ghi thêm những ngày nghỉ Tết, nghỉ bù của năm.',
      'Sundays and public holidays are known. Add the days of Tết and exchanged days of the year.',
    ),
    fields: [
      text('tu', nhan('Từ ngày', 'From'), { required: true, maxLength: 10, admin: { placeholder: '2027-02-04' } }),
      text('den', nhan('Đến ngày', 'Until'), { required: true, maxLength: 10, admin: { placeholder: '2027-02-12' } }),
      text('ten', nhan('Tên', 'Name'), { required: true, maxLength: 100 }),
    ],
  },
]
