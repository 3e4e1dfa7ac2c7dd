import type { CollectionConfig } from 'payload'
import { accountAccess } from '../access/accounts.ts'
import { accountRules, keepAccounts, logAccountChange, refuseClosedAccount, refuseClosedSession, sendFirstPassword } from '../hooks/accounts.ts'
import { noteReset, onlyAsSealed } from '../hooks/accountSeal.ts'
import { sameWork } from '../hooks/signIn.ts'
import { closedRegistration } from '../endpoints/registration.ts'
import { nhan } from '../messages/labels.ts'
import { help, text } from './fields.ts'

const VAI_TRO = [
  { value: 'congTacVien', label: nhan('Cộng tác viên', 'Contributor') },
  { value: 'dauMoi', label: nhan('Đầu mối (Đoàn TN)', 'Youth union desk') },
  { value: 'bienTapVien', label: nhan('Biên tập viên (Văn phòng)', 'Editor (office)') },
  { value: 'nguoiDuyet', label: nhan('Người duyệt', 'Approver') },
  { value: 'nguoiPhatNgon', label: nhan('Người phát ngôn', 'Spokesperson') },
  { value: 'vanThu', label: nhan('Văn thư', 'Clerk') },
  { value: 'quanTriKyThuat', label: nhan('Quản trị kỹ thuật', 'Technical administrator') },
]

export const NguoiDung = (secure: boolean): CollectionConfig => ({
  slug: 'nguoi-dung',
  labels: { singular: nhan('Tài khoản', 'Account'), plural: nhan('Tài khoản', 'Accounts') },
  auth: {
    tokenExpiration: 8 * 3600,
    // Nobody is locked out by others' wrong passwords; src/server/signIn.ts slows down whoever sends them.
    maxLoginAttempts: 0,
    cookies: { sameSite: 'Lax', secure },
  },
  access: accountAccess,
  endpoints: [closedRegistration],
  disableBulkEdit: true,
  disableDuplicate: true,
  // Nobody keeps his role by holding his own account open.
  lockDocuments: false,
  defaultSort: 'tenSapXep',
  admin: {
    useAsTitle: 'hoTen',
    defaultColumns: ['hoTen', 'chucVu', 'vaiTro', 'kichHoat'],
    group: nhan('Quản trị', 'Administration'),
    ...help(
      'Tài khoản không bị xoá, chỉ được đóng. Vai trò duyệt do người phát ngôn cấp.',
      'Accounts are closed, never deleted. The spokesperson grants approving roles.',
    ),
  },
  hooks: {
    beforeOperation: [refuseClosedSession, noteReset, sameWork],
    beforeLogin: [refuseClosedAccount, onlyAsSealed],
    beforeChange: [accountRules],
    afterChange: [logAccountChange, sendFirstPassword],
    beforeDelete: [keepAccounts],
  },
  fields: [
    text('hoTen', nhan('Họ và tên', 'Full name'), { required: true, maxLength: 100 }),
    text('tenSapXep', nhan('Tên để sắp xếp', 'Sort name'), {
      index: true,
      maxLength: 100,
      admin: help('Để trống thì lấy tên, rồi họ và tên đệm.', 'Left empty: given name first.'),
    }),
    text('chucVu', nhan('Chức vụ', 'Post'), { maxLength: 100 }),
    { name: 'donVi', type: 'relationship', relationTo: 'don-vi', label: nhan('Đơn vị', 'Unit') },
    { name: 'vaiTro', type: 'select', hasMany: true, saveToJWT: false, label: nhan('Vai trò', 'Roles'), options: VAI_TRO, defaultValue: ['congTacVien'] },
    { name: 'kichHoat', type: 'checkbox', label: nhan('Đang hoạt động', 'Active'), defaultValue: true },
  ],
})
