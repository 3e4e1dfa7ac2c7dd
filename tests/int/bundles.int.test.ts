/** Bundles: submissions read and decided as a list, each document keeping its own submission, verdict and edition. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import type { Answer } from '../support/client.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, buildStory, CHECKED, codes } from '../support/stories.ts'

const school = openSchool()
let made = 0

const create = async (slug: string, data: object): Promise<number> => {
  const answer = await (await school.as('vanphong')).post(`/api/${slug}`, data)
  if (answer.status !== 201) throw new Error(`create ${slug}: received ${answer.status} ${answer.text}`)
  return answer.body.doc.id
}
const member = (boSuuTap: string, taiLieu: number): object => ({ boSuuTap, taiLieu })
type Docs = { cha: number; con: number; chuDe: number; tin: number }

/** A unit, a unit below it, a topic, and a story that names the lower unit and the topic: none of them live. */
async function documents(more: object = {}): Promise<Docs> {
  made += 1
  const cha = await create('don-vi', { ten: `Khối ${made}`, loai: 'khac' })
  const con = await create('don-vi', { ten: `Lớp ${made}A`, loai: 'chiDoan', cha })
  const chuDe = await create('chu-de', { ten: `Chủ đề số ${made}` })
  const tin = await create('tin-bai', await buildStory(school, { tieuDe: `Tin trong gói ${made}`, donVi: con, chuDe: [chuDe], ...more }))
  return { cha, con, chuDe, tin }
}
const asked = ({ cha, con, chuDe, tin }: Docs): object[] => [member('tin-bai', tin), member('don-vi', con), member('chu-de', chuDe), member('don-vi', cha)]
const bundle = async (docs: Docs, who: 'vanphong' = 'vanphong'): Promise<Answer> =>
  (await school.as(who)).post('/api/goi-trinh', { ten: `Gói ${made}`, taiLieu: asked(docs) })
const decide = async (id: number, banTrinh: number[], verb = 'duyet', body: object = { kiemTra: CHECKED }): Promise<Answer> =>
  (await school.as('hieutruong')).post(`/api/goi-trinh/${id}/${verb}`, { banTrinh, ...body })
type Result = { banTrinh: number; boSuuTap: string; taiLieu: number; trangThai?: string; errors?: { code: string }[] }
const results = (answer: Answer): Record<string, string | undefined> =>
  Object.fromEntries((answer.body.ketQua as Result[]).map((r) => [`${r.boSuuTap}/${r.taiLieu}`, r.trangThai ?? r.errors?.[0]?.code]))

describe('a page that bundles', () => {
  const fromPage = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
  const send = async (taiLieu: object[]): Promise<Answer> =>
    (await school.as('vanphong')).raw('/api/goi-trinh', { method: 'POST', headers: fromPage, body: JSON.stringify({ ten: 'Từ một trang', taiLieu }) })

  it('says which text of each it saw: none named is refused, a stale one is left out by name, and nothing unseen is frozen', async () => {
    const id = await create('chu-de', { ten: 'Tên đã thấy' })
    const seen = (await (await school.as('vanphong')).get(`/api/chu-de/${id}?depth=0`)).body.phienBan as number
    expect([(await send([member('chu-de', id)])).status, seen]).toEqual([428, expect.any(Number)])
    await (await school.as('vanphong')).patch(`/api/chu-de/${id}`, { ten: 'Tên chưa ai thấy' })
    const stale = await send([{ boSuuTap: 'chu-de', taiLieu: id, phienBan: seen }])
    expect([stale.status, stale.body.banTrinh, stale.body.thieu[0].errors[0].code]).toEqual([200, [], 'STALE_VERSION'])
    const now = (await (await school.as('vanphong')).get(`/api/chu-de/${id}?depth=0`)).body.phienBan as number
    expect((await send([{ boSuuTap: 'chu-de', taiLieu: id, phienBan: now }])).body.thieu).toEqual([])
  })
})

describe('a bundle', () => {
  it('freezes what names another member, in the order of what is named, and is decided at once', async () => {
    const docs = await documents()
    const sent = await bundle(docs)
    expect([sent.status, sent.body.thieu]).toEqual([200, []])
    const read = await (await school.as('phohieutruong')).get(`/api/goi-trinh/${sent.body.id}`)
    const order = (read.body.taiLieu as Result[]).map((m) => `${m.boSuuTap}/${m.taiLieu}`)
    expect(order.indexOf(`don-vi/${docs.cha}`)).toBeLessThan(order.indexOf(`don-vi/${docs.con}`))
    expect(order.at(-1)).toBe(`tin-bai/${docs.tin}`)
    const done = await decide(sent.body.id, sent.body.banTrinh)
    expect(new Set(Object.values(results(done)))).toEqual(new Set(['daDang']))
    const page = await school.visitor.get(`/bai/tin-trong-goi-${made}`)
    expect(page.text).toContain(`Lớp ${made}A`)
    expect((await school.visitor.get(`/don-vi/lop-${made}a`)).status).toBe(200)
    // Each document has an edition and rows of the log of its own.
    const { rows } = await school.owner.query(
      `select count(*) filter (where hanh_dong = 'trinh')::int as trinh, count(*) filter (where hanh_dong = 'dang')::int as dang
         from nhat_ky where (bo_suu_tap, tai_lieu) in (('tin-bai', $1), ('don-vi', $2), ('don-vi', $3), ('chu-de', $4))`,
      [docs.tin, docs.cha, docs.con, docs.chuDe],
    )
    expect(rows[0]).toEqual({ trinh: 4, dang: 4 })
  })

  it('leaves out what needs a document that was left out, in the bundle and alone', async () => {
    const docs = await documents()
    const sent = await bundle(docs)
    const { body } = await (await school.as('phohieutruong')).get(`/api/goi-trinh/${sent.body.id}`)
    const ids = Object.fromEntries((body.taiLieu as Result[]).map((m) => [`${m.boSuuTap}/${m.taiLieu}`, m.banTrinh]))
    const story = ids[`tin-bai/${docs.tin}`]!
    const alone = await approve(school, 'phohieutruong', docs.tin, story)
    expect([alone.status, codes(alone)]).toEqual([409, ['NEEDS_LEFT_OUT', 'NEEDS_LEFT_OUT']])
    const done = await decide(sent.body.id, [story, ids[`don-vi/${docs.con}`]!, ids[`chu-de/${docs.chuDe}`]!])
    expect(results(done)).toEqual({ [`don-vi/${docs.con}`]: 'NEEDS_LEFT_OUT', [`chu-de/${docs.chuDe}`]: 'daDang', [`tin-bai/${docs.tin}`]: 'NEEDS_LEFT_OUT' })
    expect((await school.visitor.get(`/bai/tin-trong-goi-${made}`)).status).toBe(404)
    // Nothing was half done: the verdict refused is no verdict, and the rest can be decided later.
    const later = await decide(sent.body.id, [ids[`don-vi/${docs.cha}`]!, ids[`don-vi/${docs.con}`]!, story])
    expect(new Set(Object.values(results(later)))).toEqual(new Set(['daDang']))
  })

  it('leaves out what was superseded since it was read, and what is sensitive', async () => {
    const docs = await documents({ mucNhayCam: 'cao' })
    const sent = await bundle(docs)
    await (await school.as('vanphong')).patch(`/api/chu-de/${docs.chuDe}`, { ten: `Chủ đề đổi tên ${made}` })
    expect((await act(school, 'vanphong', 'trinh', docs.chuDe, {}, 'chu-de')).status).toBe(200)
    const done = results(await decide(sent.body.id, sent.body.banTrinh))
    expect(done[`chu-de/${docs.chuDe}`]).toBe('STALE_SUBMISSION')
    expect(done[`tin-bai/${docs.tin}`]).toBe('DECIDED_ALONE')
    expect(done[`don-vi/${docs.con}`]).toBe('daDang')
  })

  it('names what could not be submitted and submits the rest', async () => {
    const docs = await documents()
    const empty = await create('trang', { tieuDe: `Trang trống ${made}`, muc: 'khac' })
    const answer = await (
      await school.as('vanphong')
    ).post('/api/goi-trinh', {
      ten: 'Gói thiếu',
      taiLieu: [...asked(docs), member('trang', empty), member('trang', 999_999), member('la-lung', 1)],
    })
    const missing = Object.fromEntries((answer.body.thieu as Result[]).map((m) => [`${m.boSuuTap}/${m.taiLieu}`, m.errors?.[0]?.code]))
    expect([answer.body.banTrinh.length, missing]).toEqual([4, { [`trang/${empty}`]: 'MISSING_FIELD', 'trang/999999': 'NOT_FOUND', 'la-lung/1': 'NOT_FOUND' }])
  })

  it('is returned whole with one reason, which is never empty', async () => {
    const sent = await bundle(await documents())
    const empty = await decide(sent.body.id, sent.body.banTrinh, 'tra-lai', {})
    expect(new Set(Object.values(results(empty)))).toEqual(new Set(['MISSING_REASON']))
    const done = await decide(sent.body.id, sent.body.banTrinh, 'tra-lai', { lyDo: 'Thiếu căn cứ.' })
    expect(new Set(Object.values(results(done)))).toEqual(new Set(['traLai']))
  })

  it('is nobody’s who may not read what is in it, decides nothing that is not in it, and has bounds', async () => {
    const docs = await documents()
    const sent = await bundle(docs)
    const pupil = await school.as('lop12a1')
    expect((await pupil.get(`/api/goi-trinh/${sent.body.id}`)).status).toBe(404)
    expect((await pupil.post(`/api/goi-trinh/${sent.body.id}/duyet`, { banTrinh: sent.body.banTrinh, kiemTra: CHECKED })).status).toBe(404)
    expect((await school.visitor.get(`/api/goi-trinh/${sent.body.id}`)).status).toBe(401)
    expect(codes(await decide(sent.body.id, [...sent.body.banTrinh, 1]))).toEqual(['MISSING_SUBMISSION'])
    expect(codes(await decide(sent.body.id, []))).toEqual(['MISSING_SUBMISSION'])
    const office = await school.as('vanphong')
    const many = Array.from({ length: 301 }, (_none, i) => member('tin-bai', i + 1))
    for (const taiLieu of [many, [], null, [{ boSuuTap: 'tin-bai' }], [member('tin-bai', 1.5)]])
      expect(codes(await office.post('/api/goi-trinh', { ten: 'x', taiLieu }))).toEqual(['BUNDLE_SIZE'])
    // Whoever had a hand in it decides on none of it.
    const own = await office.post(`/api/goi-trinh/${sent.body.id}/duyet`, { banTrinh: sent.body.banTrinh, kiemTra: CHECKED })
    expect(new Set(Object.values(results(own)))).toEqual(new Set(['FORBIDDEN']))
  })

  it('of a school that is open is no opening, and makes no exception', async () => {
    const docs = await documents()
    const answer = await (await school.as('hieutruong')).post('/api/goi-trinh', { ten: 'Khai trương', khaiTruong: true, taiLieu: asked(docs) })
    expect([answer.status, codes(answer)]).toEqual([409, ['OPENING_DONE']])
  })

  it('is only ever added to', async () => {
    const sent = await bundle(await documents())
    for (const statement of [
      'update goi_trinh set ten = ten',
      'delete from goi_trinh_muc',
      'update goi_trinh_muc set thu_tu = thu_tu',
      'truncate goi_trinh_muc',
    ])
      await expect(school.sql.query(statement)).rejects.toThrow(/permission denied/)
    await expect(school.owner.query('update goi_trinh set ten = ten where id = $1', [sent.body.id])).rejects.toThrow(/append-only|only ever added/i)
  })

  it('puts links inside texts in their order too', async () => {
    made += 1
    const first = await create('trang', { tieuDe: `Trang được nhắc ${made}`, muc: 'khac', noiDung: toLexical(['Nội dung.']) })
    const linked = {
      root: {
        type: 'root',
        version: 1,
        format: '',
        indent: 0,
        direction: null,
        children: [
          {
            type: 'paragraph',
            version: 1,
            format: '',
            indent: 0,
            direction: null,
            textFormat: 0,
            children: [
              {
                type: 'link',
                version: 3,
                format: '',
                indent: 0,
                direction: null,
                id: 'a1',
                fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'trang', value: first } },
                children: [{ type: 'text', version: 1, text: 'xem trang', format: 0, style: '', mode: 'normal', detail: 0 }],
              },
            ],
          },
        ],
      },
    }
    const second = await create('trang', { tieuDe: `Trang nhắc ${made}`, muc: 'khac', noiDung: linked })
    const sent = await (await school.as('vanphong')).post('/api/goi-trinh', { ten: 'Hai trang', taiLieu: [member('trang', second), member('trang', first)] })
    expect(sent.body.thieu).toEqual([])
    expect(new Set(Object.values(results(await decide(sent.body.id, sent.body.banTrinh))))).toEqual(new Set(['daDang']))
    expect((await school.visitor.get(`/trang-nhac-${made}`)).text).toContain(`href="/trang-duoc-nhac-${made}"`)
  })
})
