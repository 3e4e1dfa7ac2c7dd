/** What is made of files after they came: once, by whoever is there, also after a restart; and what documents say is found. */
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeFiles } from '../../src/jobs/makeFiles.ts'
import { docxOf, xlsxOf } from '../support/office.ts'
import { openSchool } from '../support/school.ts'
import { createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const photo = (seed: number): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: { r: seed, g: 90, b: 40 } } })
    .jpeg()
    .toBuffer()
const upload = async (name: string, type: string, bytes: Buffer): Promise<number> =>
  Number((await (await school.as('giaovien')).upload('/api/tu-lieu', { name, type, bytes }, { altText: 'Các bạn trồng cây' })).body.doc.id)
const stateOf = async (id: number): Promise<string[]> =>
  (await school.sql.query('select trang_thai from viec_tep where tu_lieu = $1', [id])).rows.map((row: { trang_thai: unknown }) => String(row.trang_thai))

describe('what is made of a picture', () => {
  it('waits in the database and is made once, whoever asks', async () => {
    const ids = [await upload('a.jpg', 'image/jpeg', await photo(10)), await upload('b.jpg', 'image/jpeg', await photo(20))]
    expect([...(await stateOf(ids[0]!)), ...(await stateOf(ids[1]!))]).toEqual(['cho', 'cho'])
    await school.sql.query(`update viec_tep set trang_thai = 'xong' where tu_lieu <> all($1)`, [ids])
    const made = await Promise.all([makeFiles(school.payload), makeFiles(school.payload)])
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(2)
    expect([...(await stateOf(ids[0]!)), ...(await stateOf(ids[1]!))]).toEqual(['xong', 'xong'])
    expect(await makeFiles(school.payload)).toBe(0)
  })

  it('is taken again where whoever took it was stopped, and not before', async () => {
    const id = await upload('c.jpg', 'image/jpeg', await photo(30))
    await school.sql.query(`update viec_tep set lan = 1, sau = now() + interval '2 minutes' where tu_lieu = $1`, [id])
    expect(await makeFiles(school.payload)).toBe(0)
    await school.sql.query(`update viec_tep set sau = now() where tu_lieu = $1`, [id])
    expect(await makeFiles(school.payload)).toBe(1)
    expect(await stateOf(id)).toEqual(['xong'])
  })

  it('is given up where the bytes are not those that were kept, and the next is made all the same', async () => {
    const [bad, good] = [await upload('d.jpg', 'image/jpeg', await photo(40)), await upload('e.jpg', 'image/jpeg', await photo(50))]
    await school.sql.query(`update viec_tep set sha256 = repeat('0', 64) where tu_lieu = $1`, [bad])
    await makeFiles(school.payload)
    expect([...(await stateOf(bad)), ...(await stateOf(good))]).toEqual(['khongDuoc', 'xong'])
  })

  it('is nothing a story waits for: one submitted before it was made has all its sizes', async () => {
    const id = await upload('f.jpg', 'image/jpeg', await photo(60))
    const story = await createStory(school, 'giaovien', { tuLieu: [id] })
    expect((await submit(school, 'giaovien', story)).status).toBe(200)
    const { rows } = await school.sql.query(`select cardinality(ma_tep(noi_dung)) as files from ban_trinh where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [
      story,
    ])
    expect(Number(rows[0]!.files)).toBeGreaterThan(3)
  })
})

describe('what a document says', () => {
  it.each([
    ['mau-don.docx', DOCX, docxOf({ body: '<w:p><w:r><w:t>Đơn xin tham gia lớp thêu thổ cẩm Cọ Nhỏ</w:t></w:r></w:p>' }), 'thêu thổ cẩm'],
    ['phan-cong.xlsx', XLSX, xlsxOf({ rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Trực cổng khua luống</t></is></c></row>' }), 'khua luống'],
  ])('%s is found by its words, and the result says where they stand', async (name, type, bytes, words) => {
    const id = await upload(name, type, bytes)
    const { slug } = await publishStory(school, { tieuDe: `Biểu mẫu ${name}`, tuLieu: [id] })
    const found = await school.visitor.get(`/tim-kiem?q=${encodeURIComponent(words)}`)
    expect(found.text).toContain(`/bai/${slug}`)
    expect(found.text).toContain('Trong tệp')
    // Whoever types without marks finds it too; who asks for what no document says finds nothing.
    expect((await school.visitor.get(`/tim-kiem?q=${encodeURIComponent(words.normalize('NFD').replace(/\p{M}/gu, ''))}`)).text).toContain(`/bai/${slug}`)
    expect((await school.visitor.get('/tim-kiem?q=khongcotrongteponao')).text).not.toContain(`/bai/${slug}`)
  })

  it('a PDF too', async () => {
    const doc = await PDFDocument.create()
    doc.addPage().drawText('Quy dinh ve xe dap dien zuzana', { x: 50, y: 500 })
    const id = await upload('quy-dinh.pdf', 'application/pdf', Buffer.from(await doc.save()))
    const { slug } = await publishStory(school, { tieuDe: 'Quy định trong tệp', tuLieu: [id] })
    expect((await school.visitor.get('/tim-kiem?q=dap+dien+zuzana')).text).toContain(`/bai/${slug}`)
  })
})
