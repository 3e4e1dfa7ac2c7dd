/** Every refusal in plain Vietnamese: what is wrong and what to do next. `d` is the detail of the issue. */
import { CHAIN_VI } from './chain.ts'
import { INTAKE_VI } from './intakeVi.ts'
import { MEDIA_VI } from './mediaVi.ts'
import { GATES } from '../policy/gate/gates/index.ts'
import type { IssueCode } from '../policy/issues.ts'

export type Detail = Record<string, string | number>
export type Sentences = Record<IssueCode, (d: Detail, field: string) => string>

export const STATES = {
  nhap: 'Bản nháp',
  choTiepNhan: 'Chờ tiếp nhận',
  choBienTap: 'Chờ biên tập',
  choDuyet: 'Chờ duyệt',
  daDuyet: 'Đã duyệt',
  henGio: 'Hẹn giờ đăng',
  daDang: 'Đã đăng',
  traLai: 'Trả lại',
  tuChoi: 'Không duyệt',
  daGo: 'Đã gỡ',
} as const

const COLLECTIONS: Record<string, string> = Object.fromEntries(GATES.map((gate) => [gate.slug, gate.labels.one.vi]))
const FAULTS: Record<string, string> = {
  nul: 'ký tự rỗng (U+0000)',
  surrogate: 'ký tự hỏng (nửa ký tự)',
  bidi: 'ký tự đảo chiều chữ',
  invisible: 'ký tự không nhìn thấy',
  control: 'ký tự điều khiển',
  lost: 'chữ đã mất khi chép từ nơi khác (�)',
}

const TABLES: Record<string, (d: Record<string, string | number>) => string> = {
  size: (d) => `bảng có ${d.hang} hàng và ${d.cot} cột, nhiều hơn 200 hàng hoặc 20 cột. Hãy chia bảng, hoặc đính kèm tệp PDF`,
  cells: () => 'các bảng trong bài có quá nhiều ô. Hãy chia thành nhiều bài, hoặc đính kèm tệp PDF',
  merged: () => 'bảng có ô gộp. Hãy tách các ô gộp, hoặc dán lại bảng: hệ thống tự tách',
  ragged: () => 'các hàng không bằng số ô nhau. Hãy thêm hoặc bớt ô cho đủ hàng',
  empty: () => 'bảng không có ô nào. Hãy xoá bảng',
  caption: () => 'tên bảng dài hơn 200 chữ. Hãy viết ngắn lại',
}

const stateName = (d: Detail): string => STATES[d.trangThai as keyof typeof STATES] ?? 'hiện tại'

const QUOTA_NAMES: Record<string, string> = { tep: 'tệp của 24 giờ', trinh: 'lần trình của một giờ', nhap: 'bản nháp của 24 giờ' }

export const vi: Sentences = {
  ...INTAKE_VI,
  ...MEDIA_VI,
  UNAUTHENTICATED: () => 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại.',
  NOT_FOUND: () => 'Không tìm thấy nội dung này. Hãy kiểm tra lại đường dẫn hoặc tìm trong danh sách.',
  FORBIDDEN: (d) =>
    d.nguoiTrinh
      ? 'Chỉ người đã trình thu hồi được bản trình này. Hãy nhờ người đó, hoặc chờ kết quả duyệt.'
      : d.buoc
        ? `Bước “${d.buoc}” do người khác thực hiện. Bạn không cần làm gì thêm.`
        : 'Vai trò của bạn không làm được việc này. Nếu cần, hãy nhờ {vanPhong}.',
  SELF_REVIEW: () => 'Bạn đã góp phần viết nội dung này nên không duyệt được. Hãy nhờ một người duyệt khác.',
  PUBLISH_SWITCH_CLOSED: () => 'Nội dung chỉ lên trang qua duyệt. Hãy lưu bản nháp rồi bấm “Trình duyệt”.',
  BULK_NOT_ALLOWED: () => 'Không sửa hoặc xoá nhiều nội dung cùng lúc. Hãy mở từng nội dung.',
  ROLE_NOT_GRANTABLE: () => 'Chỉ người phát ngôn cấp hoặc thu lại vai trò duyệt. Hãy gửi yêu cầu tới người phát ngôn.',
  ROLE_CONFLICT: () => 'Quản trị kỹ thuật không thể đồng thời là người duyệt. Hãy tạo hai tài khoản cho hai người.',
  PASSWORD_OF_ANOTHER: () => 'Không ai đặt mật khẩu thay người khác. Hãy dùng “Quên mật khẩu” để người đó tự đặt.',
  EMAIL_OF_APPROVER: () =>
    'Không đổi được thư điện tử của người đang hoặc đã từng giữ quyền duyệt. Hãy lập tài khoản mới với địa chỉ mới rồi đóng tài khoản này.',
  NAME_OF_APPROVER: () => 'Họ tên và chức vụ của người duyệt hiện trên trang nên chỉ người phát ngôn sửa được. Hãy nhờ người phát ngôn.',
  NAME_OF_OWNER: () => 'Họ tên, chức vụ, đơn vị của một người không do chính người đó sửa. Hãy nhờ quản trị kỹ thuật hoặc người phát ngôn.',
  PROOF_NEEDED: (d) =>
    `Việc này còn hiệu lực sau khi bạn đăng xuất nên cần xác nhận mật khẩu trong vòng ${d.phut} phút trước đó. Hãy nhập lại mật khẩu ở ô “Xác nhận mật khẩu” rồi làm lại.`,
  WRONG_CODE: () => 'Mã không đúng hoặc đã dùng. Hãy đợi mã mới trong ứng dụng rồi gõ lại, hoặc dùng một mã dự phòng.',
  CODE_WAITS: (d) =>
    `Mã xác nhận mới dùng được từ ${d.luc}, một ngày sau khi đặt. Cần duyệt sớm hơn thì đăng ký khoá trên điện thoại và nhờ người phát ngôn xác nhận; mã này không phải bạn đặt thì báo ngay người giữ máy chủ.`,
  DEVICE_NEEDED: () =>
    'Quy chế yêu cầu người duyệt ký bằng thiết bị của mình. Hãy duyệt ở Bàn làm việc bằng điện thoại đã có khoá, hoặc đăng ký khoá ở mục Tài khoản.',
  SIGNATURE_NEEDED: () =>
    'Bạn đã có khoá ký hoặc mã xác nhận, nên quyết định này cần chữ ký của thiết bị, hoặc mã nếu bạn chưa có khoá. Hãy quyết định ở Bàn làm việc trên thiết bị có khoá; mất thiết bị thì đăng ký khoá mới ở mục Tài khoản.',
  FACTOR_NEEDED: () =>
    'Quy chế yêu cầu người duyệt có lớp bảo vệ thứ hai. Hãy mở Bàn làm việc, mục Tài khoản, thêm khoá trên điện thoại hoặc mã xác nhận (mất chừng một phút), rồi duyệt lại.',
  COMMENTS_FULL: (d) => `Nội dung này đã có ${d.max} góp ý chưa xong. Hãy đánh dấu xong những góp ý đã sửa, hoặc trả lại với lý do chung.`,
  CHANGE_SIGNATURE: () =>
    'Bạn đã có khoá ký, nên thay đổi về quyền duyệt hoặc quy chế phải do khoá ấy ký. Chưa có gì thay đổi. Hãy bấm “Ký bằng thiết bị này”, rồi lưu lại.',
  DEVICE_SIGNATURE: () => 'Chữ ký của thiết bị không đúng với quyết định này. Chưa có gì được ghi. Hãy bấm lại và ký lại bằng khoá của chính bạn.',
  SIGNED_TOO_LATE: () => 'Chữ ký đã quá năm phút hoặc sổ đã khác lúc ký. Chưa có gì được ghi. Hãy xem lại rồi ký lại.',
  KEY_EXISTS: () => 'Khoá này đã được đăng ký.',
  KEY_NOT_VOUCHED: () => 'Khoá này chưa được xác nhận đúng cách nên chưa dùng được. Hãy nhờ người phát ngôn xác nhận, hoặc xác nhận tại máy chủ.',
  WRONG_PASSWORD: () => 'Mật khẩu chưa đúng. Hãy nhập lại mật khẩu bạn đang dùng để đăng nhập.',
  CO_AUTHOR_UNIT: () => 'Đồng tác giả phải cùng đơn vị với tác giả. Hãy bỏ người khác đơn vị, hoặc nhờ {vanPhong} ghi giúp.',
  QUOTA_NUMBER: (d) => `Chỉ tiêu là một số từ 1 đến ${d.max}. Không còn chỉ tiêu thì ghi tháng kết thúc của dòng ấy.`,
  QUOTA_KEPT: (d) =>
    `Chỉ tiêu “${d.ten}” đã có hiệu lực trong những tháng đã qua nên giữ nguyên. Hãy ghi tháng kết thúc (từ tháng trước trở đi) rồi thêm một dòng mới từ tháng này.`,
  LINK_EXPIRED: () => 'Liên kết này đã dùng rồi, đã hết hạn hoặc không đúng. Hãy xin một liên kết mới và dùng liên kết trong thư mới nhất.',
  PASSWORDS_DIFFER: () => 'Hai lần gõ mật khẩu chưa giống nhau. Hãy gõ lại cả hai.',
  EMAIL_UNREADABLE: () => 'Địa chỉ thư điện tử chưa đúng. Hãy ghi dạng ten@truong.edu.vn.',
  EMAIL_TAKEN: (d) => `Đã có tài khoản dùng địa chỉ ${d.email}. Hãy tìm trong danh sách tài khoản, hoặc dùng địa chỉ khác.`,
  ACCOUNT_SWITCH: () => 'Tài khoản được đóng và mở lại bằng nút “Cho nghỉ” và “Cho trở lại” ở đầu trang tài khoản; bài đang dở được bàn giao ở đó.',
  ACCOUNT_CLOSED: () => 'Tài khoản này đã đóng. Nếu người đó trở lại, hãy bấm “Cho trở lại” trước.',
  ACCOUNT_OPEN: () => 'Tài khoản này đang hoạt động nên không cần mở lại.',
  INVITATION_ACCEPTED: () => 'Người này đã tự đặt mật khẩu. Nếu quên mật khẩu, người đó bấm “Quên mật khẩu” ở trang đăng nhập.',
  HANDOVER_NEEDED: (d) => `Người này còn ${d.so} bài chưa xong. Hãy chọn người nhận bàn giao rồi làm lại.`,
  HANDOVER_UNFIT: () => 'Người nhận bàn giao phải là một người viết bài khác, đang hoạt động. Hãy chọn người khác.',
  LEAVING_SELF: () => 'Không ai tự cho mình nghỉ. Hãy nhờ người phát ngôn hoặc quản trị kỹ thuật.',
  ROLES_WAIT: () => 'Đã có một yêu cầu cấp vai trò cho người này đang chờ người phát ngôn. Hãy chờ câu trả lời.',
  ROLES_HELD: () => 'Người này đã có các vai trò đó.',
  ADDRESS_UNCONFIRMED: () =>
    'Chủ tài khoản này chưa xác nhận địa chỉ thư nên chưa nhận quyền duyệt hay uỷ quyền được. Hãy mời người đó mở thư mời và tự đặt mật khẩu (hoặc bấm “Quên mật khẩu”), rồi làm lại.',
  NAME_TAKEN: (d) =>
    `Đã có một tài khoản đang hoạt động trùng họ tên và chức vụ (${d.ten}). Hãy ghi thêm tên đệm, hoặc thêm đơn vị vào chức vụ, để phân biệt hai người.`,
  PASSWORD_WEAK: (d) => `Mật khẩu cần ít nhất ${d.min} ký tự, không chỉ gồm chữ số và không phải địa chỉ thư. Hãy chọn một câu dài dễ nhớ.`,
  LAST_SPOKESPERSON: () =>
    'Đây là người phát ngôn duy nhất đang hoạt động. Hãy cấp vai trò người phát ngôn cho người kế nhiệm trước; nếu không còn ai cấp được, người giữ máy chủ chạy “npm run authority:succeed”.',
  MEANWHILE: () => 'Vừa có việc khác làm cùng lúc nên việc này chưa được ghi, không có gì bị thay đổi. Hãy bấm lại lần nữa.',
  NOT_YOURS: (_, field) => `Bạn không xem được nội dung chọn ở mục ${field}, nên không dùng được. Hãy chọn nội dung của bạn hoặc nhờ {vanPhong} thêm.`,
  EMAIL_DOMAIN: (d) => `Chỉ dùng thư điện tử công vụ thuộc tên miền: ${d.domains}.`,
  FIRST_USER_CLOSED: () => 'Không đăng ký tài khoản ở đây. Tài khoản đầu tiên được tạo tại máy chủ bằng lệnh “npm run admin:create”.',
  WRONG_STATE: (d) =>
    d.trangThai === 'nhap'
      ? 'Nội dung còn là bản nháp, chưa có bản nào chờ duyệt hay chờ đăng. Hãy trình duyệt trước.'
      : `Nội dung đang ở trạng thái “${stateName(d)}” nên không làm được bước này. Hãy xem trạng thái hiện tại trước khi làm tiếp.`,
  STALE_SUBMISSION: () => 'Đã có bản trình mới hơn bản bạn đang đọc. Hãy mở bản mới nhất, đọc lại rồi quyết định.',
  STALE_VERSION: (d) =>
    `${d.nguoi ? `${d.nguoi} đã lưu` : 'Đã có'} bản mới hơn bản trên màn hình này${d.luc ? ` (lúc ${d.luc})` : ''}. Chữ bạn gõ vẫn còn; hãy xem hai bản cạnh nhau rồi chọn.`,
  VERSION_NEEDED: () => 'Trang này không nói đang sửa bản nào nên chưa lưu. Hãy chép lại chữ vừa gõ, tải lại trang rồi lưu.',
  UNCHANGED: () => 'Nội dung không khác bản đang đăng. Hãy sửa rồi trình lại.',
  DECIDED_ALONE: () => 'Nội dung nhạy cảm không quyết định theo gói. Hãy mở riêng nội dung này, đọc rồi quyết định.',
  NEEDS_LEFT_OUT: (d) =>
    `${COLLECTIONS[String(d.what)] ?? 'Nội dung'} “${d.ten}” mà nội dung này nhắc tới chưa được đăng. Hãy duyệt mục đó trước rồi duyệt lại mục này.`,
  REGULATION_IN_FORCE: () =>
    'Trang đã khai trương nên không đổi mẫu được nữa: đổi mẫu sẽ thay cả quy chế. Hãy sửa từng bước, từng mục ở trang quản trị, mục Quy chế.',
  CHAIN_IN_FORCE: () => 'Quy trình nhiều bước đang dùng, không thay lại từ mẫu. Muốn đổi bước nào, hãy sửa ở trang quản trị, mục Quy chế.',
  OPENING_DONE: () => 'Trang đã khai trương, nên gói khai trương không mở lại được. Hãy trình từng nội dung, hoặc trình thành gói thường.',
  CLOSED_BY_REJECTION: () => 'Nội dung này đã có quyết định không duyệt. Nếu muốn xem xét lại, hãy nhờ {vanPhong} trình.',
  HAS_RECORD: () => 'Nội dung đã từng được trình nên không xoá được, chỉ có thể gỡ khỏi trang.',
  ACCOUNT_KEPT: () => 'Tài khoản không xoá được vì tên đã nằm trong sổ duyệt. Hãy bỏ chọn “Đang hoạt động” để đóng tài khoản.',
  SINGLE_DOCUMENT: () => 'Chỉ có một bản cài đặt. Hãy mở bản hiện có để sửa.',
  SLUG_TAKEN: (d) =>
    d.cho
      ? `Đường dẫn “${d.slug}” đã có một nội dung khác đang chờ duyệt dùng. Hãy chọn đường dẫn khác, hoặc để trống để máy tự chọn.`
      : d.slug
        ? `Đường dẫn “${d.slug}” đã thuộc về nội dung khác. Hãy chọn đường dẫn khác.`
        : 'Đường dẫn đã thuộc về nội dung khác. Hãy trình lại để nhận đường dẫn mới.',
  SLUG_RESERVED: (d) => `Đường dẫn “${d.slug}” dành riêng cho một mục của trang. Hãy chọn đường dẫn khác, ví dụ “${d.slug}-cua-truong”.`,
  SIGN_IN_FAILED: () => 'Thư điện tử hoặc mật khẩu chưa đúng, hoặc tài khoản đã đóng. Hãy gõ lại, hoặc đặt lại mật khẩu.',
  LISTED_TWICE: () => 'Địa chỉ này đã có ở một dòng trên. Hãy bỏ bớt một dòng hoặc sửa địa chỉ.',
  UNIT_UNKNOWN: (d) => `Chưa có đơn vị tên “${d.ten}”. Hãy thêm đơn vị đó ở bước Đơn vị (trước các dòng nhắc đến nó), hoặc sửa tên cho khớp.`,
  COLOUR_FAINT: (d, field) => `Màu ở mục ${field} quá nhạt để đọc được trên nền trang. Hãy dùng màu gần đó đủ đậm: ${d.mau}.`,
  PLAN_CLASH: ({ chu }, muc) => `Người khác vừa sửa mục ${muc} thành: “${chu}”. Bản của bạn vẫn ở ô; bấm Lưu lần nữa thì bản của bạn thay bản ấy.`,
  PLAN_ROW_EXISTS: () => 'Kế hoạch đã có nội dung này trong những tháng ấy. Hãy mở nội dung đã có và sửa ở đó.',
  PLAN_UNREADABLE: ({ vi }) =>
    ({
      pdf: 'Tệp PDF không giữ được bảng. Hãy gửi bản Word, hoặc mở tệp, chép bảng rồi dán vào ô.',
      encrypted: 'Tệp này có mật khẩu. Hãy mở tệp, bỏ mật khẩu rồi gửi lại, hoặc chép bảng rồi dán vào ô.',
      tooLarge: 'Tệp này quá lớn để là một kế hoạch. Hãy mở tệp, chép riêng bảng rồi dán vào ô.',
      noPlan:
        'Không thấy bảng kế hoạch nào: cần một bảng có cột tháng và cột nội dung, hoặc cột chủ đề và cột sản phẩm, hoặc các dòng bắt đầu bằng “Tháng 9:”.',
    })[String(vi)] ?? 'Không đọc được tệp này. Hãy lưu lại ở dạng Word (.docx), hoặc mở tệp, chép bảng rồi dán vào ô.',
  MONTH_UNKNOWN: ({ chu }) => `Chưa rõ “${chu}” là tháng nào. Hãy ghi số tháng, ví dụ “9” hoặc “9, 10”; để trống là cả năm học.`,
  SHEET_UNREADABLE: () => 'Không đọc được tệp này thành bảng. Hãy lưu lại ở dạng .xlsx hoặc .csv, hoặc mở tệp, chép các dòng rồi dán vào ô.',
  NOTHING_CHOSEN: () => 'Chưa chọn mục nào. Hãy đánh dấu ít nhất một mục rồi bấm lại.',
  NOTHING_LISTED: () => 'Danh sách chưa có dòng nào. Hãy dán danh sách vào ô, mỗi dòng một mục, hoặc chọn tệp.',
  MISSING_FIELD: (_, field) => `Còn thiếu ${field}.`,
  MISSING_ALT_TEXT: (_, field) => `Ảnh ở mục ${field} chưa có mô tả cho người không nhìn thấy. Hãy mở ảnh và viết một câu tả.`,
  MISSING_REASON: () => 'Hãy viết lý do để người gửi biết cần làm gì.',
  BUNDLE_SIZE: (d) => `Một gói có từ 1 đến ${d.max} nội dung khác nhau. Hãy chia thành nhiều gói.`,
  MISSING_SUBMISSION: () => 'Yêu cầu chưa nêu bản trình đã đọc. Hãy mở lại bản trình rồi quyết định.',
  NOT_LIVE: (d, field) => `${COLLECTIONS[String(d.what)] ?? 'Nội dung'} ở mục ${field} chưa được đăng. Hãy trình và duyệt mục đó trước.`,
  ...CHAIN_VI,
  NO_APPROVER: (d) =>
    `Không còn ai có thể nhận bước “${d.buoc}” mà chưa góp phần viết nội dung này. Hãy nhờ người phát ngôn cấp vai trò hoặc uỷ quyền cho người khác.`,
  DELEGATE_UNFIT: () => 'Không uỷ quyền được cho người này: phải là một tài khoản khác, đang hoạt động và không phải quản trị kỹ thuật. Hãy chọn người khác.',
  DELEGATION_DATES: () => 'Thời hạn uỷ quyền phải có ngày kết thúc sau ngày bắt đầu, chưa qua và không quá một năm. Hãy chọn lại hai ngày.',
  DELEGATION_KEPT: () => 'Văn bản uỷ quyền đã lập thì không sửa. Hãy thu hồi rồi lập văn bản mới.',
  EMERGENCY_USED: () => 'Lần đăng khẩn trước chưa được duyệt xong nên không đăng khẩn tiếp. Hãy mời người duyệt còn lại xác nhận bản đang chờ.',
  EMBARGO: (d) => `Nội dung này chưa được đăng trước ${d.luc ?? 'giờ đã hẹn'}. Hãy chọn giờ sau đó, hoặc bỏ giờ hẹn ở trang lịch sử của bài.`,
  SCHEDULE_TIME: () => 'Giờ đăng phải sau thời điểm hiện tại, trong vòng một năm, và chỉ đặt khi duyệt bước cuối hoặc khi bài đã được duyệt. Hãy chọn lại giờ.',
  YEAR_UNLIKELY: (_, field) => `Năm ở mục ${field || 'ngày'} có vẻ gõ nhầm: trang nhận các năm từ 1900 đến 2199. Hãy sửa lại năm.`,
  EVENT_NO_BEGINNING: () => 'Sự kiện có địa điểm hoặc giờ kết thúc mà chưa có lúc bắt đầu. Hãy ghi lúc bắt đầu, hoặc xoá các mục còn lại của sự kiện.',
  EVENT_ENDS_FIRST: () => 'Sự kiện kết thúc trước khi bắt đầu. Hãy sửa lại một trong hai mục.',
  EVENT_TOO_LONG: (d) =>
    `Sự kiện kéo dài quá ${d.max} ngày nên không đặt được trên lịch, có thể do gõ nhầm năm. Hãy sửa lúc kết thúc, hoặc chia thành nhiều sự kiện.`,
  CHECKLIST_INCOMPLETE: (d) => `Mục kiểm tra bắt buộc chưa đạt: ${d.noiDung}`,
  TOO_LONG: (d, field) => `Mục ${field} dài quá giới hạn ${Number(d.max).toLocaleString('vi-VN')}. Hãy rút gọn hoặc chia thành nhiều bài.`,
  FORBIDDEN_CHARACTER: (d, field) =>
    `Mục ${field} chứa ${FAULTS[String(d.fault)] ?? 'ký tự lạ'}${d.cho ? ` ở chỗ “${d.cho}”` : ''}. Hãy xoá và gõ lại đoạn đó.`,
  LEGACY_FONT: (d, field) =>
    `Mục ${field} có chữ của phông cũ${d.phong ? ` ${d.phong}` : ''}${d.chu ? `: “${d.chu}”` : ''}. Hãy dán lại đoạn đó từ tệp gốc và chọn “Chuyển sang Unicode”, hoặc gõ lại.`,
  LINK_NOT_ALLOWED: (d, field) =>
    `Liên kết ${d.chu ? `ở chữ “${d.chu}” (địa chỉ “${d.url || 'chưa có'}”)` : `“${d.url}”`} ở mục ${field} không dùng được. Hãy dùng địa chỉ đầy đủ bắt đầu bằng https://${d.web ? '' : ', mailto: hoặc tel:'}.`,
  LINK_MISLEADING: (d, field) =>
    `Ở mục ${field}, chữ “${d.seen}” trông như một địa chỉ nhưng liên kết dẫn tới ${d.url}. Hãy sửa cho chữ và liên kết khớp nhau.`,
  LINK_HOST_NOT_ALLOWED: (d, field) =>
    `Liên kết ở mục ${field} dẫn tới ${d.host}, một trang ngoài danh sách được phép. Hãy bỏ liên kết, hoặc nhờ người phát ngôn thêm tên miền này trong Quy chế.`,
  ADDRESS_DEAD: (d, field) =>
    `${d.ten ? `Mục “${d.ten}”` : `Liên kết ở mục ${field}`} dẫn tới ${d.url}, nơi này trên trang chưa có hoặc đã gỡ. Hãy chọn nơi khác, hoặc đăng nội dung đó trước.`,
  CONTENT_NOT_ALLOWED: (d, field) => {
    if (d.what === 'depth') return `Mục ${field} có danh sách hoặc trích dẫn lồng nhau quá sâu. Hãy bớt số tầng, ví dụ tách thành danh sách riêng.`
    if (d.what === 'nodes') return `Mục ${field} có quá nhiều đoạn và dòng. Hãy chia thành nhiều bài, hoặc đính kèm tệp PDF.`
    if (String(d.what).startsWith('cell '))
      return `Mục ${field} có một bảng mà trong ô có ảnh, đề mục, trích dẫn hoặc bảng khác. Hãy đưa phần đó ra ngoài bảng.`
    return `Mục ${field} có thành phần không đăng được (${d.what}). Hãy xoá thành phần đó.`
  },
  TABLE_NOT_ALLOWED: (d, field) =>
    `Bảng thứ ${d.so}${d.chu ? ` (“${d.chu}”)` : ''} ở mục ${field} chưa đăng được: ${TABLES[String(d.why)]?.(d) ?? 'bảng bị hỏng. Hãy xoá và làm lại bảng'}.`,
  INVALID_VALUE: (d, field) => `Giá trị ở mục ${field || 'đã nhập'} không hợp lệ.${d.goiY ? ` Gợi ý: ${d.goiY}.` : ''} Hãy kiểm tra và nhập lại.`,
  BAD_SIGNATURE: () => 'Chữ ký của một phiếu duyệt không hợp lệ nên không đăng. Hãy báo ngay quản trị kỹ thuật và người phát ngôn.',
  KEY_UNKNOWN: () => 'Một phiếu duyệt ký bằng khoá mà máy chủ chưa có, nên chưa đăng được. Hãy báo quản trị kỹ thuật đưa lại vòng khoá từ bản sao lưu.',
  KEYS_MISSING: () =>
    'Máy chủ chưa có đúng khoá ký của đơn vị nên tạm dừng duyệt, đăng và đổi quyền; các trang đã đăng vẫn mở bình thường. Hãy báo quản trị kỹ thuật đặt lại khoá từ bản sao lưu.',
  PUBLISHING_HALTED: () =>
    'Trang đang tạm dừng đăng vì phát hiện dấu hiệu bất thường trong sổ duyệt; không nội dung nào bị mất. Hãy báo người phát ngôn và quản trị kỹ thuật.',
  AUTHORITY_UNSEALED: () =>
    'Bản nâng cấp chờ xác nhận ai đang giữ quyền gì, nên chưa duyệt và đăng được. Hãy nhờ quản trị kỹ thuật chạy “npm run authority:seal” tại máy chủ cùng người phát ngôn.',
  AUTHORITY_UNSIGNED: () =>
    'Tài khoản hoặc quy chế không khớp dòng đã ký trong nhật ký nên không làm được việc này. Hãy báo người phát ngôn và quản trị kỹ thuật kiểm tra.',
  UNKNOWN_REASON: (d) => `Lý do công khai phải chọn trong Quy chế${d.co ? ` (${d.co})` : ''}. Hãy chọn lại, hoặc để trống để dùng câu trung tính.`,
  EMERGENCY_OPEN: () => 'Bạn đang có một bản đăng khẩn chưa được xác nhận. Hãy mời người duyệt xác nhận hoặc gỡ bản đó trước.',
  EMERGENCY_LAPSED: () => 'Nội dung này đã đăng khẩn một lần mà không được xác nhận. Hãy trình duyệt bình thường.',
  RECORD_REFUSED: () => 'Sổ duyệt không nhận thay đổi này. Hãy tải lại trang; nếu vẫn gặp, báo quản trị kỹ thuật.',
  TOO_LARGE: () => 'Dữ liệu gửi lên quá lớn. Hãy giảm dung lượng rồi gửi lại.',
  TOO_MANY: (d) => `Bạn thử quá nhiều lần. Hãy đợi ${d.giay} giây rồi thử lại.`,
  CROSS_SITE: () => 'Yêu cầu này đến từ một trang khác nên không được nhận. Hãy mở đúng trang của mình, đăng nhập rồi làm lại từ đó.',
  JSON_ONLY: () => 'Yêu cầu gửi lên không đúng kiểu. Hãy gửi JSON (Content-Type: application/json), hoặc biểu mẫu có tệp ở nơi nhận tệp.',
  QUOTA: (d) => `Tài khoản này đã gửi đủ số ${QUOTA_NAMES[String(d.what)] ?? 'nội dung'} (${d.max}). Hãy làm tiếp sau, hoặc nhờ {vanPhong} gửi giúp.`,
  BUSY: (d) => `Máy chủ đang bận nhận nhiều việc lớn cùng lúc và chưa nhận việc này. Hãy thử lại sau ${d.giay} giây.`,
  UNAVAILABLE: () => 'Hệ thống chưa ghi được việc này và không có gì bị thay đổi. Hãy thử lại sau ít phút.',
  PICTURE_GONE: () => 'Một ảnh trong bài vừa bị xoá. Hãy tải lại trang, chọn ảnh khác rồi lưu lại.',
  UNCERTAIN: () => 'Hệ thống chưa biết chắc việc này đã được ghi hay chưa. Hãy tải lại trang để xem, rồi mới làm tiếp.',
  INTERNAL: ({ ma }) =>
    `Hệ thống gặp lỗi, nội dung của bạn không bị mất. Hãy thử lại; nếu vẫn lỗi, báo quản trị kỹ thuật${ma ? ` và đọc mã sự cố ${ma}` : ''}.`,
}
