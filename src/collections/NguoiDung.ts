import type { CollectionConfig, Field } from 'payload'
import { accountAccess, offers, readPrivate } from '../access/accounts.ts'
import { onlyAsSealed } from '../hooks/accountSeal.ts'
import { sameWork } from '../hooks/signIn.ts'
import { newAddressEndpoints } from '../endpoints/newAddress.ts'
import { peopleEndpoints } from '../endpoints/people.ts'
import { proofEndpoints } from '../endpoints/proof.ts'
import { closedRegistration } from '../endpoints/registration.ts'
import { mailReset } from '../hooks/accountMail.ts'
import { inviteOwner, logAccountChange, logOwnPassword } from '../hooks/accountLog.ts'
import { accountRules, keepAccounts, oneAfterTheOther } from '../hooks/accountRules.ts'
import { logNewAddress } from '../hooks/addresses.ts'
import { keepMembership, onlyOpenUnit } from '../hooks/membership.ts'
import { askForLink, judgeReset, logReset, sealToken } from '../hooks/passwords.ts'
import { endOnLogout, refuseClosedAccount, refuseEndedSession, renewWithinSession } from '../hooks/sessions.ts'
import { nhan } from '../messages/labels.ts'
import { ROLE_LABELS } from '../messages/roles.ts'
import { IDLE_HOURS } from '../policy/people/session.ts'
import { help, proofField, recorded, text } from './fields.ts'

const VAI_TRO = Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label }))

const DAY_AND_HOUR = { displayFormat: 'dd/MM/yyyy HH:mm' } as const

/** Written by the house alone. */
const waiting = (name: string, type: 'text' | 'date', label: ReturnType<typeof nhan>, more: object): Field =>
  recorded(name, type, label, { ...more, access: { create: () => false, update: () => false, read: readPrivate } })

export const NguoiDung = (secure: boolean): CollectionConfig => ({
  slug: 'nguoi-dung',
  labels: { singular: nhan('Tài khoản', 'Account'), plural: nhan('Tài khoản', 'Accounts') },
  auth: {
    // Nobody is locked out by others' wrong passwords; src/server/signIn.ts slows down whoever sends them.
    maxLoginAttempts: 0,
    tokenExpiration: IDLE_HOURS * 3600,
    forgotPassword: mailReset,
    cookies: { sameSite: 'Lax', secure },
  },
  access: accountAccess,
  endpoints: [closedRegistration, ...proofEndpoints, ...newAddressEndpoints, ...peopleEndpoints],
  disableBulkEdit: true,
  disableDuplicate: true,
  // Nobody keeps his role by holding his own account open.
  lockDocuments: false,
  defaultSort: 'tenSapXep',
  admin: {
    useAsTitle: 'hoTen',
    defaultColumns: ['hoTen', 'chucVu', 'donVi', 'vaiTro', 'kichHoat'],
    components: { beforeListTable: ['cong-truong/admin#InviteForm'] },
    group: nhan('Quản trị', 'Administration'),
    ...help(
      'Tài khoản không bị xoá, chỉ được đóng. Vai trò duyệt do người phát ngôn cấp.',
      'Accounts are closed, never deleted. The spokesperson grants approving roles.',
    ),
  },
  hooks: {
    beforeOperation: [refuseEndedSession, oneAfterTheOther, askForLink, judgeReset, sameWork],
    beforeLogin: [refuseClosedAccount, onlyAsSealed],
    afterLogin: [logReset],
    refresh: [renewWithinSession],
    afterLogout: [endOnLogout],
    beforeChange: [accountRules, onlyOpenUnit],
    // The log last: it holds the lock of the chain until the commit.
    afterChange: [logAccountChange, keepMembership, logNewAddress, logOwnPassword, inviteOwner],
    afterOperation: [sealToken],
    beforeDelete: [keepAccounts],
  },
  fields: [
    proofField,
    { name: 'viecTaiKhoan', type: 'ui', admin: { components: { Field: 'cong-truong/admin#AccountPanel' }, disableListColumn: true } },
    { name: 'email', type: 'email', label: nhan('Thư điện tử', 'E-mail'), required: true, unique: true, access: { read: readPrivate } },
    text('hoTen', nhan('Họ và tên', 'Full name'), { required: true, maxLength: 100, access: { update: offers('hoTen') } }),
    text('tenSapXep', nhan('Tên để sắp xếp', 'Sort name'), {
      index: true,
      maxLength: 100,
      access: { update: offers('tenSapXep') },
      admin: help('Để trống thì lấy tên, rồi họ và tên đệm.', 'Left empty: given name first.'),
    }),
    text('chucVu', nhan('Chức vụ', 'Post'), { maxLength: 100, access: { update: offers('chucVu') } }),
    { name: 'donVi', type: 'relationship', relationTo: 'don-vi', label: nhan('Đơn vị', 'Unit'), access: { update: offers('donVi') } },
    {
      name: 'vaiTro',
      type: 'select',
      hasMany: true,
      access: { read: readPrivate, update: offers('vaiTro') },
      saveToJWT: false,
      label: nhan('Vai trò', 'Roles'),
      options: VAI_TRO,
      defaultValue: ['congTacVien'],
    },
    {
      name: 'kichHoat',
      type: 'checkbox',
      label: nhan('Đang hoạt động', 'Active'),
      defaultValue: true,
      access: { read: readPrivate },
      admin: { readOnly: true },
    },
    waiting('emailMoi', 'text', nhan('Địa chỉ mới chờ xác nhận', 'New address, waiting'), {
      admin: {
        condition: (data: { emailMoi?: unknown }) => Boolean(data.emailMoi),
        ...help('Chỉ dùng khi chủ hòm thư mới mở liên kết đã gửi tới đó.', 'Takes effect once its owner uses the link sent there.'),
      },
    }),
    waiting('emailMoiHan', 'date', nhan('Hạn xác nhận', 'To be confirmed by'), {
      admin: { date: DAY_AND_HOUR, condition: (data: { emailMoi?: unknown }) => Boolean(data.emailMoi) },
    }),
    waiting('diaChiXacNhan', 'date', nhan('Địa chỉ thư đã xác nhận lúc', 'Address confirmed'), {
      admin: { date: DAY_AND_HOUR, ...help('Chưa xác nhận thì chưa nhận quyền duyệt hay uỷ quyền.', 'Not confirmed: takes no authority yet.') },
    }),
  ],
})
