/** Small builders for fields that several collections share. */
import type { Field, TextField } from 'payload'
import { nhan, type Nhan } from '../messages/labels.ts'
import { idOf } from '../policy/ids.ts'

export const text = (name: string, label: Nhan, more: Partial<Omit<TextField, 'name' | 'type' | 'label'>> = {}): Field =>
  ({ name, type: 'text', label, ...more }) as Field

export const help = (vi: string, en: string): { description: Nhan } => ({ description: nhan(vi, en) })

/** Where a person gives the password again, on forms whose changes outlast the session. */
export const proofField: Field = {
  name: 'xacNhanMatKhau',
  type: 'ui',
  admin: { components: { Field: 'cong-truong/admin#ProofField' }, disableListColumn: true },
}

/** A column of the record: shown, never typed into. */
export const recorded = (name: string, type: 'text' | 'number' | 'json' | 'date' | 'textarea' | 'checkbox', label: Nhan, more: object = {}): Field =>
  ({
    name,
    type,
    label,
    ...more,
    admin: { readOnly: true, components: { Cell: 'cong-truong/admin#WordCell' }, ...(more as { admin?: object }).admin },
  }) as Field

export const slugField: Field = {
  name: 'slug',
  type: 'text',
  label: nhan('Đường dẫn', 'Address'),
  maxLength: 80,
  hooks: { beforeDuplicate: [() => null] },
  admin: {
    position: 'sidebar',
    ...help(
      'Để trống thì lấy theo tiêu đề. Sau khi đăng, địa chỉ này thuộc về nội dung này mãi mãi.',
      'Left empty it follows the title. Once published it belongs to this document for ever.',
    ),
  },
}

/** Whose work it is: set to whoever creates it; editors may correct it, authors may not. */
export const tacGiaField: Field = {
  name: 'tacGia',
  type: 'relationship',
  relationTo: 'nguoi-dung',
  label: nhan('Tác giả (tài khoản)', 'Author (account)'),
  index: true,
  admin: {
    position: 'sidebar',
    readOnly: true,
    components: { Field: 'cong-truong/admin/rsc#PersonField', Cell: 'cong-truong/admin/rsc#PersonCell' },
  },
}

/** The unit in whose name it is sent: the author's own unless another is chosen. */
export const donViField = (help?: { description: Nhan }): Field => ({
  name: 'donVi',
  type: 'relationship',
  relationTo: 'don-vi',
  label: nhan('Đơn vị', 'Unit'),
  defaultValue: ({ user }: { user: unknown }) => {
    const unit = (user as { donVi?: unknown } | null)?.donVi
    return unit === null || unit === undefined ? undefined : idOf(unit)
  },
  admin: { allowCreate: false, ...help },
})
const instant = (name: 'createdAt' | 'updatedAt', label: Nhan): Field => ({
  name,
  type: 'date',
  label,
  index: true,
  admin: { hidden: true, disableBulkEdit: true, components: { Cell: 'cong-truong/admin#WordCell' } },
})
/** Payload's own two, told in the hours of Hà Nội wherever the browser stands. */
export const instants: Field[] = [instant('updatedAt', nhan('Sửa lúc', 'Changed')), instant('createdAt', nhan('Lập lúc', 'Made'))]

export const mucNhayCamField: Field = {
  name: 'mucNhayCam',
  type: 'select',
  label: nhan('Mức nhạy cảm', 'Sensitivity'),
  defaultValue: 'thuong',
  options: [
    { value: 'thuong', label: nhan('Thường', 'Ordinary') },
    { value: 'cao', label: nhan('Cao – cần người phát ngôn duyệt', 'High – the spokesperson approves') },
  ],
  admin: {
    position: 'sidebar',
    ...help('Đã trình ở mức cao thì các lần trình sau cũng ở mức cao.', 'Once submitted as high, later submissions stay high.'),
  },
}
