/** What stands in the way of showing a person, and of what a class sends. */
import type { Sentences } from './vi.ts'

const NO_CONSENT: Record<string, string> = {
  thieu: 'Chưa có phiếu đồng ý còn hiệu lực',
  rut: 'Đã rút lại phiếu đồng ý',
  kenh: 'Chưa có phiếu đồng ý',
  hetHan: 'Đã hết hạn phiếu đồng ý',
}

const AGE_LACKS: Record<string, string> = {
  namSinh: 'năm sinh (để biết ai phải đồng ý)',
  chinhChu: 'lời đồng ý của chính người ấy (từ 7 tuổi trở lên)',
  nguoiDamHo: 'họ tên cha, mẹ hoặc người giám hộ đã đồng ý (dưới 16 tuổi)',
}

const TODAY: Record<string, string> = {
  items: 'Hôm nay lớp đã gửi đủ số bài một ngày',
  bytes: 'Hôm nay ảnh của lớp đã đủ dung lượng một ngày',
}

type Said = Pick<
  Sentences,
  | 'CONSENT_KEPT'
  | 'CONSENT_WITHDRAW'
  | 'MISSING_CONSENT'
  | 'CONSENT_AGE'
  | 'NEVER_SHOWN'
  | 'MISSING_PERSON'
  | 'TOO_SHORT'
  | 'DAY_AHEAD'
  | 'DAY_PAST'
  | 'INTAKE_GONE'
  | 'CALL_CLOSED'
  | 'CALL_OPEN'
  | 'CLASS_NOT_ASKED'
  | 'PICTURE_COVERED_TWIN'
  | 'PICTURE_COVERED_SINCE'
  | 'CHANNEL_NOT_AGREED'
  | 'INTAKE_KIND'
  | 'INTAKE_TOO_BIG'
  | 'WORK_NEEDED'
  | 'QUESTIONS_FULL'
  | 'CODE_UNKNOWN'
  | 'CODE_ENDED'
  | 'INTAKE_TODAY'
  | 'INTAKE_FILES'
  | 'FORM_STALE'
  | 'QUESTION_OPEN'
  | 'MERGE_UNFIT'
>

export const INTAKE_VI: Said = {
  CONSENT_KEPT: () =>
    'Phiếu đồng ý đã dùng làm bằng chứng nên không đổi tên, năm sinh, người giám hộ, ảnh chụp phiếu và không huỷ việc rút lại. Hãy lập phiếu mới.',
  CONSENT_WITHDRAW: () =>
    'Phiếu này đang là bằng chứng của nội dung trên trang nên không bớt kênh, không cho hết hạn sớm hơn. Hãy bấm “Rút lại”: mọi nội dung có người này được gỡ ngay.',
  MISSING_CONSENT: (d) =>
    `${NO_CONSENT[String(d.vi)] ?? NO_CONSENT.thieu!} của ${d.who ?? 'một người có trong bài'}${d.anh ? ` (trong ảnh “${d.anh}”)` : ''} cho trang thông tin điện tử. Hãy bổ sung hoặc bỏ người này khỏi bài.`,
  CONSENT_AGE: (d) =>
    `Phiếu đồng ý của ${d.who}${d.anh ? ` (trong ảnh “${d.anh}”)` : ''} còn thiếu: ${AGE_LACKS[String(d.can)] ?? 'tuổi của người này'}. Hãy mở phiếu và bổ sung.`,
  NEVER_SHOWN: (d) =>
    `${d.who} nằm trong danh sách không đưa lên trang. Hãy bỏ tên và ảnh của người này. Nếu là người khác trùng tên, hãy thêm phiếu đồng ý có năm sinh của người ấy vào mục nhân vật.`,
  MISSING_PERSON: () => 'Bài “Người tốt việc tốt” cần ít nhất một nhân vật kèm phiếu đồng ý.',
  TOO_SHORT: (d, field) => `Mục ${field} hơi ngắn (cần ít nhất ${d.min} chữ). Hãy kể rõ thêm một hai câu.`,
  DAY_AHEAD: (_, field) => `Mục ${field} là một ngày chưa tới. Hãy chọn ngày việc đã xảy ra.`,
  DAY_PAST: (d, field) => `Mục ${field} đã quá ${d.max} năm. Hãy xem lại năm.`,
  WORK_NEEDED: () =>
    'Rất nhiều bài đang gửi dưới mã này. Bấm “Gửi” lần nữa, máy tự kiểm trong vài giây. Vẫn thấy dòng này thì đợi 15 phút; chữ và ảnh đã gửi còn nguyên.',
  CHANNEL_NOT_AGREED: ({ ten }) => `${ten} chưa đồng ý cho nơi này. Hãy xin thêm, ghi vào phiếu đồng ý, rồi ghi lại.`,
  INTAKE_TOO_BIG: ({ ten, nang, max }) => `Tệp “${ten}” nặng ${nang} MB; mỗi tệp loại này nhận tới ${max} MB. Hãy quay ngắn hơn hoặc giảm cỡ rồi chọn lại.`,
  INTAKE_KIND: ({ ten }) => `Tệp “${ten}” không phải ảnh, phim hoặc âm thanh. Hãy bỏ tệp này, chọn tệp khác.`,
  CLASS_NOT_ASKED: ({ ten }) =>
    `Lớp chưa hỏi người trong ảnh “${ten}”. Hãy xin phép rồi ghi ai trong ảnh, che mặt, bỏ ảnh, hoặc đánh dấu “Không nhận ra được ai” nếu đúng như vậy.`,
  PICTURE_COVERED_TWIN: ({ ten, so }) =>
    `Ảnh “${ten}” giống hệt ảnh số ${so} trong kho, ảnh ấy đã được che. Hãy dùng ảnh đã che, hoặc che ảnh này; nếu không cần che nữa thì bỏ che ở ảnh số ${so}.`,
  PICTURE_COVERED_SINCE: ({ ten }) => `Ảnh “${ten}” đã được che sau khi trình. Hãy trả lại để trình lại với ảnh đã che.`,
  CALL_OPEN: () => 'Đợt này còn đang nhận bài. Hãy đóng đợt rồi công bố kết quả.',
  CALL_CLOSED: () => 'Đợt gửi này đã đóng. Hãy hỏi {doan}; chữ đã gõ vẫn còn ở trang này.',
  INTAKE_GONE: () => 'Một ảnh gửi trước không còn ở máy chủ (ảnh chờ được giữ một ngày). Hãy chọn lại ảnh ấy; chữ đã gõ vẫn còn.',
  QUESTIONS_FULL: (d) => `Đã hỏi lớp ${d.max} câu về bài này. Hãy gặp lớp, hoặc ghi “Không dùng” với lý do.`,
  CODE_UNKNOWN: () => 'Mã này không đúng. Hãy xem lại mã trên tờ áp phích của lớp, hoặc hỏi {doan}.',
  CODE_ENDED: () => 'Mã này đã hết hạn hoặc đã được thay. Hãy hỏi {doan} mã mới của lớp.',
  INTAKE_TODAY: (d) => `${TODAY[String(d.vi)] ?? TODAY.items!}. Bài chưa được gửi; hãy giữ lại và gửi vào ngày mai.`,
  INTAKE_FILES: (d) =>
    `Một bài gửi nhiều nhất ${d.max} ảnh, phim; mỗi ảnh không quá ${d.mb} MB, mỗi phim không quá ${d.phim} MB. Hãy bớt ảnh, cắt ngắn phim rồi gửi lại; chữ đã gõ vẫn còn.`,
  FORM_STALE: () => 'Trang chưa nhận lần bấm này vì mở đã lâu hoặc bấm quá nhanh. Hãy bấm gửi lần nữa; chữ đã gõ vẫn còn.',
  QUESTION_OPEN: () => 'Còn một câu hỏi lớp chưa trả lời. Hãy đợi trả lời rồi hỏi tiếp.',
  MERGE_UNFIT: () => 'Hai bài này không gộp được: bài kia đã trình, đã gộp hoặc không dùng. Hãy tải lại trang rồi chọn bài khác.',
}
