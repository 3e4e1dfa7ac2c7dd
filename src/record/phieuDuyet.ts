import type { KeyObject } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { canonicalText } from '../policy/gate/fingerprint.ts'
import { asSignature, checkSignature, type ChuKyThietBi } from '../policy/keys/assertion.ts'
import { inForce, keysOf, type KhoaMap } from '../policy/keys/chain.ts'
import type { QuyetDinh, Verdict } from '../policy/gate/publication.ts'
import { failpoint } from '../failpoint.ts'
import { frameOf, type BanTrinh } from './banTrinh.ts'
import { authorityOf } from './authority/read.ts'
import { readSigned, type DongSo, type LogRow } from './nhatKy.ts'
import type { SchoolKeys } from './keys/keys.ts'
import { isSigned, keyId, signText } from './keys/signature.ts'

export type CachKy = 'thietBi' | 'ma'

/** A verdict as it is decided; `luc` is an ISO instant. */
export type PhieuDuyet = {
  /** Version of what is signed; from 2 on it was given under signed authority, from 3 on it says how it was sealed. Verdicts from before name none. */
  v?: 2 | 3
  /** From version 3: by the person's own device or by a code, and after which row of the log. */
  cachKy?: CachKy
  sau?: DongSo
  /** The hour this approval set, ISO; said where it was sealed by more than the school. */
  henGio?: string
  banTrinh: number
  vanTay: string
  /** Fingerprint of the submission's steps, contributors and evidence (`frameOf`). */
  vanTayKhung: string
  buoc: string
  vaiTro: string
  tuCach: 'chinhDanh' | 'uyQuyen'
  /** The delegation acted under; named only where there is one. */
  uyQuyen?: number
  nguoi: number
  hoTen: string
  chucVu: string
  quyetDinh: QuyetDinh
  kiemTra: Record<string, string>
  phienBanKiemTra: number
  lyDo: string
  luc: string
  /** Until when an emergency stands unconfirmed; only on `dangKhan`. */
  khanDen?: string
}

/** The text that is signed: every field of the verdict, canonical. */
export const signedText = (verdict: PhieuDuyet): string => canonicalText(verdict)

/** Writes the signed verdict; its id goes into the log row beside it. */
export async function insertPhieuDuyet(req: PayloadRequest, verdict: PhieuDuyet, key: KeyObject): Promise<number> {
  const v = JSON.parse(signedText(verdict)) as PhieuDuyet // NFC, exactly what is signed
  const text = signedText(v)
  const rows = await query<{ id: number }>(
    req,
    sql`insert into phieu_duyet (ban_trinh_id, van_tay, van_tay_khung, buoc, vai_tro, tu_cach, uy_quyen, khan_den, nguoi, ho_ten, chuc_vu, quyet_dinh, kiem_tra,
          phien_ban_kiem_tra, ly_do, luc, noi_dung_ky, chu_ky, khoa)
        values (${v.banTrinh}, ${v.vanTay}, ${v.vanTayKhung}, ${v.buoc}, ${v.vaiTro}, ${v.tuCach}, ${v.uyQuyen ?? null}, ${v.khanDen ?? null}, ${v.nguoi}, ${v.hoTen}, ${v.chucVu}, ${v.quyetDinh},
          ${JSON.stringify(v.kiemTra)}::jsonb, ${v.phienBanKiemTra}, ${v.lyDo}, ${v.luc}, ${text}, ${signText(text, key)}, ${keyId(key)}) returning id`,
  )
  failpoint('failpoint:verdict-written')
  return Number(rows[0]!.id)
}

type Row = Record<string, unknown>
type Keys = Pick<SchoolKeys, 'publicKey'>
type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What a verdict says of itself beyond its columns: its version, and how it was sealed. */
function versionIn(signed: string): Pick<PhieuDuyet, 'v' | 'cachKy' | 'sau' | 'henGio'> {
  if (signed.includes('"v":2')) return { v: 2 }
  if (!signed.includes('"v":3')) return {}
  const { cachKy, sau, henGio } = JSON.parse(signed) as PhieuDuyet
  return { v: 3, ...(cachKy ? { cachKy } : {}), ...(sau ? { sau } : {}), ...(henGio ? { henGio } : {}) }
}

/** `devices`: what the log says a device signed, by the verdict's id. */
type Known = { keys: Keys; devices: ReadonlyMap<number, readonly ChuKyThietBi[]>; khoa: KhoaMap }

/** The person's own key signed it, at an hour at which it was in force. */
function isByDevice({ nguoi, luc }: PhieuDuyet, signed: string, given: ChuKyThietBi, khoa: KhoaMap): boolean {
  const key = khoa.get(given.khoa)
  return key !== undefined && key.nguoi === nguoi && inForce(key, luc) && checkSignature(given, signed, key) === null
}

const PENDING = 'congTruongThietBi'
/** Until its row of the log is written, in the transaction that gives the verdict. */
export const holdDevice = (req: PayloadRequest, phieu: number, ky: ChuKyThietBi): void =>
  void (req.context[PENDING] = new Map([...((req.context[PENDING] as Map<number, ChuKyThietBi> | undefined) ?? []), [phieu, ky]]))

const DECIDES = ['duyet', 'tra-lai', 'tu-choi', 'dang-khan']

/** Asked of the log only where a verdict says that a device signed it; of rows the school signed alone, and every one of them counts. */
async function devicesOf(req: Req, rows: readonly Row[], submissions: readonly BanTrinh[], keys: Keys): Promise<Pick<Known, 'devices' | 'khoa'>> {
  const { khoa } = (await authorityOf(req)).so
  const claimed = rows.filter((row) => versionIn(String(row.noi_dung_ky)).cachKy === 'thietBi')
  const devices = new Map<number, ChuKyThietBi[]>()
  if (claimed.length === 0) return { devices, khoa }
  const pending = (req as { context?: Record<string, unknown> }).context?.[PENDING] as Map<number, ChuKyThietBi> | undefined
  for (const [phieu, ky] of pending ?? []) devices.set(phieu, [ky])
  const of = submissions.filter((b) => claimed.some((row) => Number(row.ban_trinh_id) === b.id))
  const logged = await query<LogRow>(
    req,
    sql`select so, truoc, hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet from nhat_ky
        where bo_suu_tap in ${[...new Set(of.map((b) => b.boSuuTap))]} and tai_lieu in ${of.map((b) => b.taiLieu)} and hanh_dong in ${DECIDES} and chi_tiet like '%"thietBi":%'
        order by so`,
  )
  for (const row of logged) {
    const { signed, chiTiet } = readSigned(row, keys.publicKey)
    const given = asSignature(chiTiet.thietBi)
    if (signed === true && given && typeof chiTiet.phieu === 'number') devices.set(chiTiet.phieu, [...(devices.get(chiTiet.phieu) ?? []), given])
  }
  return { devices, khoa }
}

/** A row says what its signature says: the columns, put together again, are the signed text. Null: signed with a key nobody knows. */
function isAuthentic(row: Row, frame: string, { keys, devices, khoa }: Known): boolean | null {
  const signed = String(row.noi_dung_ky)
  const verdict: PhieuDuyet = {
    ...versionIn(signed),
    banTrinh: Number(row.ban_trinh_id),
    vanTay: String(row.van_tay),
    vanTayKhung: String(row.van_tay_khung),
    buoc: String(row.buoc),
    vaiTro: String(row.vai_tro),
    tuCach: row.tu_cach as PhieuDuyet['tuCach'],
    ...(row.uy_quyen === null ? {} : { uyQuyen: Number(row.uy_quyen) }),
    ...(row.khan_den === null ? {} : { khanDen: String(row.khan_den) }),
    nguoi: Number(row.nguoi),
    hoTen: String(row.ho_ten),
    chucVu: String(row.chuc_vu ?? ''),
    quyetDinh: row.quyet_dinh as QuyetDinh,
    kiemTra: row.kiem_tra as Record<string, string>,
    phienBanKiemTra: Number(row.phien_ban_kiem_tra),
    lyDo: String(row.ly_do ?? ''),
    luc: String(row.luc),
  }
  if (row.van_tay_khung !== frame || signed !== signedText(verdict)) return false
  // Whoever had a key then decided with it, and a verdict of version 3 says how it was sealed: as the offline verifier has it.
  if (verdict.v === 3 && verdict.cachKy === undefined) return false
  if (verdict.cachKy === 'thietBi' && !(devices.get(Number(row.id)) ?? []).some((given) => isByDevice(verdict, signed, given, khoa))) return false
  if (verdict.cachKy !== 'thietBi' && verdict.quyetDinh !== 'thuHoi' && keysOf(khoa, verdict.nguoi, verdict.luc).length > 0) return false
  const key = keys.publicKey(String(row.khoa))
  return key === null ? null : isSigned(signed, String(row.chu_ky), key)
}

const toVerdict = (row: Row, frame: string, known: Known): Verdict => ({
  buoc: String(row.buoc),
  nguoi: Number(row.nguoi),
  vaiTro: String(row.vai_tro),
  tuCach: String(row.tu_cach),
  quyetDinh: row.quyet_dinh as QuyetDinh,
  vanTay: String(row.van_tay),
  chuKyHopLe: isAuthentic(row, frame, known),
})

export async function readVerdicts(req: PayloadRequest, banTrinh: BanTrinh, keys: Keys): Promise<Verdict[]> {
  return (await readVerdictsOf(req, [banTrinh], keys)).get(banTrinh.id) ?? []
}

/** The verdicts of several submissions, by the submission's id. */
export async function readVerdictsOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  submissions: readonly BanTrinh[],
  keys: Keys,
): Promise<Map<number, Verdict[]>> {
  if (submissions.length === 0) return new Map()
  const rows = await query(req, sql`select * from phieu_duyet where ban_trinh_id in ${submissions.map((b) => b.id)} order by id`)
  const known = { keys, ...(await devicesOf(req, rows, submissions, keys)) }
  return new Map(
    submissions.map((b) => {
      const frame = frameOf(b)
      return [b.id, rows.filter((row) => Number(row.ban_trinh_id) === b.id).map((row) => toVerdict(row, frame, known))]
    }),
  )
}

/** The reason with which a submission left review, if it did. */
export async function lastReason(req: PayloadRequest, banTrinh: number): Promise<string | null> {
  const rows = await query<{ ly_do: string | null }>(
    req,
    sql`select ly_do from phieu_duyet where ban_trinh_id = ${banTrinh} and quyet_dinh in ('traLai', 'tuChoi') order by id desc limit 1`,
  )
  return rows[0]?.ly_do ?? null
}

/** What was decided on a document before, round by round, newest first; of each round who submitted it. */
export type Round = { banTrinh: number; lan: number; tenNguoiTrinh: string; luc: string; phieu: { nguoi: number; hoTen: string; chucVu: string; tuCach: string; quyetDinh: QuyetDinh; lyDo: string; luc: string }[] } // prettier-ignore

export async function readRounds(req: PayloadRequest, boSuuTap: string, taiLieu: number, most: number): Promise<Round[]> {
  const rows = await query(
    req,
    sql`select b.id, b.lan, b.ten_nguoi_trinh, b.created_at::text, p.nguoi, p.ho_ten, p.chuc_vu, p.tu_cach, p.quyet_dinh, p.ly_do, p.luc
        from (select * from ban_trinh where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by id desc limit ${most}) b
        left join phieu_duyet p on p.ban_trinh_id = b.id order by b.id desc, p.id`,
  )
  const rounds = new Map<number, Round>()
  for (const row of rows) {
    const id = Number(row.id)
    const round = rounds.get(id) ?? { banTrinh: id, lan: Number(row.lan), tenNguoiTrinh: String(row.ten_nguoi_trinh), luc: new Date(String(row.created_at)).toISOString(), phieu: [] } // prettier-ignore
    rounds.set(id, round)
    if (row.nguoi === null) continue
    round.phieu.push({ nguoi: Number(row.nguoi), hoTen: String(row.ho_ten), chucVu: String(row.chuc_vu ?? ''), tuCach: String(row.tu_cach), quyetDinh: row.quyet_dinh as QuyetDinh, lyDo: String(row.ly_do ?? ''), luc: String(row.luc) }) // prettier-ignore
  }
  return [...rounds.values()]
}
