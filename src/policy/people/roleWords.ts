/** Roles as an office writes them into a list. Approving ones are asked for; who grants them decides. */
import { settled, withoutAccents } from '../text/searchFold.ts'
import type { VaiTro } from './roles.ts'

const ROLES: readonly [VaiTro, RegExp][] = [
  ['bienTapVien', /bien tap/],
  ['nguoiDuyet', /(?:^|nguoi |phe |ky )duyet/],
  ['dauMoi', /dau moi|tiep nhan/],
  ['vanThu', /van thu/],
  ['congTacVien', /^$|cong tac vien|^(?:giao vien|hoc sinh|nguoi viet|tac gia|nhan vien)$/],
]

/** `unknown`: the words that name no role a list may ask for. */
export function rolesIn(cell: string): { vaiTro: VaiTro[]; unknown: string[] } {
  const parts = cell.split(/[,;/+&]|\bvà\b/u).map((part) => part.trim())
  const found = parts.map((part) => ROLES.find(([, words]) => words.test(withoutAccents(settled(part))))?.[0] ?? null)
  const vaiTro = [...new Set(found.filter((role) => role !== null))]
  // Whoever has a role of his own writes besides.
  const own = vaiTro.filter((role) => role !== 'congTacVien')
  return { vaiTro: own.length > 0 ? own : ['congTacVien'], unknown: parts.filter((_part, i) => found[i] === null) }
}
