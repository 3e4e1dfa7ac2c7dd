/** The kinds of story, what each is for, and a beginning to write on. Nothing is stored by choosing one. */
import { LOAI_TIN_BAI } from '../../policy/gate/gates/tinBai.ts'

export type Kind = (typeof LOAI_TIN_BAI)[number]
export type AboutKind = { ten: string; dungKhi: string; mau: string }

export const KINDS: Record<Kind, AboutKind> = {
  tin: {
    ten: 'Tin',
    dungKhi: 'Việc vừa diễn ra: ai, làm gì, ở đâu, lúc nào, kết quả ra sao.',
    mau: 'Ngày …, tại …, (đơn vị) đã tổ chức …\n\nTham dự có …\n\n## Nội dung chính\n\n- …\n- …\n\n## Kết quả\n\n…\n',
  },
  bai: {
    ten: 'Bài',
    dungKhi: 'Kể kỹ hơn một việc, một hoạt động, một kinh nghiệm.',
    mau: 'Mở bài: vì sao có câu chuyện này …\n\n## Việc đã làm\n\n…\n\n## Điều rút ra\n\n> Lời của người trong cuộc\n\n…\n',
  },
  thongBao: {
    ten: 'Thông báo',
    dungKhi: 'Báo trước một việc: lịch họp, lịch thi, tuyển sinh.',
    mau: '(Đơn vị) thông báo tới …\n\n- Thời gian: …\n- Địa điểm: …\n- Thành phần: …\n- Cần chuẩn bị: …\n\nMọi thắc mắc xin liên hệ …\n',
  },
  nguoiTotViecTot: {
    ten: 'Người tốt việc tốt',
    dungKhi: 'Một người thật, một việc tốt có thật; người ấy đã đồng ý.',
    mau: '(Ai, lớp nào) đã …\n\n## Chuyện xảy ra thế nào\n\n…\n\n> Lời kể của người chứng kiến\n\n## Điều mọi người nhớ\n\n…\n',
  },
  dinhChinh: {
    ten: 'Đính chính',
    dungKhi: 'Nói lại cho đúng một điều đã đăng sai.',
    mau: 'Trong bài “…”, đăng ngày …, có viết: “…”.\n\nNay đính chính: “…”.\n\n(Đơn vị) xin lỗi bạn đọc về sai sót này.\n',
  },
}

export const kindOf = (value: unknown): Kind | null => LOAI_TIN_BAI.find((kind) => kind === value) ?? null
