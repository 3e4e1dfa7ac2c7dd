import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsIn, type Known } from '../../src/policy/text/findings/index.ts'
import { STORIES } from '../../src/demo/stories.ts'
import { allWords } from '../../src/policy/text/sameWords.ts'
import type { Json } from '../../src/policy/gate/fingerprint.ts'

const known: Known = { at: Date.parse('2026-11-27T03:00:00Z'), own: ['0215 3812 345', '0912 345 678', 'thpttrancan@gmail.com'], agreed: ['Lò Thị Minh Xuân'] }
const told = (text: string): string[] =>
  findingsIn([{ field: 'noiDung', text }], known).map(({ loai, chu, dung }) => `${loai}: ${chu}${dung === undefined ? '' : ` → ${dung}`}`)

describe('what a machine notices', () => {
  it.each<[string, string[]]>([
    ['Lễ khai giảng: thứ Hai, ngày 20/11/2026.', ['thuNgay: thứ Hai, ngày 20/11/2026 → thứ Sáu']],
    ['Họp lúc 8 giờ Chủ nhật 29/11.', []],
    ['Họp lúc 8 giờ thứ 7 (29/11).', ['thuNgay: thứ 7 (29/11 → Chủ nhật']],
    ['Họp thứ Bảy, ngày 31/11.', ['ngayKhongCo: thứ Bảy, ngày 31/11']],
['Trận thứ hai 12/3 của lớp thứ hai 12/3', []],
    ['Nộp trước 30/02/2027.', ['ngayKhongCo: 30/02/2027']],
    ['Công văn 29/02/2024 và 15/8/2026 vẫn còn hiệu lực.', []],
    ['Em có số căn cước 011 309 012345.', []],
    ['Em có số căn cước 011309012345.', ['soDinhDanh: 011309012345']],
    ['Điện thoại 098 765 4321, trường: 0912.345.678', ['soDienThoai: 098 765 4321']],
    ['Gọi +84 987 654 321', ['soDienThoai: +84 987 654 321']],
    ['Kinh phí 1.098.765.432 đồng, năm 2026-2027', []],
    ['Viết cho bichngoc.12a@gmail.com hoặc thpttrancan@gmail.com', ['thuRieng: bichngoc.12a@gmail.com']],
    ['Ủng hộ qua STK 123 456 789 012 ngân hàng', ['taiKhoan: STK 123 456 789 012']],
    ['Em sinh ngày 5/9/2010, thường trú bản Na Son, xã Na Son', ['ngaySinh: sinh ngày 5/9/2010', 'diaChiNha: thường trú bản Na Son, xã Na Son']],
    ['Em mồ côi cha, thuộc hộ nghèo của xã', ['hoanCanh: mồ côi', 'hoanCanh: hộ nghèo']],
    ['Các thầy cô đả cố gắng, chúng em rât vui', ['chinhTa: rât']],
    ['Trường chia sẽ với các em, hổ  trợ', ['chinhTa: chia sẽ → chia sẻ', 'chinhTa: hổ  trợ → hỗ trợ']],
    ['Ðoàn trường, Еm', ['chuGiaDang: Ðoàn', 'chuGiaDang: Еm']],
    ['Trường Тrần Can', ['chuGiaDang: Тrần']],
    ['Diện tích π r², thành phố Москва', []],
    ['Chơi tài xỉu online', ['coBac: tài xỉu']],
    ['Em Giàng A Sếnh và em Lò Thị Minh Xuân đạt giải', ['tenNguoi: Giàng A Sếnh']],
    ['Hà Nội, Lâm Đồng, đường Trần Phú, trường THPT Trần Can, Đoàn Thanh niên', []],
    ['hoà bình, hòa bình, thuỷ lợi, thủy lợi, quý, quí, kĩ, kỹ, Đăk Lăk, Xơ Đăng, quốc ca', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected)) // prettier-ignore

  it('leaves the demo’s stories alone, but for the names of people', () => {
    const lines = STORIES.map((story) => ({ field: 'noiDung', text: allWords(story as unknown as Json) }))
    expect(lines.length).toBeGreaterThan(10)
    expect(findingsIn(lines, known).filter(({ loai }) => loai !== 'tenNguoi')).toEqual([])
  })

  it('takes any text, as long as there is', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(told(text))))
    for (const hostile of ['0', 'thường trú ', 'thứ hai ', 'Lò A ', 'a@', '9/', 'STK ', 'sẳn ']) expect(told(hostile.repeat(50_000)).length).toBeLessThan(20)
  })
})
