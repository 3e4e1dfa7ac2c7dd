/**
 * Rule: technical administration and approval never meet in one account, and only the spokesperson
 * (người phát ngôn) grants or removes the roles that can approve.
 */
export const VAI_TRO = ['congTacVien', 'dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon', 'vanThu', 'quanTriKyThuat'] as const
export type VaiTro = (typeof VAI_TRO)[number]

export const APPROVING: readonly VaiTro[] = ['nguoiDuyet', 'nguoiPhatNgon']
export const STEP_ROLES = ['dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'] as const
export type StepRole = (typeof STEP_ROLES)[number]

/** A person as the rules see one. Made from the account as it stands in the database now, never from a token. */
export type Actor = { id: number; hoTen: string; chucVu: string; vaiTro: readonly VaiTro[] }

export const holds = (actor: Actor, ...roles: VaiTro[]): boolean => roles.some((r) => actor.vaiTro.includes(r))
export const isApprover = (actor: Actor): boolean => holds(actor, ...APPROVING)
export const isEditor = (actor: Actor): boolean => holds(actor, 'bienTapVien', ...APPROVING)
export const isAuthor = (actor: Actor): boolean => holds(actor, 'congTacVien', 'dauMoi', 'bienTapVien', 'vanThu', ...APPROVING)

/** The spokesperson may take any approver's step; no other role stands in for another. */
export function mayTakeStep(actor: Actor, role: StepRole): boolean {
  return holds(actor, role) || (role === 'nguoiDuyet' && holds(actor, 'nguoiPhatNgon'))
}
