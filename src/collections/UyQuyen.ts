import type { CollectionConfig } from 'payload'
import { delegationAccess } from '../access/delegations.ts'
import { delegationRules, logDelegation } from '../hooks/delegation.ts'
import { nhan } from '../messages/labels.ts'
import { scopesOf, type Gate } from '../policy/gate/gates/index.ts'
import { help, proofField, text } from './fields.ts'

const EVERYTHING = nhan('Mọi nội dung', 'Everything')
/** Only on a delegation that stands: a new one has nothing to end and its lender is whoever writes it. */
const written = (data: { id?: unknown }): boolean => data.id !== undefined
const moment = { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } } as const

/** The spokesperson lends his authority: dated, scoped, never passed on. Once written only its early end is added. */
export const UyQuyen = (gates: readonly Gate[]): CollectionConfig => ({
  slug: 'uy-quyen',
  labels: { singular: nhan('Uỷ quyền phát ngôn', 'Delegation'), plural: nhan('Uỷ quyền phát ngôn', 'Delegations') },
  access: delegationAccess,
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-denNgay',
  admin: {
    useAsTitle: 'soVanBan',
    defaultColumns: ['soVanBan', 'nguoiDuocUyQuyen', 'phamVi', 'tuNgay', 'denNgay', 'thuHoiLuc'],
    group: nhan('Quản trị', 'Administration'),
    ...help(
      'Người phát ngôn giao quyền duyệt cho một người, trong một phạm vi và một thời hạn. Người được uỷ quyền không giao lại cho người khác.',
      'The spokesperson lends the right to approve to one person, within a scope and a time. It is never passed on.',
    ),
  },
  hooks: { beforeChange: [delegationRules], afterChange: [logDelegation] },
  fields: [
    proofField,
    text('soVanBan', nhan('Số văn bản uỷ quyền', 'Number of the document'), {
      maxLength: 100,
      admin: { placeholder: '12/UQ-THPT', ...help('Ghi cạnh tên người duyệt trên trang.', 'Shown beside the approver’s name on the site.') },
    }),
    {
      name: 'nguoiUyQuyen',
      type: 'relationship',
      relationTo: 'nguoi-dung',
      label: nhan('Người uỷ quyền', 'Delegator'),
      admin: { readOnly: true, condition: written, ...help('Luôn là người phát ngôn đang lập văn bản này.', 'Always the spokesperson who writes this.') },
    },
    { name: 'nguoiDuocUyQuyen', type: 'relationship', relationTo: 'nguoi-dung', label: nhan('Người được uỷ quyền', 'Delegate') },
    {
      name: 'phamVi',
      type: 'select',
      label: nhan('Phạm vi', 'Scope'),
      options: scopesOf(gates).map((value) => ({ value, label: gates.find((gate) => gate.slug === value)?.labels.many ?? EVERYTHING })),
    },
    { name: 'tuNgay', type: 'date', label: nhan('Từ', 'From'), admin: moment },
    {
      name: 'denNgay',
      type: 'date',
      label: nhan('Đến', 'Until'),
      admin: { ...moment, ...help('Dài nhất một năm; hết hạn thì lập văn bản mới.', 'A year at most; write a new one after that.') },
    },
    {
      name: 'thuHoiLuc',
      type: 'date',
      label: nhan('Thu hồi lúc', 'Revoked'),
      admin: {
        ...moment,
        condition: written,
        ...help('Chọn giờ bất kỳ để chấm dứt ngay; giờ ghi sổ là giờ máy chủ.', 'Set any time to end it now; the recorded time is the server’s.'),
      },
    },
  ],
})
