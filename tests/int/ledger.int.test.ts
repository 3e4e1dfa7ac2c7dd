/** The ledger at the edges of months, through the real actions with the clock moved: once as sent, once as published, and a month that is over never changes. */
import { describe, expect, it } from 'vitest'
import { desksAt } from '../support/deskClient.ts'
import { personId } from '../support/gate.ts'
import { broken, exported } from '../support/ledger.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
/** `2027-01-31 23:59:00`, as clocks in Hà Nội show it. */
const clockAt = async (hanoi: string): Promise<void> =>
  moveClock(school, `${Math.round((Date.parse(`${hanoi.replace(' ', 'T')}+07:00`) - Date.now()) / 1000)} seconds`)

type Row = { gui: string | null; dang: string | null; nguoi: number[]; don_vi: number | null; don_vi_loai: string | null; rut: boolean; go: boolean }
const rowOf = async (id: number): Promise<Row> =>
  (
    await school.sql.query(
      `select to_char(gui_thang, 'YYYY-MM') as gui, to_char(dang_thang, 'YYYY-MM') as dang, nguoi, don_vi, don_vi_loai, rut_luc is not null as rut, go_luc is not null as go
       from san_pham where bo_suu_tap = 'tin-bai' and tai_lieu = $1`,
      [id],
    )
  ).rows[0] as Row
const months = async (id: number): Promise<[string | null, string | null]> => [(await rowOf(id)).gui, (await rowOf(id)).dang]
const sent = async (id: number): Promise<number> => {
  const answer = await submit(school, 'giaovien', id)
  if (answer.status !== 200) throw new Error(`sent: expected 200, received ${answer.status} ${answer.text}`)
  return answer.body.banTrinh.id as number
}
const live = async (id: number, banTrinh: number): Promise<void> => {
  await approve(school, 'vanphong', id, banTrinh)
  const answer = await approve(school, 'phohieutruong', id, banTrinh)
  expect([answer.text, answer.body.trangThai]).toEqual([answer.text, 'daDang'])
}
const takenBack = async (id: number): Promise<void> => expect((await act(school, 'giaovien', 'thu-hoi', id)).status).toBe(200)
const edit = async (id: number, data: object): Promise<void> => expect((await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, data)).status).toBe(200)

describe('what was sent', () => {
  it('counts in the month of Hà Nội in which it was sent, and as published in the month it went live', async () => {
    await clockAt('2027-01-31 23:58:00')
    const id = await createStory(school)
    const banTrinh = await sent(id)
    expect(await rowOf(id)).toMatchObject({ gui: '2027-01', dang: null, nguoi: [await personId(school, 'giaovien')], don_vi_loai: 'toChuyenMon' })
    await clockAt('2027-02-01 00:01:00')
    await live(id, banTrinh)
    expect(await months(id)).toEqual(['2027-01', '2027-02'])
  })

  it('is not counted where it was taken back in the same month, counts once it is sent again, and stays where the month was over', async () => {
    await clockAt('2027-03-02 08:00:00')
    const [again, later, over] = [await createStory(school), await createStory(school), await createStory(school)]
    for (const id of [again, later, over]) await sent(id)
    for (const id of [again, later]) await takenBack(id)
    expect(await months(again)).toEqual([null, null])
    await sent(again)
    await clockAt('2027-04-01 08:00:00')
    await takenBack(over)
    await sent(later)
    expect([await months(again), await months(later), await months(over), (await rowOf(over)).rut]).toEqual([
      ['2027-03', null],
      ['2027-04', null],
      ['2027-03', null],
      true,
    ])
    await sent(over)
    expect(await months(over)).toEqual(['2027-03', null])
  })

  it('is whose the last sending of its month says, author and co-authors each; a later one changes nothing of it', async () => {
    await clockAt('2027-05-04 08:00:00')
    const [teacher, clerk] = [await personId(school, 'giaovien'), await personId(school, 'vanphong')]
    const id = await createStory(school, 'giaovien')
    await sent(id)
    const colleague = await school.sql.query('select 1 from thanh_vien where nguoi_id = $1 and den is null', [teacher])
    expect(colleague.rows).toHaveLength(1)
    // Of another unit, and nobody he ever worked with here: named by the office.
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { dongTacGia: [clerk] })
    await sent(id)
    expect((await rowOf(id)).nguoi).toEqual([teacher, clerk].toSorted((a, b) => a - b))
    const before = await rowOf(id)
    await clockAt('2027-06-02 08:00:00')
    await edit(id, { dongTacGia: [] })
    await sent(id)
    expect(await rowOf(id)).toEqual(before)
    const frozen = await school.sql.query(`select ghi_nhan -> 'nguoi' as nguoi from ban_trinh where bo_suu_tap = 'tin-bai' and tai_lieu = $1 order by id`, [id])
    expect(frozen.rows.map(({ nguoi }) => nguoi)).toEqual([[teacher], [teacher, clerk].toSorted((a, b) => a - b), [teacher]])
  })
})

describe('what was published', () => {
  it('is not counted where it was withdrawn in its month, stays where the month was over, and counts once', async () => {
    await clockAt('2027-09-03 08:00:00')
    const [gone, stays] = [await createStory(school), await createStory(school)]
    for (const id of [gone, stays]) await live(id, await sent(id))
    await act(school, 'phohieutruong', 'go', gone, { lyDo: 'Thử gỡ' })
    expect(await months(gone)).toEqual(['2027-09', null])
    await clockAt('2027-10-05 08:00:00')
    await act(school, 'phohieutruong', 'go', stays, { lyDo: 'Thử gỡ' })
    expect([await months(stays), (await rowOf(stays)).go]).toEqual([['2027-09', '2027-09'], true])
    for (const id of [gone, stays]) {
      await edit(id, { tomTat: 'Viết lại cho đúng.' })
      await live(id, await sent(id))
    }
    expect([await months(gone), await months(stays), (await rowOf(stays)).go]).toEqual([['2027-09', '2027-10'], ['2027-09', '2027-09'], false])
  })
})

describe('what it was counted as', () => {
  it('is, as published, what went live, and as sent what was sent', async () => {
    await clockAt('2027-11-01 08:00:00')
    const id = await createStory(school, 'giaovien', { loai: 'tin' })
    const first = await sent(id)
    await clockAt('2027-12-01 08:00:00')
    expect((await act(school, 'vanphong', 'tra-lai', id, { banTrinh: first, lyDo: 'Viết dài hơn' })).status).toBe(200)
    await edit(id, { loai: 'bai' })
    await live(id, await sent(id))
    const { rows } = await school.sql.query(`select loai, dang_loai, to_char(gui_thang, 'YYYY-MM') as gui, to_char(dang_thang, 'YYYY-MM') as dang from san_pham where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id]) // prettier-ignore
    expect(rows).toEqual([{ loai: 'tin', dang_loai: 'bai', gui: '2027-11', dang: '2027-12' }])
    await clockAt('2027-11-03 08:00:00')
  })
})

describe('whose it is', () => {
  it('is a colleague’s too, who then does not judge it; of another unit only where the office says so', async () => {
    await clockAt('2027-11-03 08:00:00')
    const [clerk, vice] = [await personId(school, 'vanphong'), await personId(school, 'phohieutruong')]
    const id = await createStory(school)
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { dongTacGia: [clerk] })
    expect(codes(await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { dongTacGia: [clerk, vice] }))).toContain('CO_AUTHOR_UNIT')
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { dongTacGia: [vice] })
    const banTrinh = (await submit(school, 'vanphong', id)).body.banTrinh.id as number
    expect((await approve(school, 'phohieutruong', id, banTrinh)).status).toBe(403)
  })
})

describe('the ledger', () => {
  it('is written by the record alone: the service may only read it', async () => {
    for (const statement of ['delete from san_pham', `update san_pham set gui_thang = null`, `select ct_san_pham_ghi('tin-bai', 1)`])
      await expect(school.sql.query(statement)).rejects.toThrow(/permission denied/)
  })

  it('says the same when it is worked out again from the record', async () => {
    const { rows } = await school.sql.query(
      `select count(*)::int as n, (select count(*)::int from (select s.* from san_pham s except select c.* from san_pham s cross join lateral ct_san_pham_cua(s.bo_suu_tap, s.tai_lieu) c) x) as khac from san_pham`,
    )
    expect([rows[0].n >= 7, rows[0].khac]).toEqual([true, 0])
  })

  it('is worked out again by the offline verifier, which names what was altered in it', async () => {
    const { lines } = await exported(school)
    expect((await broken(lines))?.text).toBeUndefined()
    const at = lines.findIndex((line) => line.kieu === 'san-pham' && line.guiThang === '2027-01')
    const altered = (more: object) => broken(lines.map((line, i) => (i === at ? { ...line, ...more } : line)))
    expect((await altered({ guiThang: '2026-12' }))!.text).toContain('month sent')
    expect((await altered({ dangThang: null }))!.text).toContain('month published')
    expect((await altered({ donVi: Number(lines[at]!.donVi) + 1 }))!.text).toContain('unit credited')
    expect((await altered({ nguoi: [999] }))!.text).toContain('authors credited')
    for (const more of [{ lop: 999 }, { loai: 'bai2' }, { donViLoai: 'khac2' }, { diemAnh: 1 }, { chuThich: true }])
      expect([more, (await altered(more))!.text.includes('credited as sent')]).toEqual([more, true])
    for (const more of [{ dangLop: 999 }, { dangLoai: 'khac' }, { dangNguoi: [999] }, { dangDonVi: 999 }])
      expect([more, /as published|unit published/.test((await altered(more))!.text)]).toEqual([more, true])
    expect((await broken(lines.filter((_, i) => i !== at)))!.text).toBeDefined()
  })

  it('keeps the unit and its kind as they were frozen, whatever becomes of them', async () => {
    const before = (await school.sql.query('select md5(string_agg(s::text, chr(10) order by bo_suu_tap, tai_lieu)) as md5 from san_pham s')).rows[0]
      .md5 as string
    await school.owner.query(`update don_vi set loai = 'khac'`)
    await school.owner.query(`update tin_bai set tac_gia_id = null`)
    await school.owner.query(`select s.* from san_pham s`)
    const again = await school.owner.query(
      `select md5(string_agg(c::text, chr(10) order by c.bo_suu_tap, c.tai_lieu)) as md5 from san_pham s cross join lateral ct_san_pham_cua(s.bo_suu_tap, s.tai_lieu) c`,
    )
    expect(again.rows[0].md5).toBe(before)
  })

  it('takes no credit whose unit is not the one the text names, and no author who is no account', async () => {
    const { rows } = await school.sql.query(`select * from ban_trinh where bo_suu_tap = 'tin-bai' order by id desc limit 1`)
    const forged = (ghiNhan: object) =>
      school.sql.query(
        `insert into ban_trinh (bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung, buoc, da_qua, nguoi_dong_gop, muc_nhay_cam, mot_lanh_dao, ghi_nhan, nguoi_trinh, ten_nguoi_trinh)
         select bo_suu_tap, tai_lieu, lan + 1, loai, slug, tieu_de, noi_dung, van_tay, bang_chung, van_tay_bang_chung, buoc, da_qua, nguoi_dong_gop, muc_nhay_cam, mot_lanh_dao, $1::jsonb, nguoi_trinh, ten_nguoi_trinh from ban_trinh where id = $2`,
        [JSON.stringify(ghiNhan), rows[0].id],
      )
    await expect(forged({ ...rows[0].ghi_nhan, donVi: 1 + Number(rows[0].ghi_nhan.donVi) })).rejects.toThrow(/unit credited/)
    await expect(forged({ ...rows[0].ghi_nhan, nguoi: [999_999] })).rejects.toThrow(/authors are accounts/)
    expect(codes(await submit(school, 'giaovien', Number(rows[0].tai_lieu)))).toBeDefined()
  })
})

describe('the turn of a month', () => {
  it('is told by the verifier as the database told it, though the log comes a moment later; a moved hour is not believed', async () => {
    await clockAt('2027-11-30 23:59:58')
    const id = await createStory(school)
    await school.owner.query(`create or replace function ct_cham() returns trigger language plpgsql as $$ begin perform pg_sleep(2.5); return new; end $$`)
    await school.owner.query(`create trigger a_cham before insert on nhat_ky for each row execute function ct_cham()`)
    await sent(id)
    await school.owner.query('drop trigger a_cham on nhat_ky; drop function ct_cham()')
    expect(await months(id)).toEqual(['2027-11', null])
    const { lines } = await exported(school)
    expect((await broken(lines))?.text).toBeUndefined()
    const at_ = lines.findIndex((line) => line.kieu === 'ban-trinh' && line.taiLieu === id && line.boSuuTap === 'tin-bai')
    const ledger = lines.findIndex((line) => line.kieu === 'san-pham' && line.taiLieu === id && line.boSuuTap === 'tin-bai')
    await clockAt('2027-12-01 00:04:00')
    const moved = lines.map((line, i) =>
      i === at_ ? { ...line, createdAt: '2027-10-31T16:57:00.000Z' } : i === ledger ? { ...line, guiThang: '2027-10' } : line,
    )
    expect((await broken(moved))!.text).toBeDefined()
    await clockAt('2027-12-05 08:00:00')
  })
})

describe('a receipt', () => {
  it('is the class’s from the hour of its receipt, whoever sends it on or takes that back; the hour is the database’s', async () => {
    await clockAt('2027-12-06 08:00:00')
    await school.owner.query(`update don_vi set loai = 'chiDoan' where ten like 'Chi đoàn%'`)
    await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc: '2027-2028', moi: '1' })
    const { id: ma, lop } = (await school.sql.query(`select id, don_vi as lop from ma_gui_bai where het_luc is null order by id desc limit 1`)).rows[0]
    const story = await createStory(school, 'doantn', { loai: 'nguoiTotViecTot' })
    await school.sql.query(
      `insert into bai_gui (so, ma, don_vi, tin_bai, ai, ngay_viec, nguoi_xac_nhan, dong_y, luc) values ('0123456789', $1, $2, $3, 'x', '2027-01-01', 'y', 'roi', '2027-01-10')`,
      [ma, lop, story],
    )
    expect(await months(story)).toEqual(['2027-12', null])
    await expect(school.sql.query(`update bai_gui set luc = '2027-01-10' where tin_bai = $1`, [story])).rejects.toThrow(/keeps its hour/)
    await expect(school.sql.query('delete from bai_gui where tin_bai = $1', [story])).rejects.toThrow(/permission denied/)
    expect((await rowOf(story)).don_vi).toBe(Number(lop))
  })

  it('comes before every submission of its story: later, it would take another’s for its own', async () => {
    const { id: ma, lop } = (await school.sql.query(`select id, don_vi as lop from ma_gui_bai where het_luc is null order by id desc limit 1`)).rows[0]
    const story = await createStory(school)
    await sent(story)
    const forged = school.sql.query(
      `insert into bai_gui (so, ma, don_vi, tin_bai, ai, ngay_viec, nguoi_xac_nhan, dong_y) values ('ZZZZZZZZZZ', $1, $2, $3, 'x', '2027-01-01', 'y', 'roi')`,
      [ma, lop, story],
    )
    await expect(forged).rejects.toThrow(/before every submission/)
  })

  it('that was merged into another, or is not used, is no second deed; in a month that is over it stays', async () => {
    const { id: ma, lop } = (await school.sql.query(`select id, don_vi as lop from ma_gui_bai where het_luc is null order by id desc limit 1`)).rows[0]
    const receipt = async (so: string): Promise<number> => {
      const story = await createStory(school, 'doantn', { loai: 'nguoiTotViecTot' })
      await school.sql.query(
        `insert into bai_gui (so, ma, don_vi, tin_bai, ai, ngay_viec, nguoi_xac_nhan, dong_y) values ($1, $2, $3, $4, 'x', '2027-01-01', 'y', 'roi')`,
        [so, ma, lop, story],
      )
      return story
    }
    await clockAt('2028-03-05 08:00:00')
    const [stays, unused] = [await receipt('AAAAAAAAAA'), await receipt('BBBBBBBBBB')]
    await school.sql.query(`update bai_gui set khong_dung = 'trùng' where tin_bai = $1`, [unused])
    expect([await months(stays), await months(unused)]).toEqual([['2028-03', null], [null, null]]) // prettier-ignore
    await clockAt('2028-04-05 08:00:00')
    await school.sql.query(`update bai_gui set khong_dung = 'trùng' where tin_bai = $1`, [stays])
    expect(await months(stays)).toEqual(['2028-03', null])
    await expect(school.sql.query(`update bai_gui set thoi_luc = '2028-03-06' where tin_bai = $1`, [stays])).resolves.toBeDefined()
    expect(await months(stays)).toEqual(['2028-03', null])
  })
})
