/**
 * Rule: whoever has a key signs with it what he changes of authority: an approving role, a delegation, the regulation. What is
 * signed is what the row of the log says of it, the hour, and a true row of the log just before. The offline verifier holds the
 * same rule (tools/audit/audit-verify.mjs).
 */
import { canonicalText, type Json } from '../gate/fingerprint.ts'
import { asSignature, checkSignature } from './assertion.ts'
import { inForce, keysOf, later, type KhoaMap } from './chain.ts'

export type DongDoi = { hanhDong: string; nguoi: number | null; taiLieu: number | null; chiTiet: Record<string, unknown> }
/** When it was signed, ISO, and after which row. */
export type Luc = { luc: string; sau: { so: number; bam: string } }

/** Of each kind of row what its author decides; a fingerprint of a password, a number the database gives are not his. */
const DECIDED: Record<string, readonly string[]> = {
  'tao-tai-khoan': ['vaiTro', 'kichHoat', 'ten', 'chucVu'],
  'doi-tai-khoan': ['vaiTro', 'kichHoat', 'ten', 'chucVu'],
  'uy-quyen': ['soVanBan', 'nguoiUyQuyen', 'nguoiDuocUyQuyen', 'phamVi', 'tuNgay', 'denNgay'],
  'doi-quy-che': ['vanTay', 'truoc'],
}
/** Rows about something that is there already; what is made gets its number afterwards. */
const NAMES_ITS_OWN = ['doi-tai-khoan']

/** What is decided, without hour and place: the same decision tried again is the same text. */
export function decisionText({ hanhDong, nguoi, taiLieu, chiTiet }: DongDoi): string {
  const decided = Object.fromEntries((DECIDED[hanhDong] ?? []).map((name) => [name, (chiTiet[name] ?? null) as Json]))
  return canonicalText({ viec: hanhDong, nguoi, ve: NAMES_ITS_OWN.includes(hanhDong) ? taiLieu : null, quyet: decided })
}

/** What the device signs. */
export const changeText = (decision: string, { luc, sau }: Luc): string =>
  canonicalText({ loai: 'doi-quyen', v: 1, quyetDinh: JSON.parse(decision) as Json, luc, sau: { so: sau.so, bam: sau.bam } })

/** Between the touch and the row of the log: five minutes for a person, as many for clocks. */
const WITHIN_MS = 600_000

function timeIn(value: unknown): Luc | null {
  const { luc, sau } = (value ?? {}) as { luc?: unknown; sau?: { so?: unknown; bam?: unknown } }
  if (typeof luc !== 'string' || !Number.isFinite(Date.parse(luc)) || !Number.isInteger(sau?.so) || typeof sau?.bam !== 'string') return null
  return { luc, sau: { so: sau.so as number, bam: sau.bam } }
}

/** What the log says before the row: its keys, the latest hour since there are any, and the signatures that were used. */
type Before = { khoa: KhoaMap; gio: string; daKy: ReadonlySet<string> }

/** The signature a row bears, if it bears one. */
export const signatureIn = ({ chiTiet }: DongDoi): string | null => asSignature(chiTiet.thietBi)?.chuKy ?? null

/**
 * Whether the row is signed as it must be: by a key of its author's, once, or by none where he has none. Rule: a row is judged by
 * its own hour or that of a row before it, whichever is later; nobody dates it back to when less was demanded.
 */
export function isSignedByAuthor({ khoa, gio, daKy }: Before, row: DongDoi & { luc: string }): boolean {
  const hour = later(gio, row.luc)
  if (row.nguoi === null || keysOf(khoa, row.nguoi, hour).length === 0) return true
  if (Date.parse(hour) - Date.parse(row.luc) > WITHIN_MS) return false
  const [given, time] = [asSignature(row.chiTiet.thietBi), timeIn(row.chiTiet.thietBi)]
  const key = given && khoa.get(given.khoa)
  // A list signed with one touch is of verdicts.
  if (!given || given.goi || daKy.has(given.chuKy) || !time || !key || key.nguoi !== row.nguoi || !inForce(key, time.luc) || !inForce(key, hour)) return false
  const past = Date.parse(hour) - Date.parse(time.luc)
  return Math.abs(past) < WITHIN_MS && checkSignature(given, changeText(decisionText(row), time), key) === null
}
