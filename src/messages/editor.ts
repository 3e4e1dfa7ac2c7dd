/** Words of the editor's own parts and of uploading, in both languages. */
import type { LeftOut } from '../policy/text/paste/leftOut.ts'
import type { Language } from './sentence.ts'

const joined = (parts: string[], and: string): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`)

const vi = {
  leftOut: (o: LeftOut): string => {
    const parts = [
      o.anh > 0 && `${o.anh} ảnh`,
      o.nhanXet > 0 && 'các nhận xét',
      o.xoa > 0 && `${o.xoa} chỗ đã xoá khi theo dõi sửa`,
      o.an > 0 && `${o.an} đoạn chữ ẩn`,
      o.lienKet > 0 && `${o.lienKet} liên kết chỉ mở được trên máy hoặc trang cũ (chữ vẫn giữ)`,
      o.khung > 0 && `${o.khung} khung phim hoặc biểu mẫu`,
      o.bangLong > 0 && `đường kẻ của ${o.bangLong} bảng nằm trong bảng (chữ vẫn giữ)`,
    ].filter((part) => part !== false)
    const out = parts.length > 0 ? `Đã bỏ ${joined(parts, 'và')}${o.anh > 0 ? '; hãy tải ảnh lên thư viện rồi chèn vào bài' : ''}.` : ''
    const tables = o.bang.map(
      (b) => `Bảng “${b.chu}” có ${b.hang} hàng và ${b.cot} cột, nhiều hơn 200 hàng hoặc 20 cột, nên chưa dán. Hãy chia bảng, hoặc đính kèm tệp PDF.`,
    )
    return [out, ...tables].filter(Boolean).join(' ')
  },
  tooLong: (chu: number) =>
    `Đoạn dán dài quá một bài (khoảng ${chu.toLocaleString('vi-VN')} chữ cái và ký hiệu) nên chưa dán. Hãy dán từng phần, hoặc đính kèm tệp PDF.`,
  noTableInCell: 'Không đặt bảng vào trong bảng; hãy đưa con trỏ ra ngoài bảng rồi dán lại.',
  close: 'Đã đọc',
  oldFontTitle: 'Chữ của phông cũ.',
  oldFontWhy: (n: number, fonts: string) => `${n} đoạn dùng bảng mã ${fonts}. Hãy xem chữ sau khi chuyển rồi chọn.`,
  convert: 'Chuyển sang Unicode rồi dán',
  keep: 'Dán như cũ',
  doNotPaste: 'Không dán',
  table: 'Bảng',
  caption: 'Tên bảng',
  firstRowHeads: 'Hàng đầu là tiêu đề',
  firstColumnHeads: 'Cột đầu là tiêu đề',
  addRow: 'Thêm hàng',
  removeRow: 'Bớt hàng',
  addColumn: 'Thêm cột',
  removeColumn: 'Bớt cột',
  removeTable: 'Xoá bảng',
  manyTitle: 'Tải lên nhiều tệp',
  manyHelp: 'Kéo nhiều ảnh hoặc tệp PDF vào đây, hoặc chọn từ máy. Tệp nào không nhận được đều có lý do riêng.',
  manyVerb: 'Chọn tệp từ máy',
  uploading: 'Đang tải lên',
  uploaded: (done: number, all: number, failed: number) => `Đã nhận ${done} trên ${all} tệp${failed > 0 ? `, ${failed} tệp chưa nhận` : ''}.`,
  uploadState: { waiting: 'đang đợi', sending: 'đang tải lên', done: 'đã nhận', refused: 'không nhận', offline: 'chưa có mạng' } as Record<string, string>,
  describe: 'đã nhận, mở để viết mô tả',
  firstFrame: 'Ảnh động: trang chỉ giữ khung hình đầu.',
  twin: 'Kho đã có tệp giống hệt: mở tệp ấy.',
  again: 'Tải lại',
  tooHeavy: (mb: number) => `nặng hơn ${mb} MB. Hãy thu nhỏ tệp rồi chọn lại.`,
  offline: 'Chưa có mạng nên chưa tải lên; tệp vẫn ở đây và tự tải khi có mạng lại.',
}
export type EditorWords = typeof vi

const en: EditorWords = {
  leftOut: (o) => {
    const parts = [
      o.anh > 0 && `${o.anh} picture(s)`,
      o.nhanXet > 0 && 'the comments',
      o.xoa > 0 && `${o.xoa} tracked deletion(s)`,
      o.an > 0 && `${o.an} hidden passage(s)`,
      o.lienKet > 0 && `${o.lienKet} link(s) that lead nowhere for readers (their words are kept)`,
      o.khung > 0 && `${o.khung} film(s) or form(s)`,
      o.bangLong > 0 && `the lines of ${o.bangLong} table(s) inside tables (their words are kept)`,
    ].filter((part) => part !== false)
    const out = parts.length > 0 ? `Left out: ${joined(parts, 'and')}${o.anh > 0 ? '; upload pictures to the library and insert them' : ''}.` : ''
    const tables = o.bang.map((b) => `The table “${b.chu}” has ${b.hang} rows and ${b.cot} columns, more than 200 rows or 20 columns, and was not pasted.`)
    return [out, ...tables].filter(Boolean).join(' ')
  },
  tooLong: (chu) => `What you pasted is longer than one text may be (about ${chu} characters). Paste it in parts, or attach a PDF.`,
  noTableInCell: 'A table cannot stand inside a table; move the caret out of it and paste again.',
  close: 'Read',
  oldFontTitle: 'Words of an old font.',
  oldFontWhy: (n, fonts) => `${n} passage(s) are written in ${fonts}. See what they become, then choose.`,
  convert: 'Convert to Unicode and paste',
  keep: 'Paste as it is',
  doNotPaste: 'Do not paste',
  table: 'Table',
  caption: 'Name of the table',
  firstRowHeads: 'First row has headings',
  firstColumnHeads: 'First column has headings',
  addRow: 'Add row',
  removeRow: 'Remove row',
  addColumn: 'Add column',
  removeColumn: 'Remove column',
  removeTable: 'Remove table',
  manyTitle: 'Upload many files',
  manyHelp: 'Drop pictures or PDF files here, or choose them. Each file that is not taken says why.',
  manyVerb: 'Choose files',
  uploading: 'Uploading',
  uploaded: (done, all, failed) => `${done} of ${all} file(s) taken${failed > 0 ? `, ${failed} not taken` : ''}.`,
  uploadState: { waiting: 'waiting', sending: 'uploading', done: 'taken', refused: 'not taken', offline: 'offline' },
  describe: 'taken; open to describe it',
  firstFrame: 'It moves: its first frame was kept.',
  twin: 'The very same file was there before: open it.',
  again: 'Try again',
  tooHeavy: (mb) => `is larger than ${mb} MB. Make it smaller and choose it again.`,
  offline: 'No connection, not uploaded yet; the file stays here and goes on when the line is back.',
}

export const editorWords = (language: Language): EditorWords => (language === 'en' ? en : vi)
