/** What readers may be told of a withdrawal, and where pages may lead: the same for every level, edited in the regulation. */
import type { Preset } from './preset.ts'

/** Where none fits, the page uses the neutral sentence. */
export const PUBLIC_REASONS: Preset['lyDoGo'] = [
  { ma: 'saiSot', noiDung: 'Nội dung có chỗ chưa chính xác và đang được kiểm tra lại.' },
  { ma: 'hetHieuLuc', noiDung: 'Nội dung đã hết hiệu lực.' },
  { ma: 'thayThe', noiDung: 'Nội dung đã được thay bằng thông tin khác.' },
  { ma: 'riengTu', noiDung: 'Nội dung được gỡ để bảo vệ thông tin cá nhân.' },
]

/** Public bodies, schools, and where schools put films and pictures. */
export const LINK_HOSTS = ['gov.vn', 'edu.vn', 'dangcongsan.vn', 'quochoi.vn', 'vbpl.vn', 'wikipedia.org', 'youtube.com', 'youtu.be', 'facebook.com', 'zalo.me']
