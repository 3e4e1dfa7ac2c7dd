/** Invented Vietnamese stories, the same ones for the same number: about 3 kB of frozen text each. */

/** A small generator of repeatable numbers (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const WHAT = [
  'Ngày hội đọc sách',
  'Giải bóng chuyền nữ',
  'Hội thảo đổi mới dạy học',
  'Buổi ngoại khoá về an toàn giao thông',
  'Tuần lễ học tập suốt đời',
  'Chương trình tư vấn hướng nghiệp',
  'Lễ phát động trồng cây',
  'Hội thi giáo viên dạy giỏi',
  'Câu lạc bộ tiếng Thái',
  'Lớp ôn tập buổi tối',
  'Buổi sinh hoạt dưới cờ',
  'Cuộc thi khoa học kỹ thuật',
]
const WHO = [
  'học sinh khối 10',
  'chi đoàn 11A2',
  'Tổ Ngữ văn',
  'Tổ Toán – Tin',
  'đội thanh niên xung kích',
  'phụ huynh lớp 12A1',
  'học sinh nội trú',
  'Công đoàn trường',
]
const PLACE = ['sân trường', 'nhà đa năng', 'thư viện', 'hội trường', 'khu nội trú', 'bản Nà Tòng', 'xã Mường Mùn', 'phòng thực hành']
const SENTENCES = [
  'Từ sáng sớm, {ai} đã có mặt ở {dau} để chuẩn bị bàn ghế, loa đài và dọn vệ sinh.',
  'Thầy cô phụ trách cho biết đây là lần thứ {so} hoạt động này được tổ chức, với {nhieu} lượt người tham dự.',
  'Các em được chia thành {so} nhóm, mỗi nhóm tự chọn một chủ đề gần với cuộc sống ở bản mình.',
  'Nhiều gia đình ở xa đã ở lại từ hôm trước để kịp giờ khai mạc.',
  'Ban tổ chức trao {so} phần quà nhỏ cho những em có cố gắng rõ rệt trong học kỳ.',
  'Kinh phí được dùng từ nguồn xã hội hoá đã công khai, không thu thêm của phụ huynh.',
  'Em Lò Văn Sơn chia sẻ rằng nhờ các bạn giúp đỡ, em đã mạnh dạn nói trước đông người hơn.',
  'Theo kế hoạch của nhà trường, hoạt động tương tự sẽ tiếp tục tại {dau} vào tuần sau.',
  'Đại diện {ai} cảm ơn các đơn vị đã hỗ trợ xe đưa đón học sinh ở những bản xa nhất.',
  'Tổ Văn phòng tổng hợp được {nhieu} ý kiến góp ý, phần lớn về giờ giấc và chỗ ngồi.',
  'Trời mưa nhẹ vào cuối buổi nhưng {ai} vẫn ở lại thu dọn đến khi {dau} sạch sẽ.',
  'Kết quả chi tiết được niêm yết tại bảng tin và đọc trên chương trình phát thanh măng non.',
  'Năm nay số đầu sách quyên góp tăng thêm {nhieu} cuốn so với năm trước.',
  'Điểm mới là phần hỏi đáp trực tiếp, trong đó học sinh đặt câu hỏi trước rồi thầy cô trả lời sau.',
  'Một số em còn rụt rè, song được bạn bè động viên nên cuối cùng đều hoàn thành phần của mình.',
  'Nhà trường nhắc học sinh đội mũ bảo hiểm, không đi xe dàn hàng ngang và không chở ba trên đường về.',
]

export type Story = { loai: 'tin' | 'bai' | 'thongBao'; tieuDe: string; tomTat: string; doan: string[] }

export function story(n: number): Story {
  const pick = numbers(n)
  const one = <T>(list: readonly T[]): T => list[pick(list.length)]!
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_all, what: string) =>
      what === 'ai' ? one(WHO) : what === 'dau' ? one(PLACE) : String(what === 'so' ? 2 + pick(8) : 40 + pick(900)),
    )
  const paragraph = (sentences: number): string => Array.from({ length: sentences }, () => fill(one(SENTENCES))).join(' ')
  return {
    loai: (['tin', 'tin', 'tin', 'bai', 'thongBao'] as const)[n % 5]!,
    tieuDe: `${one(WHAT)} của ${one(WHO)} lần thứ ${n}`,
    tomTat: paragraph(1),
    doan: [paragraph(2), paragraph(3), '## Những điều đáng nhớ', paragraph(3), paragraph(2), '> ' + paragraph(1), paragraph(3), paragraph(2)],
  }
}
