/** Who may read what: visitors the public record, each role what the design gives it, nobody more. */
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { act, createStory, publishStory, submit } from '../support/stories.ts'
import type { PersonKey } from '../../src/demo/people.ts'

const school = openSchool()
const CLOSED = ['tin-bai', 'tu-lieu', 'chu-de', 'don-vi', 'cai-dat', 'trang', 'van-ban', 'dong-y', 'nguoi-dung', 'ho-so', 'ban-trinh', 'phieu-duyet', 'nhat-ky']

describe('a visitor', () => {
  it.each(CLOSED)('reads nothing of %s, by list, id, count, versions or tricks', async (slug) => {
    for (const path of ['', '/1', '/count', '/versions', '?depth=3&draft=true', '?where[id][greater_than]=0&select[id]=true', '/1?draft=true', '/1/viec']) {
      const answer = await school.visitor.get(`/api/${slug}${path}`)
      expect([`${slug}${path}`, answer.status >= 401 && answer.status <= 404]).toEqual([`${slug}${path}`, true])
    }
  })

  it('reads no regulation, no submission drawn for reviewers, no GraphQL, no job, no first account', async () => {
    for (const path of ['/api/globals/quy-che', '/api/ban-trinh/1/xem', '/api/graphql', '/api/payload-jobs/run', '/api/payload-locked-documents']) {
      expect([path, (await school.visitor.get(path)).status >= 400]).toEqual([path, true])
    }
    expect(
      (await school.visitor.post('/api/nguoi-dung/first-register', { email: 'x@thpt.example', password: 'mot-mat-khau-dai', vaiTro: ['nguoiPhatNgon'] }))
        .status,
    ).toBe(403)
    expect((await school.visitor.post('/api/nguoi-dung', { email: 'x@thpt.example', password: 'mot-mat-khau-dai' })).status).toBe(401)
  })

  it('cannot learn the words of an ended edition by filtering, sorting or selecting', async () => {
    const { id, slug } = await publishStory(school, { tomTat: 'Bí mật sau khi gỡ' })
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
    for (const query of [
      `where[slug][equals]=${slug}&select[noiDung]=true`,
      `where[slug][equals]=${slug}&depth=2`,
      `where[and][0][slug][equals]=${slug}&where[and][1][noiDung][contains]=${encodeURIComponent('Bí mật')}`,
      `where[noiDung][contains]=${encodeURIComponent('Bí mật')}`,
      `where[or][0][ketThucLuc][exists]=true&select[tieuDe]=true`,
    ]) {
      const answer = await school.visitor.get(`/api/ban-dang?${query}`)
      expect(answer.text).not.toContain('Bí mật sau')
      expect(answer.text).not.toContain('Giàng A Sếnh')
    }
    const count = await school.visitor.get(`/api/ban-dang/count?where[noiDung][contains]=${encodeURIComponent('Bí mật')}`)
    expect(count.body.totalDocs).toBe(0)
  })
})

describe('an account', () => {
  const rows: [PersonKey, boolean][] = [
    ['giaovien', true],
    ['lop12a1', false],
    ['doantn', false],
    ['vanphong', true],
    ['phohieutruong', true],
    ['hieutruong', true],
    ['quantri', false],
  ]
  it.each(rows)('%s reads a teacher’s draft and its submission: %s', async (who, allowed) => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'Bản nháp của cô giáo' })
    const { body } = await submit(school, 'giaovien', id)
    const reader = await school.as(who)
    for (const path of [`/api/tin-bai/${id}`, `/api/ban-trinh/${body.banTrinh.id}`, `/api/ban-trinh/${body.banTrinh.id}/xem`, `/api/tin-bai/${id}/viec`]) {
      expect([path, (await reader.get(path)).status === 200]).toEqual([path, allowed])
    }
    for (const query of ['where[tieuDe][like]=nháp', 'draft=true', 'depth=2&limit=0']) {
      expect((await reader.get(`/api/tin-bai?${query}`)).text.includes('Bản nháp của cô giáo')).toBe(allowed)
      expect((await reader.get(`/api/tin-bai/versions?${query.replace('where[', 'where[version.')}`)).text.includes('Bản nháp của cô giáo')).toBe(allowed)
      expect((await reader.get(`/api/ho-so?${query}`)).text.includes('Bản nháp của cô giáo')).toBe(allowed)
    }
  })

  it('the youth union reads good deeds of every class, and their pictures', async () => {
    const id = await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot' })
    expect((await (await school.as('doantn')).get(`/api/tin-bai/${id}`)).status).toBe(200)
    expect((await (await school.as('giaovien')).get(`/api/tin-bai/${id}`)).status).not.toBe(200)
  })

  it('any account reads topics, units and the checklist; only the spokesperson changes the regulation', async () => {
    for (const who of ['lop12a1', 'doantn', 'quantri'] as const) {
      const reader = await school.as(who)
      expect((await reader.get('/api/chu-de')).body.docs.length).toBeGreaterThan(0)
      expect((await reader.get('/api/don-vi')).body.docs.length).toBeGreaterThan(0)
      expect((await reader.get('/api/globals/quy-che')).body.kiemTra).toHaveLength(16)
      expect((await reader.post('/api/globals/quy-che', { dangNgay: false })).status).toBe(403)
    }
  })

  it('nobody shows what he may not see: colleagues’ consents and unpublished pictures', async () => {
    const consent = await (await school.as('lop12a1')).post('/api/dong-y', { hoTen: 'Người Khác', kenh: ['website'] })
    const teacher = await school.as('giaovien')
    for (const data of [
      { nhanVat: [consent.body.doc.id] },
      { anhBia: 1 },
      { tuLieu: [1] },
      { noiDung: { root: { type: 'root', children: [{ type: 'upload', relationTo: 'tu-lieu', value: 1 }] } } },
    ]) {
      const refused = await teacher.post('/api/tin-bai', { tieuDe: 'Mượn', ...data })
      expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'NOT_YOURS'])
    }
  })

  it('consents of others stay with those who judge by them', async () => {
    const made = await (await school.as('lop12a1')).post('/api/dong-y', { hoTen: 'Riêng Tư', kenh: ['website'] })
    const path = `/api/dong-y/${made.body.doc.id}`
    expect((await (await school.as('giaovien')).get(path)).status).not.toBe(200)
    expect((await (await school.as('quantri')).get(path)).status).not.toBe(200)
    for (const who of ['lop12a1', 'doantn', 'vanphong', 'phohieutruong'] as const) expect((await (await school.as(who)).get(path)).status).toBe(200)
  })
})
