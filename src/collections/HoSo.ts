import type { CollectionConfig } from 'payload'
import { fileAccess } from '../access/record.ts'
import { nhan } from '../messages/labels.ts'
import { help, recorded } from './fields.ts'

/** Where each document stands. Written by actions and the edit hook, always under its row lock. */
export const HoSo: CollectionConfig = {
  slug: 'ho-so',
  labels: { singular: nhan('Hồ sơ', 'File'), plural: nhan('Hồ sơ', 'Files') },
  access: fileAccess,
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['boSuuTap', 'taiLieu'], unique: true }],
  admin: {
    useAsTitle: 'tieuDe',
    defaultColumns: ['tieuDe', 'boSuuTap', 'trangThai', 'updatedAt'],
    group: nhan('Sổ duyệt', 'The record'),
    components: { views: { edit: { root: { Component: 'cong-truong/admin/rsc#RecordView' } } } },
    ...help('Trạng thái của từng nội dung.', 'The state of every document.'),
  },
  fields: [
    recorded('tieuDe', 'text', nhan('Tiêu đề', 'Title')),
    recorded('boSuuTap', 'text', nhan('Loại nội dung', 'Collection'), { required: true }),
    recorded('taiLieu', 'number', nhan('Nội dung', 'Document'), { required: true }),
    recorded('loai', 'text', nhan('Thể loại', 'Kind')),
    recorded('tacGia', 'number', nhan('Tác giả', 'Author'), { index: true }),
    recorded('trangThai', 'text', nhan('Trạng thái', 'State'), {
      required: true,
      index: true,
      admin: { components: { Cell: 'cong-truong/admin#StateCell' } },
    }),
    recorded('vaiTroCho', 'text', nhan('Đang chờ vai trò', 'Waits for')),
    recorded('donViCho', 'number', nhan('Đang chờ người của đơn vị', 'Waits for a member of')),
    recorded('nguoiCho', 'text', nhan('Đang chờ trong số', 'Waits for one of')),
    recorded('khongCho', 'text', nhan('Không chờ', 'Does not wait for')),
    { name: 'banTrinh', type: 'relationship', relationTo: 'ban-trinh', label: nhan('Bản trình mới nhất', 'Latest submission'), admin: { readOnly: true } },
    { name: 'banDang', type: 'relationship', relationTo: 'ban-dang', label: nhan('Bản đang đăng', 'Live edition'), admin: { readOnly: true } },
    recorded('nguoiDongGop', 'json', nhan('Người đóng góp', 'Contributors')),
    recorded('suaSauTrinh', 'json', nhan('Người sửa sau khi trình', 'Changed it after submission')),
    recorded('mucNhayCam', 'text', nhan('Mức nhạy cảm đã ghi nhận', 'Recorded sensitivity')),
    recorded('henGioLuc', 'date', nhan('Hẹn giờ đăng', 'Scheduled for')),
    recorded('nguoiHenGio', 'number', nhan('Người hẹn giờ', 'Scheduled by')),
    recorded('loiHenGio', 'text', nhan('Vì sao giờ hẹn không thành', 'Why the schedule failed')),
  ],
}
