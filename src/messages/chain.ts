/** What stands in the way of a chain, of a step, of a unit, and what to do. */
import type { Sentences } from './vi.ts'

type Said = Pick<
  Sentences,
  'CHAIN_NOBODY' | 'CHAIN_TWO_PEOPLE' | 'CHAIN_LAST_STEP' | 'CHAIN_UNIT' | 'CHAIN_PERSON' | 'CHAIN_TOO_LONG' | 'UNIT_CLOSED' | 'NOT_OWN_UNIT'
>

export const CHAIN_VI: Said = {
  CHAIN_NOBODY: (d) =>
    d.coDonVi === 1
      ? `Bước “${d.buoc}” chưa có ai làm được: đơn vị của bước chưa có thành viên mang vai trò này. Hãy ghi đơn vị cho người có vai trò, hoặc bỏ đơn vị khỏi bước, rồi lưu lại.`
      : `Bước “${d.buoc}” chưa có ai làm được. Hãy cấp vai trò của bước cho một tài khoản đang hoạt động, hoặc bỏ bước này, rồi lưu lại.`,
  CHAIN_TWO_PEOPLE: (d) =>
    `Bước “${d.buoc}” phải do người khác với các bước trước làm, nhưng hiện chỉ có một người làm được. Hãy cấp vai trò cho thêm một người, rồi lưu lại.`,
  CHAIN_LAST_STEP: (d) => `Bước cuối “${d.buoc}” không phải của người duyệt. Hãy thêm sau đó một bước của người duyệt hoặc người phát ngôn, rồi lưu lại.`,
  CHAIN_UNIT: (d) =>
    `Bước “${d.buoc}” giao cho đơn vị ${d.donVi ? `“${d.donVi}” ` : ''}không còn hoạt động. Hãy chọn đơn vị khác cho bước, hoặc để trống, rồi lưu lại.`,
  CHAIN_PERSON: (d) =>
    `Bước “${d.buoc}” giao cho một người không hoạt động hoặc không có vai trò của bước. Hãy chọn người khác, hoặc cấp vai trò cho người đó, rồi lưu lại.`,
  CHAIN_TOO_LONG: (d) => `Một nội dung không đi qua nhiều hơn ${d.max} bước. Hãy bỏ bớt bước rồi lưu lại.`,
  UNIT_CLOSED: (d) => `Đơn vị ${d.donVi ? `“${d.donVi}” ` : ''}không còn hoạt động nên không nhận thêm thành viên và bài gửi. Hãy chọn đơn vị khác.`,
  NOT_OWN_UNIT: (d) =>
    d.co === 0
      ? 'Tài khoản của bạn chưa thuộc đơn vị nào nên chưa gửi bài thay đơn vị được. Hãy nhờ người quản lý tài khoản ghi đơn vị cho bạn.'
      : 'Đơn vị này không phải đơn vị của bạn. Hãy chọn đơn vị của bạn, hoặc nhờ {vanPhong} gửi giúp.',
}

export const CHAIN_EN: Said = {
  CHAIN_NOBODY: (d) =>
    `Nobody can take the step “${d.buoc}”. Give its role${d.coDonVi === 1 ? ' to a member of its unit' : ''} to an active account, or remove the step, then save again.`,
  CHAIN_TWO_PEOPLE: (d) =>
    `The step “${d.buoc}” must be taken by another person than the steps before it, but only one can. Give the role to one more, then save again.`,
  CHAIN_LAST_STEP: (d) => `The last step “${d.buoc}” is not an approver’s. Add a step of an approver or the spokesperson after it, then save again.`,
  CHAIN_UNIT: (d) => `The unit of the step “${d.buoc}” is closed. Choose another one or none, then save again.`,
  CHAIN_PERSON: (d) => `The step “${d.buoc}” names somebody who is not active or does not hold its role. Choose somebody else, then save again.`,
  CHAIN_TOO_LONG: (d) => `Nothing passes more than ${d.max} steps. Remove some, then save again.`,
  UNIT_CLOSED: (d) => `The unit ${d.donVi ? `“${d.donVi}” ` : ''}is closed: it takes no members and sends nothing. Choose another one.`,
  NOT_OWN_UNIT: (d) =>
    d.co === 0
      ? 'Your account belongs to no unit yet. Ask whoever keeps accounts to enter one.'
      : 'This is not your unit. Choose your own, or ask {vanPhong} to send it.',
}
