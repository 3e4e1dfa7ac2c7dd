/** Where a live story goes besides: read aloud, sent up, shared – in the words that were approved, as far as people agreed. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { desksAt } from '../support/deskClient.ts'
import { exported, runVerifier } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { act, publishStory } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

let made = 0
async function consentOf(kenh: string[]): Promise<{ id: number; hoTen: string }> {
  made += 1
  const hoTen = `Người Lên Loa ${made}`
  const answer = await (await school.as('giaovien')).post('/api/dong-y', { hoTen, namSinh: 1990, kenh })
  return { id: answer.body.doc.id as number, hoTen }
}
const words = (html: string): string => html.replace(/<style>.*?<\/style>|<[^>]+>/gsu, ' ').replace(/\s+/gu, ' ') // prettier-ignore

describe('the loudspeaker', () => {
  it('reads the approved edition in words for the ear, and notes that it did', async () => {
    const { id, slug } = await publishStory(school, {
      tieuDe: 'Lớp 12A1 góp 2.500.000đ',
      noiDung: toLexical(['Sáng 20/11, THPT Hoa Ban trao quà.', 'Đội QKX giúp.']),
    })
    await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tieuDe: 'Chữ chưa duyệt' })
    const sheet = await (await at('doantn')).open(`/phat-thanh/${slug}`)
    expect(sheet.status).toBe(200)
    const said = words(sheet.text)
    expect(said).toContain('Lớp mười hai a một góp hai triệu năm trăm nghìn đồng.')
    expect(said).toContain('Sáng ngày hai mươi tháng mười một, trung học phổ thông Hoa Ban trao quà.')
    expect(said).toContain('Máy chưa biết đọc: QKX')
    expect(said).not.toContain('chưa duyệt')
    expect((await (await at('giaovien')).open(`/phat-thanh/${slug}`)).status).toBe(200)
    expect((await school.visitor.get(`/phat-thanh/${slug}`)).text).toContain('name="password"')
    const list = await (await at('doantn')).open('/lam-viec/phat-thanh')
    expect(list.text).toContain(`/phat-thanh/${slug}`)
    const noted = await (await at('doantn')).post('/lam-viec/phat-thanh', { taiLieu: String(id), ngay: today })
    expect([noted.location, noted.text.includes('đã phát ngày')]).toEqual(['/lam-viec/phat-thanh?da=luu', true])
    for (const who of ['giaovien', 'quantri'] as const) expect((await (await at(who)).open('/lam-viec/phat-thanh')).status, who).toBe(404)
  })

  it('does not read out whoever did not agree to that, and nothing that is not live', async () => {
    const person = await consentOf(['website'])
    const { id, slug } = await publishStory(school, { nhanVat: [person.id] })
    const refused = await (await at('doantn')).open(`/phat-thanh/${slug}`)
    expect(words(refused.text)).toContain(`Chưa đọc được trên loa: ${person.hoTen} chưa đồng ý cho phát thanh.`)
    expect(refused.text).not.toContain('class="ban-doc"')
    await (await school.as('giaovien')).patch(`/api/dong-y/${person.id}`, { kenh: ['website', 'phatThanh'] })
    expect((await (await at('doantn')).open(`/phat-thanh/${slug}`)).text).toContain('class="ban-doc"')
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Thôi' })
    expect((await (await at('doantn')).open(`/phat-thanh/${slug}`)).status).toBe(404)
  })
})

describe('other places', () => {
  it('get the approved words as far as people agreed; what went where is noted and never altered', async () => {
    const person = await consentOf(['website', 'mangXaHoi'])
    const { id, slug } = await publishStory(school, { tieuDe: 'Bài đưa đi', nhanVat: [person.id] })
    const office = await at('vanphong')
    const page = await office.open(`/lam-viec/kenh/${id}`)
    expect(page.text.split(`/bai/${slug}</textarea>`).length + page.text.split(`\nhttp://school.test/bai/${slug}\n`).length).toBeGreaterThan(4)
    expect(words(page.text)).toContain(`Chưa gửi được tới đây: ${person.hoTen} chưa đồng ý cho nơi này.`)
    expect((await office.open(`/lam-viec/ho-so/tin-bai/${id}`)).text).toContain(`/lam-viec/kenh/${id}`)
    expect((await (await at('giaovien')).open(`/lam-viec/kenh/${id}`)).status).toBe(404)

    const tapped = await office.post(`/lam-viec/kenh/${id}`, { kenh: 'congSo', ketQua: 'daGui', ngay: today })
    expect([tapped.location, words(tapped.text).includes('Cổng thông tin cấp trên , đã gửi ngày')]).toEqual([`/lam-viec/kenh/${id}?da=luu`, true])
    for (const bad of [{ kenh: 'x' }, { ketQua: '' }, { ngay: '2031-01-01' }, { ngay: '2026-02-31' }, { diaChi: 'x'.repeat(501) }, { ghiChu: 'x\u202e' }]) {
      const refused = await office.post(`/lam-viec/kenh/${id}`, { kenh: 'zalo', ketQua: 'daDang', ngay: today, diaChi: '', ghiChu: '', ...bad })
      expect([400, 422], JSON.stringify(bad)).toContain(refused.status)
    }
    await office.post(`/lam-viec/kenh/${id}`, { kenh: 'fanpage', ketQua: 'daDang', ngay: today, diaChi: 'https://mang-xa-hoi.example/1', ghiChu: '' })
    for (const change of [`update kenh_dang set ket_qua = 'daGo'`, 'delete from kenh_dang', 'truncate kenh_dang'])
      await expect(school.sql.query(change), change).rejects.toThrow()

    // Withdrawn: whoever follows it up sees where it went.
    await (await school.as('vanphong')).post(`/api/dong-y/${person.id}/rut`, { lyDo: 'Xin rút' })
    const paper = words((await office.open(`/lam-viec/dong-y/${person.id}`)).text)
    expect(paper).toContain('Đã đưa đi nơi khác (2)')
    expect(paper).toContain('https://mang-xa-hoi.example/1')
    expect((await office.open(`/lam-viec/kenh/${id}`)).status).toBe(404)
  })

  it('are followed by the offline verifier', async () => {
    const { lines } = await exported(school)
    expect((await runVerifier(school, lines)).code).toBe(0)
  })
})
