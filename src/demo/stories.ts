/** The demo school's stories. People and events are invented; `dung` says how far each goes through the gate. */
import type { DrawingKey } from './drawings.ts'
import type { PersonKey } from './people.ts'

export type Stop = 'nhap' | 'choTiepNhan' | 'choBienTap' | 'choDuyet' | 'daDuyet' | 'daDang' | 'traLai' | 'tuChoi' | 'daGo'
export type DemoStory = {
  tieuDe: string
  loai: 'tin' | 'bai' | 'thongBao' | 'nguoiTotViecTot' | 'dinhChinh'
  tomTat: string
  /** Paragraphs; one that starts with `## ` is a heading, `> ` a quotation, `- ` a list item. */
  doan: string[]
  donVi: string
  chuDe: string[]
  nguoiViet: PersonKey
  butDanh?: string
  nguonTin?: string
  anh?: DrawingKey
  boSung?: DrawingKey[]
  nhanVat?: string[]
  suKien?: { ngay: number; gio: string; diaDiem: string }
  dinhChinhCho?: string
  dung: Stop
  lyDo?: string
}

export const STORIES: DemoStory[] = [
  {
    tieuDe: 'Nhà trường công khai kế hoạch năm học 2026-2027', loai: 'thongBao', nguoiViet: 'vanphong', donVi: 'Tổ Văn phòng', chuDe: ['Dạy và học'], dung: 'daDang',
    tomTat: 'Kế hoạch năm học, lịch kiểm tra và các khoản thu được niêm yết tại bảng tin và trên trang này.',
    doan: ['Nhà trường thông báo tới phụ huynh và học sinh: kế hoạch năm học 2026-2027 đã được hội đồng trường thông qua và công khai tại bảng tin cạnh phòng bảo vệ.', 'Các nội dung được công khai gồm:', '- Thời gian bắt đầu, kết thúc học kỳ và lịch kiểm tra định kỳ;', '- Các khoản thu theo quy định và đối tượng được miễn, giảm;', '- Danh sách giáo viên chủ nhiệm và số điện thoại trực của nhà trường.', 'Phụ huynh có ý kiến xin gửi về Tổ Văn phòng trong giờ hành chính.'],
  },
  {
    tieuDe: 'Lịch kiểm tra giữa học kỳ I', loai: 'thongBao', nguoiViet: 'vanphong', donVi: 'Tổ Văn phòng', chuDe: ['Tuyển sinh, thi và kiểm tra'], dung: 'daDang',
    tomTat: 'Khối 10 và 11 kiểm tra buổi sáng, khối 12 kiểm tra buổi chiều.',
    doan: ['Học sinh có mặt trước giờ kiểm tra 15 phút, mang theo thẻ học sinh, không mang điện thoại vào phòng.', 'Lớp nào trùng lịch học nghề, lớp trưởng báo Tổ Văn phòng trước hai ngày để đổi ca.'],
    suKien: { ngay: 9, gio: '07:15', diaDiem: 'Khu phòng học A và B' },
  },
  {
    tieuDe: 'Mời phụ huynh dự họp cuối học kỳ I', loai: 'thongBao', nguoiViet: 'vanphong', donVi: 'Trường THPT Hoa Ban', chuDe: ['Dạy và học'], dung: 'daDang',
    tomTat: 'Buổi họp bàn về kết quả học tập, việc ở bán trú và kế hoạch ôn thi của khối 12.',
    doan: ['Phụ huynh ở xa có thể nghỉ trưa tại nhà đa năng; nhà trường chuẩn bị nước uống và bữa trưa đơn giản.', 'Phụ huynh không đến được xin báo giáo viên chủ nhiệm để hẹn trao đổi qua điện thoại.'],
    suKien: { ngay: 35, gio: '08:00', diaDiem: 'Nhà đa năng' },
  },
  {
    tieuDe: 'Hơn ba trăm cây ban được trồng trên sườn đồi sau trường', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Đoàn thanh niên', chuDe: ['Hoạt động Đoàn và phong trào'], anh: 'trongCay', boSung: ['hoaBan'], butDanh: 'Lò Thị Minh Xuân', dung: 'daDang',
    tomTat: 'Sáng thứ Bảy, đoàn viên ba khối lớp cùng thầy cô trồng 312 cây ban và mận dọc con đường lên trạm nước.',
    doan: ['Từ sáu giờ rưỡi sáng, các chi đoàn đã tập trung ở sân sau. Mỗi lớp nhận mười hai cây giống do vườn ươm của xã tặng và một đoạn đồi đã được phát cỏ từ tuần trước.', 'Thầy trò chia nhau đào hố, gánh nước, cắm cọc che nắng. Những hố ở chỗ dốc được kè đá để mùa mưa khỏi xói.', '> Ba năm nữa các em ra trường thì cây cũng vừa ra hoa lứa đầu.', '## Ai chăm cây?', 'Mỗi chi đoàn nhận chăm đoạn đồi của mình đến hết năm học: tưới hai lần mỗi tuần trong mùa khô và trồng dặm cây chết. Danh sách phân công được dán ở bảng tin Đoàn trường.'],
  },
  {
    tieuDe: 'Thư viện mở cửa thêm buổi tối cho học sinh bán trú', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Tổ Ngữ văn', chuDe: ['Văn hoá đọc'], anh: 'thuVien', butDanh: 'Tổ Ngữ văn', dung: 'daDang',
    tomTat: 'Từ tuần này, thư viện sáng đèn từ 19 giờ đến 21 giờ các tối thứ Ba và thứ Năm.',
    doan: ['Thư viện có thêm 420 cuốn sách do cựu học sinh quyên góp, trong đó có sách song ngữ và sách hướng nghiệp.', 'Học sinh mượn sách về phòng bán trú trong bảy ngày. Mỗi phòng cử một bạn giữ sổ mượn để sách không bị thất lạc.', 'Cô thủ thư mong các lớp giữ trật tự trong giờ đọc và cất sách đúng kệ trước khi về.'],
  },
  {
    tieuDe: 'Giải bóng đá nam khối 11 khai mạc chiều thứ Sáu', loai: 'tin', nguoiViet: 'doantn', donVi: 'Đoàn thanh niên', chuDe: ['Hoạt động Đoàn và phong trào'], anh: 'bongDa', dung: 'daDang',
    tomTat: 'Sáu đội của khối 11 thi đấu vòng tròn, trận chung kết đá vào ngày 26 tháng 3.',
    doan: ['Mỗi trận hai hiệp, mỗi hiệp hai mươi phút. Đội nào vi phạm nội quy sân bãi bị trừ điểm thi đua.', 'Ban tổ chức đề nghị các lớp đến cổ vũ dọn rác sau trận đấu.'],
    suKien: { ngay: 6, gio: '16:00', diaDiem: 'Sân bóng của trường' },
  },
  {
    tieuDe: 'Câu lạc bộ Tin học nhận thêm thành viên', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Tổ Toán – Tin', chuDe: ['Dạy và học'], dung: 'daDang',
    tomTat: 'Học sinh cả ba khối đăng ký tại phòng máy trước giờ vào học.',
    doan: ['Câu lạc bộ sinh hoạt chiều thứ Tư. Người mới được ghép cặp với bạn đã biết để cùng làm một trò chơi nhỏ trong sáu tuần.', 'Không cần có máy tính ở nhà.'],
  },
  {
    tieuDe: 'Một tiết Ngữ văn bên gốc ban già', loai: 'bai', nguoiViet: 'giaovien', donVi: 'Tổ Ngữ văn', chuDe: ['Dạy và học', 'Văn hoá đọc'], anh: 'hoaBan', butDanh: 'Lò Thị Minh Xuân', dung: 'daDang',
    tomTat: 'Bài học về thơ ca dân gian được chuyển ra sân trường, nơi các em kể lại những câu hát nghe từ bà.',
    doan: ['Cây ban ở góc sân có tuổi hơn cả trường. Sáng hôm ấy, lớp 10A1 mang ghế ra ngồi quanh gốc, mỗi nhóm giữ một câu hát sưu tầm ở bản mình.', 'Có em hát tiếng Thái, có em đọc tiếng Mông rồi dịch cho bạn. Cô giáo chỉ hỏi: câu ấy được hát khi nào, ai hát cho ai nghe?', '## Từ câu hát đến bài văn', 'Cuối tiết, mỗi nhóm viết một đoạn ngắn về người đã dạy mình câu hát. Có đoạn kể về bà ngoại ngồi bên bếp lửa, có đoạn kể về người chị đi học xa.', '> Em mới biết câu hát của bà cũng là văn học.', 'Tổ Ngữ văn dự định làm một tập chép tay các câu hát này để ở thư viện.'],
  },
  {
    tieuDe: 'Bếp ăn bán trú: từ bốn giờ sáng', loai: 'bai', nguoiViet: 'giaovien', donVi: 'Tổ Văn phòng', chuDe: ['Dạy và học'], anh: 'bepAn', dung: 'daDang',
    tomTat: 'Một ngày ở gian bếp nấu cơm cho hơn hai trăm học sinh nhà xa.',
    doan: ['Bốn giờ sáng, bếp đã đỏ lửa. Gạo vo từ tối hôm trước, rau lấy ở vườn của trường, thịt và đậu phụ do hợp tác xã trong xã giao lúc năm giờ.', 'Mỗi suất ăn được ghi rõ trên bảng trước cửa bếp: món gì, bao nhiêu tiền, ai giao hàng. Mỗi tuần một lớp cử hai bạn cùng kiểm nhận thực phẩm.', 'Mẫu thức ăn được lưu 24 giờ trong tủ lạnh riêng, theo hướng dẫn của trạm y tế.'],
  },
  {
    tieuDe: 'Thầy cô Tổ Khoa học tự nhiên tự làm bộ thí nghiệm từ đồ cũ', loai: 'bai', nguoiViet: 'giaovien', donVi: 'Tổ Khoa học tự nhiên', chuDe: ['Dạy và học'], anh: 'lopHoc', dung: 'daDang',
    tomTat: 'Ống nhựa, chai thuỷ tinh và đèn pin hỏng trở thành mười hai bộ dụng cụ quang học.',
    doan: ['Mười hai bộ dụng cụ được xếp trong hộp giấy, mỗi hộp kèm một tờ hướng dẫn có hình vẽ tay.', 'Học sinh lớp 11 thử trước và góp ý: chữ to hơn, bớt bước, ghi rõ chỗ nào dễ vỡ. Bản hướng dẫn thứ ba mới được đem dùng ở cả khối.'],
  },
  {
    tieuDe: 'Sùng A Mua trả lại chiếc túi nhặt được trên đường đi học', loai: 'nguoiTotViecTot', nguoiViet: 'lop12a1', donVi: 'Chi đoàn 12A1', chuDe: ['Người tốt việc tốt'], anh: 'trao', nhanVat: ['mua'], butDanh: 'Chi đoàn 12A1', dung: 'daDang',
    tomTat: '“Cái túi có giấy tờ, chắc người ta đang tìm.” Mua quay lại ba cây số để hỏi cho ra chủ của chiếc túi.',
    doan: ['Sáng thứ Hai, trên đường xuống trường, Sùng A Mua nhặt được một chiếc túi vải bên gốc cây. Trong túi có tiền, giấy tờ và một đơn thuốc.', 'Mua quay lại bản, hỏi từng nhà. Gần trưa, em gặp được người mất túi đang đi tìm dọc suối. Em đến lớp muộn hai tiết và xin lỗi cô giáo.', 'Lớp 12A1 biết chuyện khi người mất túi xuống trường gửi lời cảm ơn. Mua chỉ nói: ai nhặt được cũng làm thế.'],
  },
  {
    tieuDe: 'Vừ Thị Pàng và lớp học chữ buổi tối ở bản', loai: 'nguoiTotViecTot', nguoiViet: 'lop12a1', donVi: 'Chi đoàn 12A1', chuDe: ['Người tốt việc tốt', 'Văn hoá đọc'], nhanVat: ['pang'], dung: 'daDang',
    tomTat: 'Hè nào Pàng cũng dạy các em nhỏ đọc sách dưới ánh đèn nhà văn hoá bản.',
    doan: ['Lớp học có mười một em, bàn là những tấm ván kê trên gạch. Pàng mượn sách của thư viện trường, mỗi lần hai chục cuốn, hết tuần lại mang trả.', 'Khi mất điện, cả lớp chuyển sang kể chuyện. Pàng ghi lại những câu chuyện của các em thành một cuốn vở.'],
  },
  {
    tieuDe: 'Cô Cà Thị Thoa giữ bếp ấm cho học sinh về muộn', loai: 'nguoiTotViecTot', nguoiViet: 'doantn', donVi: 'Đoàn thanh niên', chuDe: ['Người tốt việc tốt'], nhanVat: ['thoa'], anh: 'bepAn', dung: 'daDang',
    tomTat: 'Suất cơm nào chưa có người lấy, cô cũng ủ trong chăn cho đến khi em cuối cùng về.',
    doan: ['Những chiều mưa, đường sạt, có em về đến khu bán trú lúc tám giờ tối. Cô Thoa vẫn ngồi đợi, tay đan len.', 'Các em gọi cô là mẹ Thoa. Đoàn trường kể lại chuyện này để cảm ơn cô.'],
  },
  {
    tieuDe: 'Đính chính số cây trong bài về ngày trồng cây', loai: 'dinhChinh', nguoiViet: 'vanphong', donVi: 'Tổ Văn phòng', chuDe: ['Hoạt động Đoàn và phong trào'], dinhChinhCho: 'Hơn ba trăm cây ban được trồng trên sườn đồi sau trường', dung: 'daDang',
    tomTat: 'Số cây đúng là 309, không phải 312.',
    doan: ['Bài đăng trước ghi 312 cây. Sau khi kiểm đếm lại, số cây trồng được là 309. Tổ Văn phòng xin lỗi bạn đọc.'],
  },
  {
    tieuDe: 'Thông báo nghỉ học do mưa lớn ngày 12', loai: 'thongBao', nguoiViet: 'vanphong', donVi: 'Trường THPT Hoa Ban', chuDe: ['Dạy và học'], dung: 'daGo', lyDo: 'Thông báo đã hết hiệu lực; học sinh đi học bình thường.',
    tomTat: 'Học sinh toàn trường nghỉ học ngày 12.',
    doan: ['Do mưa lớn, đường qua suối ngập, học sinh toàn trường nghỉ học ngày 12. Lịch học bù sẽ thông báo sau.'],
  },
  {
    tieuDe: 'Lớp 10A1 làm báo tường mừng ngày Nhà giáo Việt Nam', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Chi đoàn 10A1', chuDe: ['Hoạt động Đoàn và phong trào'], dung: 'daDuyet',
    tomTat: 'Tờ báo tường khổ lớn do cả lớp cùng viết và vẽ trong hai tuần.',
    doan: ['Tờ báo có mười tám bài viết tay, ba bức tranh và một góc câu đố vui. Báo được treo ở hành lang tầng một đến hết tháng.'],
  },
  {
    tieuDe: 'Nhắc học sinh đội mũ bảo hiểm khi đi xe máy điện', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Đoàn thanh niên', chuDe: ['An toàn trường học'], dung: 'choDuyet',
    tomTat: 'Đội cờ đỏ nhắc nhở ở cổng trường từ tuần tới.',
    doan: ['Chủ đề an toàn trường học thuộc diện nhạy cảm nên bài này cần cả phó hiệu trưởng và người phát ngôn duyệt.', 'Đội cờ đỏ chỉ nhắc nhở và ghi nhận theo lớp, không chụp ảnh, không nêu tên học sinh.'],
  },
  {
    tieuDe: 'Ngày hội đọc sách lần thứ năm', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Tổ Ngữ văn', chuDe: ['Văn hoá đọc'], anh: 'thuVien', dung: 'choDuyet',
    tomTat: 'Mỗi lớp giới thiệu một cuốn sách bằng kịch ngắn, tranh hoặc bài hát.',
    doan: ['Ngày hội diễn ra ở sân trường. Nếu mưa, các gian sách chuyển vào nhà đa năng.'], suKien: { ngay: 20, gio: '07:30', diaDiem: 'Sân trường' },
  },
  {
    tieuDe: 'Đội văn nghệ luyện tập múa xoè', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Đoàn thanh niên', chuDe: ['Hoạt động Đoàn và phong trào'], dung: 'choBienTap',
    tomTat: 'Hai mươi bốn học sinh tập vòng xoè vào các chiều thứ Hai.',
    doan: ['Đội văn nghệ được nghệ nhân ở bản hướng dẫn sáu điệu xoè cổ.'],
  },
  {
    tieuDe: 'Lường Văn Dũng sửa xe giúp bạn trên đường đèo', loai: 'nguoiTotViecTot', nguoiViet: 'lop12a1', donVi: 'Chi đoàn 12A1', chuDe: ['Người tốt việc tốt'], nhanVat: ['dung'], dung: 'choTiepNhan',
    tomTat: 'Bộ đồ vá xe của Dũng lúc nào cũng nằm trong cặp.',
    doan: ['Đường đèo hay xước lốp. Từ đầu năm đến nay Dũng đã vá xe giúp hơn ba chục lượt bạn, không lấy tiền.'],
  },
  {
    tieuDe: 'Nhóm bạn 12A1 gùi nước giúp nhà bà cụ neo đơn', loai: 'nguoiTotViecTot', nguoiViet: 'lop12a1', donVi: 'Chi đoàn 12A1', chuDe: ['Người tốt việc tốt'], nhanVat: ['pang', 'mua'], dung: 'traLai', lyDo: 'Bài hay. Em bỏ tên và nơi ở của bà cụ vì bà chưa đồng ý, rồi trình lại.',
    tomTat: 'Mùa khô, mỗi chiều hai bạn thay nhau gùi nước lên dốc.',
    doan: ['Từ khi suối cạn, nhóm bạn ở xóm trên chia lịch gùi nước giúp bà cụ sống một mình.'],
  },
  {
    tieuDe: 'Giới thiệu lớp luyện thi ngoài trường', loai: 'tin', nguoiViet: 'giaovien', donVi: 'Tổ Toán – Tin', chuDe: ['Tuyển sinh, thi và kiểm tra'], dung: 'tuChoi', lyDo: 'Nội dung quảng cáo, không thuộc nhiệm vụ thông tin của trường.',
    tomTat: 'Thông tin về một lớp luyện thi.',
    doan: ['Lớp luyện thi mở vào các buổi tối trong tuần.'],
  },
  {
    tieuDe: 'Ghi chép từ buổi thực hành trồng rau', loai: 'bai', nguoiViet: 'giaovien', donVi: 'Tổ Khoa học tự nhiên', chuDe: ['Dạy và học'], dung: 'nhap',
    tomTat: 'Bản nháp: chờ thêm số liệu của hai nhóm.',
    doan: ['Nhóm một đo độ ẩm đất mỗi sáng. Số liệu của nhóm hai và nhóm ba sẽ bổ sung sau.'],
  },
]
