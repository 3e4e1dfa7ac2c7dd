/**
 * Rule: who works here is known by name, post and unit to whoever works with many: office, approvers, whoever keeps accounts.
 * Everybody else knows himself and the people of the documents he had a hand in; the youth union's desk also the authors of
 * good deeds it receives. Addresses, roles and how an account stands are for its owner, the office's eyes on roles excepted,
 * and for whoever keeps accounts.
 */
import { APPROVING, holds, isEditor, type Actor, type VaiTro } from './roles.ts'

export type Reach = 'all' | 'own'
export const directoryOf = (actor: Actor): Reach => (isEditor(actor) || holds(actor, 'quanTriKyThuat') ? 'all' : 'own')

/** Fields of an account that only its owner and whoever keeps accounts read. */
export const PRIVATE_FIELDS = ['email', 'vaiTro', 'kichHoat', 'emailMoi', 'emailMoiHan', 'diaChiXacNhan'] as const

export const readsPrivate = (actor: Actor, account: number | null): boolean =>
  holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon') || (account !== null && account === actor.id)

export type OwnField = 'hoTen' | 'chucVu' | 'tenSapXep' | 'donVi' | 'vaiTro'

/** What a form offers: nothing that would be refused, as far as roles tell. Who must be judged by more is judged on saving. */
export function writesField(actor: Actor, account: { id: number | null; vaiTro: readonly VaiTro[] }, field: OwnField): boolean {
  if (!holds(actor, 'quanTriKyThuat', 'nguoiPhatNgon')) return false
  const isSelf = account.id === actor.id
  if (field === 'vaiTro') return !isSelf
  // The name of the only spokesperson would otherwise be nobody's to write.
  if (isSelf) return holds(actor, 'nguoiPhatNgon')
  const shown = field === 'hoTen' || field === 'chucVu'
  return !shown || holds(actor, 'nguoiPhatNgon') || !account.vaiTro.some((role) => APPROVING.includes(role))
}
