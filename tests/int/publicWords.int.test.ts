/** Words before readers that nobody else approved: reasons of the regulation alone, emergencies that cannot be chained, the last approved words back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { settleEmergencies, regulation, urgentAtTheGate, urgentWords } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, codes, createStory, publishStory, submit } from '../support/stories.ts'
import { toLexical } from '../../src/demo/lexical.ts'

const school = openSchool()
const OWN = 'THÔNG CÁO: điều chưa ai khác đọc.'
const urgent = (id: number, slug?: string): ReturnType<typeof act> => act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão' }, slug)

describe('the reason of a withdrawal', () => {
  it('is a sentence of the regulation; what the approver writes stays inside', async () => {
    const { id, slug } = await publishStory(school)
    const unknown = await act(school, 'phohieutruong', 'go', id, { lyDo: OWN, maLyDo: 'tuViet' })
    expect([unknown.status, codes(unknown)]).toEqual([422, ['UNKNOWN_REASON']])
    expect((await act(school, 'phohieutruong', 'go', id, { lyDo: OWN, maLyDo: 'saiSot' })).status).toBe(200)
    const page = await school.visitor.get(`/bai/${slug}`)
    expect([page.status, page.text.includes('chưa chính xác'), page.text.includes('THÔNG CÁO')]).toEqual([410, true, false])
    const data = await school.visitor.get(`/api/ban-dang?where[slug][equals]=${slug}`)
    expect(data.text).not.toContain('THÔNG CÁO')
    const { rows } = await school.sql.query(`select chi_tiet from nhat_ky where hanh_dong = 'go' order by so desc limit 1`)
    expect(JSON.parse(rows[0].chi_tiet as string)).toMatchObject({ lyDo: OWN })
  })

  it('is not put there through the database either', async () => {
    const { id } = await publishStory(school)
    const sql = await school.sql.connect()
    try {
      await sql.query('begin')
      const { rows } = await sql.query(`update ban_dang set ket_thuc_luc = now(), ly_do_go = $2 where bo_suu_tap = 'tin-bai' and tai_lieu = $1 returning id`, [
        id,
        OWN,
      ])
      await sql.query(`insert into nhat_ky (hanh_dong, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ('go', 'x', 'tin-bai', $1, $2)`, [
        id,
        JSON.stringify({ banDang: rows[0].id }),
      ])
      await expect(sql.query('commit')).rejects.toThrow(/reasons of the regulation/)
    } finally {
      sql.release()
    }
  })
})

describe('an emergency', () => {
  beforeEach(() => settleEmergencies(school))

  it('is one at a time for a spokesperson, whatever the documents', async () => {
    const one = await urgentAtTheGate(school)
    expect((await urgent(one.id)).status).toBe(200)
    const id = await createStory(school, 'giaovien', urgentWords())
    await submit(school, 'giaovien', id)
    const second = await urgent(id)
    expect([second.status, codes(second)]).toEqual([409, ['EMERGENCY_OPEN']])
    await approve(school, 'phohieutruong', one.id, one.banTrinh)
    expect((await urgent(id)).status).toBe(200)
  })

  it('does not come back as another document with a comma moved, once it has lapsed', async () => {
    const words = urgentWords()
    const first = await urgentAtTheGate(school, words)
    expect((await urgent(first.id)).status).toBe(200)
    await moveClock(school, '13 hours')
    const again = await createStory(school, 'giaovien', { ...words, tieuDe: 'Tên khác hẳn' })
    await submit(school, 'giaovien', again)
    expect(codes(await urgent(again))).toEqual(['EMERGENCY_LAPSED'])
    const other = await createStory(school, 'giaovien', { ...urgentWords(), tieuDe: 'Chuyện khác' })
    await submit(school, 'giaovien', other)
    expect((await urgent(other)).status).toBe(200)
    await act(school, 'phohieutruong', 'go', other, { lyDo: 'xong' })
    await moveClock(school, '0')
  })

  it('that lapses gives the last ordinary edition back, in lists and at its address', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Lời đã duyệt', noiDung: toLexical(['Câu đã duyệt.']) })
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tieuDe: 'Lời khẩn', ...urgentWords() })
    await submit(school, 'giaovien', id)
    expect((await urgent(id)).status).toBe(200)
    const during = await school.visitor.get(`/bai/${slug}`)
    expect([during.status, during.text.includes('Lời khẩn'), during.text.includes('Câu đã duyệt')]).toEqual([200, true, false])
    await moveClock(school, '13 hours')
    const after = await school.visitor.get(`/bai/${slug}`)
    expect([after.status, after.text.includes('Câu đã duyệt')]).toEqual([200, true])
    expect((await school.visitor.get('/tin-bai')).text).toContain('Lời đã duyệt')
    expect(
      (await school.visitor.get(`/api/ban-dang?where[boSuuTap][equals]=tin-bai&where[taiLieu][equals]=${id}`)).body.docs.map(
        (d: { tieuDe: string }) => d.tieuDe,
      ),
    ).toEqual(['Lời đã duyệt'])
    await moveClock(school, '0')
  })

  it('that is returned gives it back at once; one that is withdrawn takes the document off', async () => {
    const { id, slug } = await publishStory(school, { tieuDe: 'Lời cũ', noiDung: toLexical(['Câu cũ.']) })
    const change = async (): Promise<number> => {
      await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, urgentWords())
      const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
      await approve(school, 'vanphong', id, banTrinh)
      expect((await urgent(id)).status).toBe(200)
      return banTrinh
    }
    const first = await change()
    expect((await act(school, 'phohieutruong', 'tra-lai', id, { banTrinh: first, lyDo: 'Sai giờ' })).status).toBe(200)
    expect((await school.visitor.get(`/bai/${slug}`)).text).toContain('Câu cũ.')
    const { rows } = await school.sql.query(`select count(*)::int as n from ban_dang where tai_lieu = $1 and bo_suu_tap = 'tin-bai' and an_den is not null`, [
      id,
    ])
    expect(rows[0].n).toBe(0)
  })

  it('of the settings leaves the site its name and menu when it lapses', async () => {
    const office = await school.as('vanphong')
    const { rows } = await school.sql.query(`select id from cai_dat limit 1`)
    const settings = rows[0].id as number
    await office.patch(`/api/cai-dat/${settings}`, { khauHieu: 'Khẩu hiệu chưa ai duyệt của trường trong cơn bão số chín' })
    await regulation(school, { gioXacNhanKhan: 12 })
    expect((await submit(school, 'vanphong', settings, 'cai-dat')).status).toBe(200)
    const live = await urgent(settings, 'cai-dat')
    expect([live.status, codes(live)]).toEqual([200, []])
    expect((await school.visitor.get('/')).text).toContain('Khẩu hiệu chưa ai duyệt')
    await moveClock(school, '13 hours')
    const home = await school.visitor.get('/')
    expect([home.text.includes('Khẩu hiệu chưa ai duyệt'), home.text.includes('Trường THPT Hoa Ban')]).toEqual([false, true])
    await moveClock(school, '0')
  })
})
