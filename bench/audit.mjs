/**
 * `node bench/audit.mjs [log rows] [editions]`: writes a sound export as large as a province's (1,000,000 log rows, 100,000
 * editions of 3 kB), checks it with the verifier as a stranger would, prints time and memory, and removes the file.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

const [rows, editions] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 100_000)]
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const canonical = (v) =>
  JSON.stringify(v, (_key, value) =>
    value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  )
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const khoa = sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16)
const signText = (text) => sign(null, Buffer.from(text), privateKey).toString('base64')

const folder = mkdtempSync(join(tmpdir(), 'cong-truong-bench-'))
const path = join(folder, 'so-duyet.jsonl')
const out = openSync(path, 'w')
let [waiting, soDong, dau, so, bam, phieu, verdicts] = ['', 0, '', 0, '0'.repeat(64), 0, 0]
function line(row) {
  const text = JSON.stringify(row)
  if (soDong === 0) dau = sha256(text)
  soDong += 1
  waiting += `${text}\n`
  if (waiting.length > 1 << 20) flush()
}
function flush() {
  writeSync(out, waiting)
  waiting = ''
}

let clock = Date.parse('2026-09-01T00:00:00.000Z')
let luc = ''
const tick = () => (luc = new Date((clock += 100)).toISOString())
const PEOPLE = [
  [1, 'Lò Thị Minh Xuân', ['congTacVien'], 'Giáo viên'],
  [2, 'Nguyễn Thu Hà', ['bienTapVien'], 'Tổ trưởng Tổ Văn phòng'],
  [3, 'Giàng A Sếnh', ['nguoiDuyet'], 'Phó hiệu trưởng'],
]
function log(hanhDong, nguoi, boSuuTap, taiLieu, detail) {
  so += 1
  const tenNguoi = PEOPLE[nguoi - 1]?.[1] ?? 'Hệ thống'
  const chiTiet = canonical(detail)
  const truoc = bam
  bam = sha256([so, luc, hanhDong, nguoi ?? '', tenNguoi, boSuuTap, taiLieu, truoc, chiTiet].join('\n'))
  line({ kieu: 'nhat-ky', so, luc, hanhDong, nguoi, tenNguoi, boSuuTap, taiLieu, chiTiet, truoc, bam })
}

const WORDS = 'Sáng nay nhà trường tổ chức lễ khai giảng năm học mới với sự có mặt của thầy cô, học sinh và cha mẹ học sinh. '.repeat(20)
const BUOC = [
  { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien' },
  { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet' },
]
const CHECKS = Object.fromEntries(Array.from({ length: 8 }, (_v, i) => [`muc${i}`, 'dat']))
function verdict(b, at, quyetDinh = 'duyet', lyDo = '') {
  tick()
  const [nguoi, hoTen, [vaiTro], chucVu] = PEOPLE[at + 1]
  const said = { banTrinh: b.id, vanTay: b.vanTay, vanTayKhung: b.khung, buoc: BUOC[at].ma, vaiTro, tuCach: 'chinhDanh', nguoi, hoTen, chucVu, quyetDinh, kiemTra: CHECKS, phienBanKiemTra: 1, lyDo, luc } // prettier-ignore
  const noiDungKy = canonical(said)
  phieu += 1
  verdicts += 1
  const { banTrinh, vanTay, vanTayKhung, buoc, tuCach, ...rest } = said
  line({ kieu: 'phieu-duyet', id: phieu, banTrinh, vanTay, vanTayKhung, buoc, vaiTro, tuCach, uyQuyen: null, nguoi, hoTen, chucVu, quyetDinh, kiemTra: CHECKS, phienBanKiemTra: 1, lyDo, luc: rest.luc, khanDen: null, noiDungKy, chuKy: signText(noiDungKy), khoa, createdAt: luc }) // prettier-ignore
  return { hoTen, chucVu, createdAt: luc, nguoi }
}
let submissions = 0
function submission(taiLieu, lan) {
  tick()
  const tieuDe = `Tin số ${taiLieu}`
  const slug = `tin-so-${taiLieu}`
  const noiDung = canonical({ boSuuTap: 'tin-bai', taiLieu, slug, loai: 'tin', tieuDe, lan, noiDung: WORDS })
  const vanTay = sha256(noiDung)
  const frame = { buoc: BUOC, nguoiDongGop: [1], mucNhayCam: 'thuong', vanTayBangChung: sha256('{}'), tieuDe, loai: 'tin', slug }
  const b = { id: (submissions += 1), lan, slug, tieuDe, vanTay, khung: sha256(canonical(frame)) }
  line({ kieu: 'ban-trinh', id: b.id, boSuuTap: 'tin-bai', taiLieu, lan, loai: 'tin', slug, tieuDe, noiDung, vanTay, bangChung: null, vanTayBangChung: sha256('{}'), buoc: BUOC, nguoiDongGop: [1], mucNhayCam: 'thuong', motLanhDao: false, nguoiTrinh: 1, tenNguoiTrinh: PEOPLE[0][1], createdAt: luc }) // prettier-ignore
  log('trinh', 1, 'tin-bai', taiLieu, { tu: lan === 1 ? 'nhap' : 'traLai', den: 'choBienTap', banTrinh: b.id, lan, vanTay, vanTayKhung: b.khung })
  return b
}
function story(taiLieu, returned) {
  let b = submission(taiLieu, 1)
  if (returned) {
    const lyDo = 'Thiếu nguồn tin.'
    verdict(b, 0, 'traLai', lyDo)
    log('tra-lai', 2, 'tin-bai', taiLieu, { tu: 'choBienTap', den: 'traLai', banTrinh: b.id, vanTay: b.vanTay, lyDo, phieu })
    b = submission(taiLieu, 2)
  }
  verdict(b, 0)
  log('duyet', 2, 'tin-bai', taiLieu, { tu: 'choBienTap', den: 'choDuyet', buoc: 'bienTap', banTrinh: b.id, vanTay: b.vanTay, phieu })
  const v = verdict(b, 1)
  log('duyet', 3, 'tin-bai', taiLieu, { tu: 'choDuyet', den: 'daDuyet', buoc: 'duyet', banTrinh: b.id, vanTay: b.vanTay, phieu })
  line({ kieu: 'ban-dang', id: taiLieu, banTrinh: b.id, boSuuTap: 'tin-bai', taiLieu, lan: b.lan, loai: 'tin', slug: b.slug, tieuDe: b.tieuDe, noiDung: null, vanTay: b.vanTay, duyetHoTen: v.hoTen, duyetChucVu: v.chucVu, duyetLuc: v.createdAt, duyetUyQuyen: null, khanDen: null, motLanhDao: false, dangLanDau: luc, ketThucLuc: null, lyDoGo: null, createdAt: luc }) // prettier-ignore
  log('dang', 3, 'tin-bai', taiLieu, { tu: 'daDuyet', den: 'daDang', banTrinh: b.id, banDang: taiLieu, vanTay: b.vanTay, slug: b.slug })
}

tick()
line({ kieu: 'dau', phienBan: 1, truong: 'Trường thử', xuatLuc: luc, khoa: [{ ma: khoa, pem: publicKey.export({ type: 'spki', format: 'pem' }) }] })
for (const [id, , vaiTro] of PEOPLE) log('tao-tai-khoan', null, 'nguoi-dung', id, { vaiTro: { tu: [], den: vaiTro }, kichHoat: { tu: null, den: true } })
const began = Date.now()
for (let n = 1; n <= editions; n += 1) {
  story(n, n % 10 === 0)
  // The rest of the log is what makes no record: consents withdrawn, changes of the regulation.
  for (const until = Math.floor((rows * n) / editions); so < until;) {
    tick()
    log('rut-dong-y', 1, 'dong-y', so, { luc })
  }
}
const end = { kieu: 'cuoi', soDong, so, bam }
line({ ...end, chuKy: signText(canonical({ ...end, dau })) })
flush()
closeSync(out)
const size = statSync(path).size
process.stdout.write(`${so} log rows, ${editions} editions, ${verdicts} verdicts, ${(size / 2 ** 20).toFixed(0)} MB, written in ${((Date.now() - began) / 1000).toFixed(0)} s\n`) // prettier-ignore

const from = Date.now()
const child = spawn(process.execPath, ['tools/audit/audit-verify.mjs', path], { stdio: 'inherit' })
let [peak, ticks] = [0, 0]
const look = setInterval(() => {
  try {
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0))
    // utime and stime, in hundredths of a second: what it would need on cores of its own
    ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, n) => sum + Number(n), 0) // prettier-ignore
  } catch {
    // No /proc on this system, or the child has ended.
  }
}, 250)
child.once('exit', (code) => {
  clearInterval(look)
  rmSync(folder, { recursive: true, force: true })
  const seconds = (Date.now() - from) / 1000
  process.stdout.write(`exit ${code}: ${seconds.toFixed(1)} s (${(ticks / 100).toFixed(1)} s of processor), ${Math.round(so / seconds)} log rows/s, peak ${(peak / 1024).toFixed(0)} MB, ${cpus().length} cores, Node ${process.version}\n`) // prettier-ignore
  process.exit(code ?? 1)
})
