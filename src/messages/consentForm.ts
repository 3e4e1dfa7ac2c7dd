/** The paper a family signs, in plain Vietnamese: what is asked, of whom at this age, and how to take it back. */
import type { LopTuoi } from '../policy/people/consentAge.ts'

export type Paper = { ten: string; choAi: string; hoi: string; ky: readonly string[] }

export const PAPERS: Record<LopTuoi, Paper> = {
  duoi7: {
    ten: 'Trẻ dưới 7 tuổi',
    choAi: 'Cha, mẹ hoặc người giám hộ của bé đọc và ký.',
    hoi: 'Tôi là cha, mẹ hoặc người giám hộ của bé. Tôi đồng ý cho đơn vị dùng tên, hình ảnh, câu chuyện của bé như ghi ở trên.',
    ky: ['Cha, mẹ hoặc người giám hộ'],
  },
  tu7: {
    ten: 'Từ 7 đến dưới 16 tuổi',
    choAi: 'Cần cả hai: em và cha, mẹ hoặc người giám hộ của em. Hãy đọc cùng nhau rồi ký.',
    hoi: 'Em đã được nghe giải thích và em đồng ý. Tôi là cha, mẹ hoặc người giám hộ, tôi đồng ý.',
    ky: ['Em (tự viết tên)', 'Cha, mẹ hoặc người giám hộ'],
  },
  tu16: {
    ten: '16 và 17 tuổi',
    choAi: 'Em tự quyết định và ký. Nên cho cha, mẹ hoặc người giám hộ đọc và ký cùng.',
    hoi: 'Em đã đọc, đã hiểu và em đồng ý cho đơn vị dùng tên, hình ảnh, câu chuyện của em như ghi ở trên.',
    ky: ['Em (ký, ghi rõ họ tên)', 'Cha, mẹ hoặc người giám hộ (nên có)'],
  },
  nguoiLon: {
    ten: 'Người lớn',
    choAi: 'Người được kể hoặc có trong ảnh đọc và ký.',
    hoi: 'Tôi đã đọc, đã hiểu và tôi đồng ý cho đơn vị dùng tên, hình ảnh, câu chuyện của tôi như ghi ở trên.',
    ky: ['Người đồng ý (ký, ghi rõ họ tên)'],
  },
}

export const RIGHTS: readonly string[] = [
  'Đồng ý hay không đều được. Không đồng ý thì không ai bị điểm kém, bị phê bình hay bị bỏ khỏi hoạt động nào.',
  'Rút lại lúc nào cũng được, bằng lời hoặc bằng giấy, không cần nói lý do. Rút lại thì đơn vị gỡ ngay khỏi trang.',
  'Đơn vị không đăng địa chỉ nhà, số điện thoại, điểm số, sức khoẻ, hoàn cảnh gia đình.',
  'Ảnh và tên đã đăng có thể bị người khác chụp lại; đơn vị không lấy lại được những bản ấy.',
]

export const KENH_NOI = ['Trang thông tin điện tử của đơn vị', 'Phát thanh', 'Mạng xã hội của đơn vị', 'Báo, đài'] as const
