/** The gallery: what live editions show, each picture once, by school year and unit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { runtimeOf } from '../../src/runtime.ts'
import type { Answer } from '../support/client.ts'
import { atTheGate } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, buildStory, codes, createStory, publishStory, submit } from '../support/stories.ts'
import { gallery } from '../../src/theme/queries/gallery.ts'

const school = openSchool()

describe('the gallery', () => {
  const idsAt = async (path: string): Promise<string[]> =>
    [...(await school.visitor.get(path)).text.matchAll(/href="\/tu-lieu\/anh\/(\d+)"/g)].map(([, id]) => id!)
  const add = async (background: string, data: object = {}): Promise<number> => {
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
      .jpeg()
      .toBuffer()
    return (
      await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'anh.jpg', type: 'image/jpeg', bytes }, { altText: `Nền màu ${background}`, ...data })
    ).body.doc.id
  }
  const unit = async (ten: string): Promise<{ id: number; slug: string }> =>
    (await school.sql.query(`select tai_lieu::int as id, slug from ban_dang where bo_suu_tap = 'don-vi' and tieu_de = $1`, [ten])).rows[0]

  it('shows each picture of live stories once, by school year and unit, and no longer than it is live', async () => {
    const words = { chuThich: 'Buổi lao động đầu năm', tacGiaAnh: 'Tổ Ngữ văn', giayPhep: 'Ảnh của trường' }
    const [shared, second, own, kept] = [await add('#123', words), await add('#456'), await add('#789'), await add('#abc')]
    const [teachers, office] = [await unit('Tổ Ngữ văn'), await unit('Tổ Văn phòng')]
    const a = await publishStory(school, { tieuDe: 'Chuyện có hai ảnh', anhBia: shared, tuLieu: [second] })
    const again = await createStory(school, 'vanphong', { tieuDe: 'Chuyện dùng lại ảnh', anhBia: shared, donVi: office.id })
    const sent = (await submit(school, 'vanphong', again)).body.banTrinh.id as number
    const b = { id: again, slug: (await approve(school, 'phohieutruong', again, sent)).body.banDang.slug as string }
    const submitted = (await submit(school, 'giaovien', own, 'tu-lieu')).body.banTrinh.id
    await approve(school, 'vanphong', own, submitted, 'tu-lieu')
    expect((await approve(school, 'phohieutruong', own, submitted, 'tu-lieu')).body.trangThai).toBe('daDang')
    await createStory(school, 'giaovien', { anhBia: kept })

    const all = await idsAt('/tu-lieu')
    expect(all.slice(0, 3)).toEqual([own, shared, second].map(String))
    expect([new Set(all).size, all.includes(String(kept))]).toEqual([all.length, false])
    const [year] = (await school.sql.query(`select distinct ct_nam_hoc(dang_lan_dau) as n from ban_dang`)).rows as { n: number }[]
    const path = `/tu-lieu/${year!.n}-${year!.n + 1}`
    expect(await idsAt(path)).toEqual(all)
    expect(await idsAt(`${path}/${office.slug}`)).toEqual([String(shared)])
    // The picture of its own names its author's unit.
    expect((await idsAt(`${path}/${teachers.slug}`)).slice(0, 3)).toEqual([own, shared, second].map(String))
    for (const nowhere of [
      '/tu-lieu/1999-2000',
      '/tu-lieu/2026-2028',
      `${path}/khong-co`,
      `/tu-lieu/anh/${kept}`,
      '/tu-lieu/anh/0',
      '/tu-lieu?truoc=x',
      '/tu-lieu?truoc=1-1&truoc=2-2',
    ])
      expect([nowhere, (await school.visitor.get(nowhere)).status]).toEqual([nowhere, 404])

    const page = await school.visitor.get(`/tu-lieu/anh/${shared}`)
    for (const part of [...Object.values(words), 'Nền màu #123', `/bai/${a.slug}`, `/bai/${b.slug}`, `/don-vi/${teachers.slug}`, '<source'])
      expect(page.text).toContain(part)
    expect((await school.visitor.get(`/tu-lieu/anh/${own}`)).text).toContain('Nền màu #789')

    // The same photograph, uploaded again by somebody else.
    const twin = await add('#123', { altText: 'Cùng một ảnh' })
    const c = await publishStory(school, { tieuDe: 'Chuyện có ảnh trùng', anhBia: twin })
    expect(await idsAt(path)).toEqual(all)
    expect((await school.visitor.get(`/tu-lieu/anh/${shared}`)).text).toContain(`/bai/${c.slug}`)
    expect((await school.visitor.get(`/tu-lieu/anh/${twin}`)).text).toContain('Cùng một ảnh')
    await act(school, 'phohieutruong', 'go', c.id, { lyDo: 'gỡ bài' })

    await act(school, 'phohieutruong', 'go', a.id, { lyDo: 'gỡ bài' })
    const left = await idsAt(path)
    expect([left.includes(String(second)), left.filter((id) => id === String(shared)).length]).toEqual([false, 1])
    expect((await school.visitor.get(`/tu-lieu/anh/${second}`)).status).toBe(404)
    await act(school, 'phohieutruong', 'go', own, { lyDo: 'Phụ huynh đề nghị gỡ', maLyDo: 'riengTu' }, 'tu-lieu')
    const gone = await school.visitor.get(`/tu-lieu/anh/${own}`)
    expect([gone.status, gone.text.includes('bảo vệ thông tin cá nhân'), gone.text.includes('Phụ huynh')]).toEqual([410, true, false])
  })

  it('is paged by what came before, each picture on one page, and written by nobody but the database', async () => {
    const pictures = [await add('#111'), await add('#222'), await add('#333')]
    await publishStory(school, { tuLieu: pictures })
    const whole = (await gallery(school.sql, { limit: 1000 })).map((item) => item.media.taiLieu)
    expect(whole.slice(0, 3)).toEqual(pictures)
    const walked: number[] = []
    for (let before: string | null = null; ;) {
      const found = await gallery(school.sql, { before, limit: 2 })
      walked.push(...found.map((item) => item.media.taiLieu))
      if (found.length < 2) break
      before = found.at(-1)!.cursor
    }
    expect(walked).toEqual(whole)
    for (const write of ['delete from anh_dang', 'update anh_dang set nam_hoc = 2000', `insert into anh_dang values (1, 1, 1, 'a', 1, 1, now())`])
      await expect(school.sql.query(write)).rejects.toThrow(/permission denied/)
  })

  it('leaves an emergency out when its hour has passed, and begins a new year on 1 September in Hà Nội', async () => {
    const urgent = await add('#654')
    const { id } = await atTheGate(school, await buildStory(school, { anhBia: urgent }))
    const live = (await act(school, 'hieutruong', 'dang-khan', id, { lyDo: 'Bão' })).body.banDang
    expect(live).toBeDefined()
    expect(await idsAt('/tu-lieu')).toContain(String(urgent))
    const cover = /\/tep\/[0-9a-f]{64}\/400\.webp/.exec((await school.visitor.get(`/bai/${live.slug}`)).text)![0]
    expect((await fetch(school.url + cover)).headers.get('cache-control')).toMatch(/^public, max-age=\d{1,5}$/)
    await moveClock(school, '25 hours')
    expect(await idsAt('/tu-lieu')).not.toContain(String(urgent))
    expect((await school.visitor.get(`/tu-lieu/anh/${urgent}`)).status).toBe(404)
    await moveClock(school, '0')
    const { rows } = await school.sql.query(
      `select ct_nam_hoc('2026-08-31 16:59:59Z') as cuoi, ct_nam_hoc('2026-08-31 17:00:00Z') as dau, ct_nam_hoc('2027-01-01 00:00Z') as giua`,
    )
    expect(rows).toEqual([{ cuoi: 2025, dau: 2026, giua: 2026 }])
  })
})

describe('a photograph of an iPhone', () => {
  const send = async (bytes: Uint8Array, name: string, type: string): Promise<Answer> =>
    (await school.as('giaovien')).upload('/api/tu-lieu', { name, type, bytes }, {})

  it.each([
    ['doc.heic', 'image/heic', 'IMG_1.HEIC'],
    ['doc.heic', 'image/jpeg', 'named-wrongly.jpg'],
    ['doc.heic', 'application/octet-stream', 'IMG_2.heic'],
    ['xoay.heic', 'image/heif', 'turned.heic'],
  ])('keeps a photograph of an iPhone (%s as %s) as a JPEG, upright, in its colours, without what the camera wrote', async (fixture, type, name) => {
    const answer = await send(readFileSync(`tests/fixtures/heic/${fixture}`), name, type)
    expect([answer.status, answer.body.doc?.mimeType], answer.text.slice(0, 300)).toEqual([201, 'image/jpeg'])
    const { rows } = await school.sql.query('select filename from tu_lieu where id = $1', [answer.body.doc.id])
    const kept = readFileSync(join(school.dataDir, 'tu-lieu', rows[0].filename as string))
    const { width, height, exif } = await sharp(kept).metadata()
    // How it stands is said by its box; what EXIF says besides would turn it twice.
    expect([width, height, exif]).toEqual([320, 240, undefined])
    const { data } = await sharp(kept).resize(4, 4, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number): number[] => [...data.subarray((y * 4 + x) * 3, (y * 4 + x) * 3 + 3)]
    const [red, blue] = [at(1, 0), at(1, 3)]
    expect([red[0]! > 180, red[2]! < 90, blue[2]! > 180, blue[0]! < 90]).toEqual([true, true, true, true])
  })

  it('shows nobody else where such a photograph is damaged, and refuses one that is cut', async () => {
    const [whole, other] = [readFileSync('tests/fixtures/heic/doc.heic'), readFileSync('tests/fixtures/heic/xoay.heic')]
    expect((await send(other, 'other.heic', 'image/heic')).status).toBe(201)
    for (const tenth of [2, 5, 9]) {
      const refused = await send(whole.subarray(0, Math.floor((whole.length * tenth) / 10)), 'cut.heic', 'image/heic')
      expect([refused.status, codes(refused)], `${tenth}`).toEqual([422, ['FILE_UNREADABLE']])
    }
    const avif = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#123456' } }).avif().toBuffer() // prettier-ignore
    avif.write('ftypmif1', 4, 'latin1')
    expect(codes(await send(avif, 'not-hevc.heic', 'image/heic'))).toEqual(['FILE_UNREADABLE'])
    const { child } = runtimeOf(school.payload)
    const hurt = Buffer.from(whole)
    hurt.fill(0x55, Math.floor(hurt.length * 0.6), Math.floor(hurt.length * 0.9))
    const answer = await child.ask('cleanHeic', hurt)
    const again = await child.ask('cleanHeic', hurt)
    // Refused, or what is missing is the same whatever came before.
    expect(answer).toEqual(again)
  }, 180_000)
})
