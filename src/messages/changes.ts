/** What a change of authority is, in words, for whoever is to sign it. Its own text is read, nothing beside it. */
import { VAI_TRO, type VaiTro } from '../policy/people/roles.ts'
import { hourOf } from '../policy/time/hanoi.ts'
import { rolesInWords } from './roles.ts'

type Told = { den?: unknown }
type Decided = { viec?: string; ve?: unknown; quyet?: Record<string, unknown> }

const roles = (value: unknown): VaiTro[] => (Array.isArray(value) ? VAI_TRO.filter((role) => value.includes(role)) : [])
const den = (value: unknown): unknown => (value as Told | null | undefined)?.den

type Named = { ten: string; chucVu: string }
const named = (id: number, person: Named | null): string => `tài khoản số ${id}${person ? ` (${[person.ten, person.chucVu].filter(Boolean).join(', ')})` : ''}`

/** `nameOf`: of an account as the signed log knows it; `scopeOf`: of what a delegation covers; `details`: what of the regulation changes. */
export function changeInWords(
  decision: string,
  nameOf: (id: number) => Named | null,
  scopeOf: (code: string) => string,
  details: readonly string[] = [],
): string {
  const { viec, ve, quyet = {} } = JSON.parse(decision) as Decided
  if (viec === 'doi-quy-che') return `Quy chế mới (mã ${String(quyet.vanTay).slice(0, 8)}). Thay đổi: ${details.join('; ') || 'không rõ'}`
  if (viec === 'uy-quyen') {
    const id = Number(quyet.nguoiDuocUyQuyen)
    return `Giao quyền duyệt thay cho ${named(id, nameOf(id))}: ${scopeOf(String(quyet.phamVi))}, từ ${hourOf(String(quyet.tuNgay))} đến ${hourOf(String(quyet.denNgay))}, theo ${String(quyet.soVanBan)}`
  }
  const held = (value: unknown): string => rolesInWords(roles(value)) || 'không vai trò nào'
  const closed = den(quyet.kichHoat) === false ? '; tài khoản đóng' : ''
  const who =
    typeof ve === 'number' ? named(ve, { ten: String(den(quyet.ten)), chucVu: String(den(quyet.chucVu) ?? '') }) : `tài khoản mới của ${String(den(quyet.ten))}`
  return `Vai trò của ${who}: ${held((quyet.vaiTro as { tu?: unknown } | null)?.tu)} → ${held(den(quyet.vaiTro))}${closed}`
}

const PARTS: Record<string, string> = {
  preset: 'mẫu kế hoạch',
  tenDonVi: 'tên đơn vị',
  buoc: 'các bước duyệt',
  kiemTra: 'danh mục kiểm tra',
  phienBanKiemTra: 'phiên bản danh mục',
  dangNgay: 'duyệt xong thì đăng ngay',
  gioXacNhanKhan: 'giờ xác nhận đăng khẩn',
  motLanhDao: 'ngoại lệ một lãnh đạo',
  chiTieu: 'chỉ tiêu',
  nhacViec: 'ngày nhắc việc',
  ngayNghi: 'ngày nghỉ thêm',
  phimToiDa: 'phim, âm thanh nặng tới (MB)',
  kyThietBi: 'người duyệt phải ký bằng thiết bị',
  lopHaiTu: 'ngày phải có lớp bảo vệ thứ hai',
  lyDoGo: 'lý do gỡ nói với người đọc',
  tenMienEmail: 'tên miền thư',
  mienLienKet: 'nơi được liên kết tới',
}
const short = (value: unknown): string => (value === undefined || value === false ? 'không' : value === true ? 'có' : String(value))

/** What differs between two texts of the regulation, part by part, with the values where they are short. */
export function regulationChanges(before: string, after: string): string[] {
  const [was, now] = [JSON.parse(before) as Record<string, unknown>, JSON.parse(after) as Record<string, unknown>]
  return [...new Set([...Object.keys(was), ...Object.keys(now)])]
    .filter((name) => name !== 'v' && JSON.stringify(was[name]) !== JSON.stringify(now[name]))
    .map((name) => {
      const isShort = [was[name], now[name]].every((value) => value === undefined || typeof value !== 'object')
      return `${PARTS[name] ?? name}${isShort ? `: ${short(was[name])} → ${short(now[name])}` : ''}`
    })
}
