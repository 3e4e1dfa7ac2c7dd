/** Reminders through the months, with the clock moved: once, to whom they concern, never for what was done meanwhile. */
import { describe, expect, it } from 'vitest'
import { remindOnce } from '../../src/jobs/remind.ts'
import { desksAt } from '../support/deskClient.ts'
import { personId, regulation } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const clockAt = (hanoi: string): Promise<void> =>
  moveClock(school, `${Math.round((Date.parse(`${hanoi.replace(' ', 'T')}+07:00`) - Date.now()) / 1000)} seconds`)
const told = async () =>
  (await school.sql.query(`select n.email, h.khoa, h.tieu_de as chu, h.dan from hop_thu h join nguoi_dung n on n.id = h.nguoi where h.loai like 'nhac%' order by h.id`)).rows as { email: string; khoa: string; chu: string; dan: string }[] // prettier-ignore
const quota = { ma: 'tin', ten: 'Mỗi tổ một tin', doiTuong: 'donVi', sanPham: 'tinBai', soLuong: 1, kyHan: 'thang', demTheo: 'gui', loaiDonVi: ['toChuyenMon'], tuThang: '2027-03' } // prettier-ignore

describe('reminders', () => {
  it('come to whoever owes, once, at an hour of the day, and not for what was done', async () => {
    await regulation(school, { chiTieu: [quota] })
    await clockAt('2027-03-19 09:00:00')
    expect(await remindOnce(school.payload)).toBe(0)
    await clockAt('2027-03-20 05:00:00')
    expect(await remindOnce(school.payload)).toBe(0)
    await clockAt('2027-03-20 09:00:00')
    const [one, other] = await Promise.all([remindOnce(school.payload), remindOnce(school.payload)])
    expect([Math.min(one, other), Math.max(one, other) > 0]).toEqual([0, true])
    expect(await remindOnce(school.payload)).toBe(0)
    const first = await told()
    expect(
      first.every(({ khoa, dan, chu }) => khoa.startsWith('nhac/2027-03/chuViec/tin/') && dan === '/lam-viec/chi-tieu' && chu.includes('đã có 0 trên 1')),
    ).toBe(true)
    expect((await (await at('giaovien')).open('/lam-viec/hop-thu')).text).toContain('Chỉ tiêu: ')

    // Sent meanwhile: the next step asks for it no more.
    const story = await createStory(school, 'giaovien')
    expect(codes(await submit(school, 'giaovien', story))).toEqual([])
    const unit = Number((await school.sql.query(`select don_vi from san_pham where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [story])).rows[0].don_vi)
    await clockAt('2027-03-24 09:00:00')
    await remindOnce(school.payload)
    const second = (await told()).slice(first.length)
    expect([second.some(({ khoa }) => khoa.endsWith(`tin/${unit}`)), first.some(({ khoa }) => khoa.endsWith(`tin/${unit}`))]).toEqual([false, true])

    // The office is told in one line.
    await clockAt('2027-03-29 09:00:00')
    await remindOnce(school.payload)
    const third = (await told()).slice(first.length + second.length)
    expect(third.map(({ email, khoa }) => [email, khoa])).toEqual([['vanphong@thpt.example', 'nhac/2027-03/vanPhong/nhacChiTieu']])
  })

  it('ask for rows of the plan, by name, and never at Tết', async () => {
    const teacher = await personId(school, 'giaovien')
    await clockAt('2028-01-10 09:00:00')
    const body = new FormData()
    for (const [name, value] of [['noiDung', 'Mừng Đảng, mừng xuân'], ['thang', '1'], ['nguoi', String(teacher)]] as const) body.append(name, value) // prettier-ignore
    const made = await (await at('vanphong')).send('/lam-viec/ke-hoach/them?nam=2027-2028', { method: 'POST', body })
    expect(made.status).toBe(303)
    // Tết of 2028 is the 26th; the regulation closes from the 18th.
    await regulation(school, { ngayNghi: [{ tu: '2028-01-19', den: '2028-01-31', ten: 'Nghỉ Tết' }] })
    await clockAt('2028-01-18 09:00:00')
    await remindOnce(school.payload)
    const [last] = (await told()).slice(-1)
    expect(last).toMatchObject({ email: 'vanphong@thpt.example', chu: expect.stringContaining('Mừng Đảng, mừng xuân') as string })
    for (const day of ['20', '24', '28']) {
      await clockAt(`2028-01-${day} 09:00:00`)
      expect(await remindOnce(school.payload)).toBe(0)
    }
    const refused = await (await school.as('hieutruong')).post('/api/globals/quy-che', { ngayNghi: [{ tu: '2028-02-30', den: '2028-03-01', ten: 'x' }] })
    expect([refused.status, refused.text.includes('ngayNghi.0.tu')]).toEqual([400, true])
    await moveClock(school, '0')
  })
})
