/** What an attack with the service's own database password did once, and does no more. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { client } from '../support/client.ts'
import { personId } from '../support/gate.ts'
import { exported, runVerifier } from '../support/ledger.ts'
import { letterBox, tokenIn } from '../support/letters.ts'
import { openSchool, withLogRow } from '../support/school.ts'
import { codes, createStory, publishStory, submit } from '../support/stories.ts'
import { forgePage } from '../support/thief.ts'

const school = openSchool()
const NEW = 'mat khau cua ke trom 12'
const stray = (hanhDong: string, taiLieu: number, chiTiet: string, boSuuTap = 'nguoi-dung'): Promise<unknown> =>
  school.sql.query(`insert into nhat_ky (hanh_dong, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ($1, 'x', $2, $3, $4)`, [
    hanhDong,
    boSuuTap,
    taiLieu,
    chiTiet,
  ])
const signsIn = async (email: string, password: string): Promise<number> =>
  (await client(school.url, null).post('/api/nguoi-dung/login', { email, password })).status

describe('the verifier', () => {
  it('reads on behind a line no reader takes, and names that one', async () => {
    await publishStory(school)
    const { path } = await exported(school)
    const lines = readFileSync(path, 'utf8').split('\n')
    const at = 5
    writeFileSync(path, [...lines.slice(0, at), 'a'.repeat(70_000_000), ...lines.slice(at)].join('\n'))
    const { code, text } = await runVerifier(school, path)
    expect([code, text]).toEqual([1, expect.stringContaining(`Dòng ${at + 1} `)])
    expect(text).not.toContain('truncated')
  })

  it('names an unsigned row that says more than hiding does, not the true row after it', async () => {
    const { id } = await publishStory(school)
    await stray('giu-lai', id, '{"tu":"daDang","den":"nhap"}', 'tin-bai')
    await (await school.as('hieutruong')).post(`/api/tin-bai/${id}/go`, { lyDo: 'Sai' })
    const { path, lines } = await exported(school)
    const { text } = await runVerifier(school, path)
    const at = lines.findIndex((l) => l.kieu === 'nhat-ky' && l.hanhDong === 'giu-lai' && l.taiLieu === id)
    expect(text).toContain(`Dòng ${at + 1} `)
    expect(text).not.toContain('state')
  })
})

describe('an address written into the database', () => {
  it('gets no link that sets a password, and one that was sent before sets none', async () => {
    const box = letterBox(school)
    const [id, deputy] = [await personId(school, 'hieutruong'), await personId(school, 'phohieutruong')]
    const ask = (email: string): Promise<unknown> => school.visitor.post('/api/nguoi-dung/forgot-password', { email })
    const plant = (of: number, email: string): Promise<unknown> => school.sql.query('update nguoi_dung set email = $2 where id = $1', [of, email])
    await plant(id, 'trom@hop-thu.example')
    await ask('trom@hop-thu.example')
    expect((await box.next('trom@hop-thu.example', /mật khẩu/)).text).not.toContain('/admin/reset/')
    await plant(id, 'hieutruong@thpt.example')
    await ask('phohieutruong@thpt.example')
    const token = tokenIn(await box.next('phohieutruong@thpt.example', /Đặt lại mật khẩu/))
    await plant(deputy, 'trom@hop-thu.example')
    expect((await school.visitor.post('/api/nguoi-dung/reset-password', { token, password: NEW })).status).toBe(401)
    await plant(deputy, 'phohieutruong@thpt.example')
    for (const who of ['hieutruong', 'phohieutruong']) expect(await signsIn(`${who}@thpt.example`, 'mat-khau-thu-nghiem')).toBe(200)
  })
})

describe('a password written into the database', () => {
  it('is not signed by the next ordinary change of that account', async () => {
    const [own, deputy] = [await personId(school, 'lop12a1'), await personId(school, 'phohieutruong')]
    const was = (await school.sql.query('select hash, salt from nguoi_dung where id = $1', [deputy])).rows[0]
    await school.sql.query('update nguoi_dung set hash = p.hash, salt = p.salt from (select hash, salt from nguoi_dung where id = $1) p where id = $2', [
      own,
      deputy,
    ])
    const changed = await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${deputy}`, { chucVu: 'Phó hiệu trưởng phụ trách' })
    expect([changed.status, codes(changed)]).toEqual([403, ['AUTHORITY_UNSIGNED']])
    await school.sql.query('update nguoi_dung set hash = $2, salt = $3 where id = $1', [deputy, was.hash, was.salt])
    expect((await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${deputy}`, { chucVu: 'Phó hiệu trưởng phụ trách' })).status).toBe(200)
  })
})

describe('rows of the log that nobody signed', () => {
  it('with a number no program holds stop neither sign-in nor the watch', async () => {
    const khoa = runtimeOf(school.payload).keys.entries().at(-1)!.ma
    await stray('doi-tai-khoan', 5, `{"x":1e400,"ky":{"v":1,"cach":"truong","khoa":"${khoa}","chuKy":"AA=="}}`)
    expect(await signsIn('giaovien@thpt.example', 'mat-khau-thu-nghiem')).toBe(200)
    const { slug } = await forgePage(school, 999_001)
    await new RecordWatch(school.payload, () => undefined).look()
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(410)
    expect(
      runtimeOf(school.payload)
        .guard.alarms()
        .map((alarm) => alarm.loai),
    ).toContain('nhat-ky')
  })

  it('by the thousand cost what they are many, and name the last ones', async () => {
    await school.sql.query(
      `insert into nhat_ky (hanh_dong, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) select 'doi-tai-khoan', 'x', 'nguoi-dung', 5, '{}' from generate_series(1, 3000)`,
    )
    const { sai } = await runtimeOf(school.payload).authority.read({ payload: school.payload })
    expect(sai.size).toBe(20)
    expect((await submit(school, 'giaovien', await createStory(school))).status).toBe(200)
  })

  it('longer than any reader takes, or about no whole number, are none', async () => {
    await expect(stray('giu-lai', 1, JSON.stringify({ vi: 'a'.repeat(5_000_000) }), 'tin-bai')).rejects.toThrow(/nhat_ky_vua/)
    for (const [nguoi, taiLieu] of [
      ['NaN', '1'],
      ['1', '1e30'],
      ['1.5', '1'],
    ])
      await expect(
        school.sql.query(
          `insert into nhat_ky (hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ('giu-lai', $1::numeric, 'x', 'tin-bai', $2::numeric, '{}')`,
          [nguoi, taiLieu],
        ),
      ).rejects.toThrow(/nhat_ky_vua/)
  })
})

describe('an edition hidden past the watch', () => {
  it('is refused for any other hour, and shown again where it is good', async () => {
    const { id, slug } = await publishStory(school)
    const watch = new RecordWatch(school.payload, () => undefined)
    await watch.look()
    const { rows } = await school.sql.query(`select id from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = $1 and ket_thuc_luc is null`, [id])
    const hide = (until: string): Promise<unknown> =>
      withLogRow(school, { hanhDong: 'giu-lai', taiLieu: id }, async (sql) => {
        await sql.query(`update ban_dang set an_den = ${until} where id = $1`, [rows[0].id])
        return { result: null, chiTiet: { banDang: rows[0].id, vi: 'x' } }
      })
    await expect(hide(`now() + interval '99 years'`)).rejects.toThrow(/hidden/)
    await hide(`'9999-12-31T00:00:00Z'`)
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(404)
    await watch.look()
    expect((await school.visitor.get(`/bai/${slug}`)).status).toBe(200)
  })
})
