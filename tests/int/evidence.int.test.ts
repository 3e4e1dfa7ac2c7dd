/** What a reader is given to check a page without trusting it. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { act, publishStory } from '../support/stories.ts'

const school = openSchool()
const sha256 = (bytes: string): string => createHash('sha256').update(bytes, 'utf8').digest('hex')

describe('a live page', () => {
  it('says who approved it and when, with its fingerprint, and gives the very bytes it is of', async () => {
    const { slug } = await publishStory(school, { tieuDe: 'Bài để kiểm tra', tomTat: 'Từng chữ một.' })
    const page = await school.visitor.get(`/bai/${slug}`)
    expect(page.text).toMatch(/Đã duyệt: Phó hiệu trưởng Giàng A Sếnh – \d\d:\d\d, \d\d\/\d\d\/\d{4} – mã [0-9a-f]{8}/)
    const vanTay = /\/ban-goc\/([0-9a-f]{64})"/.exec(page.text)![1]!
    const original = await school.visitor.get(`/ban-goc/${vanTay}`)
    expect([original.status, sha256(original.text)]).toEqual([200, vanTay])
    for (const words of [original.body.tieuDe, original.body.tomTat, original.body.donVi.ten]) expect(page.text).toContain(words)
  })

  it('gives them only while it is live', async () => {
    const { id, slug } = await publishStory(school)
    const vanTay = /\/ban-goc\/([0-9a-f]{64})"/.exec((await school.visitor.get(`/bai/${slug}`)).text)![1]!
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Thử gỡ' })
    expect((await school.visitor.get(`/ban-goc/${vanTay}`)).status).toBe(404)
    expect((await school.visitor.get('/ban-goc/abc')).status).toBe(404)
  })
})

describe('the record', () => {
  it('shows its head, which is the newest row, and the key that signed its verdicts', async () => {
    await publishStory(school)
    const { rows } = await school.sql.query('select so, bam from nhat_ky order by so desc limit 1')
    const page = await school.visitor.get('/so-duyet')
    expect(page.text).toContain(rows[0].bam)
    expect(page.text).toContain(`Số ${rows[0].so},`)
    const pem = await school.visitor.get('/khoa-cong-khai.pem')
    const key = createPublicKey(pem.text)
    const verdicts = await school.sql.query('select noi_dung_ky, chu_ky, khoa from phieu_duyet')
    expect(verdicts.rows.length).toBeGreaterThan(0)
    for (const v of verdicts.rows) {
      expect(verify(null, Buffer.from(v.noi_dung_ky, 'utf8'), key, Buffer.from(v.chu_ky, 'base64'))).toBe(true)
      expect(page.text).toContain(v.khoa)
    }
  })
})
