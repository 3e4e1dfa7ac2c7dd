/**
 * Rule: who is told what. Whoever a step waits for hears that it waits, never whoever wrote it; whoever sent something hears
 * what became of it, never of his own act; an emergency is told to everybody who can confirm it.
 */
import { inFours } from '../text/inFours.ts'
import { isAwaited, isOwnWord, type HoSoFacts } from '../gate/authority.ts'
import type { Gate } from '../gate/gates/index.ts'
import { readsAllConsents } from '../people/consentReaders.ts'
import { APPROVING, holds, type Actor } from '../people/roles.ts'

export const LOAI_BAO = [
  'cho',
  'choGoi',
  'choKhan',
  'khanSapHet',
  'traLai',
  'tuChoi',
  'daDang',
  'goiDaDang',
  'henGio',
  'henGioHong',
  'daGo',
  'baoCao',
  'giaoViec',
  'khoaMoi',
  'khoaBo',
  'uyQuyen',
  'maDoi',
  'maCho',
  'rutDongY',
  'baiGui',
  'chuaDung',
  'nhacKeHoach',
  'nhacChiTieu',
] as const
export type LoaiBao = (typeof LOAI_BAO)[number]

/** A row of the log. `banTrinh`: the submission it speaks of. */
export type Happened = {
  so: number
  hanhDong: string
  nguoi: number | null
  boSuuTap: string
  taiLieu: number
  den: string
  banTrinh: number | null
  lyDo: string
  loi: string
  /** Of a confirmation that was a "no". */
  chuaDung?: boolean
}

/** `latest`: the submission that stands now. `goi`: the bundle it came in, while it is decided there. */
export type Standing = { facts: HoSoFacts; latest: number | null; tieuDe: string; khan: { id: number } | null; goi: { id: number; ten: string } | null }

/** `khoa`: what is told once. `loi`: what was said besides. */
export type Notice = { nguoi: number; khoa: string; loai: LoaiBao; tieuDe: string; loi: string; dan: string; banTrinh: number | null }

const RESULT: Record<string, LoaiBao> = {
  'tra-lai': 'traLai',
  'tu-choi': 'tuChoi',
  dang: 'daDang',
  'hen-gio': 'henGio',
  'hen-gio-hong': 'henGioHong',
  go: 'daGo',
  'go-gia-mao': 'daGo',
}
const ENTERS = ['trinh', 'duyet', 'dang-khan']

const judges = (gate: Gate, people: readonly Actor[], facts: HoSoFacts): Actor[] =>
  people.filter((one) => isAwaited(gate, one, facts) && !isOwnWord(one, facts))

function waiting(row: Happened, gate: Gate, people: readonly Actor[], { facts, latest, tieuDe, khan, goi }: Standing): Notice[] {
  // What was superseded or decided meanwhile waits for nobody; a later row tells of what came after.
  if (facts.buocCho === null || latest === null || latest !== row.banTrinh) return []
  const told = { tieuDe, loi: '', banTrinh: latest, dan: `/lam-viec/doc/${latest}` }
  return judges(gate, people, facts).map(({ id }): Notice => {
    if (khan) return { ...told, nguoi: id, loai: 'choKhan', khoa: `khan/${khan.id}` }
    if (goi)
      return { ...told, nguoi: id, loai: 'choGoi', khoa: `goi/${goi.id}/${facts.buocCho!.ma}`, tieuDe: goi.ten, dan: `/lam-viec/goi/${goi.id}`, banTrinh: null }
    return { ...told, nguoi: id, loai: 'cho', khoa: `cho/${latest}/${facts.buocCho!.ma}` }
  })
}

function became(row: Happened, gate: Gate, { facts, tieuDe, goi }: Standing): Notice[] {
  const loai = RESULT[row.hanhDong]
  if (loai === undefined) return []
  const dan = loai === 'traLai' && gate.slug === 'tin-bai' ? `/lam-viec/viet/${row.taiLieu}` : `/lam-viec/ho-so/${gate.slug}/${row.taiLieu}`
  const loi = loai === 'traLai' || loai === 'tuChoi' ? row.lyDo : ''
  const whose = [...new Set([facts.nguoiTrinh, facts.tacGia])].filter((id): id is number => id !== null && id !== row.nguoi)
  return whose.map((nguoi): Notice => {
    if (loai === 'daDang' && goi)
      return { nguoi, loai: 'goiDaDang', khoa: `goi-dang/${goi.id}`, tieuDe: goi.ten, loi: '', dan: `/lam-viec/goi/${goi.id}`, banTrinh: null }
    return { nguoi, loai, khoa: `${row.hanhDong}/${row.so}`, tieuDe, loi, dan, banTrinh: row.banTrinh }
  })
}

/** One sentence to whoever speaks for the school. */
const reported = (row: Happened, gate: Gate, people: readonly Actor[], { tieuDe, latest }: Standing): Notice[] =>
  people
    .filter((one) => holds(one, 'nguoiPhatNgon') && one.id !== row.nguoi)
    .map(({ id }) => ({
      nguoi: id,
      khoa: `bao-cao/${row.so}`,
      loai: 'baoCao' as const,
      tieuDe,
      loi: row.loi,
      dan: latest === null ? `/lam-viec/ho-so/${gate.slug}/${row.taiLieu}` : `/lam-viec/doc/${latest}`,
      banTrinh: latest,
    }))

/** What a class sent: to whoever receives, and where nobody does to the office. */
function receivedFrom(row: Happened, people: readonly Actor[], { tieuDe }: Standing): Notice[] {
  const focal = people.filter((one) => holds(one, 'dauMoi'))
  const whom = focal.length > 0 ? focal : people.filter((one) => holds(one, 'bienTapVien'))
  return whom.map(({ id }) => ({
    nguoi: id,
    khoa: `${row.hanhDong}/${row.so}`,
    loai: 'baiGui' as const,
    tieuDe,
    loi: '',
    dan: `/lam-viec/nhan/${row.taiLieu}`,
    banTrinh: null,
  }))
}

/** A form teacher says that it is not so: to whoever receives and, once somebody may have approved it, to whoever can take it down. */
function contradicted(row: Happened, people: readonly Actor[], { tieuDe, latest, facts }: Standing): Notice[] {
  if (row.chuaDung !== true) return []
  const takesDown = latest !== null && facts.trangThai !== 'nhap'
  const whom = people.filter((one) => holds(one, 'dauMoi', 'bienTapVien') || (takesDown && holds(one, ...APPROVING)))
  return whom.map(({ id }) => ({
    nguoi: id,
    khoa: `${row.hanhDong}/${row.so}`,
    loai: 'chuaDung' as const,
    tieuDe,
    loi: '',
    dan: latest === null ? `/lam-viec/nhan/${row.taiLieu}` : `/lam-viec/ho-so/tin-bai/${row.taiLieu}`,
    banTrinh: null,
  }))
}

export const noticesOf = (row: Happened, gate: Gate, people: readonly Actor[], standing: Standing): Notice[] =>
  row.hanhDong === 'nhan-bai'
    ? receivedFrom(row, people, standing)
    : row.hanhDong === 'xac-nhan-bai'
      ? contradicted(row, people, standing)
      : row.hanhDong === 'bao-cao'
        ? reported(row, gate, people, standing)
        : ENTERS.includes(row.hanhDong)
          ? waiting(row, gate, people, standing)
          : became(row, gate, standing)

/** What becomes of authority itself. `detail`: of the row of the log. */
export type OfAuthority = { so: number; hanhDong: string; nguoi: number | null; taiLieu: number; detail: Record<string, unknown> }

/** A key that enters or ends is told to its person and to everybody who approves; a delegation to whom it is lent. */
export function noticesOfAuthority({ so, hanhDong, nguoi, taiLieu, detail }: OfAuthority, people: readonly Actor[], nameOf: (id: number) => string): Notice[] {
  const told = { loi: '', banTrinh: null, khoa: `${hanhDong}/${so}` }
  if (hanhDong === 'uy-quyen') {
    const to = Number(detail.nguoiDuocUyQuyen)
    return Number.isInteger(to) && to > 0 ? [{ ...told, nguoi: to, loai: 'uyQuyen', tieuDe: String(detail.soVanBan ?? ''), dan: '/lam-viec/uy-quyen' }] : []
  }
  if (hanhDong === 'rut-dong-y') {
    const so = Number(detail.so)
    const loi = so > 0 ? `Đã gỡ khỏi trang ${so} nội dung.` : 'Không có nội dung nào phải gỡ.'
    const whom = people.filter((one) => one.id !== nguoi && readsAllConsents(one))
    return whom.map(({ id }): Notice => ({ ...told, nguoi: id, loai: 'rutDongY', tieuDe: nameOf(taiLieu), loi, dan: `/lam-viec/dong-y/${taiLieu}` }))
  }
  if (hanhDong === 'doi-ma') {
    const own: Notice = { ...told, nguoi: taiLieu, loai: 'maDoi', tieuDe: 'Mã xác nhận', dan: '/lam-viec/tai-khoan' }
    const others = typeof detail.hieuLuc === 'string' ? people.filter((one) => one.id !== taiLieu && holds(one, ...APPROVING)) : []
    return [own, ...others.map((one): Notice => ({ ...told, nguoi: one.id, loai: 'maCho', tieuDe: nameOf(taiLieu), dan: '/lam-viec/uy-quyen' }))]
  }
  const loai = ({ 'them-khoa': 'khoaMoi', 'bo-khoa': 'khoaBo' } as const)[hanhDong]
  if (loai === undefined) return []
  const ma = inFours(String(detail.ma ?? ''))
  const whom = [...new Set([taiLieu, ...people.filter((one) => holds(one, ...APPROVING)).map(({ id }) => id)])].filter((id) => id !== nguoi || id === taiLieu)
  return whom.map((id): Notice => ({ ...told, nguoi: id, loai, tieuDe: `${nameOf(taiLieu)}, mã ${ma}`, dan: '/lam-viec/tai-khoan' }))
}

/** Told again while there is still time: half an hour before an emergency runs out. */
export const KHAN_NHAC_MS = 30 * 60_000

export const remindersOf = (khan: { id: number }, gate: Gate, people: readonly Actor[], { facts, latest, tieuDe }: Standing): Notice[] =>
  facts.buocCho === null || latest === null
    ? []
    : judges(gate, people, facts).map(({ id }) => ({
        nguoi: id,
        khoa: `khan-nhac/${khan.id}`,
        loai: 'khanSapHet' as const,
        tieuDe,
        loi: '',
        dan: `/lam-viec/doc/${latest}`,
        banTrinh: latest,
      }))
