/** Rule: a person who is named and has not agreed is pointed out. A name is a surname of our peoples and one to four syllables more. */
import type { Finding } from './finding.ts'

const SURNAMES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô Tạ Hà Cao Lưu Lương Thái Châu Chu Quách Kiều Tống Triệu La Lò Lù Lường Quàng Cà Tòng Vì Vi Bạc Cầm Hoàng Sùng Giàng Vàng Thào Mùa Vừ Hạng Lầu Sình Ly Thò Chang Cứ Hờ Tráng Phàng Cháng Tẩn Phàn Chảo Lỷ Tao Điêu Khoàng Pờ Chu Lỳ Mào Sần Toán Quàng Tủa Nông Hứa Sầm Bế Nùng Lục Mã Hầu Khổng Phí Tăng Đàm Đồng Khúc Lại Lều Nghiêm Ninh Phó Thạch Tiêu Trà Viên Bàn Đèo'
    .split(' ')
    .filter((name, i, all) => all.indexOf(name) === i)
/** What begins like a surname and is a place, an organisation, a day. */
const NO_PERSON =
  /^(?:Hà (?:Nội|Giang|Nam|Tĩnh|Tiên|Đông)|Lâm Đồng|Cao Bằng|Thái (?:Nguyên|Bình|Lan)|Đoàn (?:Thanh|TN|Trường|Xã|Viên)|Kim Đồng|Mai Châu|Lai Châu|Lương Sơn|Ninh (?:Bình|Thuận)|Đồng (?:Nai|Tháp|Hới)|Văn (?:Phòng|Miếu|Hoá|Hóa|Học|Thư)|Châu (?:Âu|Á|Phi)|Quan Hoá|Viên Chăn|La Pán Tẩn)/u
const STREET = /(?:đường|phố|trường|THPT|THCS|tiểu học|ngõ|quảng trường|giải|cúp|quỹ|phường|xã|huyện|tỉnh|bản|thôn)\s+$/iu
const NAME = new RegExp(`(?<![\\p{L}\\d])(?:${SURNAMES.join('|')})(?:\\s\\p{Lu}\\p{Ll}*){1,4}(?![\\p{L}])`, 'gu')

const same = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** `known`: who has agreed, and the institution's own people. */
export function namedPeople(text: string, known: readonly string[]): Finding[] {
  const agreed = new Set(known.map(same))
  return [...text.matchAll(NAME)]
    .filter((match) => !NO_PERSON.test(match[0]) && !STREET.test(text.slice(Math.max(0, match.index - 12), match.index)))
    .map(([chu]): Finding => ({ loai: 'tenNguoi', chu }))
    .filter(({ chu }) => !agreed.has(same(chu)))
}
