import type { CollectionConfig } from 'payload'
import { memberAccess } from '../access/members.ts'
import { nhan } from '../messages/labels.ts'
import { help } from './fields.ts'

const moment = { readOnly: true, date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } } as const

/** Who belongs to which unit, since when and until when. Written with the account, never typed; the log has every row. */
export const ThanhVien: CollectionConfig = {
  slug: 'thanh-vien',
  labels: { singular: nhan('Thành viên đơn vị', 'Membership'), plural: nhan('Thành viên đơn vị', 'Memberships') },
  access: memberAccess,
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-tu',
  admin: {
    defaultColumns: ['nguoi', 'donVi', 'vai', 'tu', 'den'],
    group: nhan('Quản trị', 'Administration'),
    ...help(
      'Ai thuộc đơn vị nào, từ khi nào. Muốn đổi thì đổi mục Đơn vị trong tài khoản.',
      'Who belongs to which unit, since when. Change the unit of the account instead.',
    ),
  },
  fields: [
    { name: 'nguoi', type: 'relationship', relationTo: 'nguoi-dung', required: true, label: nhan('Người', 'Person'), admin: { readOnly: true } },
    { name: 'donVi', type: 'relationship', relationTo: 'don-vi', required: true, label: nhan('Đơn vị', 'Unit'), admin: { readOnly: true } },
    {
      name: 'vai',
      type: 'select',
      required: true,
      defaultValue: 'thanhVien',
      label: nhan('Vai', 'Part'),
      options: [
        { value: 'thanhVien', label: nhan('Thành viên', 'Member') },
        { value: 'truong', label: nhan('Trưởng đơn vị', 'In charge') },
      ],
      admin: { readOnly: true },
    },
    { name: 'tu', type: 'date', required: true, label: nhan('Từ', 'From'), admin: moment },
    { name: 'den', type: 'date', label: nhan('Đến', 'Until'), admin: moment },
  ],
}
