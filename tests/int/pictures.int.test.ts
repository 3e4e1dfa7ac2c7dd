/** Uploads: re-encoded, without EXIF, within limits; private until a live edition names their bytes. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { approve, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 1400, height: 900, channels: 3, background: '#88aa66' } })
    .withExif({ IFD0: { Artist: 'NguoiChup' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 23/1 0/1' } })
    .jpeg()
    .toBuffer()
const upload = async (bytes: Uint8Array, name = 'anh.jpg', type = 'image/jpeg', data: object = { altText: 'Một thửa ruộng xanh' }) =>
  (await school.as('giaovien')).upload('/api/tu-lieu', { name, type, bytes }, data)

describe('what is uploaded', () => {
  it('loses EXIF and GPS in every size, and keeps a hash of what is stored', async () => {
    const bytes = await photo()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const made = await upload(bytes)
    expect(made.status, made.text).toBe(201)
    const { filename, sizes, sha256 } = made.body.doc
    const names = [filename, ...Object.values(sizes as Record<string, { filename?: string }>).map((s) => s.filename)].filter(Boolean)
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      const { token } = await school.as('giaovien')
      const file = await fetch(`${school.url}/api/tu-lieu/file/${name}`, { headers: { Authorization: `JWT ${token}` } })
      const stored = Buffer.from(await file.arrayBuffer())
      expect((await sharp(stored).metadata()).exif).toBeUndefined()
      if (name === filename) expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256)
    }
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'anh.svg', 'image/svg+xml'],
    ['an SVG called a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'anh.jpg', 'image/jpeg'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'trang.html', 'text/html'],
    ['a page called a picture', '<!doctype html>', 'anh.png', 'image/png'],
    ['a broken picture', '\xff\xd8\xff\xe0 không phải ảnh', 'anh.jpg', 'image/jpeg'],
    ['an empty file', '', 'anh.jpg', 'image/jpeg'],
    ['a page called a PDF', '<html>', 'a.pdf', 'application/pdf'],
  ])('refuses %s in plain words', async (_name, content, name, type) => {
    const refused = await upload(Buffer.from(content, 'latin1'), name, type)
    expect([refused.status, codes(refused)]).toEqual([422, ['FILE_UNREADABLE']])
    expect(refused.body.errors[0].message).toContain('Hãy chọn tệp khác')
  })

  it('refuses a picture with too many pixels before decoding it', async () => {
    const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const refused = await upload(huge, 'to.png', 'image/png')
    expect([refused.status, codes(refused)]).toEqual([422, ['FILE_UNREADABLE']])
  })

  it('refuses a document without its file', async () => {
    const refused = await (await school.as('giaovien')).post('/api/tu-lieu', { altText: 'không có tệp' })
    expect(refused.status).toBe(422)
  })

  it('asks for a description before a picture is submitted with a story', async () => {
    const made = await upload(await photo(), 'b.jpg', 'image/jpeg', {})
    const refused = await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: made.body.doc.id }))
    expect([refused.status, codes(refused)]).toEqual([422, ['MISSING_ALT_TEXT']])
  })
})

describe('what is served', () => {
  it('gives a visitor no working file, and the bytes of a live edition only by their hash', async () => {
    const made = await upload(await photo())
    const doc = made.body.doc
    expect((await school.visitor.get(`/api/tu-lieu/file/${doc.filename}`)).status).toBe(401)
    const id = await createStory(school, 'giaovien', { anhBia: doc.id })
    const { body } = await submit(school, 'giaovien', id)
    const hash = JSON.parse((await (await school.as('vanphong')).get(`/api/ban-trinh/${body.banTrinh.id}`)).body.noiDung).anhBia.sha256
    expect((await school.visitor.get(`/tep/${hash}/1400.jpg`)).status).toBe(404)
    expect((await (await school.as('vanphong')).get(`/api/ban-trinh/${body.banTrinh.id}/tep/${hash}/1400.jpg`)).status).toBe(200)
    expect((await school.visitor.get(`/api/ban-trinh/${body.banTrinh.id}/tep/${hash}/1400.jpg`)).status).toBe(401)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    await approve(school, 'phohieutruong', id, body.banTrinh.id)
    const served = await fetch(`${school.url}/tep/${hash}/1400.jpg`)
    expect(served.status).toBe(200)
    expect(
      createHash('sha256')
        .update(Buffer.from(await served.arrayBuffer()))
        .digest('hex'),
    ).toBe(hash)
    await (await school.as('phohieutruong')).post(`/api/tin-bai/${id}/go`, { lyDo: 'gỡ ảnh' })
    expect((await school.visitor.get(`/tep/${hash}/1400.jpg`)).status).toBe(404)
  })

  it('replacing a file, its description or caption changes no live page', async () => {
    const made = await upload(await photo(), 'c.jpg', 'image/jpeg', { altText: 'Mô tả đã duyệt' })
    const { slug } = await publishStory(school, { anhBia: made.body.doc.id })
    const before = (await school.visitor.get(`/bai/${slug}`)).text
    const other = await sharp({ create: { width: 700, height: 700, channels: 3, background: '#f00' } })
      .jpeg()
      .toBuffer()
    const replaced = await (
      await school.as('giaovien')
    ).upload(`/api/tu-lieu/${made.body.doc.id}`, { name: 'd.jpg', type: 'image/jpeg', bytes: other }, { altText: 'Mô tả lén' }, 'PATCH')
    expect(replaced.status, replaced.text).toBe(200)
    expect((await school.visitor.get(`/bai/${slug}`)).text).toBe(before)
    const hash = /\/tep\/([0-9a-f]{64})\/1400\.jpg/.exec(before)![1]!
    expect((await fetch(`${school.url}/tep/${hash}/1400.jpg`)).status).toBe(200)
  })

  it('whoever changed a picture is a contributor to the story that shows it', async () => {
    const made = await upload(await photo())
    await (await school.as('phohieutruong')).patch(`/api/tu-lieu/${made.body.doc.id}`, { chuThich: 'Chú thích của phó hiệu trưởng' })
    const id = await createStory(school, 'giaovien', { anhBia: made.body.doc.id })
    const { body } = await submit(school, 'giaovien', id)
    await approve(school, 'vanphong', id, body.banTrinh.id)
    expect(codes(await approve(school, 'phohieutruong', id, body.banTrinh.id))).toEqual(['SELF_REVIEW'])
  })
})
