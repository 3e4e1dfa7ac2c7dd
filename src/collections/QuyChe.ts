import type { Field, GlobalConfig } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { onlyWalkable } from '../hooks/chain.ts'
import { demandProofOfRegulation, logRegulationChange, numberChecklist } from '../hooks/regulation.ts'
import { keepQuotas } from '../hooks/quotaRows.ts'
import { nhan } from '../messages/labels.ts'
import { holds } from '../policy/people/roles.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { UPLOAD_LIMIT } from '../policy/gate/pictureLimits.ts'
import { quotaFields } from './quotaFields.ts'
import { reminderFields } from './reminderFields.ts'
import { help, proofField, recorded, text } from './fields.ts'

const STEP_ROLES = [
  { value: 'dauMoi', label: nhan('Đầu mối', 'Youth union desk') },
  { value: 'bienTapVien', label: nhan('Biên tập viên', 'Editor') },
  { value: 'nguoiDuyet', label: nhan('Người duyệt', 'Approver') },
  { value: 'nguoiPhatNgon', label: nhan('Người phát ngôn', 'Spokesperson') },
]
const KINDS = [
  { value: 'tin', label: nhan('Tin', 'News item') },
  { value: 'bai', label: nhan('Bài', 'Article') },
  { value: 'thongBao', label: nhan('Thông báo', 'Notice') },
  { value: 'nguoiTotViecTot', label: nhan('Người tốt việc tốt', 'Good deeds') },
  { value: 'dinhChinh', label: nhan('Đính chính', 'Correction') },
]

/** What a step or a point is for; where nothing is chosen, for everything. */
const forWhat = (gates: readonly Gate[]): Field[] => [
  {
    name: 'boSuuTap',
    type: 'select',
    hasMany: true,
    label: nhan('Áp dụng cho', 'For'),
    options: gates.map((gate) => ({ value: gate.slug, label: gate.labels.many })),
    admin: help('Để trống: mọi nội dung.', 'Empty: everything.'),
  },
  {
    name: 'apDung',
    type: 'select',
    hasMany: true,
    label: nhan('Áp dụng cho loại', 'Kinds'),
    options: KINDS,
    admin: help('Để trống: mọi loại.', 'Empty: every kind.'),
  },
]

/** The regulation as configuration: who takes which step, what is checked. Only the spokesperson changes it. */
export const QuyChe = (gates: readonly Gate[]): GlobalConfig => ({
  slug: 'quy-che',
  label: nhan('Quy chế', 'Regulation'),
  lockDocuments: false,
  access: {
    read: ({ req }) => actorOf(req) !== null,
    update: ({ req }) => {
      const actor = actorOf(req)
      return actor !== null && holds(actor, 'nguoiPhatNgon')
    },
  },
  admin: {
    group: nhan('Quản trị', 'Administration'),
    ...help(
      'Ai duyệt bước nào và kiểm tra những gì. Chỉ người phát ngôn sửa được; mỗi thay đổi được ghi nhật ký.',
      'Who takes which step and what is checked. Only the spokesperson may change it; every change is logged.',
    ),
  },
  hooks: { beforeChange: [numberChecklist, keepQuotas, onlyWalkable, demandProofOfRegulation], afterChange: [logRegulationChange] },
  fields: [
    proofField,
    text('tenDonVi', nhan('Đơn vị áp dụng', 'Applies to')),
    text('preset', nhan('Mẫu kế hoạch', 'Preset'), { admin: { readOnly: true } }),
    {
      name: 'buoc',
      type: 'array',
      label: nhan('Các bước duyệt', 'Steps of the review'),
      labels: { singular: nhan('Bước', 'Step'), plural: nhan('Bước', 'Steps') },
      fields: [
        text('ma', nhan('Mã', 'Code'), { required: true }),
        text('ten', nhan('Tên bước', 'Name'), { required: true }),
        { name: 'vaiTro', type: 'select', required: true, label: nhan('Vai trò', 'Role'), options: STEP_ROLES },
        ...forWhat(gates),
        {
          name: 'donVi',
          type: 'relationship',
          relationTo: 'don-vi',
          label: nhan('Đơn vị', 'Unit'),
          admin: help(
            'Chỉ thành viên của đơn vị này làm được bước. Để trống: bất cứ ai có vai trò.',
            'Its members alone take the step. Empty: anybody with the role.',
          ),
        },
        text('tenDonVi', nhan('Tên đơn vị theo mẫu', 'Unit named by the preset'), {
          maxLength: 200,
          admin: help('Khi có đơn vị mang tên này, lần lưu sau sẽ chọn đơn vị đó cho bước.', 'Once a unit of this name is there, the next save chooses it.'),
        }),
        {
          name: 'nguoi',
          type: 'relationship',
          relationTo: 'nguoi-dung',
          hasMany: true,
          maxRows: 20,
          label: nhan('Chỉ những người này', 'These people alone'),
          admin: help('Để trống: bất cứ ai có vai trò.', 'Empty: anybody with the role.'),
        },
        { name: 'khacNguoi', type: 'checkbox', label: nhan('Phải là người khác với các bước trước', 'Another person than those of earlier steps') },
        { name: 'chiNhayCam', type: 'checkbox', label: nhan('Chỉ khi nhạy cảm cao', 'Only when sensitive') },
      ],
    },
    { name: 'dangNgay', type: 'checkbox', defaultValue: true, label: nhan('Duyệt xong thì đăng ngay', 'Publish on the last approval') },
    {
      name: 'gioXacNhanKhan',
      type: 'number',
      min: 1,
      max: 24,
      defaultValue: 12,
      label: nhan('Đăng khẩn phải được xác nhận trong (giờ)', 'Hours to confirm an emergency edition'),
      admin: help('Quá giờ mà chưa đủ người duyệt, bài tự ẩn khỏi trang.', 'Not approved by then, the edition leaves the site by itself.'),
    },
    {
      name: 'motLanhDao',
      type: 'checkbox',
      defaultValue: false,
      label: nhan(
        'Đơn vị có một lãnh đạo: khi không còn ai khác, người phát ngôn được duyệt bài của chính mình',
        'One leader: where nobody else can, the spokesperson may approve his own words',
      ),
      admin: help('Ngoại lệ này ghi rõ trên từng bài và trong nhật ký.', 'The exception is marked on every such edition and in the log.'),
    },
    {
      name: 'kyThietBi',
      type: 'checkbox',
      defaultValue: false,
      label: nhan('Người duyệt phải ký bằng thiết bị của mình', 'Approvals are signed by the approver’s own device'),
      admin: help(
        'Bật khi mọi người duyệt đã có khoá trên điện thoại (Tài khoản → Khoá ký). Từ đó không ai, kể cả người giữ máy chủ, duyệt thay được.',
        'Turn on once every approver has a key on the phone. From then on nobody, not even whoever keeps the server, approves in his name.',
      ),
    },
    {
      name: 'lopHaiTu',
      type: 'date',
      label: nhan('Từ ngày này, ai duyệt phải có lớp bảo vệ thứ hai', 'From this day whoever approves has a second factor'),
      admin: {
        ...help(
          'Khoá trên điện thoại, hoặc mã của ứng dụng xác thực (Bàn làm việc → Tài khoản). Trước ngày này, ai chưa có thì được nhắc mỗi lần vào.',
          'A key on the phone, or a code of an authenticator application. Until then whoever has none is reminded.',
        ),
        date: { displayFormat: 'dd/MM/yyyy' },
      },
    },
    {
      name: 'phimToiDa',
      type: 'number',
      min: 1,
      max: UPLOAD_LIMIT / 1e6,
      defaultValue: UPLOAD_LIMIT / 1e6,
      label: nhan('Phim, âm thanh nặng tới (MB)', 'Films and recordings up to (MB)'),
      admin: help(
        'Phim dài hơn: đưa lên kênh của đơn vị rồi đặt liên kết trong bài. 40 MB là khoảng nửa phút quay bằng điện thoại.',
        'Longer ones stand on a channel of the school, and the story links there. 40 MB is about half a minute of a phone.',
      ),
    },
    {
      name: 'kiemTra',
      type: 'array',
      label: nhan('Danh mục kiểm tra', 'Checklist'),
      labels: { singular: nhan('Mục', 'Point'), plural: nhan('Mục', 'Points') },
      fields: [
        text('ma', nhan('Mã', 'Code'), { required: true }),
        { name: 'noiDung', type: 'textarea', required: true, label: nhan('Nội dung kiểm tra', 'What to check') },
        ...forWhat(gates),
        {
          name: 'canCu',
          type: 'array',
          label: nhan('Căn cứ', 'Basis'),
          labels: { singular: nhan('Căn cứ', 'Basis'), plural: nhan('Căn cứ', 'Bases') },
          fields: [
            text('vanBan', nhan('Văn bản', 'Document'), { required: true }),
            { name: 'tuNgay', type: 'date', label: nhan('Có hiệu lực từ', 'In force from') },
            { name: 'denNgay', type: 'date', label: nhan('Hết hiệu lực', 'Until') },
          ],
        },
        { name: 'batBuoc', type: 'checkbox', label: nhan('Bắt buộc', 'Mandatory') },
      ],
    },
    quotaFields(KINDS),
    ...reminderFields,
    {
      name: 'lyDoGo',
      type: 'array',
      label: nhan('Lý do gỡ được nói với người đọc', 'Reasons of withdrawal that readers are told'),
      labels: { singular: nhan('Lý do', 'Reason'), plural: nhan('Lý do', 'Reasons') },
      admin: help(
        'Người gỡ chọn một câu ở đây; câu người đó tự viết chỉ lưu trong nhật ký. Không chọn thì trang dùng câu trung tính.',
        'Whoever withdraws chooses one of these; his own words stay in the log. None chosen: the neutral sentence.',
      ),
      fields: [text('ma', nhan('Mã', 'Code'), { required: true }), text('noiDung', nhan('Câu hiện trên trang', 'Sentence on the page'), { required: true })],
    },
    recorded('phienBanKiemTra', 'number', nhan('Phiên bản danh mục', 'Checklist version')),
    {
      name: 'tenMienEmail',
      type: 'array',
      label: nhan('Tên miền thư điện tử được dùng', 'Allowed e-mail domains'),
      labels: { singular: nhan('Tên miền', 'Domain'), plural: nhan('Tên miền', 'Domains') },
      admin: help('Không dùng hòm thư cá nhân trong chỉ đạo, điều hành. Để trống: không giới hạn.', 'No personal mailboxes in running the school. Empty: any.'),
      fields: [text('tenMien', nhan('Tên miền', 'Domain'), { required: true })],
    },
    {
      name: 'mienLienKet',
      type: 'array',
      label: nhan('Tên miền được liên kết tới', 'Hosts that pages may link to'),
      labels: { singular: nhan('Tên miền', 'Host'), plural: nhan('Tên miền', 'Hosts') },
      admin: help(
        'Nội dung có liên kết ra ngoài danh sách này thì không trình được. “gov.vn” cho phép mọi trang có đuôi gov.vn. Để trống: không liên kết ra ngoài.',
        'Content that links elsewhere cannot be submitted. “gov.vn” allows everything below it. Empty: no links out.',
      ),
      fields: [text('mien', nhan('Tên miền', 'Host'), { required: true, admin: { placeholder: 'moet.gov.vn' } })],
    },
  ],
})
