/** Where else the school speaks, gated with its settings; and the rules of sharing, confirmed once a school year. */
import { expect, it } from 'vitest'
import { emailOf } from '../../src/demo/people.ts'
import { DeskClient } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { PASSWORD } from '../support/site.ts'
import { approve, codes, submit } from '../support/stories.ts'

const school = openSchool()
const deskOf = async (who: string): Promise<DeskClient> => {
  const desk = new DeskClient(school.url)
  await desk.signIn(emailOf(who as 'vanphong'), PASSWORD)
  return desk
}

it('the page of official channels says what was approved, and nothing before', async () => {
  const before = await school.visitor.get('/kenh-chinh-thuc')
  expect([before.status, before.text.includes('Kênh chính thức'), before.text.includes('facebook')]).toEqual([200, true, false])
  const office = await school.as('vanphong')
  const settings = (await office.get('/api/cai-dat')).body.docs[0] as { id: number; phienBan: number }
  const sent = { kenhChinhThuc: [{ ten: 'Cổng của Sở', diaChi: 'https://dienbien.edu.vn/', phuTrach: 'Tổ Văn phòng' }, { ten: 'Xấu', diaChi: 'javascript:alert(1)' }] } // prettier-ignore
  await office.patch(`/api/cai-dat/${settings.id}`, { ...sent, phienBan: settings.phienBan })
  expect(codes(await submit(school, 'vanphong', settings.id, 'cai-dat'))).toContain('LINK_NOT_ALLOWED')
  for (const diaChi of ['tel:1900', 'mailto:a@b.vn?body=x', '/gioi-thieu']) {
    const { phienBan } = (await office.get(`/api/cai-dat/${settings.id}`)).body as { phienBan: number }
    await office.patch(`/api/cai-dat/${settings.id}`, { kenhChinhThuc: [{ ten: 'Xấu', diaChi }], phienBan })
    expect([diaChi, codes(await submit(school, 'vanphong', settings.id, 'cai-dat'))]).toEqual([diaChi, ['LINK_NOT_ALLOWED']])
  }
  const again = (await office.get(`/api/cai-dat/${settings.id}`)).body as { phienBan: number }
  await office.patch(`/api/cai-dat/${settings.id}`, { kenhChinhThuc: sent.kenhChinhThuc.slice(0, 1), phienBan: again.phienBan })
  const submitted = await submit(school, 'vanphong', settings.id, 'cai-dat')
  expect(submitted.status).toBe(200)
  expect((await school.visitor.get('/kenh-chinh-thuc')).text).not.toContain('Cổng của Sở')
  await approve(school, 'hieutruong', settings.id, submitted.body.banTrinh.id, 'cai-dat')
  const after = (await school.visitor.get('/kenh-chinh-thuc')).text
  expect([after.includes('Cổng của Sở: <a href="https://dienbien.edu.vn/"'), after.includes('(Tổ Văn phòng)')]).toEqual([true, true])
})

it('the rules of sharing are asked for until they were confirmed, once, in the log; leaders see who has not', async () => {
  const desk = await deskOf('giaovien')
  expect((await desk.open('/lam-viec')).text).toContain('Đọc và xác nhận quy định')
  const leader = await deskOf('phohieutruong')
  const name = (await school.sql.query('select ho_ten from nguoi_dung where email = $1', [emailOf('giaovien')])).rows[0].ho_ten as string
  const waiting = async (): Promise<boolean> => (await leader.open('/lam-viec/quy-dinh')).text.includes(`<li>${name}`)
  expect(await waiting()).toBe(true)
  for (let n = 0; n < 2; n += 1) expect((await desk.post('/lam-viec/quy-dinh', {})).text).toContain('Bạn đã xác nhận lúc')
  expect([await waiting(), (await desk.open('/lam-viec')).text.includes('Đọc và xác nhận quy định')]).toEqual([false, false])
  const rows = (await school.sql.query(`select 1 from nhat_ky where hanh_dong = 'da-doc'`)).rows
  expect(rows.length).toBe(1)
  expect((await desk.open('/lam-viec/quy-dinh')).text).not.toContain('Chưa xác nhận')
  await expect(school.sql.query('delete from da_doc')).rejects.toThrow(/permission denied/)
})
