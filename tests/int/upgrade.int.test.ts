/** From the oldest released schema, with a school's data in it, to this one. */
import { createHash } from 'node:crypto'
import { createLocalReq, type PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { niemPhong } from '../../src/actions/niemPhong.ts'
import { readStanding } from '../../src/record/authority/seal.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { RecordWatch } from '../../src/jobs/watchRecord.ts'
import { wallGaps } from '../../src/database/grants.ts'
import { regulation } from '../support/gate.ts'
import { fixture, olderRelease } from '../support/olderRelease.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, publishStory } from '../support/stories.ts'
import { topicFaults } from '../support/topics.ts'

const school = openSchool(olderRelease)
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const old = fixture()
const count = async (table: string): Promise<number> => (await school.sql.query(`select count(*)::int as n from ${table}`)).rows[0].n as number

describe('an upgrade from 0.1', () => {
  it.each(Object.keys(old.tables))('keeps every row of %s', async (table) => expect(await count(table)).toBe(old.tables[table]!.length))

  it('leaves the record as it was: fingerprints, signatures, chain', async () => {
    const { rows } = await school.sql.query('select so, truoc, bam from nhat_ky order by so')
    rows.forEach((row, i) => expect(row.truoc).toBe(i === 0 ? '0'.repeat(64) : rows[i - 1].bam))
    for (const row of (await school.sql.query('select noi_dung, van_tay from ban_dang')).rows) expect(sha256(row.noi_dung)).toBe(row.van_tay)
    const found: string[] = []
    await new RecordWatch(school.payload, (text) => void found.push(text)).look()
    expect([found, runtimeOf(school.payload).guard.alarms()]).toEqual([[], []])
  })

  it('leaves the wall whole', async () => expect(await wallGaps(school.sql as never)).toEqual([]))

  it('lists what was live under its topics', async () => {
    const { rows } = await school.sql.query('select * from chu_de_dang')
    expect(rows.length).toBeGreaterThan(0)
    expect(topicFaults(rows, (await school.sql.query('select * from ban_dang')).rows)).toEqual([])
  })

  it('serves what was live', async () => {
    const { rows } = await school.sql.query(`select slug, tieu_de from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null`)
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) expect((await school.visitor.get(`/bai/${row.slug}`)).status).toBe(200)
    expect((await school.visitor.get('/')).status).toBe(200)
  })

  it('waits for the console: nothing is decided before the authority it found was confirmed', async () => {
    const { rows } = await school.sql.query(`select tai_lieu::int as id from ho_so where trang_thai = 'daDuyet' and bo_suu_tap = 'tin-bai'`)
    const refused = await act(school, 'vanphong', 'dang', rows[0].id)
    expect([refused.status, refused.body.errors[0].code]).toEqual([503, 'AUTHORITY_UNSEALED'])
    const req = (): Promise<PayloadRequest> => createLocalReq({ context: { console: true } }, school.payload)
    await niemPhong(await req(), await readStanding(await req()))
    await expect(niemPhong(await req(), await readStanding(await req()))).rejects.toThrow()
  })

  it('goes on with what was waiting: an old submission with an old verdict is approved to the end', async () => {
    const { rows } = await school.sql.query(
      `select h.tai_lieu::int as id, h.ban_trinh_id as ban_trinh from ho_so h where h.trang_thai = 'choDuyet' and h.bo_suu_tap = 'tin-bai' and h.muc_nhay_cam = 'thuong'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    const done = await approve(school, 'phohieutruong', rows[0].id, rows[0].ban_trinh)
    expect([done.status, done.body.trangThai]).toEqual([200, 'daDang'])
  })

  it('publishes what was approved, withdraws what was live, and takes new stories', async () => {
    const { rows } = await school.sql.query(`select tai_lieu::int as id from ho_so where trang_thai = 'daDuyet' and bo_suu_tap = 'tin-bai'`)
    expect((await act(school, 'vanphong', 'dang', rows[0].id)).body.trangThai).toBe('daDang')
    expect((await act(school, 'phohieutruong', 'go', rows[0].id, { lyDo: 'Thử' })).body.trangThai).toBe('daGo')
    // What was a label of a step is now a unit with members: the next regulation wants somebody in it, and says so.
    const people = await school.as('quantri')
    for (const [who, ten] of [
      ['vanphong', 'Tổ Văn phòng'],
      ['doantn', 'Đoàn thanh niên'],
      ['giaovien', 'Tổ Ngữ văn'],
    ]) {
      const { rows: found } = await school.sql.query(
        `select n.id::int as nguoi, d.id::int as don_vi from nguoi_dung n, don_vi d where n.email = $1 and lower(d.ten) = lower($2)`,
        [`${who}@thpt.example`, ten],
      )
      if (found[0]) expect((await people.patch(`/api/nguoi-dung/${found[0].nguoi}`, { donVi: found[0].don_vi })).status).toBe(200)
    }
    await regulation(school, { gioXacNhanKhan: 6 })
    await publishStory(school)
  })
})
