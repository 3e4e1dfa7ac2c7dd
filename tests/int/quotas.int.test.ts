/** Quotas from the regulation to the table and to the items behind a figure; each reads what concerns him. */
import { describe, expect, it } from 'vitest'
import { desksAt } from '../support/deskClient.ts'
import { personId, regulation } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const words = (html: string): string => html.replace(/<style>.*?<\/style>|<[^>]+>/gsu, ' ').replace(/\s+/gu, ' ')
const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7)
const quota = (more: object = {}) => ({ ma: 'tinBaiDonVi', ten: 'Mỗi tổ một tin bài một tháng', doiTuong: 'donVi', sanPham: 'tinBai', soLuong: 1, kyHan: 'thang', demTheo: 'gui', ...more }) // prettier-ignore

describe('the quotas of a school', () => {
  it('are none until the regulation says so, and no empty table stands there', async () => {
    await regulation(school, { chiTieu: [] })
    const page = await (await at('hieutruong')).open('/lam-viec/chi-tieu')
    expect([page.status, page.text.includes('không đặt chỉ tiêu nào'), page.text.includes('<table')]).toEqual([200, true, false])
  })

  it('are in force from the month they are written in, signed with the regulation', async () => {
    await regulation(school, { chiTieu: [quota(), quota({ ma: 'caNhan', ten: 'Mỗi người một bài', doiTuong: 'caNhan', kyHan: 'nam' }), quota({ ma: 'anh', ten: 'Ảnh to', sanPham: 'tuLieu', doiTuong: 'truong', megapixel: 1 })] }) // prettier-ignore
    const { rows } = await school.sql.query('select ma, tu_thang from quy_che_chi_tieu order by _order')
    expect(rows).toEqual([
      { ma: 'tinBaiDonVi', tu_thang: month },
      { ma: 'caNhan', tu_thang: month },
      { ma: 'anh', tu_thang: month },
    ])
    const signed = await school.sql.query('select noi_dung from quy_che_ban order by id desc limit 1')
    expect(JSON.parse(signed.rows[0].noi_dung as string).chiTieu).toMatchObject([{ ma: 'tinBaiDonVi', tuThang: month }, { ma: 'caNhan' }, { ma: 'anh' }])
  })

  it('count what was sent; the figure leads to the items, read by whoever it concerns', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Tin tính cho tổ' })
    const unit = Number((await school.sql.query('select don_vi from san_pham where bo_suu_tap = $1 and tai_lieu = $2', ['tin-bai', id])).rows[0].don_vi)
    const teacher = await personId(school, 'giaovien')
    const grid = await (await at('phohieutruong')).open('/lam-viec/chi-tieu')
    expect(grid.status).toBe(200)
    expect(grid.text).toMatch(new RegExp(`href="/lam-viec/chi-tieu/tinBaiDonVi\\?ky=${month}&amp;ai=${unit}">[1-9]\\d* `))
    const figure = await (await at('phohieutruong')).open(`/lam-viec/chi-tieu/tinBaiDonVi?ky=${month}&ai=${unit}`)
    expect([figure.status, figure.text.includes('Tin tính cho tổ'), figure.text.includes(`/bai/${slug}`)]).toEqual([200, true, true])
    // A teacher reads her own, and no unit's or other person's.
    const hers = await at('giaovien')
    const own = words((await hers.open('/lam-viec/chi-tieu')).text)
    expect([own.includes('Mỗi người một bài'), own.includes('Mỗi tổ một tin bài')]).toEqual([true, false])
    expect((await hers.open(`/lam-viec/chi-tieu/caNhan?ky=${month.slice(0, 4)}&ai=${teacher}`)).text).toContain('Tin tính cho tổ')
    for (const path of [
      `tinBaiDonVi?ky=${month}&ai=${unit}`,
      `caNhan?ky=${month.slice(0, 4)}&ai=${await personId(school, 'vanphong')}`,
      `tinBaiDonVi?ky=x&ai=1`,
      'khongCo?ky=2026-11&ai=1',
    ])
      expect([path, (await hers.open(`/lam-viec/chi-tieu/${path}`)).status]).toEqual([path, 404])
  })

  it('count a picture only where it is as large as is asked', async () => {
    const { rows } = await school.sql.query(`select diem_anh from san_pham where san_pham = 'tuLieu' and diem_anh is not null limit 5`)
    for (const row of rows) expect(Number(row.diem_anh)).toBeGreaterThan(0)
    expect((await (await at('hieutruong')).open('/lam-viec/chi-tieu')).text).toContain('từ 1 megapixel')
  })

  it('of months that are over stay: what was short is short, and the rule is followed by another, never rewritten', async () => {
    const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 10)).getTime()
    await moveClock(school, `${Math.round((next - Date.now()) / 1000)} seconds`)
    const refused = await (await school.as('hieutruong')).post('/api/globals/quy-che', { chiTieu: [quota({ soLuong: 3 })] })
    expect([refused.status, new Set(codes(refused))]).toEqual([409, new Set(['QUOTA_KEPT'])])
    await regulation(school, {
      chiTieu: [quota({ denThang: month }), quota({ ma: 'caNhan', ten: 'Mỗi người một bài', doiTuong: 'caNhan', kyHan: 'nam' }), quota({ ma: 'anh', ten: 'Ảnh to', sanPham: 'tuLieu', doiTuong: 'truong', megapixel: 1 }), quota({ ma: 'haiTin', ten: 'Mỗi tổ hai tin', soLuong: 2 })], // prettier-ignore
    })
    const text = words((await (await at('hieutruong')).open('/lam-viec/chi-tieu')).text)
    expect(text).toContain('✕ thiếu')
    expect(text).toContain('Mỗi tổ hai tin')
    // Sent now, it counts for this month, not for the one that is over.
    const late = await createStory(school, 'giaovien')
    expect((await submit(school, 'giaovien', late)).status).toBe(200)
    const { rows } = await school.sql.query(`select to_char(gui_thang, 'YYYY-MM') as gui from san_pham where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [late])
    expect(rows[0].gui).toBe(new Date(next + 7 * 3_600_000).toISOString().slice(0, 7))
    await moveClock(school, '0')
  })
})
