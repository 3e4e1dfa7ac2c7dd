/** A person is in every upload of the same picture, and in what it was before he was covered: asked when it is sent, taken along when he withdraws. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { removeBytes } from '../../src/jobs/removeBytes.ts'
import { runtimeOf } from '../../src/runtime.ts'
import { desksAt } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { approve, codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)

let made = 0
async function consentOf(): Promise<number> {
  made += 1
  const answer = await (await school.as('giaovien')).post('/api/dong-y', { hoTen: `Người Trong Ảnh ${made}`, namSinh: 1990, kenh: ['website'] })
  return answer.body.doc.id as number
}
let shade = 0
/** With something in its middle: what is covered is another picture. */
const photo = (): Promise<Buffer> => {
  shade += 1
  const face = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="500"><circle cx="350" cy="250" r="${40 + shade}" fill="#fc9"/><circle cx="335" cy="240" r="6"/><circle cx="368" cy="240" r="6"/></svg>`
  return sharp({ create: { width: 700, height: 500, channels: 3, background: { r: (shade * 53) % 256, g: (shade * 97) % 256, b: 60 } } })
    .composite([{ input: Buffer.from(face) }])
    .jpeg()
    .toBuffer()
}
const upload = async (bytes: Buffer, nguoiXuatHien: number[] = []): Promise<number> =>
  Number(
    (await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes }, { altText: 'Sân trường', nguoiXuatHien })).body
      .doc.id,
  )
const tag = async (picture: number, nguoiXuatHien: number[]): Promise<number> =>
  (await (await school.as('giaovien')).patch(`/api/tu-lieu/${picture}`, { nguoiXuatHien })).status
const withdraw = async (consent: number): Promise<string[]> =>
  ((await (await school.as('giaovien')).post(`/api/dong-y/${consent}/rut`, { lyDo: 'Gia đình xin rút' })).body.goNgay as { slug: string }[]).map(
    ({ slug }) => slug,
  )
const cover = async (picture: number): Promise<void> => {
  expect((await (await at('giaovien')).post(`/lam-viec/che/${picture}`, { vung: '5000-5000-2000', phan: '1-0', co: 'vua', viec: 'che' })).location).toContain(
    'da=luu',
  )
}
const status = async (slug: string): Promise<number> => (await school.visitor.get(`/bai/${slug}`)).status
const inStore = (hash: string): Promise<boolean> => runtimeOf(school.payload).fileStore.has(hash)
const hashOf = async (picture: number, column: 'sha256' | 'goc' = 'sha256'): Promise<string> =>
  String((await school.sql.query(`select ${column} as hash from tu_lieu where id = $1`, [picture])).rows[0].hash)

const onDisk = async (picture: number): Promise<boolean[]> => {
  const [row] = (await school.sql.query('select filename, sizes_w320_filename as nho from tu_lieu where id = $1', [picture])).rows
  return [row.filename, row.nho].map((name) => existsSync(join(school.dataDir, 'tu-lieu', name as string)))
}

describe('the same picture under another number', () => {
  it('does not go out once the person in it has withdrawn', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    await upload(bytes, [consent])
    const twin = await upload(bytes)
    const waiting = await createStory(school, 'giaovien', { anhBia: twin })
    const banTrinh = (await submit(school, 'giaovien', waiting)).body.banTrinh.id as number
    await withdraw(consent)
    expect(codes(await approve(school, 'vanphong', waiting, banTrinh).then(() => approve(school, 'phohieutruong', waiting, banTrinh)))).toContain(
      'MISSING_CONSENT',
    )
    const again = await createStory(school, 'giaovien', { anhBia: await upload(bytes) })
    expect(codes(await submit(school, 'giaovien', again))).toContain('MISSING_CONSENT')
  })

  it('goes with the withdrawal, though the tagged one was covered meanwhile', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    const tagged = await upload(bytes, [consent])
    const { slug } = await publishStory(school, { anhBia: await upload(bytes) })
    await cover(tagged)
    expect([await withdraw(consent), await status(slug)]).toEqual([[slug], 410])
  })
})

describe('a picture that was covered', () => {
  it('is found as what it was, also when nobody is tagged in it any more; what was made of it goes too', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    const picture = await upload(bytes)
    const { slug } = await publishStory(school, { anhBia: picture })
    const before = await hashOf(picture)
    const sizes = await runtimeOf(school.payload).variants.madeOf(before)
    expect([await tag(picture, [consent]), sizes.length > 2]).toEqual([200, true])
    await cover(picture)
    expect(await hashOf(picture, 'goc')).toBe(before)
    await tag(picture, [])
    expect([await withdraw(consent), await status(slug)]).toEqual([[slug], 410])
    for (let round = 0; round < 3; round += 1) await removeBytes(school.payload)
    for (const hash of [before, ...sizes]) expect([hash, await inStore(hash)]).toEqual([hash, false])
  })

  it('after it was submitted does not go live as it was', async () => {
    const picture = await upload(await photo())
    const story = await createStory(school, 'giaovien', { anhBia: picture })
    const banTrinh = (await submit(school, 'giaovien', story)).body.banTrinh.id as number
    await approve(school, 'vanphong', story, banTrinh)
    await cover(picture)
    const refused = await approve(school, 'phohieutruong', story, banTrinh)
    expect([refused.status, codes(refused)]).toEqual([409, ['PICTURE_COVERED_SINCE']])
  })
})

describe('the working file', () => {
  const read = async (picture: number, small = false): Promise<number> => {
    const [row] = (await school.sql.query('select filename, sizes_w320_filename as nho from tu_lieu where id = $1', [picture])).rows
    return (await (await school.as('vanphong')).get(`/api/tu-lieu/file/${small ? row.nho : row.filename}`)).status
  }

  it('is nobody’s to read from the moment one in it withdraws, and goes where nobody else is in it', async () => {
    const [alone, both, other] = [await consentOf(), await consentOf(), await consentOf()]
    const [single, group] = [await upload(await photo(), [alone]), await upload(await photo(), [both, other])]
    expect([await read(single), await read(single, true), await read(group)]).toEqual([200, 200, 200])
    await withdraw(alone)
    await withdraw(both)
    for (const picture of [single, group]) expect([await read(picture), await read(picture, true)]).toEqual([403, 403])
    for (let round = 0; round < 2; round += 1) await removeBytes(school.payload)
    expect([await onDisk(single), await onDisk(group)]).toEqual([
      [false, false],
      [true, true],
    ])
    // Of the group, who withdrew can still be covered.
    await cover(group)
  })

  it('stays where it is not known who else is in it', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    const [covered, twin] = [await upload(bytes), await upload(bytes, [consent])]
    // A paper that is there no more: of whom, nobody can say.
    await school.owner.query('update tu_lieu set goc = sha256, goc_nguoi = array[999999] where id = $1', [covered])
    await withdraw(consent)
    for (let round = 0; round < 2; round += 1) await removeBytes(school.payload)
    expect([await read(twin), await onDisk(twin)]).toEqual([403, [true, true]])
  })
})

describe('who withdrew is known in the same photograph for good', () => {
  const sentAgain = async (bytes: Buffer): Promise<string[]> =>
    codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: await upload(bytes) })))

  it('whoever asks for the face to be covered after the withdrawal', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    const picture = await upload(bytes, [consent])
    await withdraw(consent)
    // Nobody's to look at, through the page where it would be covered either.
    expect((await (await at('giaovien')).open(`/lam-viec/che/${picture}/anh`)).status).not.toBe(200)
    expect((await (await at('giaovien')).post(`/lam-viec/che/${picture}`, { vung: '5000-5000-2000', phan: '1-0', co: 'vua', viec: 'che' })).location).toBeNull()
    expect(await sentAgain(bytes)).toContain('MISSING_CONSENT')
  })

  it('though the tag was taken out, or the row deleted, before or after', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    const picture = await upload(bytes, [consent])
    await withdraw(consent)
    expect(await tag(picture, [])).toBe(200)
    expect(codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: picture })))).toContain('MISSING_CONSENT')
    const [other, early] = [await photo(), await consentOf()]
    const gone = await upload(other, [early])
    expect((await (await school.as('giaovien')).del(`/api/tu-lieu/${gone}`)).status).toBe(200)
    await withdraw(early)
    expect(await sentAgain(other)).toContain('MISSING_CONSENT')
  })

  it('until somebody says that a paper tagged in the picture is of the same person; names alike are no proof', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    await upload(bytes, [consent])
    await withdraw(consent)
    const [row] = (await school.sql.query('select ho_ten as "hoTen", nam_sinh::int as "namSinh" from dong_y where id = $1', [consent])).rows
    const paper = async (more: object = {}): Promise<number> =>
      (await (await school.as('giaovien')).post('/api/dong-y', { ...row, kenh: ['website'], ...more })).body.doc.id as number
    const sent = async (people: number[]): Promise<string[]> =>
      codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: await upload(bytes, people) })))
    const again = await paper()
    expect(await sent([again])).toContain('MISSING_CONSENT')
    const stands = (who: 'giaovien' | 'vanphong', cu: number) =>
      at(who).then((desk) => desk.post(`/lam-viec/dong-y/${again}`, { viec: 'thay', cu: String(cu) }))
    expect((await stands('giaovien', consent)).location).toBeNull()
    expect((await stands('vanphong', again)).location).toBeNull()
    expect((await (await at('vanphong')).open(`/lam-viec/dong-y/${again}`)).text).toContain('nay đồng ý lại')
    expect((await stands('vanphong', consent)).location).toContain('da=luu')
    expect(await sent([again])).toEqual([])
    expect(await sent([])).toEqual([])
    await expect(school.sql.query('delete from phieu_thay')).rejects.toThrow(/permission denied/)
  })

  it('of two who withdrew, only the one who agrees again', async () => {
    const [bytes, one, other] = [await photo(), await consentOf(), await consentOf()]
    await upload(bytes, [one, other])
    await withdraw(one)
    await withdraw(other)
    const again = await consentOf()
    expect((await (await at('vanphong')).post(`/lam-viec/dong-y/${again}`, { viec: 'thay', cu: String(one) })).location).toContain('da=luu')
    const sent = await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: await upload(bytes, [again]) }))
    const { rows } = await school.sql.query('select ho_ten from dong_y where id in ($1, $2) order by id', [one, other])
    expect([codes(sent), sent.text.includes(String(rows[1].ho_ten)), sent.text.includes(`${String(rows[0].ho_ten)}”`)]).toEqual([
      ['MISSING_CONSENT'],
      true,
      false,
    ])
  })

  it('from the hour of the database, whatever day somebody types', async () => {
    const typed = await consentOf()
    const patched = await (await school.as('giaovien')).patch(`/api/dong-y/${typed}`, { thuHoiLuc: '2020-01-01T00:00:00.000Z' })
    const [row] = (await school.sql.query('select extract(year from thu_hoi_luc)::int as nam from dong_y where id = $1', [typed])).rows
    expect([patched.status, row.nam >= 2026]).toEqual([200, true])
    await expect(school.sql.query(`update dong_y set thu_hoi_luc = null where id = $1`, [typed])).rejects.toThrow(/a withdrawal is final/)
  })

  it('and a picture sent by itself is asked by its bytes like any other', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    await upload(bytes, [consent])
    await withdraw(consent)
    expect(codes(await submit(school, 'giaovien', await upload(bytes), 'tu-lieu'))).toContain('MISSING_CONSENT')
  })

  it('and what was uploaded for a new paper is not removed with what was there before', async () => {
    const [bytes, consent] = [await photo(), await consentOf()]
    await upload(bytes, [consent])
    await withdraw(consent)
    const fresh = await upload(bytes)
    for (let round = 0; round < 2; round += 1) await removeBytes(school.payload)
    expect(await onDisk(fresh)).toEqual([true, true])
    // Covering is the way out where nobody agrees anew.
    await cover(fresh)
    expect(codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: fresh })))).toEqual([])
  })

  it('a tag put right before that binds nobody', async () => {
    const [bytes, wrong] = [await photo(), await consentOf()]
    const picture = await upload(bytes, [wrong])
    await tag(picture, [])
    await withdraw(wrong)
    expect(codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: picture })))).toEqual([])
  })

  it('what one upload covers is not shown uncovered by its twin, until it is uncovered', async () => {
    const bytes = await photo()
    const [covered, twin] = [await upload(bytes), await upload(bytes)]
    const story = await createStory(school, 'giaovien', { anhBia: twin })
    const banTrinh = (await submit(school, 'giaovien', story)).body.banTrinh.id as number
    await cover(covered)
    await approve(school, 'vanphong', story, banTrinh)
    expect(codes(await approve(school, 'phohieutruong', story, banTrinh))).toContain('PICTURE_COVERED_TWIN')
    expect(codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: twin })))).toContain('PICTURE_COVERED_TWIN')
    const both = await createStory(school, 'giaovien', { anhBia: twin, tuLieu: [covered] })
    expect(codes(await submit(school, 'giaovien', both))).toContain('PICTURE_COVERED_TWIN')
    await (await at('giaovien')).post(`/lam-viec/che/${covered}`, { vung: '', phan: '1-0', co: 'vua', viec: 'bo' })
    expect(codes(await submit(school, 'giaovien', await createStory(school, 'giaovien', { anhBia: twin })))).toEqual([])
  })

  it('an edition of which the file is missing ends with the others', async () => {
    const consent = await consentOf()
    const [one, two] = [await publishStory(school, { nhanVat: [consent] }), await publishStory(school, { nhanVat: [consent] })]
    await school.owner.query('alter table ho_so disable trigger user')
    await school.owner.query(`delete from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [one.id])
    await school.owner.query('alter table ho_so enable trigger user')
    await withdraw(consent)
    expect([await status(one.slug), await status(two.slug)]).toEqual([410, 410])
  })
})
