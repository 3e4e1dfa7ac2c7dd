/** Live editions made of nothing, for what draws them. */
import type { Edition, Media, Settings, Story } from '../../src/theme/content/edition.ts'

export const SITE_URL = 'https://thpt.example'
export const paragraph = (text: string): object => ({ type: 'paragraph', children: [{ type: 'text', text }] })

export const SETTINGS: Settings = {
  tenTruong: 'Trường THPT Hoa Ban',
  khauHieu: 'Dạy tốt, học tốt',
  coQuanChuQuan: 'Sở Giáo dục và Đào tạo',
  diaChi: 'Bản Hoa Ban, tỉnh Điện Biên',
  dienThoai: '0215 000 0000',
  email: 'vanphong@thpt.example',
  bieuTrung: { taiLieu: 1, loai: 'anh', sha256: 'c'.repeat(64), rong: 512, cao: 512, kieu: 'image/webp' },
}

const file = (letter: string, rong: number, kieu = 'image/webp') => ({ sha256: letter.repeat(64), rong, cao: (rong * 3) / 4, kieu })
export const PICTURE: Media = {
  taiLieu: 2,
  loai: 'anh',
  ...file('a', 2400),
  kichThuoc: [file('b', 640), file('d', 1600)],
  altText: 'Sân trường',
  dungLuong: 12345,
}

export function edition(more: Partial<Edition<unknown>> = {}, story: Partial<Story> = {}): Edition<Story> {
  const noiDung = { loai: 'tin', tieuDe: 'Tin thử', noiDung: [paragraph('Đoạn đầu.')], ...story } as Story
  return {
    id: 9,
    boSuuTap: 'tin-bai',
    taiLieu: 12,
    lan: 1,
    vanTay: 'f'.repeat(64),
    slug: 'tin-thu',
    tieuDe: noiDung.tieuDe,
    duyet: { hoTen: 'Người Duyệt', chucVu: 'Phó hiệu trưởng', luc: '2026-11-20T02:00:00.000Z', uyQuyen: null },
    dangLanDau: '2026-11-20T02:40:00.000Z',
    createdAt: '2026-11-21T02:40:00.000Z',
    khanDen: null,
    motLanhDao: false,
    ketThucLuc: null,
    lyDoGo: null,
    ...more,
    noiDung,
  }
}
