/**
 * Rule: authority is what the signed log says. Every role, delegation and version of the regulation leads back, row by row,
 * to the first spokesperson, registered at the console; a row that does not follow changes nothing and is named.
 * The offline verifier holds the same rules (tools/audit/audit-verify.mjs).
 */
import { ends, enters, keysOf, later, type KhoaMap } from '../keys/chain.ts'
import { isSignedByAuthor, signatureIn } from '../keys/change.ts'
import { APPROVING, VAI_TRO, type VaiTro } from './roles.ts'

export const VIEC_QUYEN = [
  'tao-tai-khoan',
  'doi-tai-khoan',
  'doi-mat-khau',
  'doi-dia-chi',
  'uy-quyen',
  'thu-hoi-uy-quyen',
  'doi-quy-che',
  'niem-phong',
  'doi-khoa',
  'thay-khoa',
  'ke-nhiem',
  'thanh-vien',
  'them-khoa',
  'bo-khoa',
] as const
export type ViecQuyen = (typeof VIEC_QUYEN)[number]

/** A row of the log that speaks of authority, once its signature was found good. `luc`: ISO. */
export type DongQuyen = { so: number; luc: string; hanhDong: string; nguoi: number | null; taiLieu: number | null; chiTiet: Record<string, unknown> }

/** `the`: fingerprint of address and password as they were sealed; null where no row sealed them. */
export type NguoiTheoSo = { vaiTro: readonly VaiTro[]; mo: boolean; ten: string; chucVu: string; the: string | null }
export type UyQuyenTheoSo = { nguoiUyQuyen: number; nguoiDuocUyQuyen: number; phamVi: string; tuNgay: string; denNgay: string; het: boolean }
/** `coPhatNgon`: a spokesperson was registered once; from then on the console grants nothing that approves. */
export type SoQuyen = {
  nguoi: ReadonlyMap<number, NguoiTheoSo>
  uyQuyen: ReadonlyMap<number, UyQuyenTheoSo>
  quyChe: string | null
  /** Units of which a person is a member. */
  thanhVien: ReadonlyMap<number, readonly number[]>
  coPhatNgon: boolean
  /** Account and hour (ISO) of a spokesperson who takes over: a day later he is one. */
  keNhiem: { nguoi: number; tu: string } | null
  /** Keys of people's own devices, by name. */
  khoa: KhoaMap
  /**
   * The latest hour of a row since the first key entered, ISO; empty before. Until then nothing depends on it, and a machine whose
   * clock once ran ahead holds up nobody for years.
   */
  gio: string
  /** Signatures of devices that changed authority. */
  daKy: ReadonlySet<string>
  /** Number of the row that sealed what was there before the log was signed; 0 where it was signed from its first row. */
  moc: number
}
export const SO_QUYEN_TRONG: SoQuyen = {
  nguoi: new Map(),
  uyQuyen: new Map(),
  quyChe: null,
  thanhVien: new Map(),
  coPhatNgon: false,
  keNhiem: null,
  khoa: new Map(),
  gio: '',
  daKy: new Set(),
  moc: 0,
}

export const MOT_NGAY = 86_400_000

type Doi = { tu?: unknown; den?: unknown }
const rolesOf = (value: unknown): VaiTro[] => (Array.isArray(value) ? value.filter((r): r is VaiTro => (VAI_TRO as readonly unknown[]).includes(r)) : [])
const sorted = (roles: readonly VaiTro[]): string => [...new Set(roles)].sort().join()
const approving = (roles: readonly VaiTro[]): string => sorted(roles.filter((r) => APPROVING.includes(r)))
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const isSpokesperson = (so: SoQuyen, nguoi: number | null): boolean => {
  const known = nguoi === null ? undefined : so.nguoi.get(nguoi)
  return known?.mo === true && known.vaiTro.includes('nguoiPhatNgon')
}

/** Whom the console named as the one who takes over, a day ago at least. */
const takesOver = (so: SoQuyen, row: DongQuyen): boolean =>
  row.nguoi === null && so.keNhiem !== null && so.keNhiem.nguoi === row.taiLieu && Date.parse(row.luc) >= Date.parse(so.keNhiem.tu)

/** Its author has a key, and did not use it for this. */
const NOT_SIGNED = 'not signed by its author’s device'

type Moved = { so: SoQuyen; sai?: never } | { so?: never; sai: string }

/** Whether somebody may approve after this row of an account who could not, or the other way round. */
function changesApproval(so: SoQuyen, { taiLieu, chiTiet: ct }: Pick<DongQuyen, 'taiLieu' | 'chiTiet'>): boolean {
  const was = (taiLieu === null ? undefined : so.nguoi.get(taiLieu)) ?? null
  const now = rolesOf((ct.vaiTro as Doi | undefined)?.den)
  return approving(now) !== approving(was?.vaiTro ?? []) || (was !== null && approving(was.vaiTro) !== '' && (ct.kichHoat as Doi)?.den !== was.mo)
}

/** Whether this row decides who may approve, for whom, or by which rules. */
export const decidesAuthority = (so: SoQuyen, row: Pick<DongQuyen, 'hanhDong' | 'taiLieu' | 'chiTiet'>): boolean =>
  ['uy-quyen', 'doi-quy-che'].includes(row.hanhDong) || (['tao-tai-khoan', 'doi-tai-khoan'].includes(row.hanhDong) && changesApproval(so, row))

function account(so: SoQuyen, row: DongQuyen): Moved {
  const { chiTiet: ct, taiLieu } = row
  if (taiLieu === null) return { sai: 'account' }
  const was = so.nguoi.get(taiLieu) ?? null
  if ((row.hanhDong === 'tao-tai-khoan') !== (was === null)) return { sai: 'account known or unknown' }
  const told = (ct.vaiTro ?? {}) as Doi
  const now = rolesOf(told.den)
  if (sorted(rolesOf(told.tu)) !== sorted(was?.vaiTro ?? [])) return { sai: 'roles changed outside the log' }
  const grants = changesApproval(so, row)
  const first = row.nguoi === null && !so.coPhatNgon && was === null && now.includes('nguoiPhatNgon')
  if (grants && !first && !takesOver(so, row) && !isSpokesperson(so, row.nguoi)) return { sai: 'not granted by the spokesperson' }
  if (grants && !isSignedByAuthor(so, row)) return { sai: NOT_SIGNED }
  const person: NguoiTheoSo = {
    vaiTro: now,
    mo: (ct.kichHoat as Doi | undefined)?.den === true,
    ten: text((ct.ten as Doi | undefined)?.den),
    chucVu: text((ct.chucVu as Doi | undefined)?.den),
    the: typeof ct.the === 'string' ? ct.the : null,
  }
  return {
    so: {
      ...so,
      coPhatNgon: so.coPhatNgon || now.includes('nguoiPhatNgon'),
      keNhiem: takesOver(so, row) ? null : so.keNhiem,
      nguoi: new Map(so.nguoi).set(taiLieu, person),
    },
  }
}

function password(so: SoQuyen, { taiLieu, nguoi, chiTiet }: DongQuyen): Moved {
  const was = taiLieu === null ? undefined : so.nguoi.get(taiLieu)
  if (!was || typeof chiTiet.the !== 'string') return { sai: 'account' }
  if (nguoi !== null && nguoi !== taiLieu) return { sai: 'password of another' }
  return { so: { ...so, nguoi: new Map(so.nguoi).set(taiLieu!, { ...was, the: chiTiet.the }) } }
}

function delegation(so: SoQuyen, row: DongQuyen): Moved {
  const { taiLieu, nguoi, chiTiet: ct } = row
  if (taiLieu === null || so.uyQuyen.has(taiLieu)) return { sai: 'delegation' }
  if (!isSpokesperson(so, nguoi) || Number(ct.nguoiUyQuyen) !== nguoi) return { sai: 'not lent by the spokesperson' }
  if (!isSignedByAuthor(so, row)) return { sai: NOT_SIGNED }
  const lent = {
    nguoiUyQuyen: Number(ct.nguoiUyQuyen),
    nguoiDuocUyQuyen: Number(ct.nguoiDuocUyQuyen),
    phamVi: text(ct.phamVi),
    tuNgay: text(ct.tuNgay),
    denNgay: text(ct.denNgay),
    het: false,
  }
  return { so: { ...so, uyQuyen: new Map(so.uyQuyen).set(taiLieu, lent) } }
}

function revocation(so: SoQuyen, { taiLieu, nguoi }: DongQuyen): Moved {
  const lent = taiLieu === null ? undefined : so.uyQuyen.get(taiLieu)
  if (!lent || lent.het) return { sai: 'delegation' }
  if (!isSpokesperson(so, nguoi)) return { sai: 'not revoked by the spokesperson' }
  return { so: { ...so, uyQuyen: new Map(so.uyQuyen).set(taiLieu!, { ...lent, het: true }) } }
}

/** The console writes the first regulation of a school; every later one is the spokesperson's. */
function regulation(so: SoQuyen, row: DongQuyen): Moved {
  const { nguoi, chiTiet } = row
  if (typeof chiTiet.vanTay !== 'string') return { sai: 'regulation' }
  if (!isSpokesperson(so, nguoi) && !(nguoi === null && so.quyChe === null)) return { sai: 'not decided by the spokesperson' }
  // What is signed is a change of the version in force, not of whatever stood in the database.
  const signs = nguoi !== null && keysOf(so.khoa, nguoi, later(so.gio, row.luc)).length > 0
  if (signs && so.quyChe !== null && chiTiet.truoc !== so.quyChe) return { sai: 'not the version in force' }
  if (!isSignedByAuthor(so, row)) return { sai: NOT_SIGNED }
  return { so: { ...so, quyChe: chiTiet.vanTay } }
}

/** At an upgrade one row seals the authority then in force, confirmed at the console. It begins the chain, or begins it anew. */
function seal({ so, nguoi, chiTiet }: DongQuyen): Moved {
  if (nguoi !== null || !Array.isArray(chiTiet.nguoi) || !Array.isArray(chiTiet.uyQuyen)) return { sai: 'seal' }
  const people = (chiTiet.nguoi as Record<string, unknown>[]).map((n): [number, NguoiTheoSo] => [
    Number(n.id),
    { vaiTro: rolesOf(n.vaiTro), mo: n.mo === true, ten: text(n.ten), chucVu: text(n.chucVu), the: typeof n.the === 'string' ? n.the : null },
  ])
  const lent = (chiTiet.uyQuyen as Record<string, unknown>[]).map((u): [number, UyQuyenTheoSo] => [
    Number(u.id),
    {
      nguoiUyQuyen: Number(u.nguoiUyQuyen),
      nguoiDuocUyQuyen: Number(u.nguoiDuocUyQuyen),
      phamVi: text(u.phamVi),
      tuNgay: text(u.tuNgay),
      denNgay: text(u.denNgay),
      het: u.het === true,
    },
  ])
  return {
    so: {
      nguoi: new Map(people),
      uyQuyen: new Map(lent),
      quyChe: typeof chiTiet.vanTay === 'string' ? chiTiet.vanTay : null,
      coPhatNgon: people.some(([, n]) => n.vaiTro.includes('nguoiPhatNgon')),
      thanhVien: new Map(),
      keNhiem: null,
      khoa: new Map(),
      gio: '',
      daKy: new Set(),
      moc: so,
    },
  }
}

/** Taken back by the console, or by a spokesperson who is not gone at all. */
function callOff(so: SoQuyen, { nguoi, taiLieu }: DongQuyen): Moved {
  if (so.keNhiem === null || so.keNhiem.nguoi !== taiLieu || (nguoi !== null && !isSpokesperson(so, nguoi))) return { sai: 'succession' }
  return { so: { ...so, keNhiem: null } }
}

function succession(so: SoQuyen, row: DongQuyen): Moved {
  const { nguoi, taiLieu, luc, chiTiet } = row
  if (chiTiet.huy === true) return callOff(so, row)
  if (nguoi !== null || taiLieu === null || !so.nguoi.get(taiLieu)?.mo) return { sai: 'succession' }
  const tu = text(chiTiet.tu)
  if (!(Date.parse(tu) >= Date.parse(luc) + MOT_NGAY - 600_000)) return { sai: 'succession before a day is over' }
  return { so: { ...so, keNhiem: { nguoi: taiLieu, tu } } }
}

/** Whom the upgrade found where, once, before any membership was on record. */
function firstMembers(so: SoQuyen, { nguoi, chiTiet }: DongQuyen): Moved {
  if (nguoi !== null || so.thanhVien.size > 0) return { sai: 'first memberships' }
  const thanhVien = new Map<number, number[]>()
  for (const one of chiTiet.dau as Record<string, unknown>[]) thanhVien.set(Number(one.nguoi), [...(thanhVien.get(Number(one.nguoi)) ?? []), Number(one.donVi)])
  return { so: { ...so, thanhVien } }
}

/** Whoever keeps accounts says who belongs where; the console while it makes the first ones. */
function membership(so: SoQuyen, row: DongQuyen): Moved {
  const { nguoi, taiLieu, chiTiet: ct } = row
  if (Array.isArray(ct.dau)) return firstMembers(so, row)
  if (taiLieu === null || !so.nguoi.has(taiLieu) || !Array.isArray(ct.roi) || !Array.isArray(ct.vao)) return { sai: 'membership' }
  const by = nguoi === null ? null : so.nguoi.get(nguoi)
  if (by !== null && !(by?.mo === true && by.vaiTro.some((role) => role === 'quanTriKyThuat' || role === 'nguoiPhatNgon')))
    return { sai: 'not by whoever keeps accounts' }
  const left = (ct.roi as unknown[]).map(Number)
  const entered = (ct.vao as { donVi?: unknown }[]).map(({ donVi }) => Number(donVi))
  const now = [...(so.thanhVien.get(taiLieu) ?? []).filter((id) => !left.includes(id)), ...entered]
  return { so: { ...so, thanhVien: new Map(so.thanhVien).set(taiLieu, [...new Set(now)]) } }
}

/** What the log says after this row; `sai`: why the row changes nothing. */
export function follow(so: SoQuyen, row: DongQuyen): Moved {
  const moved = step(so, row)
  if (!moved.so) return moved
  const used = signatureIn(row)
  const gio = moved.so.khoa.size === 0 ? '' : later(so.gio, row.luc)
  return { so: { ...moved.so, gio, daKy: used === null ? so.daKy : new Set(so.daKy).add(used) } }
}

function step(so: SoQuyen, row: DongQuyen): Moved {
  switch (row.hanhDong) {
    case 'tao-tai-khoan':
    case 'doi-tai-khoan':
      return account(so, row)
    case 'doi-mat-khau':
    case 'doi-dia-chi':
      return password(so, row)
    case 'uy-quyen':
      return delegation(so, row)
    case 'thu-hoi-uy-quyen':
      return revocation(so, row)
    case 'doi-quy-che':
      return regulation(so, row)
    case 'niem-phong':
      return so.coPhatNgon ? { sai: 'sealed already' } : seal(row)
    case 'ke-nhiem':
      return succession(so, row)
    case 'thanh-vien':
      return membership(so, row)
    case 'them-khoa':
    case 'bo-khoa': {
      const moved = row.hanhDong === 'them-khoa' ? enters(so, row) : ends(so, row)
      return moved.khoa ? { so: { ...so, khoa: moved.khoa } } : { sai: moved.sai }
    }
    case 'doi-khoa':
    case 'thay-khoa':
      return { so }
    default:
      return { sai: 'unknown' }
  }
}
