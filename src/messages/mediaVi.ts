/** What stands in the way of taking a picture, a film or a document. */
import type { Sentences } from './vi.ts'

const PDF_PARTS: Record<string, string> = {
  JS: 'mã lệnh',
  JavaScript: 'mã lệnh',
  OpenAction: 'lệnh tự chạy khi mở',
  AA: 'lệnh tự chạy',
  Launch: 'lệnh mở chương trình khác',
  EmbeddedFiles: 'tệp nhúng bên trong',
  EF: 'tệp nhúng bên trong',
  EmbeddedFile: 'tệp nhúng bên trong',
  FileAttachment: 'tệp đính kèm bên trong',
  Collection: 'tệp nhúng bên trong',
  XFA: 'biểu mẫu động',
  SubmitForm: 'lệnh gửi dữ liệu đi',
  ImportData: 'lệnh nhập dữ liệu',
  GoToR: 'lệnh mở tệp khác',
  GoToE: 'lệnh mở tệp khác',
}

/** Each ends where "and upload it" goes on. */
const OFFICE_FAULTS: Record<string, string> = {
  macro: 'mã lệnh (macro) nên không đăng được. Hãy lưu lại ở dạng .docx, .xlsx thường, hoặc xuất thành PDF',
  activeX: 'nút, ô điều khiển tự chạy nên không đăng được. Hãy xuất thành PDF',
  embedded: 'tệp khác nhúng bên trong nên không đăng được. Hãy bỏ phần nhúng, hoặc xuất thành PDF',
  external: 'phần lấy từ tệp hoặc trang khác khi mở. Hãy chép hẳn phần đó vào tệp, hoặc xuất thành PDF',
  hidden: 'chữ, trang tính bị ẩn mà người duyệt không thấy. Hãy bỏ ẩn hoặc xoá phần đó',
  tracked: 'dấu vết sửa chưa chốt (Track Changes). Hãy vào Xem lại, chấp nhận hết thay đổi',
  comments: 'nhận xét ở lề (Comments). Hãy xoá hết nhận xét',
  field: 'trường tự lấy dữ liệu từ nơi khác. Hãy chuyển thành chữ thường (Ctrl+Shift+F9), hoặc xuất thành PDF',
  picture: 'hình ở dạng không nhận (EMF, WMF, SVG, TIFF). Hãy đổi hình thành PNG hoặc JPEG, hoặc xuất tệp thành PDF',
  pivot: 'bảng tổng hợp (PivotTable) mang theo dữ liệu gốc. Hãy chép thành giá trị, hoặc xuất thành PDF',
  formula: 'công thức lấy dữ liệu từ nơi khác. Hãy chép thành giá trị',
  doctype: 'phần khai báo lạ trong tệp. Hãy mở bằng Word hoặc Excel, lưu lại',
  unknown: 'phần không rõ là gì nên không đăng được. Hãy mở bằng Word hoặc Excel và lưu lại, hoặc xuất thành PDF',
}

const PLAYED_FAULTS: Record<string, string> = {
  hong: 'tệp bị hỏng hoặc tải lên chưa trọn. Hãy chọn tệp khác.',
  hevc: 'phim quay ở dạng HEVC (H.265) mà nhiều máy không mở được. Trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất; hoặc gửi phim qua Zalo rồi lưu lại; hoặc đưa lên kênh của đơn vị và đặt liên kết trong bài.',
  maKhac:
    'phim, âm thanh không ở dạng H.264, AAC nên nhiều máy không mở được. Hãy xuất lại thành MP4 (H.264), hoặc đưa lên kênh của đơn vị và đặt liên kết trong bài.',
  phanManh: 'phim ghi thành nhiều mảnh. Hãy mở bằng ứng dụng ảnh của máy, lưu lại thành MP4 rồi tải lên.',
  khongHinh: 'tệp không có hình hay tiếng. Hãy chọn tệp khác.',
  dai: 'phim, âm thanh dài hơn một giờ. Hãy cắt ngắn, hoặc đưa lên kênh của đơn vị và đặt liên kết trong bài.',
  ngoai: 'phim lấy hình từ một tệp khác. Hãy xuất lại thành một tệp MP4 trọn rồi tải lên.',
}

type Said = Pick<
  Sentences,
  | 'FILM_NOT_TAKEN'
  | 'FILM_TOO_BIG'
  | 'FILE_UNREADABLE'
  | 'FILE_KIND'
  | 'FILE_TOO_MANY_PIXELS'
  | 'FILE_CHANGED'
  | 'FILE_UNFINISHED'
  | 'STORAGE_FULL'
  | 'PDF_UNREADABLE'
  | 'PDF_LOCKED'
  | 'PDF_ACTIVE'
  | 'OFFICE_UNREADABLE'
  | 'OFFICE_TOO_LARGE'
  | 'OFFICE_ACTIVE'
  | 'PDF_NEEDED'
  | 'PICTURE_NEEDED'
>

export const MEDIA_VI: Said = {
  FILM_TOO_BIG: (d) =>
    `Tệp “${d.ten}” nặng ${d.nang} MB; quy chế nhận phim, âm thanh tới ${d.max} MB. Hãy cắt ngắn, hoặc đưa lên kênh của đơn vị rồi đặt liên kết thành một dòng riêng trong bài.`,
  FILM_NOT_TAKEN: (d) => `Tệp${d.ten ? ` “${d.ten}”` : ''} chưa nhận được: ${PLAYED_FAULTS[String(d.vi)] ?? PLAYED_FAULTS.hong}`,
  FILE_UNREADABLE: (d, field) =>
    `Không đọc được tệp ${d.ten ? `“${d.ten}”` : `ở mục ${field || 'tải lên'}`}: tệp bị hỏng hoặc tải lên chưa trọn. Hãy chọn tệp khác.`,
  FILE_KIND: (d, field) =>
    `Tệp ${d.ten ? `“${d.ten}”` : `ở mục ${field || 'tải lên'}`} không thuộc loại nhận được (ảnh; PDF, Word, Excel; phim MP4, MOV; âm thanh MP3, M4A), dù tên có thể ghi như vậy. Hãy chọn tệp khác.`,
  FILE_TOO_MANY_PIXELS: (d) =>
    `Ảnh${d.ten ? ` “${d.ten}”` : ''} có quá nhiều điểm ảnh (hơn 110 triệu). Hãy thu nhỏ ảnh, hoặc chụp ở chế độ thường, rồi tải lên lại.`,
  FILE_CHANGED: (d) => `Tệp “${d.ten}” trên máy chủ không còn đúng như khi tải lên nên không trình được. Hãy tải tệp lên lại.`,
  FILE_UNFINISHED: () => 'Máy chủ chưa xử lý xong tệp này và không có gì bị thay đổi. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy dùng tệp nhỏ hơn.',
  STORAGE_FULL: () => 'Máy chủ gần hết chỗ lưu tệp nên tạm dừng nhận tệp; tệp của bạn không hỏng. Hãy báo quản trị kỹ thuật rồi tải lên lại sau.',
  PDF_UNREADABLE: () => 'Không đọc hết được tệp PDF này. Hãy mở tệp trên máy, in hoặc xuất lại thành PDF rồi tải lên.',
  PDF_LOCKED: () => 'Tệp PDF này bị khoá bằng mật khẩu hoặc mã hoá. Hãy xuất một bản không khoá rồi tải lên.',
  PDF_ACTIVE: (d) =>
    `Tệp PDF có ${PDF_PARTS[String(d.what)] ?? 'thành phần tự chạy'} (${d.what}) nên không đăng được. Hãy in hoặc xuất lại tệp thành PDF thường rồi tải lên.`,
  OFFICE_UNREADABLE: (d) =>
    `Không đọc hết được tệp${d.ten ? ` “${d.ten}”` : ''}. Hãy mở tệp bằng Word hoặc Excel, lưu lại ở dạng .docx hoặc .xlsx, hoặc xuất thành PDF rồi tải lên.`,
  OFFICE_TOO_LARGE: (d) => `Tệp${d.ten ? ` “${d.ten}”` : ''} mở ra quá lớn. Hãy chia nhỏ tệp, hoặc xuất thành PDF rồi tải lên.`,
  OFFICE_ACTIVE: (d) =>
    `Tệp${d.ten ? ` “${d.ten}”` : ''} có ${OFFICE_FAULTS[String(d.vi)] ?? OFFICE_FAULTS.unknown} rồi tải lên.${d.cho ? ` Chỗ ấy: ${d.cho}.` : ''}`,
  PDF_NEEDED: (_, field) => `Mục ${field} cần một tệp PDF. Hãy tải lên bản PDF của văn bản rồi chọn lại.`,
  PICTURE_NEEDED: (_, field) => `Mục ${field} cần một ảnh; phim và tệp đặt trong bài hoặc ở mục tư liệu kèm theo. Hãy chọn ảnh.`,
}
