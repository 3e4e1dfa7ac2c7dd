/** The database's own wall, tried with nothing but the runtime role: what an intruder with the service's password has. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { signText } from '../../src/record/keys/signature.ts'
import { wallGaps } from '../../src/database/grants.ts'
import type { Answer } from '../support/client.ts'
import { pageOf } from '../support/gate.ts'
import { openSchool, withLogRow } from '../support/school.ts'
import { approve, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const TABLES = ['ban_trinh', 'phieu_duyet', 'ban_dang', 'nhat_ky']
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('the record cannot be altered', () => {
  it.each(TABLES)('%s: update, delete, truncate, disabled trigger and dropped table are refused', async (table) => {
    await publishStory(school)
    for (const statement of [
      `update ${table} set created_at = created_at`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `drop table ${table} cascade`,
      `update ${table} set id = id where false`,
    ]) {
      await expect(school.sql.query(statement), statement).rejects.toThrow()
    }
  })

  it('refuses even the owner a change of a row', async () => {
    await publishStory(school)
    for (const table of TABLES)
      await expect(school.owner.query(`update ${table} set created_at = created_at`)).rejects.toThrow(/append-only|only be ended|only the end/)
  })

  it('lets an edition end once, with nothing else changed, and never live again', async () => {
    const { id } = await publishStory(school)
    const where = `tai_lieu = ${id} and bo_suu_tap = 'tin-bai'`
    await expect(school.sql.query(`update ban_dang set noi_dung = '{}' where ${where}`)).rejects.toThrow(/permission denied/)
    await expect(school.sql.query(`update ban_dang set ket_thuc_luc = clock_timestamp(), ly_do_go = 'thử' where ${where}`)).rejects.toThrow(/no row of the log/)
    await withLogRow(school, { hanhDong: 'go', taiLieu: id }, async (sql) => {
      const { rows } = await sql.query(
        `update ban_dang set ket_thuc_luc = '1999-01-01', ly_do_go = 'Nội dung này không còn được đăng trên trang.' where ${where} returning id, created_at, ket_thuc_luc`,
      )
      expect(rows[0].ket_thuc_luc.getTime()).toBeGreaterThanOrEqual(rows[0].created_at.getTime())
      return { result: null, chiTiet: { banDang: rows[0].id } }
    })
    await expect(school.sql.query(`update ban_dang set ket_thuc_luc = null where ${where}`)).rejects.toThrow(/only be ended/)
    await expect(school.sql.query(`update ban_dang set ly_do_go = 'khác' where ${where}`)).rejects.toThrow(/only be ended/)
  })

  it('stands whole for the runtime role', async () => {
    expect(await wallGaps(school.sql as never)).toEqual([])
    expect(await wallGaps(school.owner as never)).not.toEqual([])
  })
})

describe('nothing is published without its verdicts', () => {
  it('refuses an edition of a submission nobody approved, half approved or superseded', async () => {
    const id = await createStory(school)
    const first = (await submit(school, 'giaovien', id)).body.banTrinh.id
    await expect(school.sql.query('insert into ban_dang (ban_trinh_id) values ($1)', [first])).rejects.toThrow(/no approval/)
    await approve(school, 'vanphong', id, first)
    await expect(school.sql.query('insert into ban_dang (ban_trinh_id) values ($1)', [first])).rejects.toThrow(/no approval/)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'mới' })
    await submit(school, 'giaovien', id)
    await expect(school.sql.query('insert into ban_dang (ban_trinh_id) values ($1)', [first])).rejects.toThrow(/superseded/)
  })

  it('refuses a second edition of one submission, also after a withdrawal', async () => {
    const { id, banTrinh } = await publishStory(school)
    await (await school.as('phohieutruong')).post(`/api/tin-bai/${id}/go`, { lyDo: 'gỡ' })
    await expect(school.sql.query('insert into ban_dang (ban_trinh_id) values ($1)', [banTrinh])).rejects.toThrow(/was withdrawn/)
  })

  it('copies content from the submission, whatever is sent along', async () => {
    await (await school.as('hieutruong')).post('/api/globals/quy-che', { dangNgay: false })
    const id = await createStory(school, 'giaovien', { tieuDe: 'Nội dung thật' })
    const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id
    await approve(school, 'vanphong', id, banTrinh)
    await approve(school, 'phohieutruong', id, banTrinh)
    const edition = await withLogRow(school, { hanhDong: 'dang', taiLieu: id }, async (sql) => {
      const { rows } = await sql.query(
        `insert into ban_dang (ban_trinh_id, tieu_de, noi_dung, van_tay, slug, bo_suu_tap, tai_lieu, lan, duyet_ho_ten, duyet_luc, dang_lan_dau)
       values ($1, 'Giả', '{}', 'x', 'gia', 'tin-bai', 999, 9, 'Kẻ giả', now(), '2000-01-01') returning *`,
        [banTrinh],
      )
      return { result: rows[0], chiTiet: { banDang: rows[0].id } }
    })
    expect(edition).toMatchObject({ tieu_de: 'Nội dung thật', slug: 'noi-dung-that', duyet_ho_ten: 'Giàng A Sếnh', khan_den: null })
    expect(sha256(edition.noi_dung)).toBe(edition.van_tay)
    await (await school.as('hieutruong')).post('/api/globals/quy-che', { dangNgay: true })
  })

  it('refuses a submission whose fingerprint is not of its content, and one without an approver at its end', async () => {
    const noiDung = '{"boSuuTap":"tin-bai","slug":"x","taiLieu":4242}'
    const insert = (vanTay: string, buoc: unknown, content = noiDung, contributors = '[1]'): Promise<unknown> =>
      school.sql.query(
        `insert into ban_trinh (bo_suu_tap, tai_lieu, lan, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung, buoc, nguoi_dong_gop, muc_nhay_cam, nguoi_trinh, ten_nguoi_trinh)
         values ('tin-bai', 4242, 1, 'x', 'x', $1, $2, '{}', $3, $4, $5, 'thuong', 1, 'x')`,
        [content, vanTay, sha256('{}'), JSON.stringify(buoc), contributors],
      )
    const approver = [{ ma: 'duyet', vaiTro: 'nguoiDuyet' }]
    await expect(insert(sha256('khác'), approver)).rejects.toThrow(/ban_trinh_van_tay/)
    await expect(insert(sha256(noiDung), [])).rejects.toThrow(/at least one step/)
    await expect(insert(sha256(noiDung), [{ ma: 'x', vaiTro: 'bienTapVien' }])).rejects.toThrow(/approver/)
    await expect(
      insert(sha256(noiDung), [
        { ma: 'x', vaiTro: 'bienTapVien' },
        { ma: 'x', vaiTro: 'nguoiDuyet' },
      ]),
    ).rejects.toThrow(/code of its own/)
    await expect(insert(sha256('{}'), approver, '{}')).rejects.toThrow(/dung_noi_dung/)
    await expect(insert(sha256(noiDung), approver, noiDung, '["1"]')).rejects.toThrow(/account numbers/)
  })

  it('notices a forged verdict: the row is there, the signature is not', async () => {
    await (await school.as('hieutruong')).post('/api/globals/quy-che', { dangNgay: false })
    const id = await createStory(school)
    const { id: banTrinh, vanTay } = (await submit(school, 'giaovien', id)).body.banTrinh
    await approve(school, 'vanphong', id, banTrinh)
    const { rows } = await school.sql.query(`select id from nguoi_dung where email like 'phohieutruong@%'`)
    const { privateKey } = generateKeyPairSync('ed25519')
    await withLogRow(school, { hanhDong: 'duyet', taiLieu: id }, async (sql) => {
      const inserted = await sql.query(
        `insert into phieu_duyet (ban_trinh_id, van_tay, van_tay_khung, buoc, vai_tro, tu_cach, nguoi, ho_ten, quyet_dinh, luc, noi_dung_ky, chu_ky, khoa)
         values ($1, $2, 'x', 'duyet', 'nguoiDuyet', 'chinhDanh', $3, 'Giàng A Sếnh', 'duyet', now()::text, '{}', $4, 'x') returning id`,
        [banTrinh, vanTay, rows[0].id, signText('{}', privateKey)],
      )
      return { result: null, chiTiet: { phieu: inserted.rows[0].id } }
    })
    await school.sql.query(`update ho_so set trang_thai = 'daDuyet' where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
    const refused = await (await school.as('vanphong')).post(`/api/tin-bai/${id}/dang`, {})
    expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'BAD_SIGNATURE'])
    // Put live past the actions all the same, it leaves the site when the watch comes by.
    await withLogRow(school, { hanhDong: 'dang', taiLieu: id }, async (sql) => {
      const inserted = await sql.query('insert into ban_dang (ban_trinh_id) values ($1) returning id', [banTrinh])
      return { result: null, chiTiet: { banDang: inserted.rows[0].id } }
    })
    const page = (): Promise<Answer> => pageOf(school, id)
    expect((await page()).status).toBe(200)
    const found: string[] = []
    await new RecordWatch(school.payload, (text) => void found.push(text)).look()
    expect([(await page()).status, found.length, found[0]]).toEqual([410, 1, expect.stringContaining(`tin-bai ${id}`)])
    expect((await page()).text).toContain('không có phiếu duyệt hợp lệ')
    await (await school.as('hieutruong')).post('/api/globals/quy-che', { dangNgay: true })
  })

  it('refuses a verdict by a contributor, at the wrong step, or on another fingerprint', async () => {
    const id = await createStory(school)
    const { id: banTrinh, vanTay } = (await submit(school, 'giaovien', id)).body.banTrinh
    const { rows } = await school.sql.query(`select id, split_part(email, '@', 1) as ma from nguoi_dung`)
    const person = (ma: string): number => rows.find((r) => r.ma === ma).id
    const insert = (buoc: string, nguoi: number, hash: string): Promise<unknown> =>
      school.sql.query(
        `insert into phieu_duyet (ban_trinh_id, van_tay, van_tay_khung, buoc, vai_tro, tu_cach, nguoi, ho_ten, quyet_dinh, luc, noi_dung_ky, chu_ky, khoa)
         values ($1, $2, 'x', $3, 'x', 'chinhDanh', $4, 'x', 'duyet', 'x', '{}', 'x', 'x')`,
        [banTrinh, hash, buoc, nguoi],
      )
    await expect(insert('bienTap', person('giaovien'), vanTay)).rejects.toThrow(/own words/)
    await expect(insert('duyet', person('phohieutruong'), vanTay)).rejects.toThrow(/step that waits/)
    await expect(insert('bienTap', person('vanphong'), sha256('x'))).rejects.toThrow(/fingerprint/)
  })

  it('keeps an address with its document for ever', async () => {
    const { slug } = await publishStory(school, { tieuDe: 'Địa chỉ của tôi' })
    const id = await createStory(school, 'giaovien', { tieuDe: 'Khác', slug })
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, refused.body.errors[0]]).toMatchObject([422, { code: 'SLUG_TAKEN', field: 'slug' }])
    const other = await publishStory(school, { tieuDe: 'Địa chỉ của tôi' })
    expect(other.slug).toBe('dia-chi-cua-toi-2')
  })
})

describe('the log is a chain', () => {
  it('carries the hash of the row before, computed by the database', async () => {
    await publishStory(school)
    await school.sql.query(
      `insert into nhat_ky (so, luc, hanh_dong, ten_nguoi, chi_tiet, truoc, bam) values (7, '1999', 'thu', 'dòng' || chr(10) || 'mới', '{}', 'giả', 'giả')`,
    )
    const { rows } = await school.sql.query('select * from nhat_ky order by so')
    let before = '0'.repeat(64)
    for (const [i, row] of rows.entries()) {
      const text = [row.so, row.luc, row.hanh_dong, row.nguoi ?? '', row.ten_nguoi, row.bo_suu_tap ?? '', row.tai_lieu ?? '', row.truoc, row.chi_tiet].join(
        '\n',
      )
      expect([Number(row.so), row.truoc, row.bam]).toEqual([i + 1, before, sha256(text)])
      before = row.bam
    }
  })

  it('has one row for every transition of a story', async () => {
    const { id } = await publishStory(school)
    const { rows } = await school.sql.query(`select hanh_dong from nhat_ky where bo_suu_tap = 'tin-bai' and tai_lieu = $1 order by so`, [id])
    expect(rows.map((r) => r.hanh_dong)).toEqual(['trinh', 'duyet', 'duyet', 'dang'])
  })
})
