/** The steps of an opening, in their order. Each can be left and taken up again: what was done is read from what is there. */
export const OPENING = '/lam-viec/khai-truong'

export type StepKey = 'loai' | 'nhan-dien' | 'don-vi' | 'nguoi' | 'chu-de' | 'chan-trang' | 'trinh'
export const STEPS: readonly { key: StepKey; ten: string; giup: string }[] = [
  { key: 'loai', ten: 'Loại cơ sở', giup: 'Chọn kế hoạch gần nhất với nơi của bạn; sửa được về sau.' },
  { key: 'nhan-dien', ten: 'Tên, biểu trưng, màu', giup: 'Những gì đứng đầu mọi trang.' },
  { key: 'don-vi', ten: 'Đơn vị và lớp', giup: 'Dán danh sách hoặc chọn tệp Excel.' },
  { key: 'nguoi', ten: 'Người làm việc', giup: 'Mời từng người bằng thư; vai trò duyệt do người phát ngôn cấp.' },
  { key: 'chu-de', ten: 'Chủ đề', giup: 'Các mục mà tin bài thuộc về.' },
  { key: 'chan-trang', ten: 'Chân trang theo quy định', giup: 'Cơ quan chủ quản, người chịu trách nhiệm, địa chỉ.' },
  { key: 'trinh', ten: 'Xem lại và trình', giup: 'Tất cả thành một gói để người phát ngôn đọc và quyết định một lần.' },
]

export const pathOf = (key: StepKey): string => `${OPENING}/${key}`
/** After a step comes the next; after the last the overview. */
export const after = (key: StepKey): string => {
  const next = STEPS[STEPS.findIndex((step) => step.key === key) + 1]
  return next ? pathOf(next.key) : OPENING
}
export const titleOf = (key: StepKey): string => {
  const at = STEPS.findIndex((step) => step.key === key)
  return `Bước ${at + 1} trong ${STEPS.length}: ${STEPS[at]!.ten}`
}
