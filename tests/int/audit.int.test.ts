/** The exported log, checked by somebody who has nothing but the file: what is sound passes, whatever was altered is named. */
import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { keyOf } from '../../tools/audit/audit-verify.mjs'
import { keyId } from '../../src/record/keys/signature.ts'
import {
  broken,
  exported,
  type Options,
  liveAYear,
  rewrite,
  runVerifier,
  schoolKey,
  sha256,
  sign,
  strangersKey,
  ungranted,
  type Line,
} from '../support/ledger.ts'
import { openSchool, withLogRow } from '../support/school.ts'

const school = openSchool()
let lines: Line[] = []
let said = ''
let path = ''
beforeAll(async () => {
  await liveAYear(school)
  ;({ lines, said, path } = await exported(school))
}, 180_000)

const last = (kieu: string, test: (line: Line) => boolean = () => true): number => lines.findLastIndex((line) => line.kieu === kieu && test(line))
const withLine = (index: number, more: Line): Line[] => lines.map((line, i) => (i === index ? { ...line, ...more } : line))
const without = (index: number): Line[] => lines.filter((_line, i) => i !== index)
const detail = (line: Line): Line => JSON.parse(line.chiTiet as string) as Line

describe('a sound log', () => {
  it('passes, as a plain script and with the printed head and the school’s key', async () => {
    const head = lines.at(-1)!
    const pem = join(school.dataDir, 'khoa.pem')
    writeFileSync(pem, lines[0]!.khoa[0].pem)
    const plain = await runVerifier(school, path)
    expect([plain.code, plain.text]).toEqual([0, expect.stringContaining(`Dòng cuối: số ${head.so}, mã ${head.bam}`)])
    expect(plain.text).toContain('lấy từ chính tệp này')
    const trusted = await runVerifier(school, path, '--khoa', pem, '--dau', `${head.so}:${head.bam}`, '--dau', `3:${lines.find((l) => l.so === 3)!.bam}`)
    expect([trusted.code, trusted.text]).toEqual([0, expect.stringContaining('khoá bạn đưa')])
    expect(said).toContain(`Dòng cuối: số ${head.so}, mã ${head.bam}`)
    expect(said).toContain(keyId(schoolKey(school)))
  })

  it('holds every kind of act, each row just before the log row that made it', () => {
    const acts = ['trinh', 'duyet', 'tra-lai', 'tu-choi', 'thu-hoi', 'dang', 'hen-gio', 'hen-gio-hong', 'dang-khan', 'go', 'uy-quyen', 'thu-hoi-uy-quyen']
    const there = new Set(lines.filter((l) => l.kieu === 'nhat-ky').map((l) => l.hanhDong))
    expect([...acts, 'tao-tai-khoan', 'doi-tai-khoan', 'doi-quy-che', 'rut-dong-y'].filter((name) => !there.has(name))).toEqual([])
    expect(lines.filter((l) => l.kieu === 'phieu-duyet').map((l) => `${l.tuCach} ${l.quyetDinh}`)).toContain('uyQuyen duyet')
    expect(lines.some((l) => l.kieu === 'ban-dang' && l.motLanhDao)).toBe(true)
  })

  it('names pupils only where that was asked for', async () => {
    expect(lines.filter((l) => l.kieu === 'ban-trinh').every((l) => l.bangChung === null)).toBe(true)
    const full = await exported(school, '--kem-bang-chung')
    const at = full.lines.findIndex((l) => l.bangChung?.includes('Một học sinh'))
    expect(await broken(full.lines)).toBeNull()
    full.lines[at] = { ...full.lines[at], bangChung: full.lines[at]!.bangChung.replace('Một học sinh', 'Người khác') }
    expect((await broken(full.lines))!.text).toContain('bằng chứng')
  })

  it('is not overwritten, and not half written', async () => {
    const { main } = await import('../../tools/audit/main.ts')
    await expect(main(['--out', path], () => undefined)).rejects.toThrow(/đã có tệp/)
    await expect(main([], () => undefined)).rejects.toThrow(/Cách dùng/)
    expect(existsSync(`${path}.dang-ghi`)).toBe(false)
  })

  it('is not exported while the embedded database is down, which is said', async () => {
    const { main } = await import('../../tools/audit/main.ts')
    const url = process.env.DATABASE_URL
    process.env.DATABASE_URL = ''
    writeFileSync(join(school.dataDir, 'database.url'), 'postgres://x@127.0.0.1:1/x\n')
    await expect(main(['--out', `${path}.x`], () => undefined)).rejects.toThrow(/npm start/)
    process.env.DATABASE_URL = url
  })
})

describe('an altered log', () => {
  /** Another value of the same kind: a number, a time, a name, a yes. */
  const other = (value: unknown): unknown => {
    if (value === null) return [7, '2020-01-01T00:00:00.000Z']
    if (typeof value === 'number') return [value + 1]
    if (typeof value === 'boolean') return [!value]
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? ['2020-01-01T00:00:00.000Z'] : [`${value}x`, value === '' ? 'y' : '']
    if (Array.isArray(value)) return [[...value, { ma: 'x', ten: 'x', vaiTro: 'nguoiPhatNgon' }], value.slice(1)]
    return [{ ...(value as object), x: 'dat' }]
  }
  const KINDS = ['dau', 'ban-trinh', 'phieu-duyet', 'ban-dang', 'uy-quyen', 'nhat-ky', 'cuoi']

  it.each(KINDS)('%s: each field of each row, changed, dropped or emptied, is found at its row or after it', { timeout: 240_000 }, async (kieu) => {
    const missed: string[] = []
    // Every row of a rare kind, a spread of the others.
    const rows = lines.flatMap((line, i) => (line.kieu === kieu ? [i] : []))
    const step = Math.max(1, Math.floor(rows.length / 4))
    for (const index of rows.filter((_row, n) => n % step === 0 || n > rows.length - 3)) {
      for (const [name, value] of Object.entries(lines[index]!)) {
        const { [name]: _gone, ...rest } = lines[index]!
        const dropped = lines.map((line, i) => (i === index ? rest : line))
        for (const altered of [...(other(value) as unknown[]).map((to) => withLine(index, { [name]: to })), dropped]) {
          const found = await broken(altered)
          if (found === null || found.dong < index + 1) missed.push(`${index + 1} ${name}: ${JSON.stringify(altered[index]![name])} ${found?.text ?? ''}`)
        }
      }
    }
    expect(missed).toEqual([])
  })

  it.each(KINDS)('%s: a dropped, doubled, moved or copied row is found', async (kieu) => {
    const index = last(kieu)
    const moved = [...without(index).slice(0, Math.max(1, index - 6)), lines[index]!, ...without(index).slice(Math.max(1, index - 6))]
    const doubled = [...lines.slice(0, index + 1), ...lines.slice(index)]
    const copied = [...lines.slice(0, -1), lines[index]!, ...lines.slice(-1)]
    for (const altered of [without(index), doubled, copied, ...(kieu === 'dau' ? [] : [moved])]) expect(await broken(altered)).not.toBeNull()
  })

  it('cut short is found, with and without its last line', async () => {
    for (const kept of [1, 2, 10, lines.length - 1]) {
      expect((await broken(lines.slice(0, kept)))!.text).toContain('truncated')
      if (kept < lines.length - 1) expect(await broken([...lines.slice(0, kept), lines.at(-1)!])).not.toBeNull()
    }
    expect(await runVerifier(school, [])).toMatchObject({ code: 1 })
  })

  it('names the row as a script too, and tells an unreadable file apart', async () => {
    const index = last('phieu-duyet')
    const result = await runVerifier(school, withLine(index, { hoTen: 'Người khác' }))
    expect([result.code, result.text]).toEqual([1, expect.stringContaining(`Dòng ${index + 1} (phieu-duyet mã ${lines[index]!.id})`)])
    expect(await runVerifier(school, join(school.dataDir, 'khong-co.jsonl'))).toMatchObject({ code: 2 })
    expect(await runVerifier(school, school.dataDir)).toMatchObject({ code: 2 })
    expect(await runVerifier(school, path, '--dau', 'x')).toMatchObject({ code: 2 })
  })
})

describe('a log forged by somebody who holds the database', () => {
  const key = (): ReturnType<typeof schoolKey> => schoolKey(school)
  const heads = (): Options => ({ heads: [[lines.at(-1)!.so, lines.at(-1)!.bam]] })

  it('rewritten from a row on is found by the head printed on paper alone', async () => {
    const index = last('nhat-ky', (l) => l.hanhDong === 'doi-quy-che')
    const forged = rewrite(withLine(index, { tenNguoi: 'Người khác' }), index, key())
    expect(await broken(forged)).toBeNull()
    expect((await broken(forged, heads()))!.text).toContain('mã trên giấy')
    const printed = `${lines.at(-1)!.so}:${lines.at(-1)!.bam}`
    expect(await runVerifier(school, forged, '--dau', printed)).toMatchObject({ code: 1 })
  })

  it('shortened with a new last line is found by its signature, and with the school’s key by the paper', async () => {
    const cut = [...lines.slice(0, last('nhat-ky', (l) => l.hanhDong === 'trinh') - 1), lines.at(-1)!]
    expect((await broken(rewrite(cut, cut.length, strangersKey())))!.text).toContain('chữ ký')
    // Whoever shortens it has to shorten the ledger as well.
    expect((await broken(rewrite(cut, cut.length, key())))!.text).toContain('sổ sản phẩm')
    expect((await broken(rewrite(cut, cut.length, key()), heads()))!.text).toContain('các dòng sau đã mất')
  })

  it('with a verdict signed by another key, even where the header names that key', async () => {
    const stranger = strangersKey()
    const id = keyId(stranger)
    const index = last('phieu-duyet')
    expect((await broken(rewrite(withLine(index, sign(lines[index]!, stranger, id)), 0, key())))!.text).toContain('khoá lạ')
    expect((await broken(withLine(index, sign(lines[index]!, stranger, lines[0]!.khoa[0].ma))))!.text).toContain('chữ ký')
    const pem = createPublicKey(stranger).export({ type: 'spki', format: 'pem' }).toString()
    const all = lines.map((l) => (l.kieu === 'phieu-duyet' ? sign(l, stranger, id) : l))
    const replaced = rewrite([{ ...lines[0], khoa: [{ ma: id, pem }] }, ...all.slice(1)], 0, stranger)
    expect(await broken(replaced)).toBeNull()
    expect(await broken(replaced, { keys: [keyOf(lines[0]!.khoa[0].pem)] })).toMatchObject({ dong: 1 })
  })

  it('with other words in an edition and their fingerprint computed again', async () => {
    const index = last('ban-dang', (l) => l.boSuuTap === 'tin-bai')
    const own = lines.find((l) => l.kieu === 'ban-trinh' && l.id === lines[index]!.banTrinh)!.noiDung as string
    const noiDung = own.replace('Đoạn đầu', 'Đoạn khác')
    expect(noiDung).not.toBe(own)
    const vanTay = sha256(noiDung)
    expect(await broken(withLine(index, { noiDung, vanTay }))).toMatchObject({ dong: index + 1 })
    const row = index + 1
    const chiTiet = JSON.stringify({ ...detail(lines[row]!), vanTay })
    const forged = rewrite(withLine(index, { noiDung, vanTay }).map((l, i) => (i === row ? { ...l, chiTiet } : l)), row, key()) // prettier-ignore
    expect(await broken(forged)).toMatchObject({ dong: index + 1, text: expect.stringContaining('khác nội dung đã duyệt') })
  })

  it('with an edition nobody approved, or approved by somebody without the role', async () => {
    const index = last('phieu-duyet', (l) => l.quyetDinh === 'duyet' && l.buoc === 'duyet')
    const skipped = lines.filter((_l, i) => i !== index && i !== index + 1)
    const from = skipped.findIndex((l, i) => i >= index && l.kieu === 'nhat-ky')
    expect((await broken(rewrite(skipped, from, key())))!.text).toMatch(/chưa đủ phiếu|đang ở|no authority|waiting/)
    const grant = lines.findIndex((l) => l.hanhDong === 'doi-tai-khoan' && detail(l).vaiTro.den.includes('nguoiDuyet'))
    expect((await broken(rewrite(ungranted(lines, grant), grant, key())))!.text).toContain('không có quyền ở bước này')
  })

  it('with a delegation out of its time or scope, or used after its end', async () => {
    const made = lines.findIndex((l) => l.kieu === 'uy-quyen')
    for (const more of [{ denNgay: '2020-01-02T00:00:00.000Z', tuNgay: '2020-01-01T00:00:00.000Z' }, { phamVi: 'chu-de' }]) {
      const chiTiet = JSON.stringify({ ...detail(lines[made + 1]!), ...more })
      const forged = withLine(made, more).map((l, i) => (i === made + 1 ? { ...l, chiTiet } : l))
      expect((await broken(rewrite(forged, made, key())))!.text).toContain('không có quyền ở bước này')
    }
    const ended = lines.findIndex((l) => l.hanhDong === 'thu-hoi-uy-quyen')
    const early = [...lines.slice(0, made + 2), lines[ended]!, ...lines.slice(made + 2).filter((l) => l !== lines[ended])]
    expect((await broken(rewrite(early, made, key())))!.text).toContain('không có quyền ở bước này')
  })

  it('with a reviewer made a contributor, or steps taken away', async () => {
    const index = last('ban-trinh', (l) => l.buoc.length > 1)
    for (const more of [{ nguoiDongGop: [...lines[index]!.nguoiDongGop, 999] }, { buoc: lines[index]!.buoc.slice(1) }])
      expect((await broken(withLine(index, more)))!.text).toContain('frame')
  })
})

describe('a log that began before it named verdicts and frames', () => {
  const old = (line: Line): Line => {
    if (line.kieu !== 'nhat-ky') return line
    const { phieu: _phieu, vanTayKhung: _khung, ...rest } = detail(line)
    return { ...line, chiTiet: JSON.stringify(rest) }
  }

  /** Emergencies came with the version that names verdicts: everything before the first is made old. */
  const aged = (): Line[] => {
    const until = lines.findIndex((line) => line.hanhDong === 'dang-khan')
    return rewrite(lines.map((line, i) => (i < until ? old(line) : line)), 0, schoolKey(school)) // prettier-ignore
  }

  it('passes as far as it names none; after the first that is named, all must be', async () => {
    const key = schoolKey(school)
    expect(await broken(aged())).toBeNull()
    const index = last('nhat-ky', (l) => l.hanhDong === 'duyet')
    const late = lines.map((line, i) => (i === index ? old(line) : line))
    expect(await broken(rewrite(late, index, key))).toMatchObject({ dong: expect.any(Number) })
  })

  it('is exported with each verdict at its place', async () => {
    const before = aged()
    await school.owner.query('alter table nhat_ky disable trigger user')
    for (const line of before.filter((l) => l.kieu === 'nhat-ky'))
      await school.owner.query('update nhat_ky set chi_tiet = $2, truoc = $3, bam = $4 || $1 where so = $1::numeric', [String(line.so), line.chiTiet, line.truoc, line.bam]) // prettier-ignore
    await school.owner.query(`update nhat_ky set bam = left(bam, 64)`)
    await school.owner.query('alter table nhat_ky enable trigger user')
    const found = await exported(school)
    expect(found.lines.slice(1, -1)).toEqual(before.slice(1, -1))
    expect(await broken(found.lines)).toBeNull()
  })
})

describe('what was slipped into the database beside the log', () => {
  it('is exported last and named: rows no log row speaks of, and changes the log does not know', async () => {
    const { rows } = await school.sql.query(`select id, created_at from phieu_duyet order by id desc limit 1`)
    await school.owner.query('alter table phieu_duyet disable trigger user')
    await school.owner.query(
      `insert into phieu_duyet (ban_trinh_id, van_tay, van_tay_khung, buoc, vai_tro, tu_cach, nguoi, ho_ten, chuc_vu, quyet_dinh, kiem_tra, phien_ban_kiem_tra, ly_do, luc, noi_dung_ky, chu_ky, khoa, uy_quyen, khan_den)
       select ban_trinh_id, van_tay, van_tay_khung, buoc, vai_tro, tu_cach, nguoi, ho_ten, chuc_vu, quyet_dinh, kiem_tra, phien_ban_kiem_tra, ly_do, luc, noi_dung_ky, chu_ky, khoa, uy_quyen, khan_den from phieu_duyet where id = $1`,
      [rows[0].id],
    )
    await school.owner.query('alter table phieu_duyet enable trigger user')
    const found = await exported(school)
    // After everything the log names stands the ledger.
    const before = found.lines.findIndex((line) => line.kieu === 'san-pham')
    expect(found.lines[before - 1]!.kieu).toBe('phieu-duyet')
    expect(await broken(found.lines)).toMatchObject({ dong: before, text: expect.stringContaining('chèn thẳng') })
  })

  it('is named where the service’s own credentials wrote a log row of their own', async () => {
    await withLogRow(school, { hanhDong: 'go', taiLieu: 1 }, async () => ({ result: null, chiTiet: { tu: 'daDang', den: 'daGo', banDang: 1 } }))
    const found = await exported(school)
    expect((await broken(found.lines))!.text).toContain('nhat-ky')
  })
})

it('the verifier is one file on Node’s own modules', () => {
  const source = readFileSync('tools/audit/audit-verify.mjs', 'utf8')
  const imports = [...source.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)].map((m) => m[1])
  expect(imports.length).toBeGreaterThan(3)
  expect(imports.filter((name) => !name!.startsWith('node:'))).toEqual([])
  expect(source).not.toMatch(/fetch\(|node:(http|https|net|dns|child_process)/)
})
