/** Authority written into the database by whoever holds its runtime password, with log rows beside it: nothing follows from it. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { client } from '../support/client.ts'
import { atTheGate, at, AN_HOUR, personId, regulation } from '../support/gate.ts'
import { exported, runVerifier } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, codes, publishStory } from '../support/stories.ts'
import { forgeAuthority } from '../support/thief.ts'

const school = openSchool()
// Signed in while all was well: whoever is not what the log says cannot even do that any more.
beforeAll(async () => {
  for (const who of ['giaovien', 'lop12a1', 'vanphong', 'phohieutruong', 'hieutruong'] as const) await school.as(who)
})

const roleRow = (tu: string[], den: string[]): object => ({ kichHoat: { tu: true, den: true }, vaiTro: { tu, den }, ten: {}, chucVu: {} })

describe('a role given in the database', () => {
  it('makes nobody an approver, is named by the watch, and does not pass the verifier', async () => {
    const story = await atTheGate(school)
    const [teacher, principal] = [await personId(school, 'lop12a1'), await personId(school, 'hieutruong')]
    await forgeAuthority(school, `insert into nguoi_dung_vai_tro ("order", parent_id, value) values (2, $1, 'nguoiDuyet')`, [teacher], {
      hanhDong: 'doi-tai-khoan',
      nguoi: principal,
      taiLieu: teacher,
      chiTiet: roleRow(['congTacVien'], ['congTacVien', 'nguoiDuyet']),
    })
    const refused = await approve(school, 'lop12a1', story.id, story.banTrinh)
    expect([refused.status, codes(refused)]).toEqual([403, ['AUTHORITY_UNSIGNED']])
    await new RecordWatch(school.payload, () => undefined).look()
    expect(
      runtimeOf(school.payload)
        .guard.alarms()
        .map((alarm) => alarm.loai),
    ).toEqual(['nhat-ky'])
    const { path } = await exported(school)
    const verified = await runVerifier(school, path)
    expect([verified.code, verified.text]).toEqual([1, expect.stringContaining('không có chữ ký của trường')])
    await school.sql.query(`delete from nguoi_dung_vai_tro where parent_id = $1 and value = 'nguoiDuyet'`, [teacher])
    expect((await approve(school, 'phohieutruong', story.id, story.banTrinh)).body.trangThai).toBe('daDang')
  })

  it('does not come back with a row that was signed once: its place is signed too', async () => {
    const vice = await personId(school, 'phohieutruong')
    const principal = await school.as('hieutruong')
    const { rows } = await school.sql.query(`select chi_tiet from nhat_ky where hanh_dong = 'doi-tai-khoan' and tai_lieu = $1 order by so desc limit 1`, [vice])
    await principal.patch(`/api/nguoi-dung/${vice}`, { vaiTro: ['congTacVien'] })
    const story = await atTheGate(school)
    await forgeAuthority(school, `update nguoi_dung_vai_tro set value = 'nguoiDuyet' where parent_id = $1`, [vice], {
      hanhDong: 'doi-tai-khoan',
      nguoi: await personId(school, 'hieutruong'),
      taiLieu: vice,
      chiTiet: JSON.parse(rows[0].chi_tiet as string) as object,
    })
    expect(codes(await approve(school, 'phohieutruong', story.id, story.banTrinh))).toEqual(['AUTHORITY_UNSIGNED'])
    await school.sql.query(`update nguoi_dung_vai_tro set value = 'congTacVien' where parent_id = $1`, [vice])
    expect((await principal.patch(`/api/nguoi-dung/${vice}`, { vaiTro: ['nguoiDuyet'] })).status).toBe(200)
    expect((await approve(school, 'phohieutruong', story.id, story.banTrinh)).body.trangThai).toBe('daDang')
  })
})

describe('what opens an account', () => {
  it.each(['hash', 'email'] as const)('its %s changed in the database lets nobody in', async (column) => {
    const [vice, teacher] = [await personId(school, 'phohieutruong'), await personId(school, 'giaovien')]
    const { rows } = await school.sql.query('select email, hash, salt from nguoi_dung where id = $1', [vice])
    // The thief knows the teacher's password: his own.
    if (column === 'hash')
      await school.sql.query('update nguoi_dung v set hash = t.hash, salt = t.salt from nguoi_dung t where v.id = $1 and t.id = $2', [vice, teacher])
    else await school.sql.query(`update nguoi_dung set email = 'ke-gian@thpt.example' where id = $1`, [vice])
    const email = column === 'email' ? 'ke-gian@thpt.example' : (rows[0].email as string)
    const login = await client(school.url, null).post('/api/nguoi-dung/login', { email, password: 'mat-khau-thu-nghiem' })
    expect(login.status).toBe(401)
    await school.sql.query('update nguoi_dung set email = $2, hash = $3, salt = $4 where id = $1', [vice, rows[0].email, rows[0].hash, rows[0].salt])
    expect((await client(school.url, null).login('phohieutruong')).token).not.toBeNull()
  })
})

describe('a delegation, a regulation and a submission written into the database', () => {
  it('a delegation lends nothing', async () => {
    const story = await atTheGate(school)
    const [teacher, principal] = [await personId(school, 'lop12a1'), await personId(school, 'hieutruong')]
    const { rows } = await school.sql.query(`select nextval(pg_get_serial_sequence('uy_quyen', 'id'))::int as id`)
    const [tuNgay, denNgay] = [at(-AN_HOUR), at(AN_HOUR)]
    await forgeAuthorityOfDelegation(rows[0].id as number, principal, teacher, tuNgay, denNgay)
    expect((await act(school, 'lop12a1', 'duyet', story.id, { banTrinh: story.banTrinh, kiemTra: {} })).status).toBe(404)
  })

  it('a regulation decides nothing, and a change by the spokesperson is a version with its hour', async () => {
    await regulation(school, { gioXacNhanKhan: 8 })
    const { rows } = await school.sql.query('select so, noi_dung, tu from quy_che_ban order by so desc limit 1')
    expect(JSON.parse(rows[0].noi_dung as string)).toMatchObject({ v: 2, gioXacNhanKhan: 8 })
    const story = await atTheGate(school)
    await school.sql.query(`update quy_che set mot_lanh_dao = true`)
    expect(codes(await approve(school, 'phohieutruong', story.id, story.banTrinh))).toEqual(['AUTHORITY_UNSIGNED'])
    await school.sql.query(`update quy_che set mot_lanh_dao = false`)
    expect((await approve(school, 'phohieutruong', story.id, story.banTrinh)).body.trangThai).toBe('daDang')
    await expect(school.sql.query(`update quy_che_ban set noi_dung = '{}'`)).rejects.toThrow(/permission denied/)
  })

  it('contributors are not taken off the list by taking the live edition off and putting it on', async () => {
    const { id } = await publishStory(school)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tomTat: 'Câu thêm.' })
    const where = `bo_suu_tap = 'tin-bai' and tai_lieu = ${id}`
    const { rows } = await school.sql.query(`select ban_dang_id from ho_so where ${where}`)
    await expect(school.sql.query(`update ho_so set ban_dang_id = null where ${where}`)).rejects.toThrow(/keeps its edition/)
    await expect(school.sql.query(`update ho_so set ban_dang_id = ${rows[0].ban_dang_id}, nguoi_dong_gop = '[]' where ${where}`)).rejects.toThrow(
      /newer edition/,
    )
  })
})

describe('the owner’s functions', () => {
  it('are not the service’s to run or to hang on a table of its own', async () => {
    const { rows } = await school.sql.query(
      `select p.oid::regprocedure::text as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'public' and (p.prosecdef or p.prorettype = 'trigger'::regtype) and has_function_privilege(p.oid, 'execute')
           and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    )
    expect(rows).toEqual([])
    const definer = readFileSync('tests/fixtures/definer.sql', 'utf8')
    await expect(school.sql.query(definer)).rejects.toThrow(/permission denied/)
  })
})

async function forgeAuthorityOfDelegation(id: number, from: number, to: number, tuNgay: string, denNgay: string): Promise<void> {
  const chiTiet = { soVanBan: '1/UQ', nguoiUyQuyen: from, nguoiDuocUyQuyen: to, phamVi: 'tatCa', tuNgay, denNgay, thuHoiLuc: null }
  const sql = await school.sql.connect()
  try {
    await sql.query('begin')
    await sql.query(
      `insert into uy_quyen (id, so_van_ban, nguoi_uy_quyen_id, nguoi_duoc_uy_quyen_id, pham_vi, tu_ngay, den_ngay) values ($1, '1/UQ', $2, $3, 'tatCa', $4, $5)`,
      [id, from, to, tuNgay, denNgay],
    )
    await sql.query(`insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ('uy-quyen', $1, 'x', 'uy-quyen', $2, $3)`, [
      from,
      id,
      JSON.stringify(chiTiet),
    ])
    await sql.query('commit')
  } finally {
    sql.release()
  }
}
