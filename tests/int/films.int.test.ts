/** Films, sound and office files from the form to a reader: cleaned, frozen, played in parts, gone with their story; and faces covered by hand. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../support/site.ts'
import { emailOf } from '../../src/demo/people.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { DeskClient } from '../support/deskClient.ts'
import { docxOf, xlsxOf } from '../support/office.ts'
import { openSchool } from '../support/school.ts'
import { act, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/phim', name))
const upload = async (name: string, type: string, bytes: Buffer, data: object = { altText: 'Các bạn trồng cây', chuThich: 'Trồng cây đầu năm' }) =>
  (await school.as('giaovien')).upload('/api/tu-lieu', { name, type, bytes }, data)
const kept = (doc: { filename: string }): Buffer => readFileSync(join(school.dataDir, 'tu-lieu', doc.filename))

describe('a film', () => {
  it('is kept without its place, played by readers in parts, and unreadable from the moment its story goes', async () => {
    const sent = await upload('IMG 1.MOV', 'video/quicktime', fixture('phim.mov'))
    expect([sent.status, sent.body.doc.mimeType, sent.body.doc.giay]).toEqual([201, 'video/mp4', 2])
    expect(kept(sent.body.doc).includes('+21.3862')).toBe(false)
    const { id, slug } = await publishStory(school, { tieuDe: 'Chuyện có phim', tuLieu: [sent.body.doc.id] })
    const page = (await school.visitor.get(`/bai/${slug}`)).text
    const [, address] = /<video[^>]* src="(\/tep\/[0-9a-f]{64}\/phim\.mp4)"/.exec(page) ?? []
    expect(address).toBeDefined()
    expect(page).toContain('aria-label="Các bạn trồng cây"')
    expect(page).not.toMatch(/<video[^>]*autoplay/)
    const whole = await fetch(`${school.url}${address}`)
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([200, 'video/mp4', 'bytes'])
    const bytes = Buffer.from(await whole.arrayBuffer())
    const part = await fetch(`${school.url}${address}`, { headers: { Range: 'bytes=100-199' } })
    expect([part.status, Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))]).toEqual([206, true])
    expect((await fetch(`${school.url}${address}`, { headers: { Range: 'bytes=999999-' } })).status).toBe(416)
    const headers = (await fetch(`${school.url}/bai/${slug}`)).headers.get('content-security-policy')
    expect(headers).toContain("media-src 'self'")
    // The address of what it begins with, where this machine could make one, goes with it.
    const [, poster] = /poster="([^"]+)"/.exec(page) ?? []
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'gỡ bài' })
    for (const gone of [address, ...(poster ? [poster] : [])]) expect((await fetch(`${school.url}${gone}`)).status).toBe(404)
  })

  it('needs words for who cannot see or hear it, and cannot lead a story', async () => {
    const film = await upload('a.mp4', 'video/mp4', fixture('cot-co.mp4'), {})
    const story = await createStory(school, 'giaovien', { tuLieu: [film.body.doc.id] })
    expect(codes(await submit(school, 'giaovien', story))).toContain('MISSING_ALT_TEXT')
    const lead = await createStory(school, 'giaovien', { anhBia: film.body.doc.id })
    expect(codes(await submit(school, 'giaovien', lead))).toContain('PICTURE_NEEDED')
  })

  it.each([
    ['a.mov', 'video/quicktime', fixture('hevc.mov'), 'FILM_NOT_TAKEN', 'HEVC'],
    ['a.mp4', 'video/mp4', fixture('cot-co.mp4').subarray(0, 8000), 'FILM_NOT_TAKEN', 'bị hỏng'],
    ['a.mp4', 'video/mp4', Buffer.from('<script>alert(1)</script>'), 'FILE_KIND', 'không thuộc loại'],
  ] as const)('%s (%#) is refused in a sentence', async (name, type, bytes, code, words) => {
    const sent = await upload(name, type, Buffer.from(bytes))
    expect([sent.status, codes(sent)]).toEqual([422, [code]])
    expect(sent.body.errors[0].message).toContain(words)
  })

  it('of sound alone, whatever it was called, is sound', async () => {
    for (const [name, type, of] of [
      ['a.mp3', 'audio/mpeg', 'tieng.mp3'],
      ['a.m4a', 'audio/x-m4a', 'tieng.m4a'],
    ] as const) {
      const sent = await upload(name, type, fixture(of), { altText: 'Tiếng trống khai trường' })
      const { slug } = await publishStory(school, { tieuDe: `Chuyện có tiếng ${of}`, tuLieu: [sent.body.doc.id] })
      const [, address] = /<audio[^>]* src="([^"]+)"/.exec((await school.visitor.get(`/bai/${slug}`)).text) ?? []
      const file = await fetch(`${school.url}${address}`)
      expect([file.status, file.headers.get('content-type')]).toEqual([200, of === 'tieng.mp3' ? 'audio/mpeg' : 'audio/mp4'])
    }
  })
})

describe('an office file', () => {
  it.each([
    ['Biểu mẫu.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', docxOf(), 'docx', 'Word'],
    ['Danh sách.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsxOf(), 'xlsx', 'Excel'],
  ])('%s is handed out under its own name, to be kept', async (name, type, bytes, ending, words) => {
    const sent = await upload(name, type, bytes, { chuThich: 'Biểu mẫu đăng ký' })
    expect(sent.status).toBe(201)
    expect(kept(sent.body.doc).includes('nguyenvana')).toBe(false)
    const { slug } = await publishStory(school, { tieuDe: `Chuyện có biểu mẫu ${ending}`, tuLieu: [sent.body.doc.id] })
    const page = (await school.visitor.get(`/bai/${slug}`)).text
    const [, address] = new RegExp(`href="(/tep/[0-9a-f]{64}/bieu-mau-dang-ky\\.${ending})"`).exec(page) ?? []
    expect([address !== undefined, page.includes(`(${words}`)]).toEqual([true, true])
    const file = await fetch(`${school.url}${address}?xem`)
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, type, `attachment; filename="bieu-mau-dang-ky.${ending}"; filename*=UTF-8''bieu-mau-dang-ky.${ending}`]) // prettier-ignore
  })

  it('that runs something is refused, and no official document is one', async () => {
    const refused = await upload('a.docx', 'application/octet-stream', docxOf({ more: { 'word/vbaProject.bin': 'x' } }))
    expect([refused.status, codes(refused)]).toEqual([422, ['OFFICE_ACTIVE']])
    expect(refused.body.errors[0].message).toContain('macro')
  })
})

describe('what moves', () => {
  it('keeps its first frame, and says so', async () => {
    const frames = ['#f00', '#0f0', '#00f'].map((background) => ({ create: { width: 60, height: 40, channels: 3 as const, background } }))
    const gif = await sharp(await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer())), { join: { animated: true } }).gif().toBuffer() // prettier-ignore
    const sent = await upload('động.gif', 'image/gif', gif)
    expect([sent.status, sent.body.doc.soKhung, sent.body.doc.mimeType]).toEqual([201, 3, 'image/jpeg'])
    const { data } = await sharp(kept(sent.body.doc)).raw().toBuffer({ resolveWithObject: true })
    expect([data[0]! > 240, data[1]! < 15, data[2]! < 15]).toEqual([true, true, true])
  })
})

it('the very same picture, sent again, says which one it is', async () => {
  const bytes = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#5a1' } }).png().toBuffer() // prettier-ignore
  const first = await upload('a.png', 'image/png', bytes)
  const again = await upload('b.png', 'image/png', bytes)
  expect([first.body.doc.trung ?? null, again.body.doc.trung]).toEqual([null, first.body.doc.id])
})

describe('a face', () => {
  const photo = async (): Promise<Buffer> => {
    const stripes = Buffer.from(
      `<svg width="800" height="600">${Array.from({ length: 100 }, (_, i) => `<rect x="${i * 8}" width="4" height="600" fill="#000"/>`).join('')}</svg>`,
    )
    return sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } }).composite([{ input: stripes }]).jpeg({ quality: 95 }).toBuffer() // prettier-ignore
  }
  /** How far neighbours differ, within a square round a point. */
  const detail = async (bytes: Buffer, x: number, y: number): Promise<number> => {
    const { data } = await sharp(bytes)
      .extract({ left: x - 20, top: y - 20, width: 40, height: 40 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return Math.max(...data) - Math.min(...data)
  }

  it('is covered by taps alone, the rest untouched; the picture before is nobody’s to open, and can be had back', async () => {
    const sent = await upload('lop.jpg', 'image/jpeg', await photo())
    const { id } = sent.body.doc as { id: number }
    const before = kept(sent.body.doc)
    const desk = new DeskClient(school.url)
    await desk.signIn(emailOf('giaovien'), PASSWORD)
    const page = await desk.open(`/lam-viec/che/${id}`)
    expect(page.text).toContain('type="image"')
    // The middle of the picture as it stands on the screen: 320 wide, 240 high.
    const tapped = await desk.post(`/lam-viec/che/${id}`, { vung: '', phan: '1-0', co: 'to', 'diem.x': '160', 'diem.y': '120' })
    expect(tapped.text).toContain('Đã chọn 1 chỗ.')
    const [, vung] = /name="vung" value="([^"]+)"/.exec(tapped.text) ?? []
    expect(vung).toBe('5000-5000-800')
    await desk.post(`/lam-viec/che/${id}`, { vung: vung!, phan: '1-0', co: 'to', viec: 'che' })
    const [row] = (await school.sql.query('select filename, sha256, goc from tu_lieu where id = $1', [id])).rows as {
      filename: string
      sha256: string
      goc: string
    }[]
    const after = kept(row!)
    expect([await detail(before, 400, 300), await detail(after, 400, 300), await detail(after, 100, 100)]).toEqual([expect.toSatisfy((n) => n > 200), expect.toSatisfy((n) => n < 60), expect.toSatisfy((n) => n > 180)]) // prettier-ignore
    expect(row!.goc).toBe(createHash('sha256').update(before).digest('hex'))
    expect((await fetch(`${school.url}/tep/${row!.goc}/800.jpg`)).status).toBe(404)
    const read = await (await school.as('phohieutruong')).get(`/api/tu-lieu/${id}`)
    expect('goc' in read.body).toBe(false)
    await desk.post(`/lam-viec/che/${id}`, { vung: '', phan: '1-0', co: 'to', viec: 'bo' })
    const [back] = (await school.sql.query('select filename, goc from tu_lieu where id = $1', [id])).rows as { filename: string; goc: string | null }[]
    expect([back!.goc, (await detail(kept(back!), 400, 300)) > 200]).toEqual([null, true])
  })

  it('covered by two at once is covered by one, and the other finds a whole picture', async () => {
    const { id } = (await upload('lop.jpg', 'image/jpeg', await photo())).body.doc as { id: number }
    const desk = new DeskClient(school.url)
    await desk.signIn(emailOf('giaovien'), PASSWORD)
    const press = (vung: string): Promise<{ status: number }> => desk.post(`/lam-viec/che/${id}`, { vung, phan: '1-0', co: 'to', viec: 'che' })
    const pressed = await Promise.all([press('2000-5000-800'), press('8000-5000-800'), press('5000-5000-800')])
    expect(pressed.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([])
    const [row] = (await school.sql.query('select filename, sha256, goc from tu_lieu where id = $1', [id])).rows as {
      filename: string
      sha256: string
      goc: string
    }[]
    expect([createHash('sha256').update(kept(row!)).digest('hex'), await runtimeOf(school.payload).fileStore.has(row!.goc)]).toEqual([row!.sha256, true])
    // The one who came too late lays no uncovered picture back, for no row to name.
    const { rows: named } = await school.sql.query('select filename from tu_lieu')
    const orphans = readdirSync(join(school.dataDir, 'tu-lieu')).filter((name) => !named.some((one) => one.filename === name))
    const lying = orphans.map((filename) => createHash('sha256').update(kept({ filename })).digest('hex'))
    expect(lying).not.toContain(row!.goc)
  })

  it('goes with whoever was covered: untagged, uncovered, replaced, deleted or covered too late', async () => {
    const office = await school.as('vanphong')
    const desk = new DeskClient(school.url)
    await desk.signIn(emailOf('vanphong'), PASSWORD)
    const cover = (id: number): Promise<unknown> => desk.post(`/lam-viec/che/${id}`, { vung: '5000-5000-800', phan: '1-0', co: 'to', viec: 'che' })
    const queued = async (hash: string): Promise<boolean> => (await school.sql.query('select 1 from xoa_tep where sha256 = $1', [hash])).rows.length > 0
    let shade = 0
    const taggedPhoto = async (): Promise<{ who: number; id: number; goc: string }> => {
      const who = (await office.post('/api/dong-y', { hoTen: `Quàng Thị Che ${(shade += 1)}`, namSinh: 1990, chinhChu: true, kenh: ['website'] })).body.doc
        .id as number
      const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: { r: shade * 20, g: 90, b: 140 } } }).jpeg().toBuffer() // prettier-ignore
      const sent = await office.upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, { altText: 'Một bạn', nguoiXuatHien: [who] })
      return { who, id: sent.body.doc.id as number, goc: sent.body.doc.sha256 as string }
    }
    const withdraw = (who: number): Promise<{ status: number }> => office.post(`/api/dong-y/${who}/rut`, { lyDo: 'gia đình yêu cầu' })
    const asIs = async (id: number): Promise<{ phienBan: number }> => (await office.get(`/api/tu-lieu/${id}`)).body as { phienBan: number }

    const untagged = await taggedPhoto()
    await cover(untagged.id)
    expect((await office.patch(`/api/tu-lieu/${untagged.id}`, { nguoiXuatHien: [], phienBan: (await asIs(untagged.id)).phienBan })).status).toBe(200)
    expect((await withdraw(untagged.who)).status).toBe(200)
    expect(await queued(untagged.goc)).toBe(true)
    const refused = await desk.post(`/lam-viec/che/${untagged.id}`, { vung: '', phan: '1-0', co: 'to', viec: 'bo' })
    expect(refused.status).toBe(409)

    const uncovered = await taggedPhoto()
    await cover(uncovered.id)
    await desk.post(`/lam-viec/che/${uncovered.id}`, { vung: '', phan: '1-0', co: 'to', viec: 'bo' })
    expect(await queued(uncovered.goc)).toBe(true)

    const deleted = await taggedPhoto()
    await cover(deleted.id)
    expect((await office.del(`/api/tu-lieu/${deleted.id}`)).status).toBe(200)
    expect(await queued(deleted.goc)).toBe(true)

    const late = await taggedPhoto()
    await withdraw(late.who)
    await cover(late.id)
    const [row] = (await school.sql.query('select goc from tu_lieu where id = $1', [late.id])).rows as { goc: string | null }[]
    expect([row!.goc, await runtimeOf(school.payload).fileStore.has(late.goc)]).toEqual([null, false])
  })

  it('is nobody else’s to cover, and bad places are refused', async () => {
    const { id } = (await upload('lop.jpg', 'image/jpeg', await photo())).body.doc as { id: number }
    const other = new DeskClient(school.url)
    await other.signIn(emailOf('lop12a1'), PASSWORD)
    expect((await other.open(`/lam-viec/che/${id}`)).status).toBe(404)
    const own = new DeskClient(school.url)
    await own.signIn(emailOf('giaovien'), PASSWORD)
    for (const vung of ['x', '1-2', '99999-1-1', '-1-1-1']) expect((await own.open(`/lam-viec/che/${id}?vung=${vung}`)).status).toBe(400)
    const film = (await upload('a.mp4', 'video/mp4', fixture('cot-co.mp4'))).body.doc as { id: number }
    expect((await own.open(`/lam-viec/che/${film.id}`)).status).toBe(422)
  })
})
