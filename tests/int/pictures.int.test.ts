/** Uploads: re-encoded, without EXIF, within limits; private until a live edition names their bytes. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pdfWith } from '../support/pdf.ts'
import { openSchool } from '../support/school.ts'
import { approve, codes, createStory, publishStory, submit } from '../support/stories.ts'
import type { Media } from '../../src/theme/content/edition.ts'

const school = openSchool()
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 1400, height: 900, channels: 3, background: '#88aa66' } })
    .withExif({ IFD0: { Artist: 'NguoiChup' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 23/1 0/1' } })
    .jpeg()
    .toBuffer()
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
const EXTENSION: Record<string, string> = { 'image/avif': 'avif', 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png' }
type Variant = { sha256: string; rong: number; cao: number; kieu: string }
/** What a submission froze of its lead picture. */
async function coverIn(banTrinh: number): Promise<Media & { kichThuoc: Variant[] }> {
  return JSON.parse((await (await school.as('vanphong')).get(`/api/ban-trinh/${banTrinh}`)).body.noiDung).anhBia
}
/** The bytes as a reviewer gets them. */
async function reviewed(banTrinh: number, { sha256: hash, rong, kieu }: Variant): Promise<{ type: string | null; bytes: Buffer }> {
  const { token } = await school.as('vanphong')
  const answer = await fetch(`${school.url}/api/ban-trinh/${banTrinh}/tep/${hash}/${rong}.${EXTENSION[kieu]}`, { headers: { Authorization: `JWT ${token}` } })
  return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) }
}
const upload = async (bytes: Uint8Array, name = 'anh.jpg', type = 'image/jpeg', data: object = { altText: 'Một thửa ruộng xanh' }) =>
  (await school.as('giaovien')).upload('/api/tu-lieu', { name, type, bytes }, data)

describe('what is uploaded', () => {
  it('loses EXIF and GPS in every file kept for people, and keeps a hash of what is stored', async () => {
    const bytes = await photo()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const made = await upload(bytes)
    expect(made.status, made.text).toBe(201)
    const { filename, sizes, sha256: hash } = made.body.doc
    for (const name of [filename, sizes.w320.filename]) {
      const { token } = await school.as('giaovien')
      const file = await fetch(`${school.url}/api/tu-lieu/file/${name}`, { headers: { Authorization: `JWT ${token}` } })
      const stored = Buffer.from(await file.arrayBuffer())
      expect((await sharp(stored).metadata()).exif).toBeUndefined()
      if (name === filename) expect(sha256(stored)).toBe(hash)
    }
  })

  it('becomes AVIF, WebP and JPEG in every width it has, each frozen by its hash, without EXIF, and the same again', async () => {
    const made = await upload(await photo())
    const id = await createStory(school, 'giaovien', { anhBia: made.body.doc.id })
    const first = (await submit(school, 'giaovien', id)).body.banTrinh
    const { kichThuoc, mauNen, sha256: master } = await coverIn(first.id)
    expect(kichThuoc.map((v) => `${EXTENSION[v.kieu]} ${v.rong}x${v.cao}`)).toEqual([
      ...['avif', 'webp'].flatMap((type) => [`${type} 320x206`, `${type} 640x411`, `${type} 960x617`, `${type} 1400x900`]),
      'jpg 320x206',
      'jpg 640x411',
      'jpg 960x617',
    ])
    expect(mauNen).toMatch(/^#8[789]a[9ab]6[567]$/)
    for (const variant of kichThuoc) {
      const { type, bytes } = await reviewed(first.id, variant)
      const found = await sharp(bytes).metadata()
      expect([type, sha256(bytes)]).toEqual([variant.kieu, variant.sha256])
      expect([found.format === 'heif' ? found.compression === 'av1' && 'avif' : found.format, found.width, found.height]).toEqual([
        variant.kieu.slice(6),
        variant.rong,
        variant.cao,
      ])
      expect([found.exif, found.xmp, found.iptc, found.icc]).toEqual([undefined, undefined, undefined, undefined])
    }
    // What did not change keeps its fingerprint; also where everything that was made had to be made again.
    const store = join(school.dataDir, 'kho-tep')
    expect((await submit(school, 'giaovien', id)).body.banTrinh).toMatchObject({ lan: 1, vanTay: first.vanTay })
    rmSync(join(store, 'anh', master.slice(0, 2)), { recursive: true })
    for (const { sha256: hash } of kichThuoc) rmSync(join(store, hash.slice(0, 2), hash))
    expect((await submit(school, 'giaovien', id)).body.banTrinh).toMatchObject({ lan: 1, vanTay: first.vanTay })
    // A file that is missing is made again, though the note of it is there.
    const { sha256: lost } = kichThuoc[2]!
    rmSync(join(store, lost.slice(0, 2), lost))
    expect((await submit(school, 'giaovien', id)).body.banTrinh).toMatchObject({ lan: 1, vanTay: first.vanTay })
    expect(statSync(join(store, lost.slice(0, 2), lost)).size).toBeGreaterThan(0)
    expect(readdirSync(join(store, 'anh', master.slice(0, 2)))).toEqual([`${master}.1.json`])
  })

  it('is opaque wherever it could be seen through: on white, so that it looks the same on every ground', async () => {
    const square = (alpha: number): Promise<Buffer> =>
      sharp({ create: { width: 400, height: 400, channels: 4, background: { r: 20, g: 90, b: 80, alpha } } })
        .png()
        .toBuffer()
    for (const [alpha, grey] of [
      [0, 255],
      [0.5, 138],
      [1, 20],
    ] as const) {
      const made = await upload(await square(alpha), 'bieu-trung.png', 'image/png')
      const banTrinh = (await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: made.body.doc.id }))).body.banTrinh.id as number
      const frozen = await coverIn(banTrinh)
      expect([frozen.kieu, frozen.kichThuoc.map((v) => `${EXTENSION[v.kieu]} ${v.rong}`)]).toEqual([
        'image/jpeg',
        ['avif 320', 'avif 400', 'webp 320', 'webp 400', 'jpg 320'],
      ])
      for (const file of [frozen, ...frozen.kichThuoc]) {
        const { channels, isOpaque } = await sharp((await reviewed(banTrinh, file)).bytes).stats()
        expect([alpha, file.kieu, channels.length, isOpaque]).toEqual([alpha, file.kieu, 3, true])
        expect(Math.abs(channels[0]!.mean - grey)).toBeLessThan(4)
      }
    }
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'anh.svg', 'image/svg+xml'],
    ['an SVG called a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'anh.jpg', 'image/jpeg'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'trang.html', 'text/html'],
    ['a page called a picture', '<!doctype html>', 'anh.png', 'image/png'],
    ['a broken picture', '\xff\xd8\xff\xe0 không phải ảnh', 'anh.jpg', 'image/jpeg', 'FILE_UNREADABLE'],
    ['an empty file', '', 'anh.jpg', 'image/jpeg', 'FILE_UNREADABLE'],
    ['a page called a PDF', '<html>', 'a.pdf', 'application/pdf'],
  ])('refuses %s in plain words', async (_name, content, name, type, code = 'FILE_KIND') => {
    const refused = await upload(Buffer.from(content, 'latin1'), name, type)
    expect([refused.status, codes(refused)]).toEqual([422, [code]])
    expect(refused.body.errors[0].message).toContain('Hãy chọn tệp khác')
  })

  it('takes 50 and 108 megapixels and scales them, and refuses more before decoding it', async () => {
    const sized = (width: number, height: number): Promise<Buffer> =>
      sharp({ create: { width, height, channels: 3, background: '#7a9' }, limitInputPixels: false })
        .jpeg({ quality: 60 })
        .toBuffer()
    for (const [width, height, kept] of [
      [8192, 6144, [2560, 1920]],
      [12_000, 9000, [2560, 1920]],
    ] as const) {
      const made = await upload(await sized(width, height), `may-${width}.jpg`)
      expect([made.status, [made.body.doc?.width, made.body.doc?.height]], made.text).toEqual([201, kept])
    }
    const refused = await upload(await sized(12_000, 9200), 'to.jpg')
    expect([refused.status, codes(refused)]).toEqual([422, ['FILE_TOO_MANY_PIXELS']])
    expect(refused.body.errors[0].message).toContain('“to.jpg”')
  }, 180_000)

  it('takes a still GIF as a JPEG, and of what moves the first frame, which it says', async () => {
    const still = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a97' } })
      .gif()
      .toBuffer()
    const made = await upload(still, 'tinh.gif', 'image/gif')
    expect([made.status, made.body.doc?.mimeType]).toEqual([201, 'image/jpeg'])
    const frames = Buffer.concat([Buffer.alloc(60 * 40 * 3, 10), Buffer.alloc(60 * 40 * 3, 200)])
    for (const kind of ['gif', 'webp'] as const) {
      const name = `dong.${kind}`
      const picture = sharp(frames, { raw: { width: 60, height: 80, channels: 3, pageHeight: 40 } })
      const moving = await (kind === 'gif' ? picture.gif({ loop: 0 }) : picture.webp({ loop: 0 })).toBuffer()
      const taken = await upload(moving, name, `image/${kind}`)
      expect([taken.status, taken.body.doc?.mimeType, taken.body.doc?.soKhung]).toEqual([201, 'image/jpeg', 2])
    }
  })

  it('refuses a document without its file', async () => {
    expect((await (await school.as('giaovien')).post('/api/tu-lieu', { altText: 'không có tệp' })).status).toBe(422)
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

  it('in parts where a reader asks for parts, once where he has it, and never by a name that is not its own', async () => {
    const made = await upload(pdfWith({ stream: Buffer.alloc(300_000, 'kế hoạch tuần ') }), 'ke-hoach.pdf', 'application/pdf', {
      altText: 'Kế hoạch tuần',
      chuThich: 'Kế hoạch tuần 12',
    })
    // As it is kept, which is not as it came.
    const pdf = readFileSync(join(school.dataDir, 'tu-lieu', made.body.doc.filename))
    const { slug } = await publishStory(school, { tuLieu: [made.body.doc.id] })
    expect((await school.visitor.get(`/bai/${slug}`)).text).toContain('Kế hoạch tuần 12 (PDF, 301 kB)')
    const path = `/tep/${sha256(pdf)}/tep.pdf`
    const ask = (headers: Record<string, string> = {}, method = 'GET', at = path): Promise<Response> => fetch(school.url + at, { method, headers })
    const whole = await ask()
    expect(Buffer.from(await whole.arrayBuffer()).equals(pdf)).toBe(true)
    const header = (answer: Response, ...names: string[]): (string | null)[] => names.map((name) => answer.headers.get(name))
    expect(header(whole, 'content-type', 'content-disposition', 'accept-ranges', 'content-length', 'cache-control')).toEqual([
      'application/pdf',
      // Asked by the address of before 0.2: called as the story it belongs to.
      expect.stringMatching(/^attachment; filename="(?!tep\.pdf)[a-z0-9-]+\.pdf"; filename\*=UTF-8''[a-z0-9-]+\.pdf$/),
      'bytes',
      String(pdf.length),
      'public, max-age=604800, s-maxage=86400, immutable',
    ])
    expect(header(whole, 'surrogate-key')[0]).toMatch(/^tin-bai\/\d+$/)
    const etag = whole.headers.get('etag')!
    // By Node's own client: `fetch` adds `no-cache` to such a question, which asks for the whole file.
    const again = await new Promise<IncomingMessage>((done) =>
      get(school.url + path, { headers: { 'If-None-Match': etag } }, (answer) => done(answer.resume())),
    )
    expect([again.statusCode, again.headers['cache-control'], again.headers['content-length']]).toEqual([304, whole.headers.get('cache-control'), undefined])
    const part = await ask({ Range: 'bytes=100000-100099', 'If-Range': etag })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100000-100099/${pdf.length}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(pdf.subarray(100_000, 100_100))).toBe(true)
    expect((await ask({ Range: 'bytes=0-9', 'If-Range': '"khac"' })).status).toBe(200)
    const beyond = await ask({ Range: 'bytes=999999-' })
    expect([beyond.status, ...header(beyond, 'content-range', 'cache-control', 'etag')]).toEqual([416, `bytes */${pdf.length}`, 'no-store', null])
    for (const odd of ['bytes=0-0,5-9', 'bytes=abc', 'chars=0-5', `bytes=${'0-1,'.repeat(2000)}`])
      expect([odd.slice(0, 20), (await ask({ Range: odd })).status]).toEqual([odd.slice(0, 20), 200])
    const head = await ask({}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(pdf.length), ''])
    for (const name of ['tep.jpg', 'tep.avif', 'tep', 'tep.pdf.pdf'])
      expect([name, (await ask({}, 'GET', path.replace('tep.pdf', name))).status]).toEqual([name, 404])
    // Served a moment ago; the bytes on disk are no longer what the hash names.
    const hash = sha256(pdf)
    writeFileSync(join(school.dataDir, 'kho-tep', hash.slice(0, 2), hash), Buffer.concat([pdf.subarray(0, -1), Buffer.from('X')]))
    expect((await ask()).status).toBe(404)
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
