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
export type Actor = {
  id: number
  hoTen: string
  chucVu: string
  vaiTro: readonly VaiTro[]
  /** Units of which this person is a member now, by the signed log; closed units are none. */
  donVi?: readonly number[]
  /** Delegations of the spokesperson's authority in force for this person now. */
  uyQuyen?: readonly HeldDelegation[]
}
export type HeldDelegation = { id: number; phamVi: string }
/** In which capacity somebody takes a step: by a role of his own, or by a delegation. */
export type Capacity = { tuCach: 'chinhDanh'; vaiTro: StepRole } | { tuCach: 'uyQuyen'; vaiTro: 'nguoiPhatNgon'; uyQuyen: number }

export const holds = (actor: Actor, ...roles: VaiTro[]): boolean => roles.some((r) => actor.vaiTro.includes(r))
export const isApprover = (actor: Actor): boolean => holds(actor, ...APPROVING)
export const isEditor = (actor: Actor): boolean => holds(actor, 'bienTapVien', ...APPROVING)
export const isAuthor = (actor: Actor): boolean => holds(actor, 'congTacVien', 'dauMoi', 'bienTapVien', 'vanThu', ...APPROVING)

/** The delegation that covers documents of this collection; the technical administrator holds none. */
export const delegationFor = (actor: Actor, boSuuTap: string): HeldDelegation | null =>
  holds(actor, 'quanTriKyThuat') ? null : (actor.uyQuyen?.find((d) => d.phamVi === 'tatCa' || d.phamVi === boSuuTap) ?? null)

/**
 * The spokesperson may take any approver's step, and so may his delegate within the scope; no other role stands in
 * for another. Own authority goes before a lent one. Null: this step is not his to take.
 */
export function capacityFor(actor: Actor, role: StepRole, boSuuTap: string): Capacity | null {
  if (holds(actor, role)) return { tuCach: 'chinhDanh', vaiTro: role }
  if (!APPROVING.includes(role)) return null
  if (holds(actor, 'nguoiPhatNgon')) return { tuCach: 'chinhDanh', vaiTro: 'nguoiPhatNgon' }
  const lent = delegationFor(actor, boSuuTap)
  return lent && { tuCach: 'uyQuyen', vaiTro: 'nguoiPhatNgon', uyQuyen: lent.id }
}
