/** What a change of authority is, in words, for whoever is to sign it. Its own text is read, nothing beside it. */
import { VAI_TRO, type VaiTro } from '../policy/people/roles.ts'
import { hourOf } from '../policy/time/hanoi.ts'
import { rolesInWords } from './roles.ts'

type Told = { den?: unknown }
type Decided = { viec?: string; quyet?: Record<string, unknown> }

const roles = (value: unknown): VaiTro[] => (Array.isArray(value) ? VAI_TRO.filter((role) => value.includes(role)) : [])
const den = (value: unknown): unknown => (value as Told | null | undefined)?.den

/** `nameOf`: of an account, for a delegation names its person by number alone; `scopeOf`: of what a delegation covers. */
export function changeInWords(decision: string, nameOf: (id: number) => string | null, scopeOf: (code: string) => string): string {
  const { viec, quyet = {} } = JSON.parse(decision) as Decided
  if (viec === 'doi-quy-che') return `Quy chế mới, mã ${String(quyet.vanTay).slice(0, 8)}, thay cho bản mã ${String(quyet.truoc).slice(0, 8)}`
  if (viec === 'uy-quyen') {
    const whom = nameOf(Number(quyet.nguoiDuocUyQuyen)) ?? `tài khoản số ${Number(quyet.nguoiDuocUyQuyen)}`
    return `Giao quyền duyệt thay cho ${whom}: ${scopeOf(String(quyet.phamVi))}, từ ${hourOf(String(quyet.tuNgay))} đến ${hourOf(String(quyet.denNgay))}, theo ${String(quyet.soVanBan)}`
  }
  const held = rolesInWords(roles(den(quyet.vaiTro))) || 'không vai trò nào'
  const closed = den(quyet.kichHoat) === false ? '; tài khoản đóng' : ''
  return `Vai trò của ${String(den(quyet.ten))}: ${held}${closed}`
}
