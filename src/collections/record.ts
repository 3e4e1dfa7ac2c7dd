/**
 * The record: four append-only tables, written by SQL in src/actions and kept by triggers in migrations/.
 * No arrays, hasMany, polymorphic relations or selects here, so that no child table or enum escapes the triggers.
 */
import type { CollectionConfig } from 'payload'
import { caseAccess, readsEvidence, editionAccess, hideEnded, logAccess, verdictAccess } from '../access/record.ts'
import { nhan, type Nhan } from '../messages/labels.ts'
import { help, recorded } from './fields.ts'

const group = nhan('Sổ duyệt', 'The record')
const record = (slug: string, singular: Nhan, plural: Nhan, rest: Omit<CollectionConfig, 'slug' | 'labels'>): CollectionConfig => ({
  slug,
  labels: { singular, plural },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  ...rest,
  admin: {
    group,
    ...rest.admin,
    components: { views: { edit: { root: { Component: 'cong-truong/admin/rsc#RecordView' } } }, ...rest.admin?.components },
  },
})

const identity = [
  recorded('boSuuTap', 'text', nhan('Loại nội dung', 'Collection'), { required: true }),
  recorded('taiLieu', 'number', nhan('Nội dung', 'Document'), { required: true }),
  recorded('lan', 'number', nhan('Lần trình', 'Submission no.'), { required: true }),
  recorded('loai', 'text', nhan('Thể loại', 'Kind')),
  recorded('slug', 'text', nhan('Đường dẫn', 'Address'), { required: true }),
  recorded('tieuDe', 'text', nhan('Tiêu đề', 'Title'), { required: true }),
  recorded('noiDung', 'textarea', nhan('Nội dung đã khoá', 'Frozen content'), { required: true }),
  recorded('vanTay', 'text', nhan('Vân tay (SHA-256)', 'Fingerprint (SHA-256)'), { required: true }),
]

export const BanTrinh = record('ban-trinh', nhan('Bản trình', 'Submission'), nhan('Bản trình', 'Submissions'), {
  access: caseAccess,
  admin: {
    useAsTitle: 'tieuDe',
    defaultColumns: ['tieuDe', 'lan', 'boSuuTap', 'createdAt'],
    ...help('Nội dung đã khoá để duyệt. Mở một bản để đọc và cho ý kiến.', 'Content frozen for review. Open one to read and decide.'),
  },
  fields: [
    ...identity,
    recorded('bangChung', 'textarea', nhan('Bằng chứng (không công khai)', 'Evidence (not public)'), { access: { read: readsEvidence } }),
    recorded('vanTayBangChung', 'text', nhan('Vân tay bằng chứng', 'Fingerprint of the evidence')),
    recorded('buoc', 'json', nhan('Các bước còn lại', 'Steps still needed'), { required: true }),
    recorded('daQua', 'json', nhan('Các bước đã qua', 'Steps passed')),
    recorded('nguoiDongGop', 'json', nhan('Người đóng góp', 'Contributors'), { required: true }),
    recorded('mucNhayCam', 'text', nhan('Mức nhạy cảm', 'Sensitivity'), { required: true }),
    recorded('motLanhDao', 'checkbox', nhan('Ngoại lệ đơn vị có một lãnh đạo', 'Exception of a school with one leader')),
    recorded('ghiNhan', 'json', nhan('Được tính cho', 'Credited to')),
    recorded('tacGia', 'number', nhan('Tác giả', 'Author'), { index: true }),
    recorded('nguoiTrinh', 'number', nhan('Người trình', 'Submitter'), { required: true }),
    recorded('tenNguoiTrinh', 'text', nhan('Họ tên người trình', 'Submitter’s name'), { required: true }),
  ],
})

export const PhieuDuyet = record('phieu-duyet', nhan('Phiếu duyệt', 'Verdict'), nhan('Phiếu duyệt', 'Verdicts'), {
  access: verdictAccess,
  admin: { useAsTitle: 'quyetDinh', defaultColumns: ['quyetDinh', 'hoTen', 'chucVu', 'luc', 'banTrinh'] },
  fields: [
    { name: 'banTrinh', type: 'relationship', relationTo: 'ban-trinh', required: true, label: nhan('Bản trình', 'Submission'), admin: { readOnly: true } },
    recorded('vanTay', 'text', nhan('Vân tay đã đọc', 'Fingerprint read'), { required: true }),
    recorded('vanTayKhung', 'text', nhan('Vân tay của các bước, người đóng góp, bằng chứng', 'Fingerprint of steps, contributors and evidence'), {
      required: true,
    }),
    recorded('buoc', 'text', nhan('Bước', 'Step'), { required: true }),
    recorded('vaiTro', 'text', nhan('Vai trò', 'Role'), { required: true }),
    recorded('tuCach', 'text', nhan('Tư cách', 'Capacity'), { required: true }),
    recorded('uyQuyen', 'number', nhan('Mã uỷ quyền', 'Delegation')),
    recorded('nguoi', 'number', nhan('Người duyệt', 'Reviewer'), { required: true, index: true }),
    recorded('hoTen', 'text', nhan('Họ và tên', 'Name'), { required: true }),
    recorded('chucVu', 'text', nhan('Chức vụ', 'Post')),
    recorded('quyetDinh', 'text', nhan('Quyết định', 'Decision'), { required: true }),
    recorded('kiemTra', 'json', nhan('Danh mục kiểm tra', 'Checklist')),
    recorded('phienBanKiemTra', 'number', nhan('Phiên bản danh mục', 'Checklist version')),
    recorded('lyDo', 'textarea', nhan('Ý kiến, lý do', 'Opinion or reason')),
    recorded('luc', 'text', nhan('Lúc', 'When'), { required: true }),
    recorded('khanDen', 'text', nhan('Đăng khẩn đến', 'Emergency until')),
    recorded('noiDungKy', 'textarea', nhan('Nội dung đã ký', 'Signed text'), { required: true }),
    recorded('chuKy', 'text', nhan('Chữ ký Ed25519', 'Ed25519 signature'), { required: true }),
    recorded('khoa', 'text', nhan('Mã khoá', 'Key id'), { required: true }),
  ],
})

export const BanDang = record('ban-dang', nhan('Bản đăng', 'Edition'), nhan('Bản đăng', 'Editions'), {
  access: editionAccess,
  forceSelect: { ketThucLuc: true, khanDen: true, anDen: true },
  hooks: { afterRead: [hideEnded] },
  admin: {
    useAsTitle: 'tieuDe',
    defaultColumns: ['tieuDe', 'boSuuTap', 'lan', 'createdAt', 'ketThucLuc'],
    ...help('Những gì người xem trang thấy và từng thấy.', 'What readers see and have seen.'),
  },
  fields: [
    ...(identity.map((field) => ({ ...field, index: 'name' in field && field.name === 'slug' })) as CollectionConfig['fields']),
    {
      name: 'banTrinh',
      type: 'relationship',
      relationTo: 'ban-trinh',
      required: true,
      label: nhan('Bản trình', 'Submission'),
      admin: { readOnly: true },
    },
    {
      name: 'duyet',
      type: 'group',
      label: nhan('Đã duyệt', 'Approved'),
      fields: [
        recorded('hoTen', 'text', nhan('Họ và tên', 'Name'), { required: true }),
        recorded('chucVu', 'text', nhan('Chức vụ', 'Post')),
        recorded('luc', 'date', nhan('Lúc', 'When'), { required: true }),
        recorded('uyQuyen', 'text', nhan('Theo uỷ quyền số', 'By delegation no.')),
      ],
    },
    recorded('dangLanDau', 'date', nhan('Đăng lần đầu', 'First published'), { required: true }),
    recorded('khanDen', 'date', nhan('Đăng khẩn, có hiệu lực đến', 'Emergency, valid until')),
    recorded('motLanhDao', 'checkbox', nhan('Ngoại lệ đơn vị có một lãnh đạo', 'Exception of a school with one leader')),
    recorded('anDen', 'date', nhan('Ẩn với người đọc đến', 'Hidden from readers until')),
    recorded('ketThucLuc', 'date', nhan('Kết thúc lúc', 'Ended')),
    recorded('lyDoGo', 'textarea', nhan('Lý do gỡ (công khai)', 'Reason of withdrawal (public)')),
  ],
})

export const NhatKy = record('nhat-ky', nhan('Nhật ký', 'Log'), nhan('Nhật ký', 'Log'), {
  access: logAccess,
  defaultSort: '-so',
  admin: { useAsTitle: 'hanhDong', defaultColumns: ['so', 'luc', 'hanhDong', 'tenNguoi', 'boSuuTap'] },
  fields: [
    recorded('so', 'number', nhan('Số thứ tự', 'Number'), { required: true, unique: true }),
    recorded('luc', 'text', nhan('Lúc', 'When'), { required: true }),
    recorded('hanhDong', 'text', nhan('Việc', 'Action'), { required: true }),
    recorded('nguoi', 'number', nhan('Tài khoản', 'Account')),
    recorded('tenNguoi', 'text', nhan('Người làm', 'Name')),
    recorded('boSuuTap', 'text', nhan('Loại nội dung', 'Collection')),
    recorded('taiLieu', 'number', nhan('Nội dung', 'Document')),
    recorded('chiTiet', 'textarea', nhan('Chi tiết', 'Detail'), { required: true }),
    recorded('truoc', 'text', nhan('Mã băm dòng trước', 'Hash of the row before'), { required: true }),
    recorded('bam', 'text', nhan('Mã băm dòng này', 'Hash of this row'), { required: true, unique: true }),
  ],
})
