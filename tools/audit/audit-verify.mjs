#!/usr/bin/env node
/**
 * Checks an exported log (`npm run audit:export`) on any computer with Node.js: no database, no network, none of the
 * product's own code. Reads once, keeps in mind where every document stands and who holds which authority, names every row
 * that does not follow.
 *
 *   node audit-verify.mjs so-duyet.jsonl [--khoa khoa-cong-khai.pem]… [--dau <so>:<bam>]… [--ngoai-le ngoai-le.json]…
 *
 * One JSON object a line: `dau` (keys); `nhat-ky` rows, each after what it made: `ban-trinh` (submitted), `phieu-duyet`
 * (signed verdict), `ban-dang` (published), `uy-quyen` (delegation), `quy-che-ban` (version of the regulation); `san-pham` (the ledger); `cuoi`.
 * Exit: 0 sound, 1 broken, 2 unreadable. Broken rows that were looked into stand in a dated list signed with the school's
 * key (`npm run audit:accept`); a row changed after that is broken again.
 */
// oxlint-disable max-lines -- one file on purpose: a stranger takes it alone to another computer
import * as crypto from 'node:crypto'
import { createReadStream, readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** Every field of every kind, in order: i whole number, s text, b yes or no, j anything; ? may be null. */
const SHAPES = `dau phienBan:i truong:s xuatLuc:s khoa:j
ban-trinh id:i boSuuTap:s taiLieu:i lan:i loai:s slug:s tieuDe:s noiDung:s vanTay:s bangChung:s? vanTayBangChung:s? buoc:j nguoiDongGop:j mucNhayCam:s motLanhDao:b ghiNhan:j? nguoiTrinh:i tenNguoiTrinh:s createdAt:s
phieu-duyet id:i banTrinh:i vanTay:s vanTayKhung:s buoc:s vaiTro:s tuCach:s uyQuyen:i? nguoi:i hoTen:s chucVu:s quyetDinh:s kiemTra:j phienBanKiemTra:i lyDo:s luc:s khanDen:s? noiDungKy:s chuKy:s khoa:s createdAt:s
ban-dang id:i banTrinh:i boSuuTap:s taiLieu:i lan:i loai:s slug:s tieuDe:s noiDung:s? vanTay:s duyetHoTen:s duyetChucVu:s duyetLuc:s duyetUyQuyen:s? khanDen:s? motLanhDao:b dangLanDau:s ketThucLuc:s? lyDoGo:s? createdAt:s
uy-quyen id:i soVanBan:s nguoiUyQuyen:i nguoiDuocUyQuyen:i phamVi:s tuNgay:s denNgay:s thuHoiLuc:s? createdAt:s
quy-che-ban id:i so:i noiDung:s vanTay:s tu:s
nhat-ky so:i luc:s hanhDong:s nguoi:i? tenNguoi:s boSuuTap:s? taiLieu:i? chiTiet:s truoc:s bam:s
san-pham boSuuTap:s taiLieu:i donVi:i? nguoi:j guiThang:s? dangThang:s? loai:s lop:i? donViLoai:s? diemAnh:i? giay:s? chuThich:b dangLoai:s? dangDonVi:i? dangNguoi:j dangLop:i? dangDonViLoai:s? dangDiemAnh:i? dangGiay:s? dangChuThich:b
cuoi soDong:i so:i bam:s chuKy:s`
const IS = { i: Number.isSafeInteger, s: (v) => typeof v === 'string', b: (v) => typeof v === 'boolean', j: (v) => typeof v === 'object' }
const FIELDS = {}
for (const [kind, ...fields] of SHAPES.split('\n').map((shape) => shape.split(' ')))
  FIELDS[kind] = fields.map((f) => f.split(':')).map(([name, [type, orNull]]) => [name, IS[type], orNull === '?'])
const LEDGER_3 = ['boSuuTap', 'taiLieu', 'donVi', 'nguoi', 'guiThang', 'dangThang']
/** Files from before submissions named whom they are credited to, and from before the ledger was written out whole. */
function fieldsOf(kind, version) {
  if (kind === 'ban-trinh' && version < 3) return FIELDS[kind].filter(([name]) => name !== 'ghiNhan')
  return kind === 'san-pham' && version < 4 ? FIELDS[kind].filter(([name]) => LEDGER_3.includes(name)) : FIELDS[kind]
}
const MADE_KINDS = ['ban-trinh', 'phieu-duyet', 'ban-dang', 'uy-quyen', 'quy-che-ban']
const QUYET_DINH = { duyet: 'duyet', 'tra-lai': 'traLai', 'tu-choi': 'tuChoi', 'thu-hoi': 'thuHoi', 'dang-khan': 'dangKhan', go: 'thuHoi' }
const LENT = ['soVanBan', 'nguoiUyQuyen', 'nguoiDuocUyQuyen', 'phamVi', 'tuNgay', 'denNgay']
const APPROVING = ['nguoiDuyet', 'nguoiPhatNgon']
const IN_FLIGHT = 128
/** Characters of lines that are held before it is their turn: a file of very long ones fills no memory. */
const MOST_AHEAD = 1 << 23
const A_DAY = 86_400_000
/** What is signed is signed after one of the last so many rows. */
const RECENT = 50_000
/** More broken rows than so many are counted and no longer named. */
const MOST_NAMED = 1000
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
const isSigned = (text, signature, key) => crypto.verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
const stateAt = (step) => (step ? ({ dauMoi: 'choTiepNhan', bienTapVien: 'choBienTap' }[step.vaiTro] ?? 'choDuyet') : 'daDuyet')
const nextStep = (t) => t?.buoc.find((b) => !t.qua.has(b.ma))
const sorted = (roles) => [...new Set(roles ?? [])].sort((a, b) => (a < b ? -1 : 1))

/** A row found broken, and why. `ma`: fingerprint of the whole row. */
export class Broken extends Error {
  constructor(row, why) {
    super(`Dòng ${row.dong} (${[row.kieu ?? 'không rõ loại', row.so && `số ${row.so}`, row.id && `mã ${row.id}`].filter(Boolean).join(' ')}): ${why}.`)
    this.dong = row.dong
    this.ma = row.ma ?? ''
    this.all = [this]
  }
}
/** Each sentence says what is wrong where its condition does not hold. */
function must(row, rules) {
  for (const why in rules) if (!rules[why]) throw new Broken(row, why)
}

/** What is known of the school at this point of the log. */
class State {
  devices = new Map() // name of a key → whose it is, from when until when
  rows = new Map() // the last rows of the log, for what was signed after one of them
  latest = 0 // the latest hour of a row since the first device is known
  kyThietBi = false // whether the regulation demands devices
  lopHaiTu = null // from when it demands a second factor
  quyChe = null // fingerprint of the version in force
  next = {} // what the version that stands before a row of the regulation says
  spent = new Set() // signatures of devices that changed authority
  seals = { thietBi: 0, ma: 0, truong: 0 }
  people = new Map() // account → its roles, whether it is open, its name, at this point of the log
  members = new Map() // account → its units, at this point of the log
  lent = new Map() // delegation → its row, `het` once ended
  docs = new Map() // collection/id → `o` state, `trinh` latest submission, `song` editions not yet ended
  withdrawn = new Set() // consents that were withdrawn
  slugs = new Map() // address → its document, for ever
  seen = Object.fromEntries(MADE_KINDS.map((kind) => [kind, new Set()]))
  counts = Object.fromEntries(Object.keys(FIELDS).map((kind) => [kind, 0]))
  trusted = new Map()
  waiting = []
  last = { so: 0, bam: '0'.repeat(64) }
  dong = 0
  start = null
  firstHash = ''
  end = null
  /** @type {Map<string, { gui: object[], dang: object[] }>} */
  ledger = new Map() // of each document, until its row of the ledger is read
  namesVerdicts = false // the oldest rows name neither; once one row does, all must
  namesFrames = false
  /** @type {number | null} */
  signedFrom = null // number of the first row the school signed; from there on every row is
  hadSpokesperson = false
  takesOver = null
  quyCheBan = 0
  unsignedHides = 0
  keys
  paper
  broken = []
  flying = 0
  wake = null
  /** Whether the signature of the log row that is read now holds, where it was looked at ahead. */
  early = null

  constructor(keys, heads) {
    this.keys = keys
    this.paper = new Map(heads)
    for (const [ma, key] of keys) this.trusted.set(ma, key)
  }

  /** Whatever one row breaks, the next is looked at all the same. */
  attempt(row, work) {
    try {
      work()
      return true
    } catch (error) {
      this.broken.push(error instanceof Broken ? error : new Broken(row, 'không đọc được / unreadable'))
      return false
    }
  }

  quietly(work) {
    const named = this.broken.length
    this.attempt({ dong: this.dong }, work)
    this.broken.length = named
  }

  /** Signatures are checked beside the reading, a bounded number at once. */
  signed(text, signature, key, row) {
    const bytes = Buffer.from(signature, 'base64')
    must(row, { 'chữ ký không đúng dạng / malformed signature': bytes.length === 64 && bytes.toString('base64') === signature })
    this.beside(null, Buffer.from(text), key, bytes, row, 'chữ ký không đúng với văn bản đã ký / bad signature')
  }

  beside(algorithm, data, key, signature, row, otherwise) {
    crypto.verify(algorithm, data, key, signature, (error, ok) => {
      this.flying -= 1
      if (error || !ok) this.broken.push(new Broken(row, otherwise))
      this.wake?.()
    })
    this.flying += 1
  }

  async settle(most) {
    while (this.flying > most) await new Promise((done) => (this.wake = done))
  }

  has(who, ...roles) {
    const person = this.people.get(who)
    return person?.mo === true && roles.some((role) => person.vaiTro.includes(role))
  }

  /** The verdict's author held this step's authority at this point of the log: his own, or lent by a spokesperson. */
  mayTake(p, role, boSuuTap) {
    const u = this.lent.get(p.uyQuyen)
    if (p.vaiTro !== role && !(APPROVING.includes(role) && p.vaiTro === 'nguoiPhatNgon')) return false
    if (p.tuCach === 'chinhDanh') return p.uyQuyen === null && this.has(p.nguoi, p.vaiTro)
    const covers = u && !u.het && u.nguoiDuocUyQuyen === p.nguoi && ['tatCa', boSuuTap].includes(u.phamVi) && u.tuNgay <= p.luc && p.luc <= u.denNgay
    return (
      covers && APPROVING.includes(role) && this.people.get(p.nguoi)?.mo && !this.has(p.nguoi, 'quanTriKyThuat') && this.has(u.nguoiUyQuyen, 'nguoiPhatNgon')
    )
  }
}

/** Who must have vouched for entry `i` of the ring: the first for itself, one after a loss for itself, others by the key before. */
function voucherOf(entries, i) {
  if (entries[i].cach === 'dau') return i === 0 ? entries[i].ma : undefined
  if (entries[i].cach === 'thay') return entries[i].ma
  return entries.slice(0, i).findLast((entry) => entry.cach !== 'cu')?.ma
}

/** Which keys of the ring follow from those that are trusted; with none given, the file's own. */
function trustRing(s, row, own) {
  const entries = row.khoa
  const ring = new Map(own.map(([, ma, key]) => [ma, key]))
  const chained = entries.every((entry) => typeof entry.cach === 'string')
  if (chained)
    for (const [i, { ma, pem, tu, cach, chuKy }] of entries.entries()) {
      const text = canonical({ loai: 'khoa', v: 1, ma, pem, tu, cach, truoc: entries[i - 1]?.ma ?? null })
      const by = ring.get(voucherOf(entries, i) ?? '')
      must(row, { [`vòng khoá có khoá lạ ${ma} / foreign key in the ring`]: by && isSigned(text, chuKy, by) })
    }
  const present = chained ? entries.findLast((entry) => entry.cach !== 'cu').ma : entries[0].ma
  const all = s.keys.length === 0 || s.trusted.has(present)
  for (const [i, entry] of entries.entries()) {
    const follows = chained && ['xoay', 'cu'].includes(entry.cach) && s.trusted.has(voucherOf(entries, i))
    if (all || follows) s.trusted.set(entry.ma, ring.get(entry.ma))
  }
  return s.trusted.get(present) ?? own.map(([ma]) => s.trusted.get(ma)).find(Boolean)
}

/** What a row says of itself. */
const OWN = {
  dau(s, row) {
    must(row, { 'phiên bản tệp lạ / unknown version': [1, 2, 3, 4].includes(row.phienBan), 'không có khoá / no key': row.khoa?.length > 0 })
    const own = row.khoa.map(({ ma, pem }) => [ma, ...keyOf(pem)])
    must(row, {
      'mã khoá không phải của khoá / key id': own.every(([told, ma]) => told === ma),
      'vòng khoá có khoá lặp / doubled key': new Set(own.map(([ma]) => ma)).size === own.length,
    })
    row.key = trustRing(s, row, own)
    must(row, { [`khoá trong tệp (${own.at(-1)[0]}) không phải khoá bạn tin / untrusted key`]: row.key })
    s.start = row
  },
  'ban-trinh'(_s, row) {
    const c = JSON.parse(row.noiDung)
    const told = [c.boSuuTap, c.taiLieu, c.slug, c.loai ?? '', c.tieuDe ?? c.ten ?? c.tenTruong ?? c.trichYeu ?? c.altText ?? row.tieuDe]
    must(row, {
      'nội dung không khớp vân tay / content hash': sha256(row.noiDung) === row.vanTay,
      'bằng chứng không khớp vân tay / evidence hash': row.bangChung === null || sha256(row.bangChung) === row.vanTayBangChung,
      'nội dung nói về tài liệu khác / identity': told.join('\n') === [row.boSuuTap, row.taiLieu, row.slug, row.loai, row.tieuDe].join('\n'),
    })
  },
  'phieu-duyet'(s, row) {
    const { kieu: _kieu, dong: _dong, ma: _ma, id: _id, noiDungKy, chuKy, khoa, createdAt, uyQuyen, khanDen, ...verdict } = row
    // Verdicts from before the log was signed name no version; from 3 on they say how they were sealed.
    const { cachKy, sau, henGio } = noiDungKy.includes('"v":3') ? JSON.parse(noiDungKy) : {}
    const v = cachKy ? 3 : noiDungKy.includes('"v":2') ? 2 : undefined
    const text = canonical({ ...verdict, v, cachKy, sau, henGio, uyQuyen: uyQuyen ?? undefined, khanDen: khanDen ?? undefined })
    Object.defineProperty(row, 'seal', { value: { cachKy, sau } })
    must(row, {
      'các mục không khớp văn bản đã ký / columns differ from the signed text': text === noiDungKy,
      [`ký bằng khoá lạ ${khoa}; nếu là khoá cũ của trường, thêm --khoa / unknown key`]: s.trusted.has(khoa),
      'giờ ghi sổ không khớp giờ đã ký / time': near(createdAt, row.luc),
      'phiếu theo cách ký cũ sau khi nhật ký đã có chữ ký / older form of verdict': v >= 2 || s.signedFrom === null,
      'cách ký lạ / unknown seal': v !== 3 || ['thietBi', 'ma'].includes(cachKy),
    })
    s.signed(text, chuKy, s.trusted.get(khoa), row)
  },
  'ban-dang'(_s, row) {
    must(row, {
      // Without words of its own it has its submission's, whose fingerprint it must bear (MADE).
      'nội dung không khớp vân tay / content hash': row.noiDung === null || sha256(row.noiDung) === row.vanTay,
      'có lý do gỡ mà chưa kết thúc / reason without an end': row.lyDoGo === null || row.ketThucLuc !== null,
    })
  },
  'san-pham'(s, row) {
    const own = s.ledger.get(`${row.boSuuTap}/${row.taiLieu}`)
    must(row, { 'sổ sản phẩm ghi tài liệu chưa ai trình / not in the log': own !== undefined })
    s.ledger.delete(`${row.boSuuTap}/${row.taiLieu}`)
    const [gui, dang] = [monthsOf(own.gui), monthsOf(own.dang)]
    must(row, {
      [`tháng gửi phải là ${gui[0].month ?? 'không có'} / month sent`]: gui.some(({ month }) => row.guiThang === month),
      [`tháng đăng phải là ${dang[0].month ?? 'không có'} / month published`]: dang.some(({ month }) => row.dangThang === month),
    })
    const sent = gui.find(({ month }) => row.guiThang === month)
    const whose = sent.last ?? own.gui.find((one) => one.up && one.whose)?.whose
    const live = dang.find(({ month }) => row.dangThang === month).first
    must(row, {
      'đơn vị được tính không phải đơn vị đã trình / unit credited': row.donVi === (whose?.donVi ?? null),
      'người được tính không phải người đã trình / authors credited': !whose?.nguoi || canonical(row.nguoi) === canonical(whose.nguoi),
    })
    if (s.start.phienBan < 4) return
    const published = {
      donVi: row.dangDonVi,
      nguoi: row.dangNguoi,
      loai: row.dangLoai,
      lop: row.dangLop,
      donViLoai: row.dangDonViLoai,
      diemAnh: row.dangDiemAnh,
      giay: row.dangGiay,
      chuThich: row.dangChuThich,
    }
    must(row, {
      'lớp, loại hoặc tư liệu được tính khác bản đã trình / credited as sent': saysOf(row, whose),
      'lớp, loại hoặc tư liệu được tính khác bản đã đăng / credited as published': saysOf(published, live),
      'đơn vị hoặc người được tính khác bản đã đăng / unit published':
        published.donVi === (live?.donVi ?? null) && (!live?.nguoi || canonical(published.nguoi) === canonical(live.nguoi)),
    })
  },
  'quy-che-ban'(s, row) {
    must(row, {
      'nội dung không khớp vân tay / content hash': sha256(row.noiDung) === row.vanTay,
      'các bản quy chế không đánh số liền nhau / versions are numbered without gaps': row.so === s.quyCheBan + 1,
    })
    s.quyCheBan = row.so
  },
  'nhat-ky': readLogRow,
  cuoi(s, row) {
    s.end = row
    for (const left of s.waiting.splice(0)) s.attempt(left, () => must(left, { [FORGED]: false }))
    must(row, { [`tệp có ${s.dong} dòng, nhật ký đến số ${s.last.so} / counts`]: row.soDong === s.dong - 1 && row.so === s.last.so && row.bam === s.last.bam })
    if (s.start) s.signed(canonical({ kieu: 'cuoi', dau: s.firstHash, soDong: row.soDong, so: row.so, bam: row.bam }), row.chuKy, s.start.key, row)
  },
}

/** The chain, the row's own signature, then what it did. A gap or a change is named, and the reading goes on from what stands there. */
function readLogRow(s, row) {
  const told = `${row.so}\n${row.luc}\n${row.hanhDong}\n${row.nguoi ?? ''}\n${row.tenNguoi}\n${row.boSuuTap ?? ''}\n${row.taiLieu ?? ''}\n${row.truoc}\n${row.chiTiet}`
  const before = s.last
  s.last = { so: row.so, bam: row.bam }
  s.rows.set(row.so, { bam: row.bam, luc: row.luc }).delete(row.so - RECENT)
  const isItself = row.boSuuTap !== '' && sha256(told) === row.bam
  s.attempt(row, () => {
    if (row.so !== before.so + 1) throw new Broken(row, `phải là dòng số ${before.so + 1}: nhật ký thiếu, thừa hoặc đảo dòng / not consecutive`)
    if (row.truoc !== before.bam) throw new Broken(row, 'không nối với dòng trước / chain broken')
    if (!isItself) throw new Broken(row, 'mã băm không khớp: dòng đã bị sửa / hash')
    const printed = s.paper.get(row.so)
    s.paper.delete(row.so)
    if ((printed ?? row.bam) !== row.bam) throw new Broken(row, 'mã khác mã trên giấy: sổ bị viết lại từ dòng này hoặc trước đó / printed head')
  })
  const { ky, ...ct } = JSON.parse(row.chiTiet)
  // What a changed row says of others is not held against them.
  if (!isItself) return s.quietly(() => follow(s, row, ct, false))
  const gives = s.attempt(row, () => checkSignature(s, row, ky, ct))
  follow(s, row, ct, gives)
}

/** Once the school signs its log, every row is signed for its own place; a row without gives nobody anything. */
function checkSignature(s, row, ky, ct) {
  if (ky === undefined) {
    // An edition may be hidden while the key is away: that gives nobody anything, says nothing else, and is counted.
    const hides = row.hanhDong === 'giu-lai' && row.nguoi === null && Object.keys(ct).sort().join() === 'banDang,vi'
    must(row, { 'dòng không có chữ ký của trường / not signed': s.signedFrom === null || hides })
    if (hides && s.signedFrom !== null) s.unsignedHides += 1
    return
  }
  const { v, cach, khoa, chuKy } = ky
  must(row, {
    'cách ký lạ / unknown form of signature': v === 1 && cach === 'truong' && typeof chuKy === 'string',
    [`ký bằng khoá lạ ${khoa}; nếu là khoá cũ của trường, thêm --khoa / unknown key`]: s.trusted.has(khoa),
    'quyền có từ trước chưa được niêm phong / authority before was not sealed': s.signedFrom !== null || row.so === 1 || row.hanhDong === 'niem-phong',
  })
  must(row, { 'chữ ký của dòng không đúng / bad signature of the row': s.early ?? isSigned(rowText(row, ct), chuKy, s.trusted.get(khoa)) })
  s.signedFrom ??= row.so
}

const rowText = ({ so, truoc, hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu }, ct) =>
  canonical({ loai: 'nhat-ky', v: 1, so, truoc, hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu, chiTiet: ct })

/**
 * What a log row says counts only once its signature holds, so rows are read in order; their signatures are checked on other cores
 * before it is their turn. Null where that cannot be said of this line alone: then it is checked in its turn.
 * @returns {Promise<boolean> | null}
 */
function signatureOf(s, line) {
  if (!line.startsWith('{"kieu":"nhat-ky"')) return null
  try {
    const row = JSON.parse(line)
    const { ky, ...ct } = JSON.parse(row.chiTiet)
    const key = s.trusted.get(ky.khoa)
    if (!key || typeof ky.chuKy !== 'string') return null
    const [text, signature] = [Buffer.from(rowText(row, ct)), Buffer.from(ky.chuKy, 'base64')]
    return new Promise((done) => crypto.verify(null, text, key, signature, (error, ok) => done(!error && ok))).catch(() => false)
  } catch {
    return null
  }
}

/** What the ledger counts. */
const COUNTED = ['tin-bai', 'tu-lieu']
const monthOf = (at) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 7)
/** The hour of a receipt is known by its row of the log alone: the two may stand on both sides of midnight. */
/** A row of the log follows what it tells of in the same transaction, by no more than this: an hour of the row itself that says otherwise is not believed. */
const LATER = 120_000

/**
 * Remembers that a document was sent, taken back, published or withdrawn, at its own hour where the log bears that out. `whose`: of what was
 * sent; `k`: the row of the log; `luc`: the hour of the row it made, where it made one.
 */
function noted(s, boSuuTap, taiLieu, list, k, luc, up, whose) {
  if (!COUNTED.includes(boSuuTap)) return
  const key = `${boSuuTap}/${taiLieu}`
  if (!s.ledger.has(key)) s.ledger.set(key, { gui: [], dang: [] })
  const [told, done] = [Date.parse(k.luc), luc === null ? NaN : Date.parse(luc)]
  const borneOut = told - done >= -1000 && told - done <= LATER
  s.ledger.get(key)[list].push({ at: borneOut ? done : told, loose: luc === null, up, whose })
}

/** The first month at whose end it stood: the rule of docs/adr/0020-so-san-pham.md. Of it, the month and what stood last. */
function firstMonth(events) {
  const months = new Map()
  for (const one of events.toSorted((a, b) => a.at - b.at || (a.up ? 1 : -1))) months.set(monthOf(one.at), [...(months.get(monthOf(one.at)) ?? []), one])
  const [month, all] = [...months].find(([, list]) => list.at(-1).up) ?? [null, []]
  const said = all.filter(({ up, whose }) => up && whose).map(({ whose }) => whose)
  return { month, first: said[0], last: said.at(-1) }
}

/** What has no row of its own here, a receipt or a merger, may have been done a little before the log told of it. */
const monthsOf = (events) => {
  const exact = firstMonth(events)
  return events.some(({ loose }) => loose) ? [exact, firstMonth(events.map((one) => ({ ...one, at: one.loose ? one.at - LATER : one.at })))] : [exact]
}

/** Whether a row of the ledger says of a submission what it said itself; of one from before credits were frozen its class is not known here. */
function saysOf(row, whose) {
  if (!whose) return row.lop === null && (row.loai ?? '') === '' && row.diemAnh === null && row.giay === null && !row.chuThich
  const same =
    row.loai === whose.loai && row.diemAnh === whose.diemAnh && Number(row.giay ?? -1) === Number(whose.giay ?? -1) && row.chuThich === whose.chuThich
  return same && (!whose.dongDau || (row.lop === whose.lop && row.donViLoai === whose.donViLoai))
}

/** What a submission says of whose it is and what it is. `bienNhan`: the class of the receipt of its story. */
function creditOf({ noiDung, loai, ghiNhan }, bienNhan) {
  const said = JSON.parse(noiDung)
  const { rong = null, cao = null, giay = null } = said.tep ?? {}
  return {
    donVi: said.donVi?.taiLieu ?? null,
    nguoi: ghiNhan?.nguoi ?? null,
    dongDau: ghiNhan !== null && ghiNhan !== undefined,
    loai,
    lop: ghiNhan?.lop ?? bienNhan ?? null,
    donViLoai: ghiNhan?.loai ?? null,
    diemAnh: rong !== null && cao !== null ? rong * cao : null,
    giay,
    chuThich: (said.chuThich ?? '') !== '',
  }
}

const frameOf = ({ buoc, nguoiDongGop, mucNhayCam, vanTayBangChung, tieuDe, loai, slug, motLanhDao, ghiNhan }) => {
  const frame = {
    nguoiDongGop,
    mucNhayCam,
    vanTayBangChung: vanTayBangChung ?? '',
    tieuDe,
    loai,
    slug,
    motLanhDao: motLanhDao || undefined,
    ghiNhan: ghiNhan ?? undefined,
  }
  // What binds a step is signed where it holds; steps from before say none of it.
  const some = (list) => (list?.length ? list : undefined)
  const steps = buoc.map(({ ma, ten, vaiTro, donVi, nguoi, khacNguoi, khacVoi }) => ({
    ma,
    ten,
    vaiTro,
    donVi,
    nguoi: some(nguoi),
    khacNguoi: khacNguoi || undefined,
    khacVoi: some(khacVoi),
  }))
  return sha256(canonical({ ...frame, buoc: steps }).normalize('NFC'))
}

/** What log row `k` with details `ct` made, on document `doc` whose latest submission is `t`. */
const MADE = {
  'ban-trinh'(s, b, k, ct, doc) {
    const { id, vanTay, lan, slug, tieuDe, loai, motLanhDao, nguoiTrinh, buoc, nguoiDongGop: hands, mucNhayCam } = b
    const khung = frameOf(b)
    const lastRole = buoc.at(-1).vaiTro
    const receipt = s.ledger.get(`${b.boSuuTap}/${b.taiLieu}`)?.gui.find(({ whose }) => whose?.bienNhan)
    const credit = COUNTED.includes(b.boSuuTap) ? creditOf(b, receipt?.whose.donVi) : undefined
    noted(s, b.boSuuTap, b.taiLieu, 'gui', k, b.createdAt, true, credit)
    s.namesFrames ||= ct.vanTayKhung !== undefined
    const before = { ...doc }
    doc.trinh = {
      id,
      vanTay,
      lan,
      slug,
      tieuDe,
      loai,
      motLanhDao,
      nguoiTrinh,
      credit,
      khung,
      buoc,
      hands,
      qua: new Set(),
      boi: new Set(),
      duyet: null,
      khan: null,
      xong: false,
    }
    Object.assign(doc, { lan, cao: mucNhayCam === 'cao' })
    must(b, {
      [`không khớp nhật ký số ${k.so} / log row`]: b.boSuuTap === k.boSuuTap && b.taiLieu === k.taiLieu && ct.vanTay === vanTay && ct.lan === lan,
      [`phải là lần trình ${before.lan + 1} / submissions are numbered without gaps`]: lan === before.lan + 1,
      'người trình không phải người trong nhật ký / submitter': nguoiTrinh === k.nguoi && oneLine(b.tenNguoiTrinh) === k.tenNguoi && hands.includes(k.nguoi),
      'giờ không khớp nhật ký / time': near(b.createdAt, k.luc),
      'bước duyệt, người đóng góp hoặc bằng chứng đã bị sửa / frame': !s.namesFrames || ct.vanTayKhung === khung,
      'bước cuối không thuộc người có quyền duyệt / last step': APPROVING.includes(lastRole) && (mucNhayCam !== 'cao' || lastRole === 'nguoiPhatNgon'),
      'hai bước trùng mã / step codes': new Set(buoc.map((step) => step.ma)).size === buoc.length,
      'mức nhạy cảm bị hạ / sensitivity lowered': !before.cao || mucNhayCam === 'cao',
    })
    must(k, { 'trạng thái sau khi trình không đúng / state': ct.den === stateAt(buoc[0]) })
  },
  'phieu-duyet'(s, p, k, ct, { trinh: t, daDang }) {
    if (
      p.quyetDinh === 'thuHoi' &&
      p.nguoi === t?.nguoiTrinh &&
      !daDang &&
      !s.ledger.get(`${k.boSuuTap}/${k.taiLieu}`)?.gui.some(({ whose }) => whose?.bienNhan)
    )
      noted(s, k.boSuuTap, k.taiLieu, 'gui', k, p.createdAt, false)
    must(p, {
      'không phải bản trình mới nhất của tài liệu / superseded submission': t?.id === p.banTrinh,
      'bản trình đã rời xét duyệt hoặc đã đăng / not in review': !t?.xong,
      'duyệt trên vân tay khác bản trình / fingerprint': p.vanTay === t?.vanTay && p.vanTayKhung === t?.khung,
      [`người hoặc giờ không khớp nhật ký số ${k.so} / log row`]: p.nguoi === k.nguoi && oneLine(p.hoTen) === k.tenNguoi && near(p.luc, k.luc),
      [`quyết định không khớp nhật ký số ${k.so} / decision`]: p.quyetDinh === QUYET_DINH[k.hanhDong] && (ct.lyDo ?? p.lyDo) === p.lyDo,
    })
    sealed(s, p, k, ct)
    if (p.quyetDinh === 'thuHoi') {
      must(p, { 'người này không được thu hồi / may not take back': k.hanhDong === 'go' || p.nguoi === t.nguoiTrinh })
      t.xong = true
    } else if (p.quyetDinh === 'dangKhan') madeEmergency(s, p, k, ct, t)
    else madeDecision(s, p, k, ct, t)
  },
  'ban-dang': madeEdition,
  'uy-quyen'(s, u, k, ct) {
    signedByAuthor(s, k, ct)
    must(u, {
      [`không khớp nhật ký số ${k.so} / log row`]: LENT.every((name) => u[name] === ct[name]) && u.nguoiUyQuyen === k.nguoi && near(u.createdAt, k.luc),
      'người uỷ quyền lúc đó không phải người phát ngôn / not the spokesperson': s.has(u.nguoiUyQuyen, 'nguoiPhatNgon'),
    })
    s.lent.set(u.id, u)
  },
  'quy-che-ban'(s, q, k, ct) {
    const { kyThietBi, lopHaiTu } = JSON.parse(q.noiDung)
    must(q, { 'bản quy chế không do dòng về quy chế ghi / not by a row of the regulation': ['doi-quy-che', 'niem-phong'].includes(k.hanhDong) })
    s.next = { kyThietBi: kyThietBi === true, lopHaiTu: lopHaiTu ?? null, quyChe: q.vanTay }
    must(q, { [`không khớp nhật ký số ${k.so} / log row`]: q.vanTay === ct.vanTay && q.so === ct.phienBan && near(q.tu, k.luc) })
  },
}

const inForce = (key, at) => key.tu <= at && (key.het === null || at < key.het)
const holdsKey = (s, who, at) => [...s.devices.values()].some((key) => key.nguoi === who && inForce(key, at))

/** What a person's own device (WebAuthn) must have signed, and its signature; null where it shows anything else: the rule of src/policy/keys/assertion.ts. */
function shownByDevice(given, text, key) {
  const shown = given.goi ? (given.goi.includes(sha256(text)) ? canonical({ goi: given.goi }) : null) : text
  const [auth, client, signature] = ['authenticatorData', 'clientDataJSON', 'chuKy'].map((name) => Buffer.from(given[name], 'base64url'))
  const said = JSON.parse(client.toString('utf8'))
  const { protocol, hostname } = new URL(said.origin)
  const local = key.rpId === 'localhost' || key.rpId.endsWith('.localhost')
  key.ten ??= sha256(Buffer.from(key.spki, 'base64')).slice(0, 16)
  key.noi ??= sha256(key.rpId)
  const holds =
    shown !== null &&
    key.ten === given.khoa &&
    said.type === 'webauthn.get' &&
    said.crossOrigin !== true &&
    said.challenge === Buffer.from(sha256(shown), 'hex').toString('base64url') &&
    hostname === key.rpId &&
    (protocol === 'https:' || (protocol === 'http:' && local)) &&
    auth.subarray(0, 32).toString('hex') === key.noi &&
    (auth[32] & 0b101) === 0b101
  return holds ? { data: Buffer.concat([auth, Buffer.from(sha256(client), 'hex')]), signature } : null
}

const algorithmOf = (key) => (key.cong.asymmetricKeyType === 'ed25519' ? null : 'sha256')

function byDevice(given, text, key) {
  const shown = shownByDevice(given, text, key)
  return shown !== null && crypto.verify(algorithmOf(key), shown.data, key.cong, shown.signature)
}

/**
 * The hour by which a row is judged: its own, or that of a row before it since the first device is known, whichever is later. Nobody
 * dates a row back to when less was demanded; before that nothing was, and a clock that once went wrong is no forgery.
 */
function hourOf(s, k) {
  must(k, {
    'giờ của dòng không viết đúng dạng / hour': new Date(Date.parse(k.luc) || 0).toISOString() === k.luc,
    'giờ của dòng lùi lại / hours go back': Date.parse(k.luc) >= s.latest - 600_000,
  })
  return new Date(Math.max(Date.parse(k.luc), s.latest)).toISOString()
}

/** A change of authority bears its author's signature where he has a key: the rule of src/policy/keys/change.ts. */
const DECIDED = {
  'tao-tai-khoan': ['vaiTro', 'kichHoat', 'ten', 'chucVu'],
  'doi-tai-khoan': ['vaiTro', 'kichHoat', 'ten', 'chucVu'],
  'uy-quyen': ['soVanBan', 'nguoiUyQuyen', 'nguoiDuocUyQuyen', 'phamVi', 'tuNgay', 'denNgay'],
  'doi-quy-che': ['vanTay', 'truoc'],
}
function signedByAuthor(s, k, ct, quyChe = null) {
  if (k.nguoi === null || !holdsKey(s, k.nguoi, hourOf(s, k))) return
  const given = ct.thietBi
  const key = s.devices.get(given?.khoa)
  const row = s.rows.get(given?.sau?.so)
  const hour = hourOf(s, k)
  const quyet = Object.fromEntries(DECIDED[k.hanhDong].map((name) => [name, ct[name] ?? null]))
  const decision = { viec: k.hanhDong, nguoi: k.nguoi, ve: k.hanhDong === 'doi-tai-khoan' ? k.taiLieu : null, quyet }
  const text = key && canonical({ loai: 'doi-quyen', v: 1, quyetDinh: decision, luc: given.luc, sau: { so: given.sau?.so, bam: given.sau?.bam } })
  must(k, {
    'người này đã có khoá mà thay đổi không do khoá ấy ký / has a key and did not sign this':
      key &&
      key.nguoi === k.nguoi &&
      given.goi === undefined &&
      inForce(key, given.luc) &&
      inForce(key, hour) &&
      near(given.luc, hour) &&
      byDevice(given, text, key),
    'chữ ký này đã dùng cho thay đổi khác / a signature used twice': !s.spent.has(given?.chuKy),
    'quy chế trước đó không phải bản đang có hiệu lực / not the version in force': quyChe === null || ct.truoc === quyChe,
    'ký sau một dòng không có trong sổ này / signed after a row that is not here':
      given?.sau?.so === 0 || (row?.bam === given?.sau?.bam && near(s.rows.get(given?.sau?.so + 1)?.luc ?? k.luc, k.luc)),
  })
  s.spent.add(given.chuKy)
}

const BAD_DEVICE = 'chữ ký của thiết bị không đúng / bad signature of the device'

/** How a verdict was sealed: by a device whose key is its author's, after a row of this very log, and by nothing less where that is demanded. */
function sealed(s, p, k, ct) {
  const { cachKy, sau } = p.seal
  const hour = hourOf(s, k)
  const decides = p.quyetDinh === 'duyet' || p.quyetDinh === 'dangKhan'
  const approves =
    decides && (p.buoc === 'khan' || APPROVING.includes(s.docs.get(`${k.boSuuTap}/${k.taiLieu}`)?.trinh?.buoc.find((b) => b.ma === p.buoc)?.vaiTro))
  s.seals[cachKy ?? 'truong'] += 1
  must(p, {
    'quy chế yêu cầu chữ ký của thiết bị / a device is demanded': !approves || !s.kyThietBi || cachKy === 'thietBi',
    'quy chế yêu cầu lớp bảo vệ thứ hai / a second factor is demanded': !approves || cachKy !== undefined || s.lopHaiTu === null || hour < s.lopHaiTu,
    'người này đã có khoá mà phiếu không do khoá ấy ký / has a key and did not use it':
      cachKy === 'thietBi' || p.quyetDinh === 'thuHoi' || !holdsKey(s, p.nguoi, hour),
  })
  if (!cachKy) return
  const row = s.rows.get(sau.so)
  must(p, {
    'ký sau một dòng không có trong sổ này / signed after a row that is not here':
      sau.so === 0 || (row?.bam === sau.bam && Date.parse(p.luc) - Date.parse(s.rows.get(sau.so + 1)?.luc ?? p.luc) < 600_000),
  })
  if (cachKy !== 'thietBi') return
  const key = s.devices.get(ct.thietBi?.khoa)
  const shown = key ? shownByDevice(ct.thietBi, p.noiDungKy, key) : null
  must(p, {
    'ký bằng khoá không phải của người này lúc đó / not a key of his': key && key.nguoi === p.nguoi && inForce(key, p.luc) && inForce(key, hour),
    [BAD_DEVICE]: shown,
  })
  s.beside(algorithmOf(key), shown.data, key.cong, shown.signature, p, BAD_DEVICE)
}

function madeEmergency(s, p, k, ct, t) {
  t.khan = p
  must(p, {
    'lệnh đăng khẩn không hợp lệ / emergency': nextStep(t) && p.buoc === 'khan' && p.khanDen > p.luc && p.khanDen === ct.khanDen,
    'chỉ người phát ngôn được đăng khẩn / not the spokesperson': p.tuCach === 'chinhDanh' && s.mayTake(p, 'nguoiPhatNgon', k.boSuuTap),
  })
}

function madeDecision(s, p, k, ct, t) {
  const step = nextStep(t)
  const excepted = t.motLanhDao && p.vaiTro === 'nguoiPhatNgon' && p.tuCach === 'chinhDanh' && APPROVING.includes(step?.vaiTro)
  must(p, {
    'không phải bước đang chờ / not the waiting step': step && p.buoc === step.ma && (ct.buoc ?? p.buoc) === p.buoc,
    'người duyệt có góp vào nội dung / own words': !t.hands.includes(p.nguoi) || excepted,
    [`lúc đó ${p.hoTen} không có quyền ở bước này theo nhật ký / no authority at that point`]: s.mayTake(p, step?.vaiTro, k.boSuuTap),
    [`bước này chỉ dành cho người khác ${p.hoTen} / the step names other people`]: !step.nguoi?.length || step.nguoi.includes(p.nguoi),
    [`lúc đó ${p.hoTen} không thuộc đơn vị của bước / not a member of the step’s unit`]: step.donVi === undefined || s.members.get(p.nguoi)?.has(step.donVi),
    'bước này phải do người khác với các bước trước / must be another person': !step.khacVoi?.includes(p.nguoi) && !(step.khacNguoi && t.boi.has(p.nguoi)),
  })
  if (p.quyetDinh === 'duyet') Object.assign(t, { duyet: p, qua: t.qua.add(p.buoc), boi: t.boi.add(p.nguoi) })
  else t.xong = true
  must(k, { 'trạng thái sau khi duyệt không đúng / state': p.quyetDinh !== 'duyet' || ct.den === stateAt(nextStep(t)) })
}

function madeEdition(s, d, k, ct, doc) {
  const { trinh: t } = doc
  const khan = k.hanhDong === 'dang-khan'
  const v = khan ? t?.khan : t?.duyet
  const [address, owner] = [`${k.boSuuTap}/${d.slug}`, `${k.boSuuTap}/${k.taiLieu}`]
  const before = doc.song
  const wasEmergency = doc.khan
  doc.dangLanDau ??= d.createdAt
  if (!khan) {
    doc.daDang = true
    noted(s, d.boSuuTap, d.taiLieu, 'dang', k, d.createdAt, true, t?.credit)
    if (d.ketThucLuc !== null && d.lyDoGo !== null) noted(s, d.boSuuTap, d.taiLieu, 'dang', { luc: d.ketThucLuc }, d.ketThucLuc, false)
  }
  // An emergency covers the ordinary edition before it; an approved edition ends whatever stood.
  const covers = (one) => khan && !one.khan && !(one.ketThucLuc !== null && one.lyDoGo === null && near(one.ketThucLuc, k.luc))
  const kept = before.filter(covers)
  const own = { kieu: d.kieu, id: d.id, dong: d.dong, ma: d.ma, khan, ketThucLuc: d.ketThucLuc, lyDoGo: d.lyDoGo }
  Object.assign(doc, { khan, song: [...kept, own] })
  const knownOwner = s.slugs.get(address) ?? owner
  s.slugs.set(address, knownOwner)
  // Nothing more is decided about it.
  if (!khan) doc.trinh = { id: t?.id, xong: true, buoc: [], hands: [], qua: new Set() }
  must(d, {
    'không phải bản trình mới nhất của tài liệu / superseded submission': t?.id === d.banTrinh && ct.banTrinh === d.banTrinh,
    'bản trình đã bị trả, thu hồi, gỡ hoặc đã đăng / left review': !t?.xong,
    'chưa đủ phiếu duyệt mà đã đăng / a step has no approval': v && (khan ? !wasEmergency : !nextStep(t)),
    'nội dung đăng khác nội dung đã duyệt / not the approved content': d.vanTay === t?.vanTay && ct.vanTay === d.vanTay,
    'tên, địa chỉ, loại hoặc lần khác bản trình / title, address': ['lan', 'slug', 'tieuDe', 'loai'].every((name) => d[name] === t?.[name]),
    [`không khớp nhật ký số ${k.so} / log row`]: d.boSuuTap === k.boSuuTap && d.taiLieu === k.taiLieu && ct.slug === d.slug && near(d.createdAt, k.luc),
    'tên, chức vụ hoặc giờ khác phiếu duyệt / approver': d.duyetHoTen === v?.hoTen && d.duyetChucVu === v?.chucVu && d.duyetLuc === v?.createdAt,
    'số uỷ quyền khác phiếu duyệt / delegation': d.duyetUyQuyen === (s.lent.get(v?.uyQuyen)?.soVanBan ?? null),
    'hạn xác nhận khẩn khác phiếu / emergency hour': d.khanDen === (khan ? v?.khanDen : null),
    'dấu trường có một lãnh đạo không đúng / exception': d.motLanhDao === (t?.motLanhDao && t.hands.includes(v?.nguoi)),
    'địa chỉ đã thuộc tài liệu khác / address of another': knownOwner === owner,
    'ngày đăng lần đầu không đúng / first publication': d.dangLanDau === doc.dangLanDau,
  })
  for (const one of before.filter((other) => !covers(other))) {
    const replaced = one.ketThucLuc !== null && one.lyDoGo === null && near(one.ketThucLuc, k.luc)
    must(one, { [`kết thúc không khớp bản thay thế ở nhật ký số ${k.so} / end`]: replaced })
  }
}

/** What rows of authority do: each must lead back to the first spokesperson, whom the console registered. */
const AUTHORITY = {
  'rut-dong-y'(s, k) {
    must(k, { 'rút đồng ý mà không ghi ai rút / nobody withdrew': Number.isInteger(k.nguoi) })
    s.withdrawn.add(k.taiLieu)
  },
  'tao-tai-khoan': account,
  'thanh-vien': membership,
  'doi-tai-khoan': account,
  'doi-mat-khau': ownCredentials,
  'doi-dia-chi': ownCredentials,
  'thu-hoi-uy-quyen'(s, k) {
    const u = s.lent.get(k.taiLieu)
    must(k, { 'thu hồi không do người phát ngôn / not revoked by the spokesperson': s.signedFrom === null || s.has(k.nguoi, 'nguoiPhatNgon') })
    must(u ?? k, { [`uỷ quyền không khớp dòng thu hồi số ${k.so} / revocation`]: u && !u.het && near(u.thuHoiLuc, k.luc) })
    u.het = true
  },
  'doi-quy-che'(s, k, ct) {
    const first = k.nguoi === null && s.quyCheBan <= 1
    const before = s.quyChe
    Object.assign(s, s.next)
    signedByAuthor(s, k, ct, before)
    must(k, { 'quy chế không do người phát ngôn quyết / not decided by the spokesperson': s.signedFrom === null || first || s.has(k.nguoi, 'nguoiPhatNgon') })
  },
  'niem-phong'(s, k, ct) {
    const differs = ct.nguoi.find((n) => s.people.has(n.id) && sorted(s.people.get(n.id).vaiTro).join() !== sorted(n.vaiTro).join())
    must(k, {
      'niêm phong lần thứ hai / sealed twice': s.signedFrom === k.so,
      [`niêm phong khác nhật ký: người ${differs?.id} / the seal differs from the log`]: !differs && k.nguoi === null,
    })
    Object.assign(s, s.next)
    for (const n of ct.nguoi) s.people.set(n.id, { vaiTro: sorted(n.vaiTro), mo: n.mo === true })
    s.hadSpokesperson = ct.nguoi.some((n) => n.vaiTro.includes('nguoiPhatNgon'))
  },
  'them-khoa': keyEnters,
  'bo-khoa'(s, k, ct) {
    const key = s.devices.get(ct.ma)
    const by = key && k.nguoi !== null && s.devices.get(ct.boi?.khoa)
    const text = canonical({ loai: 'bo-khoa', v: 1, ma: ct.ma, nguoi: key?.nguoi })
    const own =
      by && by.nguoi === k.nguoi && inForce(by, hourOf(s, k)) && (k.nguoi === key.nguoi || s.has(k.nguoi, 'nguoiPhatNgon')) && byDevice(ct.boi, text, by)
    must(k, {
      'bỏ khoá không do đúng người / not ended by whom it may be':
        key && (key.het === null || key.het > k.luc) && key.nguoi === k.taiLieu && (k.nguoi === null || own),
    })
    Object.assign(key, { het: k.luc, boi: k.nguoi === null ? 'tại máy chủ' : k.tenNguoi })
  },
  'doi-khoa'(s, k, ct) {
    must(k, { 'khoá mới không có trong vòng khoá / not in the ring': s.trusted.has(ct.khoa) })
  },
  'thay-khoa'(s, k, ct) {
    must(k, { 'khoá mới không có trong vòng khoá / not in the ring': s.trusted.has(ct.khoa) })
  },
  'ke-nhiem'(s, k, ct) {
    if (ct.huy === true) {
      must(k, { 'huỷ kế nhiệm không đúng người / succession': s.takesOver?.nguoi === k.taiLieu && (k.nguoi === null || s.has(k.nguoi, 'nguoiPhatNgon')) })
      s.takesOver = null
      return
    }
    must(k, {
      'kế nhiệm chưa đủ một ngày / succession': k.nguoi === null && s.people.get(k.taiLieu)?.mo && Date.parse(ct.tu) >= Date.parse(k.luc) + A_DAY - 600_000,
    })
    s.takesOver = { nguoi: k.taiLieu, tu: ct.tu }
  },
}

/** A key of a person's device enters: the rule of src/policy/keys/chain.ts. */
function keyEnters(s, k, ct) {
  const { ma, spki, rpId, luc, cach, hieuLuc, tuKy, baoLanh } = ct
  const tu = cach === 'thay' ? hieuLuc : k.luc
  const key = {
    ma,
    so: k.so,
    tuAi: k.nguoi === null ? 'tại máy chủ' : k.tenNguoi,
    nguoi: k.taiLieu,
    spki,
    rpId,
    cach,
    tu,
    het: null,
    cong: crypto.createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }),
  }
  const text = canonical({ loai: 'khoa-nguoi', v: 1, nguoi: k.taiLieu, ma, spki, rpId, luc })
  const vouched = canonical({ loai: 'bao-lanh-khoa', v: 1, cach, vanBan: sha256(text) })
  const holds = ({ nguoi, ky }) => {
    const own = s.devices.get(ky.khoa)
    return own?.nguoi === nguoi && inForce(own, k.luc) && s.people.get(nguoi)?.mo && byDevice(ky, vouched, own)
  }
  const who = baoLanh.map((one) => one.nguoi)
  const has = holdsKey(s, k.taiLieu, hourOf(s, k))
  const ways = {
    dau: () => !has && who.length === 1 && who[0] !== k.taiLieu && s.has(who[0], 'nguoiPhatNgon'),
    them: () => has && who.length === 1 && who[0] === k.taiLieu,
    thay: () => has && who.length === 2 && who[0] !== who[1] && !who.includes(k.taiLieu) && who.some((one) => s.has(one, ...APPROVING)),
  }
  must(k, {
    'khoá không phải của người này / not this person’s key':
      !s.devices.has(ma) && s.people.get(k.taiLieu)?.mo && sha256(Buffer.from(spki, 'base64')).slice(0, 16) === ma,
    'khoá chưa tự ký / the key did not show itself': byDevice(tuKy, text, key),
    'khoá chưa được bảo lãnh đúng cách / not vouched for':
      k.nguoi === null ? who.length === 0 && (cach === 'dau' ? !has : cach === 'thay' && has) : ways[cach]?.() && who.includes(k.nguoi) && baoLanh.every(holds),
    'khoá được thêm trong lúc đang thay khoá mất / a loss is being mended':
      cach !== 'them' || ![...s.devices.values()].some((one) => one.nguoi === k.taiLieu && one.tu > k.luc),
    'giờ của dòng về khoá lùi lại / hours go back': Date.parse(k.luc) >= s.latest - 600_000,
    'khoá thay chưa đủ một ngày / replaced before a day is over':
      cach !== 'thay' || (new Date(Date.parse(tu) || 0).toISOString() === tu && Math.abs(Date.parse(tu) - Date.parse(k.luc) - A_DAY) <= 600_000),
  })
  if (cach === 'thay') for (const old of s.devices.values()) if (old.nguoi === k.taiLieu && (old.het === null || old.het > tu)) old.het = tu
  s.devices.set(ma, key)
}

function membership(s, k, ct) {
  if (ct.dau !== undefined) {
    must(k, { 'thành viên ban đầu ghi lần thứ hai / first members twice': k.nguoi === null && s.members.size === 0 })
    for (const { nguoi, donVi } of ct.dau) s.members.set(nguoi, (s.members.get(nguoi) ?? new Set()).add(donVi))
    return
  }
  must(k, {
    'đơn vị của một người đổi không do người giữ tài khoản / not by whoever keeps accounts':
      s.people.has(k.taiLieu) && (k.nguoi === null || s.has(k.nguoi, 'quanTriKyThuat', 'nguoiPhatNgon')),
  })
  const units = new Set(s.members.get(k.taiLieu))
  for (const id of ct.roi) units.delete(id)
  for (const { donVi } of ct.vao) units.add(donVi)
  s.members.set(k.taiLieu, units)
}

function ownCredentials(s, k, ct) {
  const own = k.nguoi === null || k.nguoi === k.taiLieu
  must(k, { 'mật khẩu hoặc địa chỉ của người khác / credentials of another': own && typeof ct.the === 'string' && s.people.has(k.taiLieu) })
}

function account(s, k, ct) {
  const [was, told, now] = [sorted(s.people.get(k.taiLieu)?.vaiTro), sorted(ct.vaiTro.tu), sorted(ct.vaiTro.den)]
  const granted = APPROVING.some((role) => was.includes(role) !== now.includes(role))
  const first = k.nguoi === null && !was.length && (s.signedFrom === null || !s.hadSpokesperson)
  const closed = APPROVING.some((role) => was.includes(role)) && s.people.get(k.taiLieu)?.mo !== (ct.kichHoat.den === true)
  if (granted || closed) signedByAuthor(s, k, ct)
  const takesOver = k.nguoi === null && s.takesOver?.nguoi === k.taiLieu && Date.parse(k.luc) >= Date.parse(s.takesOver.tu)
  must(k, {
    'vai trò cũ không khớp nhật ký: đã bị đổi ngoài sổ / roles changed outside the log': told.join() === was.join(),
    'vai trò duyệt không do người phát ngôn cấp / not granted by the spokesperson':
      !(granted || closed) || s.has(k.nguoi, 'nguoiPhatNgon') || first || takesOver,
    'tài khoản đã có hoặc chưa có trong sổ / account known or unknown': s.signedFrom === null || (k.hanhDong === 'tao-tai-khoan') !== s.people.has(k.taiLieu),
  })
  if (takesOver) s.takesOver = null
  s.hadSpokesperson ||= now.includes('nguoiPhatNgon')
  s.people.set(k.taiLieu, { vaiTro: now, mo: ct.kichHoat.den === true })
}

/** The rows that stand before a log row are exactly those it names. */
function takeMade(s, k, ct) {
  // What a withdrawn consent ends is nobody's verdict.
  const decides =
    k.hanhDong === 'go' ? ct.phieu !== undefined || (typeof ct.dongY === 'number' ? false : ['daDuyet', 'henGio'].includes(ct.tu)) : k.hanhDong in QUYET_DINH
  s.namesVerdicts ||= ct.phieu !== undefined
  const phieu = s.namesVerdicts ? ct.phieu : s.waiting.find((row) => row.kieu === 'phieu-duyet')?.id
  const named = []
  if (k.hanhDong === 'trinh') named.push(`ban-trinh mã ${ct.banTrinh}`)
  if (decides || ct.phieu !== undefined) named.push(`phieu-duyet mã ${phieu}`)
  if (k.hanhDong === 'dang' || k.hanhDong === 'dang-khan') named.push(`ban-dang mã ${ct.banDang}`)
  if (k.hanhDong === 'uy-quyen') named.push(`uy-quyen mã ${k.taiLieu}`)
  if (ct.quyCheBan !== undefined) named.push(`quy-che-ban mã ${ct.quyCheBan}`)
  const there = s.waiting.splice(0)
  const isNamed = (row) => named.includes(`${row.kieu} mã ${row.id}`)
  for (const row of there) if (!isNamed(row)) s.broken.push(new Broken(row, `dòng nhật ký kế tiếp (số ${k.so}) không ghi việc này / not in the log`))
  const made = there.filter(isNamed)
  const missing = named.filter((name) => !made.some((row) => `${row.kieu} mã ${row.id}` === name))
  if (missing.length > 0) s.broken.push(new Broken(k, `thiếu ${missing.join(', ')} mà dòng này ghi / missing row`))
  if (made.map((row) => `${row.kieu} mã ${row.id}`).join() !== named.filter((name) => !missing.includes(name)).join())
    s.broken.push(new Broken(k, 'các dòng trước dòng này không theo thứ tự / order'))
  return made
}

function docOf(s, k, ct) {
  if (typeof ct.tu !== 'string' || k.boSuuTap === null || ['ke-nhiem', 'giu-lai', 'tha-lai'].includes(k.hanhDong)) return null
  const key = `${k.boSuuTap}/${k.taiLieu}`
  if (!s.docs.has(key)) s.docs.set(key, { o: 'nhap', lan: 0, cao: false, trinh: null, song: [], khan: false, vuaDuyet: null })
  return s.docs.get(key)
}

/** What a class told, before anybody sent it on. */
const RECEIPT = { nguoi: [], bienNhan: true, dongDau: true, loai: 'nguoiTotViecTot', donViLoai: null, diemAnh: null, giay: null, chuThich: false }

/** What a log row made, then what it does by itself. `gives`: its signature holds; else it gives nobody anything. */
function follow(s, k, ct, gives) {
  const doc = docOf(s, k, ct)
  for (const row of takeMade(s, k, ct)) if (gives || row.kieu !== 'uy-quyen') s.attempt(row, () => MADE[row.kieu](s, row, k, ct, doc ?? {}))
  if (gives) s.attempt(k, () => AUTHORITY[k.hanhDong]?.(s, k, ct))
  if (s.devices.size > 0) s.latest = Math.max(s.latest, Date.parse(k.luc) || 0)
  if (doc === null) return
  const { hanhDong: act, nguoi: who } = k
  if (act === 'nhan-bai') noted(s, k.boSuuTap, k.taiLieu, 'gui', k, null, true, { ...RECEIPT, donVi: ct.donVi ?? null, lop: ct.donVi ?? null })
  // Merged into another, or not used.
  if (act === 'gop-bai' || act === 'khong-dung') noted(s, k.boSuuTap, k.taiLieu, 'gui', k, null, false)
  const was = { ...doc }
  Object.assign(doc, { o: ct.den, vuaDuyet: act === 'duyet' ? who : null })
  s.attempt(k, () => {
    const mayPublish = s.has(who, 'bienTapVien', ...APPROVING) || was.vuaDuyet === who
    if (ct.tu !== was.o) throw new Broken(k, `tài liệu đang ở “${was.o}”, dòng này ghi từ “${ct.tu}” / state`)
    if ((act === 'dang' || act === 'hen-gio') && !mayPublish) throw new Broken(k, 'người này không có quyền đăng / may not publish')
    // What the gate itself takes down is a forgery, named at its own row.
    const bySystem = who === null && ct.lyDo === 'Nội dung không có phiếu duyệt hợp lệ.'
    const byConsent = who === null && s.withdrawn.has(ct.dongY)
    if (act === 'go' && !bySystem && !byConsent && !s.has(who, ...APPROVING)) throw new Broken(k, 'người này không có quyền gỡ / may not withdraw')
  })
  if (act === 'dang' || act === 'dang-khan') return
  for (const id of [ct.banDang, ct.cungGo].filter((one) => typeof one === 'number')) s.attempt(k, () => endOf(doc, k, ct, id))
}

function endOf(doc, k, ct, id) {
  const one = doc.song.find((edition) => edition.id === id)
  doc.song = doc.song.filter((edition) => edition !== one)
  const ended = one && one.lyDoGo === (ct.lyDoGo ?? ct.lyDo) && near(one.ketThucLuc, k.luc)
  must(one ?? k, { [`kết thúc không khớp nhật ký số ${k.so} / end`]: ended })
}

function read(s, line) {
  s.dong += 1
  let row = null
  const ma = sha256(line)
  const here = { dong: s.dong, ma }
  s.attempt(here, () => {
    row = JSON.parse(line)
    Object.assign(here, { kieu: row.kieu, id: row.id, so: row.so })
    const fields = fieldsOf(row.kieu, s.start?.phienBan ?? 4)
    if (!Array.isArray(fields)) throw new Broken({ dong: s.dong, ma }, 'loại dòng lạ / unknown kind')
    const names = Object.keys(row)
    const odd = fields.some(([name, is, orNull], i) => names[i + 1] !== name || (!is(row[name]) && !(orNull && row[name] === null)))
    // The chain goes on from where this row stands, whatever is odd about it.
    if (odd && row.kieu === 'nhat-ky' && Number.isInteger(row.so) && typeof row.bam === 'string') s.last = { so: row.so, bam: row.bam }
    if (odd || names.length !== fields.length + 1) throw new Broken(here, 'có mục thừa, thiếu, đảo chỗ hoặc sai kiểu / fields')
    if ((s.dong === 1) !== (row.kieu === 'dau') || s.end) throw new Broken(here, 'dòng đầu hoặc dòng cuối không đúng chỗ / header or trailer')
    if (s.dong === 1) s.firstHash = ma
    s.counts[row.kieu] += 1
    Object.assign(row, { dong: s.dong, ma })
    const isMade = MADE_KINDS.includes(row.kieu)
    if (isMade) {
      must(row, { 'có hai lần trong tệp / duplicate': !s.seen[row.kieu].has(row.id) })
      s.seen[row.kieu].add(row.id)
      s.waiting.push(row)
      if (s.waiting.length > 5) s.attempt(s.waiting[0], () => must(s.waiting.shift(), { [FORGED]: false }))
    }
    OWN[row.kieu]?.(s, row)
  })
}

/** What is wrong with the whole, once every row was read. */
function atTheEnd(s) {
  if (!s.end) s.broken.push(new Broken({ dong: s.dong + 1 }, 'tệp bị cắt, thiếu dòng cuối / truncated'))
  const unlogged = [
    ...[...s.docs.values()].flatMap((doc) => doc.song.filter((one) => one.ketThucLuc)),
    ...[...s.lent.values()].filter((u) => !u.het && u.thuHoiLuc),
  ]
  for (const row of unlogged) s.broken.push(new Broken(row, 'đã kết thúc mà nhật ký không ghi / ended outside the log'))
  if (s.end)
    for (const so of s.paper.keys())
      s.broken.push(new Broken(s.end, `giấy in ghi dòng số ${so}, tệp chỉ đến số ${s.end.so}: các dòng sau đã mất / printed head missing`))
  if (s.end && s.start.phienBan >= 3)
    for (const key of s.ledger.keys()) s.broken.push(new Broken({ dong: s.dong }, `sổ sản phẩm thiếu ${key} / missing in the ledger`))
}

/**
 * `keys`: trusted ones as [id, key]; none: the file's own. `heads`: [so, bam] printed on paper. `accepted`: fingerprints of
 * broken rows that were looked into; `most`: after so many broken rows the rest is not read. Throws the first broken row, with `all` of them.
 * @param {Iterable<string> | AsyncIterable<string>} lines
 * @param {{ keys?: [string, import('node:crypto').KeyObject][], heads?: [number, string][], most?: number, accepted?: (trusted: Map<string, import('node:crypto').KeyObject>) => Set<string> }} options
 */
export async function verify(lines, { keys = [], heads = [], accepted, most = Infinity } = {}) {
  const s = new State(keys, heads)
  const queue = []
  let ahead = 0
  const next = async () => {
    const { line, holds } = queue.shift()
    ahead -= line.length
    s.early = await holds
    read(s, line)
    if (s.flying >= IN_FLIGHT) await s.settle(IN_FLIGHT / 2)
  }
  // Without a header that can be trusted nothing after it means anything.
  const isOver = () => (s.dong > 0 && !s.start) || s.broken.length >= most
  for await (const line of lines) {
    queue.push({ line, holds: s.start ? signatureOf(s, line) : null })
    ahead += line.length
    while (queue.length > 0 && (!s.start || queue.length > IN_FLIGHT || ahead > MOST_AHEAD) && !isOver()) await next()
    if (isOver()) break
  }
  while (queue.length > 0 && !isOver()) await next()
  await s.settle(0)
  if ((s.start || s.dong === 0) && s.broken.length < most) atTheEnd(s)
  const known = accepted?.(s.trusted) ?? new Set()
  const all = s.broken.filter((one) => one.ma === '' || !known.has(one.ma)).sort((a, b) => a.dong - b.dong)
  if (all.length > 0) throw Object.assign(all[0], { all })
  const exceptions = s.broken.length - all.length
  return {
    ...s.last,
    counts: s.counts,
    khoa: [...s.trusted.keys()],
    truong: s.start.truong,
    xuatLuc: s.start.xuatLuc,
    exceptions,
    signedFrom: s.signedFrom,
    seals: s.seals,
    devices: [...s.devices.values()].map(({ ma, nguoi, rpId, cach, so, tuAi, tu, het, boi }) => ({ ma, nguoi, rpId, cach, so, tuAi, tu, het, boi })),
    unsignedHides: s.unsignedHides,
  }
}

/** The signed lists of exceptions: each must bear the signature of a key that is trusted. */
function exceptionsOf(files) {
  return (trusted) => {
    const known = new Set()
    for (const file of files) {
      const { chuKy, ...list } = JSON.parse(readFileSync(file, 'utf8'))
      const key = trusted.get(list.khoa)
      if (!key || list.loai !== 'ngoai-le' || !isSigned(canonical(list), chuKy, key))
        throw new Error(`${file}: danh sách ngoại lệ không có chữ ký đúng của trường`)
      for (const { ma } of list.dong) known.add(ma)
    }
    return known
  }
}

const LONGEST_LINE = 1 << 26
/** What stands for a line beyond reason: no row at all, and the next one is read. */
const TOO_LONG = 'dòng dài quá 64 MB / too long'

/** The file's lines. */
async function* linesOf(path) {
  let rest = ''
  let skips = false
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (skips ? chunk : rest + chunk).split('\n')
    rest = parts.pop()
    if (skips && parts.length > 0) {
      parts[0] = TOO_LONG
      skips = false
    }
    yield* parts
    skips ||= rest.length > LONGEST_LINE
    if (skips) rest = ''
  }
  if (skips) yield TOO_LONG
  else if (rest !== '') yield rest
}

async function main() {
  const many = { type: 'string', multiple: true, default: [] }
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { khoa: many, dau: many, 'ngoai-le': many } })
  const heads = values.dau.map((head) => /^(\d+):([0-9a-f]{64})$/.exec(head))
  if (positionals.length !== 1 || heads.includes(null))
    throw new Error('cách dùng: node audit-verify.mjs so-duyet.jsonl [--khoa khoa-cong-khai.pem] [--dau <số>:<mã 64 chữ>] [--ngoai-le ngoai-le.json]')
  // A file of keys holds one or several, as /khoa-cong-khai.pem does.
  const pems = values.khoa.flatMap((file) => readFileSync(file, 'utf8').match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [''])
  const keys = pems.map((pem) => keyOf(pem))
  const r = await verify(linesOf(positionals[0]), { keys, heads: heads.map(([, so, bam]) => [Number(so), bam]), accepted: exceptionsOf(values['ngoai-le']) })
  const n = r.counts
  const source = keys.length > 0 ? 'khoá bạn đưa' : 'lấy từ chính tệp này: hãy so với /khoa-cong-khai.pem trên trang của trường'
  const signed = r.signedFrom === null ? 'nhật ký chưa có chữ ký từng dòng' : `từng dòng có chữ ký từ số ${r.signedFrom}`
  process.stdout.write(`Sổ duyệt nguyên vẹn / sound: ${r.truong || 'trường chưa có tên'}, xuất lúc ${r.xuatLuc}
${n['nhat-ky']} dòng nhật ký (${signed}), ${n['ban-trinh']} bản trình, ${n['phieu-duyet']} phiếu duyệt, ${n['ban-dang']} bản đăng, ${n['uy-quyen']} uỷ quyền
Phiếu ký bằng thiết bị của người duyệt: ${r.seals.thietBi}; bằng mã: ${r.seals.ma}; chỉ bằng khoá của trường: ${r.seals.truong}
${r.devices.map((d) => `Khoá của người ${d.nguoi}: ${d.ma} (${d.rpId}), dòng số ${d.so}, ${d.cach}, ghi ${d.tuAi}, từ ${d.tu}${d.het ? ` đến ${d.het}${d.boi ? `, bỏ ${d.boi}` : ''}` : ''}. Hãy so với giấy của trường.\n`).join('')}${r.exceptions > 0 ? `Có ${r.exceptions} chỗ hỏng đã được xem xét và ghi trong danh sách ngoại lệ có chữ ký.\n` : ''}${r.unsignedHides > 0 ? `Có ${r.unsignedHides} lần bài bị tạm ẩn khi không có khoá của trường (không ký); hãy hỏi trường vì sao.\n` : ''}Dòng cuối: số ${r.so}, mã ${r.bam}
Khoá: ${r.khoa.join(', ')} (${source})\n`)
}

function say(error) {
  if (!(error instanceof Broken)) return `Không kiểm tra được: ${error.message}\n`
  const named = error.all.slice(0, MOST_NAMED).map((one) => `${one.message}${one.ma ? ` [${one.ma.slice(0, 16)}]` : ''}`)
  const more = error.all.length > MOST_NAMED ? `\n… và ${error.all.length - MOST_NAMED} chỗ nữa` : ''
  return `Sổ duyệt KHÔNG nguyên vẹn / broken: ${error.all.length} chỗ\n${named.join('\n')}${more}\n`
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main().catch((error) => {
    process.stderr.write(say(error))
    process.exitCode = error instanceof Broken ? 1 : 2
  })
