/**
 * Rule: a key is a person's where the signed log says how it came to be. The first of somebody is confirmed at the console or
 * vouched for by a spokesperson's key; a later one by an earlier one of his; after a loss by two other people's, one of whom may
 * approve, and a day later. A key that ended signs nothing more.
 */
import { APPROVING, type VaiTro } from '../people/roles.ts'
import { asSignature, checkSignature, keyNameOf, type ChuKyThietBi } from './assertion.ts'
import { CACH_KHOA, endText, registrationText, vouchText, type CachKhoa } from './texts.ts'

/** `tu`: from when it signs, `het`: from when no more, ISO. */
export type KhoaTheoSo = { nguoi: number; spki: string; rpId: string; cach: CachKhoa; tu: string; het: string | null }
export type KhoaMap = ReadonlyMap<string, KhoaTheoSo>
type Person = { vaiTro: readonly VaiTro[]; mo: boolean }
type Row = { luc: string; nguoi: number | null; taiLieu: number | null; chiTiet: Record<string, unknown> }
/** `gio`: the latest hour of a row since the first key entered. */
export type Keys = { khoa: KhoaMap; nguoi: ReadonlyMap<number, Person>; gio?: string }

const A_DAY = 86_400_000
/** Clocks of the service and of the log row: one transaction. */
const NEAR = 600_000

export const inForce = ({ tu, het }: Pick<KhoaTheoSo, 'tu' | 'het'>, at: string): boolean =>
  Date.parse(tu) <= Date.parse(at) && (het === null || Date.parse(at) < Date.parse(het))

/** The later of two hours, ISO; an empty one is before all. */
export const later = (one: string, other: string): string => (one !== '' && Date.parse(one) > Date.parse(other) ? one : other)

/** Names of the keys with which this person signs at that instant. */
export const keysOf = (khoa: KhoaMap, nguoi: number, at: string): string[] =>
  [...khoa].filter(([, one]) => one.nguoi === nguoi && inForce(one, at)).map(([ma]) => ma)

export type Voucher = { nguoi: number; ky: ChuKyThietBi }
function vouchersIn(value: unknown): Voucher[] | null {
  if (!Array.isArray(value) || value.length > 2) return null
  const found = value.map((one: unknown) => {
    const { nguoi, ky } = (one ?? {}) as { nguoi?: unknown; ky?: unknown }
    const signature = asSignature(ky)
    return Number.isInteger(nguoi) && signature ? { nguoi: nguoi as number, ky: signature } : null
  })
  return found.every((one) => one !== null) ? (found as Voucher[]) : null
}

const isOpen = (keys: Keys, nguoi: number, ...roles: readonly VaiTro[]): boolean => {
  const person = keys.nguoi.get(nguoi)
  return person?.mo === true && (roles.length === 0 || person.vaiTro.some((role) => roles.includes(role)))
}

/** Whether this person's own key, in force then, signed the text. */
export function vouched(keys: Keys, { nguoi, ky }: Voucher, text: string, at: string): boolean {
  const known = keys.khoa.get(ky.khoa)
  return known?.nguoi === nguoi && inForce(known, at) && isOpen(keys, nguoi) && checkSignature(ky, text, known) === null
}

/** Who may vouch in this way, the console aside (`row.nguoi` null). */
function isVouchedFor(keys: Keys, row: Row, nguoi: number, cach: CachKhoa, vouchers: readonly Voucher[], text: string): boolean {
  // The console makes the first key of somebody, or one after a loss; an earlier key vouches for itself.
  if (row.nguoi === null) return vouchers.length === 0 && cach !== 'them'
  if (!vouchers.some((one) => one.nguoi === row.nguoi)) return false
  if (!vouchers.every((one) => vouched(keys, one, text, row.luc))) return false
  const [one, other] = vouchers
  if (cach === 'dau') return vouchers.length === 1 && one!.nguoi !== nguoi && isOpen(keys, one!.nguoi, 'nguoiPhatNgon')
  if (cach === 'them') return vouchers.length === 1 && one!.nguoi === nguoi
  if (vouchers.length !== 2 || one!.nguoi === other!.nguoi || vouchers.some((v) => v.nguoi === nguoi)) return false
  return vouchers.some((v) => isOpen(keys, v.nguoi, ...APPROVING))
}

const instantIn = (value: unknown): string | null => (typeof value === 'string' && new Date(Date.parse(value) || 0).toISOString() === value ? value : null)
const isADayLater = (tu: string, luc: string): boolean => Math.abs(Date.parse(tu) - Date.parse(luc) - A_DAY) <= NEAR

export type Moved = { khoa: KhoaMap; sai?: never } | { khoa?: never; sai: string }

/** them-khoa: a key enters. */
export function enters(keys: Keys, row: Row): Moved {
  const { taiLieu: nguoi, chiTiet: ct } = row
  const { ma, spki, rpId, luc } = ct as Record<string, string>
  const cach = CACH_KHOA.find((one) => one === ct.cach)
  const [own, vouchers] = [asSignature(ct.tuKy), vouchersIn(ct.baoLanh)]
  if (nguoi === null || !cach || !own || !vouchers || [ma, spki, rpId, luc].some((one) => typeof one !== 'string')) return { sai: 'key' }
  if (Date.parse(keys.gio ?? '') - Date.parse(row.luc) > NEAR) return { sai: 'hours go back' }
  if (!isOpen(keys, nguoi) || keys.khoa.has(ma!) || keyNameOf(spki!) !== ma) return { sai: 'key of nobody, or known' }
  const text = registrationText({ nguoi, ma: ma!, spki: spki!, rpId: rpId!, luc: luc! })
  if (checkSignature(own, text, { spki: spki!, rpId: rpId! }) !== null) return { sai: 'key not shown' }
  const has = keysOf(keys.khoa, nguoi, row.luc).length > 0
  if ((cach === 'dau') === has) return { sai: 'first or later key' }
  // Whoever has an old phone in his hands brings in no other while its loss is being mended.
  if (cach === 'them' && [...keys.khoa.values()].some((one) => one.nguoi === nguoi && Date.parse(one.tu) > Date.parse(row.luc)))
    return { sai: 'a loss is being mended' }
  if (!isVouchedFor(keys, row, nguoi, cach, vouchers, vouchText(text, cach))) return { sai: 'not vouched for' }
  const tu = cach === 'thay' ? instantIn(ct.hieuLuc) : row.luc
  if (tu === null || (cach === 'thay' && !isADayLater(tu, row.luc))) return { sai: 'replaced before a day is over' }
  const khoa = new Map(keys.khoa).set(ma, { nguoi, spki: spki!, rpId: rpId!, cach, tu, het: null })
  // What is replaced was lost: it signs nothing once the new one does.
  if (cach === 'thay') for (const [old, one] of keys.khoa) if (one.nguoi === nguoi && (one.het === null || one.het > tu)) khoa.set(old, { ...one, het: tu })
  return { khoa }
}

/** bo-khoa: a key ends – by itself, by another of its owner, by a spokesperson's, or at the console. */
export function ends(keys: Keys, row: Row): Moved {
  const { chiTiet: ct, taiLieu } = row
  const ma = typeof ct.ma === 'string' ? ct.ma : ''
  const known = keys.khoa.get(ma)
  if (!known || known.nguoi !== taiLieu || (known.het !== null && Date.parse(known.het) <= Date.parse(row.luc))) return { sai: 'key' }
  const [voucher] = row.nguoi === null ? [] : (vouchersIn([{ nguoi: row.nguoi, ky: ct.boi }]) ?? [])
  const by =
    voucher && vouched(keys, voucher, endText(ma, known.nguoi), row.luc) && (voucher.nguoi === known.nguoi || isOpen(keys, voucher.nguoi, 'nguoiPhatNgon'))
  if (row.nguoi !== null && !by) return { sai: 'not ended by whom it may be' }
  return { khoa: new Map(keys.khoa).set(ma, { ...known, het: row.luc }) }
}
