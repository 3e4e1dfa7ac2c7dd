/** The demo school's static pages and official documents: invented, like everything else of it. */
import type { LOAI_VAN_BAN, HIEU_LUC } from '../policy/gate/gates/vanBan.ts'
import type { MUC_TRANG } from '../policy/gate/gates/trang.ts'

export type DemoPage = {
  tieuDe: string
  slug: string
  muc: (typeof MUC_TRANG)[number]
  thuTu: number
  namHoc?: string
  mucCongKhai?: string
  /** Lines of an attached PDF. */
  tep?: { chuThich: string; dong: string[] }
  doan: string[]
}

export const PAGES: DemoPage[] = [
  {
    tieuDe: 'Giới thiệu Trường THPT Hoa Ban',
    slug: 'gioi-thieu',
    muc: 'gioiThieu',
    thuTu: 1,
    doan: [
      'Trường THPT Hoa Ban nằm ở chân đồi, bên con suối chảy quanh bản. Trường nhận học sinh của bốn xã; nhà xa nhất cách trường hai mươi bảy cây số.',
      'Năm học 2026-2027 trường có mười lăm lớp, năm trăm tám mươi học sinh, trong đó hai trăm mười em ở bán trú. Học sinh là người Thái, Mông, Khơ Mú, Kinh và nhiều dân tộc khác.',
      '## Điều nhà trường theo đuổi',
      '- Mỗi em đi học đều, học được và thấy vui khi đến trường;',
      '- Thầy cô dạy thật, chấm thật, lắng nghe học sinh và phụ huynh;',
      '- Trường sạch, an toàn, giữ tiếng nói và nếp đẹp của các bản.',
      '## Vài mốc',
      '- 1998: thành lập phân hiệu với bốn lớp tranh tre;',
      '- 2006: có dãy nhà hai tầng đầu tiên;',
      '- 2019: mở khu bán trú và bếp ăn;',
      '- 2026: mở trang thông tin điện tử này.',
    ],
  },
  {
    tieuDe: 'Cơ cấu tổ chức',
    slug: 'co-cau-to-chuc',
    muc: 'coCau',
    thuTu: 2,
    doan: [
      'Nhà trường có hội đồng trường, ban giám hiệu, ba tổ chuyên môn, Tổ Văn phòng và các đoàn thể.',
      '## Ban giám hiệu',
      '- Hiệu trưởng Trần Đức Lâm: phụ trách chung, người phát ngôn của nhà trường;',
      '- Phó hiệu trưởng Giàng A Sếnh: phụ trách chuyên môn, duyệt nội dung đăng trên trang.',
      '## Các tổ',
      '- Tổ Toán – Tin;',
      '- Tổ Ngữ văn;',
      '- Tổ Khoa học tự nhiên;',
      '- Tổ Văn phòng, tổ trưởng Nguyễn Thu Hà.',
      '## Đoàn thể',
      '- Công đoàn cơ sở;',
      '- Đoàn thanh niên, bí thư Quàng Văn Hiếu.',
    ],
  },
  {
    tieuDe: 'Liên hệ với nhà trường',
    slug: 'lien-he',
    muc: 'lienHe',
    thuTu: 3,
    doan: [
      'Văn phòng mở cửa từ thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ.',
      '## Gặp ai',
      '- Việc học, chuyển trường, xác nhận: Tổ Văn phòng, điện thoại 0215 000 0000;',
      '- Việc ở bán trú và bữa ăn: quản lý bán trú, hỏi qua Tổ Văn phòng;',
      '- Việc báo chí: hiệu trưởng, người phát ngôn của nhà trường.',
      '## Đường đến trường',
      'Từ quốc lộ rẽ vào bản Hoa Ban, qua cầu treo, đi thêm bốn trăm mét. Mùa mưa đường trơn, xin đi chậm.',
    ],
  },
  {
    tieuDe: 'Công khai thông tin chung năm học 2026-2027',
    slug: 'cong-khai-thong-tin-chung-2026-2027',
    muc: 'congKhai',
    namHoc: '2026-2027',
    mucCongKhai: 'thongTinChung',
    thuTu: 10,
    tep: {
      chuThich: 'Thông tin chung năm học 2026-2027',
      dong: ['Ten truong: Trường THPT Hoa Ban', 'So lop: 15; so hoc sinh: 580', 'Hieu truong: Trần Đức Lâm'],
    },
    doan: [
      'Tên trường, địa chỉ, loại hình, người đại diện theo pháp luật và người phát ngôn của nhà trường cho năm học 2026-2027.',
      '- Loại hình: trường trung học phổ thông công lập;',
      '- Cơ quan quản lý: Sở Giáo dục và Đào tạo;',
      '- Người đại diện, người phát ngôn: hiệu trưởng Trần Đức Lâm.',
    ],
  },
  {
    tieuDe: 'Công khai thu, chi tài chính năm học 2026-2027',
    slug: 'cong-khai-thu-chi-2026-2027',
    muc: 'congKhai',
    namHoc: '2026-2027',
    mucCongKhai: 'taiChinh',
    thuTu: 11,
    tep: {
      chuThich: 'Các khoản thu năm học 2026-2027',
      dong: ['Hoc phi: theo nghi quyet cua tinh', 'Tien an ban tru: theo thoa thuan', 'Bao hiem y te: theo quy dinh'],
    },
    doan: [
      'Các khoản thu của năm học và đối tượng được miễn, giảm. Nhà trường không thu khoản nào ngoài danh sách này.',
      '- Học phí: theo nghị quyết của hội đồng nhân dân tỉnh;',
      '- Tiền ăn bán trú: theo thoả thuận với phụ huynh, công khai từng tháng;',
      '- Bảo hiểm y tế: theo quy định.',
    ],
  },
]

export type DemoDocument = {
  soKyHieu: string
  trichYeu: string
  loai: (typeof LOAI_VAN_BAN)[number]
  coQuanBanHanh: string
  ngayBanHanh: string
  nguoiKy: string
  hieuLuc: (typeof HIEU_LUC)[number]
  ngayHieuLuc?: string
  chuDe: string[]
}

const SCHOOL = 'Trường THPT Hoa Ban'
const ABOVE = 'Sở Giáo dục và Đào tạo'
const HEAD = 'Hiệu trưởng Trần Đức Lâm'

export const DOCUMENTS: DemoDocument[] = [
  {
    soKyHieu: '12/KH-THPTHB',
    trichYeu: 'Kế hoạch giáo dục năm học 2026-2027',
    loai: 'keHoach',
    coQuanBanHanh: SCHOOL,
    ngayBanHanh: '2026-09-03',
    nguoiKy: HEAD,
    hieuLuc: 'conHieuLuc',
    ngayHieuLuc: '2026-09-05',
    chuDe: ['Dạy và học'],
  },
  {
    soKyHieu: '15/QĐ-THPTHB',
    trichYeu: 'Quyết định ban hành quy chế phát ngôn và cung cấp thông tin của nhà trường',
    loai: 'quyetDinh',
    coQuanBanHanh: SCHOOL,
    ngayBanHanh: '2026-09-08',
    nguoiKy: HEAD,
    hieuLuc: 'conHieuLuc',
    ngayHieuLuc: '2026-09-08',
    chuDe: ['Dạy và học'],
  },
  {
    soKyHieu: '21/TB-THPTHB',
    trichYeu: 'Thông báo lịch trực bảo vệ khu bán trú trong mùa mưa',
    loai: 'thongBao',
    coQuanBanHanh: SCHOOL,
    ngayBanHanh: '2026-09-21',
    nguoiKy: HEAD,
    hieuLuc: 'hetHieuLuc',
    ngayHieuLuc: '2026-10-31',
    chuDe: ['Dạy và học'],
  },
  {
    soKyHieu: '108/HD-SGDĐT',
    trichYeu: 'Hướng dẫn xây dựng thư viện thân thiện trong trường trung học',
    loai: 'huongDan',
    coQuanBanHanh: ABOVE,
    ngayBanHanh: '2025-10-14',
    nguoiKy: 'Phó giám đốc Sở',
    hieuLuc: 'conHieuLuc',
    chuDe: ['Văn hoá đọc'],
  },
  {
    soKyHieu: '340/SGDĐT-GDTrH',
    trichYeu: 'Công văn về việc chuẩn bị kiểm tra học kỳ I năm học 2026-2027',
    loai: 'congVan',
    coQuanBanHanh: ABOVE,
    ngayBanHanh: '2026-11-02',
    nguoiKy: 'Phó giám đốc Sở',
    hieuLuc: 'conHieuLuc',
    chuDe: ['Tuyển sinh, thi và kiểm tra'],
  },
  {
    soKyHieu: '09/NQ-HĐT',
    trichYeu: 'Nghị quyết của hội đồng trường về các khoản thu thoả thuận từ học kỳ II',
    loai: 'nghiQuyet',
    coQuanBanHanh: SCHOOL,
    ngayBanHanh: '2026-11-12',
    nguoiKy: 'Chủ tịch hội đồng trường',
    hieuLuc: 'chuaCoHieuLuc',
    ngayHieuLuc: '2027-01-18',
    chuDe: ['Dạy và học'],
  },
]
