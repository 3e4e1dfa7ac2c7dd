#!/usr/bin/env node
/**
 * Checks an exported log (`npm run audit:export`) on any computer with Node.js: no database, no network, none of the
 * product's own code. Reads once, keeps in mind where every document stands, names the first row that does not follow.
 *
 *   node audit-verify.mjs so-duyet.jsonl [--khoa khoa-cong-khai.pem]… [--dau <so>:<bam>]…
 *
 * One JSON object a line: `dau` (keys); `nhat-ky` rows, each after what it made: `ban-trinh` (submitted), `phieu-duyet`
 * (signed verdict), `ban-dang` (published), `uy-quyen` (delegation); `cuoi`. Exit: 0 sound, 1 broken, 2 unreadable.
 */
// oxlint-disable max-lines -- one file on purpose: a stranger takes it alone to another computer
import * as crypto from 'node:crypto'
import { createReadStream, readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** Every field of every kind, in order: i whole number, s text, b yes or no, j anything; ? may be null. */
const SHAPES = `dau phienBan:i truong:s xuatLuc:s khoa:j
ban-trinh id:i boSuuTap:s taiLieu:i lan:i loai:s slug:s tieuDe:s noiDung:s vanTay:s bangChung:s? vanTayBangChung:s? buoc:j nguoiDongGop:j mucNhayCam:s motLanhDao:b nguoiTrinh:i tenNguoiTrinh:s createdAt:s
phieu-duyet id:i banTrinh:i vanTay:s vanTayKhung:s buoc:s vaiTro:s tuCach:s uyQuyen:i? nguoi:i hoTen:s chucVu:s quyetDinh:s kiemTra:j phienBanKiemTra:i lyDo:s luc:s khanDen:s? noiDungKy:s chuKy:s khoa:s createdAt:s
ban-dang id:i banTrinh:i boSuuTap:s taiLieu:i lan:i loai:s slug:s tieuDe:s noiDung:s? vanTay:s duyetHoTen:s duyetChucVu:s duyetLuc:s duyetUyQuyen:s? khanDen:s? motLanhDao:b dangLanDau:s ketThucLuc:s? lyDoGo:s? createdAt:s
uy-quyen id:i soVanBan:s nguoiUyQuyen:i nguoiDuocUyQuyen:i phamVi:s tuNgay:s denNgay:s thuHoiLuc:s? createdAt:s
nhat-ky so:i luc:s hanhDong:s nguoi:i? tenNguoi:s boSuuTap:s? taiLieu:i? chiTiet:s truoc:s bam:s
cuoi soDong:i so:i bam:s chuKy:s`
const IS = { i: Number.isSafeInteger, s: (v) => typeof v === 'string', b: (v) => typeof v === 'boolean', j: (v) => typeof v === 'object' }
const FIELDS = {}
for (const [kind, ...fields] of SHAPES.split('\n').map((shape) => shape.split(' ')))
  FIELDS[kind] = fields.map((f) => f.split(':')).map(([name, [type, orNull]]) => [name, IS[type], orNull === '?'])
const QUYET_DINH = { duyet: 'duyet', 'tra-lai': 'traLai', 'tu-choi': 'tuChoi', 'thu-hoi': 'thuHoi', 'dang-khan': 'dangKhan', go: 'thuHoi' }
const LENT = ['soVanBan', 'nguoiUyQuyen', 'nguoiDuocUyQuyen', 'phamVi', 'tuNgay', 'denNgay']
const APPROVING = ['nguoiDuyet', 'nguoiPhatNgon']
const IN_FLIGHT = 128
const FORGED = 'không dòng nhật ký nào ghi việc này: bị chèn thẳng vào cơ sở dữ liệu / not in the log'

/** `crypto.hash` is the faster way, from Node 20.12. */
const sha256 = (text) => (crypto.hash ? crypto.hash('sha256', text) : crypto.createHash('sha256').update(text).digest('hex'))
const oneLine = (text) => text.normalize('NFC').replace(/[\n\r]/g, ' ')
/** Clocks of a row and of its log row: one transaction, so within ten minutes. */
const near = (a, b) => Math.abs(Date.parse(a) - Date.parse(b)) < 600_000
/** RFC 8785: keys sorted, no spaces. */
function canonical(v) {
  if (v === null || typeof v !== 'object') return JSON.stringify(v)
  if (Array.isArray(v)) return `[${v.map(canonical).join()}]`
  const members = Object.keys(v).sort().filter((k) => v[k] !== undefined) // prettier-ignore
  return `{${members.map((k) => `${JSON.stringify(k)}:${canonical(v[k])}`).join()}}`
}
/** @returns {[string, import('node:crypto').KeyObject]} the key's id, the key */
export function keyOf(pem) {
  const key = crypto.createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('không phải khoá Ed25519')
  return [sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16), key]
}
const stateAt = (step) => (step ? ({ dauMoi: 'choTiepNhan', bienTapVien: 'choBienTap' }[step.vaiTro] ?? 'choDuyet') : 'daDuyet')
const nextStep = (t) => t.buoc.find((b) => !t.qua.has(b.ma))

/** A row found broken, and why. */
export class Broken extends Error {
  constructor(row, why) {
    super(`Dòng ${row.dong} (${[row.kieu ?? 'không rõ loại', row.so && `số ${row.so}`, row.id && `mã ${row.id}`].filter(Boolean).join(' ')}): ${why}.`)
    this.dong = row.dong
  }
}
/** Each sentence says what is wrong where its condition does not hold. */
function must(row, rules) {
  for (const why in rules) if (!rules[why]) throw new Broken(row, why)
}
const earlier = (a, b) => (!a || (b instanceof Broken && b.dong < a.dong) ? b : a)

/**
 * `keys`: trusted ones as [id, key]; none: the file's own. `heads`: [so, bam] printed on paper.
 * @param {Iterable<string> | AsyncIterable<string>} lines
 * @param {{ keys?: [string, import('node:crypto').KeyObject][], heads?: [number, string][] }} options
 */
export async function verify(lines, { keys = [], heads = [] } = {}) {
  const trusted = new Map(keys)
  const paper = new Map(heads)
  const counts = Object.fromEntries(Object.keys(FIELDS).map((kind) => [kind, 0]))
  const seen = { 'ban-trinh': new Set(), 'phieu-duyet': new Set(), 'ban-dang': new Set(), 'uy-quyen': new Set() }
  const people = new Map() // account → its roles, and whether it is open, at this point of the log
  const lent = new Map() // delegation → its row, `het` once ended
  const docs = new Map() // collection/id → `o` state, `trinh` latest submission, `mo` edition not yet ended
  const slugs = new Map() // address → its document, for ever
  let [dong, start, firstHash, end, last, waiting] = [0, null, '', null, { so: 0, bam: '0'.repeat(64) }, []]
  let [namesVerdicts, namesFrames] = [false, false] // the oldest rows name neither; once one row does, all must
  let [flying, failed, wake] = [0, null, null]

  /** Signatures are checked beside the reading, a bounded number at once. */
  function signed(text, signature, key, row) {
    const bytes = Buffer.from(signature, 'base64')
    must(row, { 'chữ ký không đúng dạng / malformed signature': bytes.length === 64 && bytes.toString('base64') === signature })
    flying += 1
    crypto.verify(null, Buffer.from(text), key, bytes, (error, ok) => {
      flying -= 1
      if (error || !ok) failed = earlier(failed, new Broken(row, 'chữ ký không đúng với văn bản đã ký / bad signature'))
      wake?.()
    })
  }
  const settle = async (most) => {
    while (flying > most) await new Promise((done) => (wake = done))
  }

  /** What a row says of itself. */
  const OWN = {
    dau(row) {
      must(row, { 'phiên bản tệp lạ / unknown version': row.phienBan === 1, 'không có khoá / no key': row.khoa?.length > 0 })
      const own = row.khoa.map(({ ma, pem }) => [ma, ...keyOf(pem)])
      must(row, { 'mã khoá không phải của khoá / key id': own.every(([told, ma]) => told === ma) })
      if (keys.length === 0) for (const [, ma, key] of own) trusted.set(ma, key)
      row.key = own.map(([ma]) => trusted.get(ma)).find(Boolean)
      must(row, { [`khoá trong tệp (${own[0][0]}) không phải khoá bạn tin / untrusted key`]: row.key })
      start = row
    },
    'ban-trinh'(row) {
      const c = JSON.parse(row.noiDung)
      const told = [c.boSuuTap, c.taiLieu, c.slug, c.loai ?? '', c.tieuDe ?? c.ten ?? c.tenTruong ?? c.trichYeu ?? c.altText ?? row.tieuDe]
      must(row, {
        'nội dung không khớp vân tay / content hash': sha256(row.noiDung) === row.vanTay,
        'bằng chứng không khớp vân tay / evidence hash': row.bangChung === null || sha256(row.bangChung) === row.vanTayBangChung,
        'nội dung nói về tài liệu khác / identity': told.join('\n') === [row.boSuuTap, row.taiLieu, row.slug, row.loai, row.tieuDe].join('\n'),
      })
    },
    'phieu-duyet'(row) {
      const { kieu: _kieu, dong: _dong, id: _id, noiDungKy, chuKy, khoa, createdAt, uyQuyen, khanDen, ...verdict } = row
      const text = canonical({ ...verdict, uyQuyen: uyQuyen ?? undefined, khanDen: khanDen ?? undefined })
      must(row, {
        'các mục không khớp văn bản đã ký / columns differ from the signed text': text === noiDungKy,
        [`ký bằng khoá lạ ${khoa}; nếu là khoá cũ của trường, thêm --khoa / unknown key`]: trusted.has(khoa),
        'giờ ghi sổ không khớp giờ đã ký / time': near(createdAt, row.luc),
      })
      signed(text, chuKy, trusted.get(khoa), row)
    },
    'ban-dang'(row) {
      must(row, {
        // Without words of its own it has its submission's, whose fingerprint it must bear (MADE).
        'nội dung không khớp vân tay / content hash': row.noiDung === null || sha256(row.noiDung) === row.vanTay,
        'có lý do gỡ mà chưa kết thúc / reason without an end': row.lyDoGo === null || row.ketThucLuc !== null,
      })
    },
    'nhat-ky'(row) {
      const told = `${row.so}\n${row.luc}\n${row.hanhDong}\n${row.nguoi ?? ''}\n${row.tenNguoi}\n${row.boSuuTap ?? ''}\n${row.taiLieu ?? ''}\n${row.truoc}\n${row.chiTiet}`
      if (row.so !== last.so + 1) throw new Broken(row, `phải là dòng số ${last.so + 1}: nhật ký thiếu, thừa hoặc đảo dòng / not consecutive`)
      if (row.truoc !== last.bam) throw new Broken(row, 'không nối với dòng trước / chain broken')
      if (row.boSuuTap === '' || sha256(told) !== row.bam) throw new Broken(row, 'mã băm không khớp: dòng đã bị sửa / hash')
      if ((paper.get(row.so) ?? row.bam) !== row.bam) throw new Broken(row, 'mã khác mã trên giấy: sổ bị viết lại từ dòng này hoặc trước đó / printed head')
      paper.delete(row.so)
      last = { so: row.so, bam: row.bam }
      follow(row, JSON.parse(row.chiTiet))
    },
    cuoi(row) {
      must(waiting[0] ?? row, { [FORGED]: waiting.length === 0 })
      must(row, { [`tệp có ${dong} dòng, nhật ký đến số ${last.so} / counts`]: row.soDong === dong - 1 && row.so === last.so && row.bam === last.bam })
      signed(canonical({ kieu: 'cuoi', dau: firstHash, soDong: row.soDong, so: row.so, bam: row.bam }), row.chuKy, start.key, row)
      end = row
    },
  }

  const has = (who, ...roles) => people.get(who)?.mo === true && roles.some((role) => people.get(who).vaiTro.includes(role))
  /** The verdict's author held this step's authority at this point of the log: his own, or lent by a spokesperson. */
  function mayTake(p, role, boSuuTap) {
    const u = lent.get(p.uyQuyen)
    if (p.vaiTro !== role && !(APPROVING.includes(role) && p.vaiTro === 'nguoiPhatNgon')) return false
    if (p.tuCach === 'chinhDanh') return p.uyQuyen === null && has(p.nguoi, p.vaiTro)
    const covers = u && !u.het && u.nguoiDuocUyQuyen === p.nguoi && ['tatCa', boSuuTap].includes(u.phamVi) && u.tuNgay <= p.luc && p.luc <= u.denNgay
    return covers && APPROVING.includes(role) && people.get(p.nguoi)?.mo && !has(p.nguoi, 'quanTriKyThuat') && has(u.nguoiUyQuyen, 'nguoiPhatNgon')
  }

  /** What log row `k` with details `ct` made, on document `doc` whose latest submission is `t`. */
  const MADE = {
    'ban-trinh'(b, k, ct, doc) {
      const { id, vanTay, lan, slug, tieuDe, loai, motLanhDao, nguoiTrinh, buoc, nguoiDongGop: hands, mucNhayCam } = b
      const frame = { nguoiDongGop: hands, mucNhayCam, vanTayBangChung: b.vanTayBangChung ?? '', tieuDe, loai, slug, motLanhDao: motLanhDao || undefined }
      const khung = sha256(canonical({ ...frame, buoc: buoc.map(({ ma, ten, vaiTro }) => ({ ma, ten, vaiTro })) }).normalize('NFC'))
      const lastRole = buoc.at(-1).vaiTro
      namesFrames ||= ct.vanTayKhung !== undefined
      must(b, {
        [`không khớp nhật ký số ${k.so} / log row`]: b.boSuuTap === k.boSuuTap && b.taiLieu === k.taiLieu && ct.vanTay === vanTay && ct.lan === lan,
        [`phải là lần trình ${doc.lan + 1} / submissions are numbered without gaps`]: lan === doc.lan + 1,
        'người trình không phải người trong nhật ký / submitter': nguoiTrinh === k.nguoi && oneLine(b.tenNguoiTrinh) === k.tenNguoi && hands.includes(k.nguoi),
        'giờ không khớp nhật ký / time': near(b.createdAt, k.luc),
        'bước duyệt, người đóng góp hoặc bằng chứng đã bị sửa / frame': !namesFrames || ct.vanTayKhung === khung,
        'bước cuối không thuộc người có quyền duyệt / last step': APPROVING.includes(lastRole) && (mucNhayCam !== 'cao' || lastRole === 'nguoiPhatNgon'),
        'hai bước trùng mã / step codes': new Set(buoc.map((s) => s.ma)).size === buoc.length,
        'mức nhạy cảm bị hạ / sensitivity lowered': !doc.cao || mucNhayCam === 'cao',
      })
      must(k, { 'trạng thái sau khi trình không đúng / state': ct.den === stateAt(buoc[0]) })
      doc.trinh = { id, vanTay, lan, slug, tieuDe, loai, motLanhDao, nguoiTrinh, khung, buoc, hands, qua: new Set(), duyet: null, khan: null, xong: false }
      Object.assign(doc, { lan, cao: mucNhayCam === 'cao' })
    },
    'phieu-duyet'(p, k, ct, { trinh: t }) {
      must(p, {
        'không phải bản trình mới nhất của tài liệu / superseded submission': t?.id === p.banTrinh,
        'bản trình đã rời xét duyệt hoặc đã đăng / not in review': !t?.xong,
        'duyệt trên vân tay khác bản trình / fingerprint': p.vanTay === t?.vanTay && p.vanTayKhung === t?.khung,
        [`người hoặc giờ không khớp nhật ký số ${k.so} / log row`]: p.nguoi === k.nguoi && oneLine(p.hoTen) === k.tenNguoi && near(p.luc, k.luc),
        [`quyết định không khớp nhật ký số ${k.so} / decision`]: p.quyetDinh === QUYET_DINH[k.hanhDong] && (ct.lyDo ?? p.lyDo) === p.lyDo,
      })
      const step = nextStep(t)
      if (p.quyetDinh === 'thuHoi') {
        must(p, { 'người này không được thu hồi / may not take back': k.hanhDong === 'go' || p.nguoi === t.nguoiTrinh })
        t.xong = true
      } else if (p.quyetDinh === 'dangKhan') {
        must(p, {
          'lệnh đăng khẩn không hợp lệ / emergency': step && !t.khan && p.buoc === 'khan' && p.khanDen > p.luc && p.khanDen === ct.khanDen,
          'chỉ người phát ngôn được đăng khẩn / not the spokesperson': p.tuCach === 'chinhDanh' && mayTake(p, 'nguoiPhatNgon', k.boSuuTap),
        })
        t.khan = p
      } else {
        const excepted = t.motLanhDao && p.vaiTro === 'nguoiPhatNgon' && p.tuCach === 'chinhDanh' && APPROVING.includes(step?.vaiTro)
        must(p, {
          'không phải bước đang chờ / not the waiting step': step && p.buoc === step.ma && (ct.buoc ?? p.buoc) === p.buoc,
          'người duyệt có góp vào nội dung / own words': !t.hands.includes(p.nguoi) || excepted,
          [`lúc đó ${p.hoTen} không có quyền ở bước này theo nhật ký / no authority at that point`]: mayTake(p, step?.vaiTro, k.boSuuTap),
        })
        if (p.quyetDinh === 'duyet') Object.assign(t, { duyet: p, qua: t.qua.add(p.buoc) })
        else t.xong = true
        must(k, { 'trạng thái sau khi duyệt không đúng / state': p.quyetDinh !== 'duyet' || ct.den === stateAt(nextStep(t)) })
      }
    },
    'ban-dang'(d, k, ct, doc) {
      const { trinh: t, mo: before } = doc
      const khan = k.hanhDong === 'dang-khan'
      const v = khan ? t?.khan : t?.duyet
      const [address, owner] = [`${k.boSuuTap}/${d.slug}`, `${k.boSuuTap}/${k.taiLieu}`]
      doc.dangLanDau ??= d.createdAt
      must(d, {
        'không phải bản trình mới nhất của tài liệu / superseded submission': t?.id === d.banTrinh && ct.banTrinh === d.banTrinh,
        'bản trình đã bị trả, thu hồi, gỡ hoặc đã đăng / left review': !t?.xong,
        'chưa đủ phiếu duyệt mà đã đăng / a step has no approval': v && (khan ? !doc.khan : !nextStep(t)),
        'nội dung đăng khác nội dung đã duyệt / not the approved content': d.vanTay === t?.vanTay && ct.vanTay === d.vanTay,
        'tên, địa chỉ, loại hoặc lần khác bản trình / title, address': ['lan', 'slug', 'tieuDe', 'loai'].every((name) => d[name] === t?.[name]),
        [`không khớp nhật ký số ${k.so} / log row`]: d.boSuuTap === k.boSuuTap && d.taiLieu === k.taiLieu && ct.slug === d.slug && near(d.createdAt, k.luc),
        'tên, chức vụ hoặc giờ khác phiếu duyệt / approver': d.duyetHoTen === v?.hoTen && d.duyetChucVu === v?.chucVu && d.duyetLuc === v?.createdAt,
        'số uỷ quyền khác phiếu duyệt / delegation': d.duyetUyQuyen === (lent.get(v?.uyQuyen)?.soVanBan ?? null),
        'hạn xác nhận khẩn khác phiếu / emergency hour': d.khanDen === (khan ? v?.khanDen : null),
        'dấu trường có một lãnh đạo không đúng / exception': d.motLanhDao === (t?.motLanhDao && t.hands.includes(v?.nguoi)),
        'địa chỉ đã thuộc tài liệu khác / address of another': (slugs.get(address) ?? owner) === owner,
        'ngày đăng lần đầu không đúng / first publication': d.dangLanDau === doc.dangLanDau,
      })
      const replaced = !before || (before.ketThucLuc !== null && before.lyDoGo === null && near(before.ketThucLuc, k.luc))
      must(before ?? d, { [`kết thúc không khớp bản thay thế ở nhật ký số ${k.so} / end`]: replaced })
      slugs.set(address, owner)
      Object.assign(doc, { khan, mo: { kieu: d.kieu, id: d.id, dong: d.dong, ketThucLuc: d.ketThucLuc, lyDoGo: d.lyDoGo } })
      if (!khan) doc.trinh = { id: t.id, xong: true, buoc: [], hands: [] } // nothing more is decided about it
    },
    'uy-quyen'(u, k, ct) {
      must(u, {
        [`không khớp nhật ký số ${k.so} / log row`]: LENT.every((name) => u[name] === ct[name]) && u.nguoiUyQuyen === k.nguoi && near(u.createdAt, k.luc),
        'người uỷ quyền lúc đó không phải người phát ngôn / not the spokesperson': has(u.nguoiUyQuyen, 'nguoiPhatNgon'),
      })
      lent.set(u.id, u)
    },
  }

  /** The rows before a log row are exactly those it names; then what it does by itself. */
  function follow(k, ct) {
    const { hanhDong: act, nguoi: who } = k
    const key = `${k.boSuuTap}/${k.taiLieu}`
    const doc = typeof ct.tu === 'string' ? (docs.get(key) ?? { o: 'nhap', lan: 0, cao: false, trinh: null, mo: null, khan: false }) : null
    if (doc) docs.set(key, doc)
    const decides = act === 'go' ? ct.phieu !== undefined || ['daDuyet', 'henGio'].includes(ct.tu) : act in QUYET_DINH
    namesVerdicts ||= ct.phieu !== undefined
    const phieu = namesVerdicts ? ct.phieu : waiting.find((row) => row.kieu === 'phieu-duyet')?.id
    const named = []
    if (act === 'trinh') named.push(`ban-trinh mã ${ct.banTrinh}`)
    if (decides || ct.phieu !== undefined) named.push(`phieu-duyet mã ${phieu}`)
    if (act === 'dang' || act === 'dang-khan') named.push(`ban-dang mã ${ct.banDang}`)
    if (act === 'uy-quyen') named.push(`uy-quyen mã ${k.taiLieu}`)
    const there = waiting.map((row) => `${row.kieu} mã ${row.id}`)
    const strange = waiting.find((_row, i) => !named.includes(there[i]))
    if (strange) throw new Broken(strange, `dòng nhật ký kế tiếp (số ${k.so}) không ghi việc này / not in the log`)
    if (named.join() !== there.join()) throw new Broken(k, `thiếu ${named.find((name) => !there.includes(name))} mà dòng này ghi / missing row`)
    for (const row of waiting) MADE[row.kieu](row, k, ct, doc)
    waiting = []

    if (act === 'tao-tai-khoan' || act === 'doi-tai-khoan') {
      const [was, told, now] = [people.get(k.taiLieu)?.vaiTro ?? [], ct.vaiTro.tu, ct.vaiTro.den].map((roles) => [...roles].sort((a, b) => (a < b ? -1 : 1)))
      const granted = APPROVING.some((role) => was.includes(role) !== now.includes(role))
      must(k, {
        'vai trò cũ không khớp nhật ký: đã bị đổi ngoài sổ / roles changed outside the log': told.join() === was.join(),
        'vai trò duyệt không do người phát ngôn cấp / not granted by the spokesperson': !granted || has(who, 'nguoiPhatNgon') || (who === null && !was.length),
      })
      people.set(k.taiLieu, { vaiTro: now, mo: ct.kichHoat.den === true })
    }
    if (act === 'thu-hoi-uy-quyen') {
      const u = lent.get(k.taiLieu)
      must(u ?? k, { [`uỷ quyền không khớp dòng thu hồi số ${k.so} / revocation`]: u && !u.het && near(u.thuHoiLuc, k.luc) })
      u.het = true
    }
    if (doc === null) return
    const mayPublish = has(who, 'bienTapVien', ...APPROVING) || doc.vuaDuyet === who
    if (ct.tu !== doc.o) throw new Broken(k, `tài liệu đang ở “${doc.o}”, dòng này ghi từ “${ct.tu}” / state`)
    if ((act === 'dang' || act === 'hen-gio') && !mayPublish) throw new Broken(k, 'người này không có quyền đăng / may not publish')
    if (act === 'go' && !has(who, ...APPROVING)) throw new Broken(k, 'người này không có quyền gỡ / may not withdraw')
    Object.assign(doc, { o: ct.den, vuaDuyet: act === 'duyet' ? who : null })
    if (act === 'dang' || act === 'dang-khan' || typeof ct.banDang !== 'number') return
    const { mo } = doc
    const ended = mo?.id === ct.banDang && mo.lyDoGo === (ct.lyDoGo ?? ct.lyDo) && near(mo.ketThucLuc, k.luc)
    must(mo ?? k, { [`kết thúc không khớp nhật ký số ${k.so} / end`]: ended })
    doc.mo = null
  }

  function read(line) {
    dong += 1
    let row = null
    const here = () => ({ dong, kieu: row?.kieu, id: row?.id, so: row?.so })
    try {
      row = JSON.parse(line)
      const fields = FIELDS[row.kieu]
      if (!Array.isArray(fields)) throw new Broken({ dong }, 'loại dòng lạ / unknown kind')
      const names = Object.keys(row)
      const odd = fields.some(([name, is, orNull], i) => names[i + 1] !== name || (!is(row[name]) && !(orNull && row[name] === null)))
      if (odd || names.length !== fields.length + 1) throw new Broken(here(), 'có mục thừa, thiếu, đảo chỗ hoặc sai kiểu / fields')
      if ((dong === 1) !== (row.kieu === 'dau') || end) throw new Broken(here(), 'dòng đầu hoặc dòng cuối không đúng chỗ / header or trailer')
      if (dong === 1) firstHash = sha256(line)
      counts[row.kieu] += 1
      row.dong = dong
      OWN[row.kieu]?.(row)
      if (!seen[row.kieu]) return
      must(row, { 'có hai lần trong tệp / duplicate': !seen[row.kieu].has(row.id) })
      seen[row.kieu].add(row.id)
      waiting.push(row)
      must(waiting[0], { [FORGED]: waiting.length < 5 })
    } catch (error) {
      throw error instanceof Broken ? error : new Broken(here(), 'không đọc được / unreadable')
    }
  }

  try {
    for await (const line of lines) {
      read(line)
      if (flying >= IN_FLIGHT) await settle(IN_FLIGHT / 2)
      if (failed) break
    }
    if (!failed) must({ dong: dong + 1 }, { 'tệp bị cắt, thiếu dòng cuối / truncated': end })
  } catch (error) {
    failed = earlier(failed, error)
  }
  await settle(0)
  if (failed) throw failed
  const unlogged = [...[...docs.values()].filter((doc) => doc.mo?.ketThucLuc).map((doc) => doc.mo), ...[...lent.values()].filter((u) => !u.het && u.thuHoiLuc)]
  for (const row of unlogged) failed = earlier(failed, new Broken(row, 'đã kết thúc mà nhật ký không ghi / ended outside the log'))
  if (failed) throw failed
  for (const so of paper.keys()) throw new Broken(end, `giấy in ghi dòng số ${so}, tệp chỉ đến số ${end.so}: các dòng sau đã mất / printed head missing`)
  return { so: last.so, bam: last.bam, counts, khoa: [...trusted.keys()], truong: start.truong, xuatLuc: start.xuatLuc }
}

/** The file's lines; one beyond reason ends the reading. */
async function* linesOf(path) {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop()
    if (rest.length > 1 << 26) throw new Error('có dòng dài quá 64 MB')
    yield* parts
  }
  if (rest !== '') yield rest
}

async function main() {
  const many = { type: 'string', multiple: true, default: [] }
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { khoa: many, dau: many } })
  const heads = values.dau.map((head) => /^(\d+):([0-9a-f]{64})$/.exec(head))
  if (positionals.length !== 1 || heads.includes(null))
    throw new Error('cách dùng: node audit-verify.mjs so-duyet.jsonl [--khoa khoa-cong-khai.pem] [--dau <số>:<mã 64 chữ>]')
  const keys = values.khoa.map((file) => keyOf(readFileSync(file)))
  const r = await verify(linesOf(positionals[0]), { keys, heads: heads.map(([, so, bam]) => [Number(so), bam]) })
  const n = r.counts
  const source = keys.length > 0 ? 'khoá bạn đưa' : 'lấy từ chính tệp này: hãy so với /khoa-cong-khai.pem trên trang của trường'
  process.stdout.write(`Sổ duyệt nguyên vẹn / sound: ${r.truong || 'trường chưa có tên'}, xuất lúc ${r.xuatLuc}
${n['nhat-ky']} dòng nhật ký, ${n['ban-trinh']} bản trình, ${n['phieu-duyet']} phiếu duyệt, ${n['ban-dang']} bản đăng, ${n['uy-quyen']} uỷ quyền
Dòng cuối: số ${r.so}, mã ${r.bam}
Khoá: ${r.khoa.join(', ')} (${source})\n`)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main().catch((error) => {
    const broken = error instanceof Broken
    process.stderr.write(broken ? `Sổ duyệt KHÔNG nguyên vẹn / broken\n${error.message}\n` : `Không kiểm tra được: ${error.message}\n`)
    process.exitCode = broken ? 1 : 2
  })
