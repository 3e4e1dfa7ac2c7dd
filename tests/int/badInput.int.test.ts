/** Bad input: clear Vietnamese sentences, right status codes, nothing lost, nothing 500. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { openSchool } from '../support/school.ts'
import { act, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

describe('a draft may lack everything, a submission nothing', () => {
  it('saves an empty story and names all that is missing at once, each with its field', async () => {
    const made = await (await school.as('giaovien')).post('/api/tin-bai', {})
    expect(made.status).toBe(201)
    const refused = await submit(school, 'giaovien', made.body.doc.id)
    expect(refused.status).toBe(422)
    const fields = refused.body.errors.map((e: { field: string }) => e.field).sort()
    expect(fields).toEqual(['chuDe', 'donVi', 'noiDung', 'tieuDe'])
    expect(refused.body.errors.find((e: { field: string }) => e.field === 'tieuDe').message).toBe('Còn thiếu tiêu đề.')
  })

  it('asks a good-deed story for its people, and each person for a valid consent', async () => {
    const without = await submit(school, 'lop12a1', await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot' }))
    expect([without.status, codes(without)]).toEqual([422, ['MISSING_PERSON']])
    const author = await school.as('lop12a1')
    for (const bad of [{ thuHoiLuc: '2026-01-01' }, { han: '2020-01-01' }, { kenh: ['phatThanh'] }]) {
      const consent = await author.post('/api/dong-y', { hoTen: 'Bạn Chưa Đồng Ý', kenh: ['website'], ...bad })
      const refused = await submit(school, 'lop12a1', await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot', nhanVat: [consent.body.doc.id] }))
      expect([refused.status, codes(refused)]).toEqual([422, ['MISSING_CONSENT']])
    }
  })

  it('refuses a topic that readers cannot see yet', async () => {
    const topic = await (await school.as('vanphong')).post('/api/chu-de', { ten: 'Chủ đề chưa duyệt' })
    const refused = await submit(school, 'giaovien', await createStory(school, 'giaovien', { chuDe: [topic.body.doc.id] }))
    expect([refused.status, codes(refused)]).toEqual([422, ['NOT_LIVE']])
  })
})

describe('text', () => {
  const cases: [string, object, string][] = [
    ['bidirectional controls', { tieuDe: 'Tin \u202Egnốđ' }, 'FORBIDDEN_CHARACTER'],
    ['invisible characters', { tomTat: 'Chữ\u200Bẩn' }, 'FORBIDDEN_CHARACTER'],
    ['TCVN3 bytes', { tomTat: 'Tr­êng häc th©n thiÖn, häc sinh tÝch cùc ®ang ®­îc ph¸t ®éng' }, 'LEGACY_FONT'],
    ['VNI bytes', { tomTat: 'Tröôøng hoïc toå chöùc ngaøy hoäi ñoïc saùch cho hoïc sinh' }, 'LEGACY_FONT'],
    ['a title of 201 characters', { tieuDe: 'á'.repeat(201) }, 'TOO_LONG'],
    ['a megabyte of text', { noiDung: toLexical(['Chữ '.repeat(260_000)]) }, 'TOO_LONG'],
    [
      'a javascript link',
      {
        noiDung: {
          root: {
            type: 'root',
            children: [
              {
                type: 'paragraph',
                children: [{ type: 'link', fields: { url: 'javascript:alert(1)', linkType: 'custom' }, children: [{ type: 'text', text: 'a' }] }],
              },
            ],
          },
        },
      },
      'LINK_NOT_ALLOWED',
    ],
    [
      'a node that is not on the list',
      {
        noiDung: {
          root: {
            type: 'root',
            children: [
              { type: 'block', fields: {} },
              { type: 'paragraph', children: [{ type: 'text', text: 'a' }] },
            ],
          },
        },
      },
      'CONTENT_NOT_ALLOWED',
    ],
  ]
  it.each(cases)('%s is kept in the draft and refused at submission', async (_name, data, code) => {
    const id = await createStory(school, 'giaovien', data)
    const refused = await submit(school, 'giaovien', id)
    expect(refused.status, refused.text.slice(0, 300)).toBe(422)
    expect(codes(refused)).toContain(code)
    const kept = await (await school.as('giaovien')).get(`/api/tin-bai/${id}`)
    for (const [field, value] of Object.entries(data)) if (typeof value === 'string') expect(kept.body[field]).toBe(value.normalize('NFC'))
  })

  it.each([
    ['U+0000', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
  ])('%s is refused on saving, with its field', async (_name, text) => {
    const refused = await (
      await school.as('giaovien')
    ).raw('/api/tin-bai', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ tieuDe: text }) })
    expect([refused.status, refused.body.errors[0].code, refused.body.errors[0].field]).toEqual([422, 'FORBIDDEN_CHARACTER', 'tieuDe'])
  })

  it('NFD becomes NFC; emoji and HTML stay text', async () => {
    const title = 'Ngày hội 🎉 <b>đậm</b> & "ngoặc"'
    const id = await createStory(school, 'giaovien', { tieuDe: title.normalize('NFD') })
    const { body } = await submit(school, 'giaovien', id)
    const frozen = await (await school.as('vanphong')).get(`/api/ban-trinh/${body.banTrinh.id}`)
    expect(JSON.parse(frozen.body.noiDung).tieuDe).toBe(title.normalize('NFC'))
    const drawn = await (await school.as('vanphong')).get(`/api/ban-trinh/${body.banTrinh.id}/xem`)
    expect(drawn.text).toContain('&lt;b&gt;đậm&lt;/b&gt; &amp; &quot;ngoặc&quot;')
    expect(drawn.text).not.toContain('<b>đậm')
  })

  it('gives the same text typed on two keyboards the same fingerprint', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'Chữ Việt' })
    const first = await submit(school, 'giaovien', id)
    await (await school.as('giaovien')).patch(`/api/tin-bai/${id}`, { tieuDe: 'Chữ Việt'.normalize('NFD') })
    const second = await submit(school, 'giaovien', id)
    expect(second.body.banTrinh.vanTay).toBe(first.body.banTrinh.vanTay)
  })
})

describe('requests', () => {
  it.each(['0', '-1', '999999', 'abc', '1e3', '99999999999999999999', '%00', "1'--"])('an action on the unknown id %s is 404', async (id) => {
    const answer = await (await school.as('vanphong')).post(`/api/tin-bai/${id}/trinh`, {})
    expect([400, 404]).toContain(answer.status)
    expect(answer.body.errors[0].message).toMatch(/\p{L}/u)
  })

  it.each([
    ['a string', '"x"'],
    ['an array', '[]'],
    ['null', 'null'],
    ['broken', '{"a":'],
    ['a number', '7'],
    ['deep', '['.repeat(200_000)],
  ])('a body that is %s is no 500', async (_name, body) => {
    const id = await createStory(school)
    await submit(school, 'giaovien', id)
    const editor = await school.as('vanphong')
    for (const path of [`/api/tin-bai/${id}/duyet`, '/api/tin-bai', `/api/tin-bai/${id}/tra-lai`]) {
      const answer = await editor.raw(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
      expect([path, answer.status < 500]).toEqual([path, true])
    }
  })

  it.each([
    ['tieuDe a number', { tieuDe: 5 }],
    ['tieuDe an object', { tieuDe: { a: 1 } }],
    ['chuDe a string', { chuDe: 'x' }],
    ['chuDe unknown ids', { chuDe: [987654] }],
    ['donVi an object', { donVi: { id: 'x' } }],
    ['donVi not a number', { donVi: 'abc' }],
    ['donVi too large', { donVi: 99999999999 }],
    ['noiDung a string', { noiDung: 'xin chào' }],
    ['noiDung an array', { noiDung: [1, 2] }],
    ['noiDung odd nodes', { noiDung: { root: { children: [null, 5, { type: 'text' }] } } }],
    ['noiDung a link without fields', { noiDung: { root: { type: 'root', children: [{ type: 'link', children: [] }] } } }],
    [
      'noiDung an upload of nothing',
      {
        noiDung: {
          root: {
            type: 'root',
            children: [
              { type: 'upload', relationTo: 'tu-lieu', value: 987654 },
              { type: 'upload', relationTo: 'nguoi-dung', value: 1 },
              { type: 'heading' },
              { type: 'list' },
            ],
          },
        },
      },
    ],
    [
      'noiDung an internal link to nothing',
      {
        noiDung: { root: { type: 'root', children: [{ type: 'link', fields: { linkType: 'internal', doc: { relationTo: 'x', value: 'y' } }, children: [] }] } },
      },
    ],
    ['loai unknown', { loai: 'baoChi' }],
    ['loai an array', { loai: ['tin'] }],
    ['suKien odd', { suKien: { batDau: 'hôm qua' } }],
    ['suKien a string', { suKien: 'x' }],
    ['coNoiDungAi a string', { coNoiDungAi: 'có' }],
    ['nhanVat odd', { nhanVat: [{ a: 1 }] }],
    ['slug odd', { slug: '../../etc' }],
    ['slug long', { slug: 'a'.repeat(5000) }],
  ])('%s: saving and submitting answer below 500', async (_name, data) => {
    const made = await (await school.as('giaovien')).post('/api/tin-bai', data)
    expect(made.status, made.text.slice(0, 300)).toBeLessThan(500)
    if (made.status === 201) expect((await submit(school, 'giaovien', made.body.doc.id)).status).toBeLessThan(500)
  })

  it.each([
    '?where[tieuDe][equals]=%00',
    '?where[khongCo][equals]=1',
    '?where[id][equals]=abc',
    '?sort=khongCo',
    '?limit=abc',
    '?page=-1',
    '?where=x',
    '?where[or][0]=x',
    '?depth=99999',
    '?select[khongCo]=true',
  ])('a list with %s is no 500', async (query) => {
    const answer = await (await school.as('vanphong')).get(`/api/tin-bai${query}`)
    expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500)
  })

  it.each([
    ['banTrinh missing', {}, 422],
    ['banTrinh a string', { banTrinh: 'x' }, 422],
    ['banTrinh unknown', { banTrinh: 987654 }, 409],
    ['kiemTra an array', { kiemTra: [] }, 422],
    ['yKien an object', { yKien: {}, kiemTra: { __proto__: 'dat' } }, 422],
  ])('duyet with %s', async (_name, body, status) => {
    const id = await createStory(school)
    const { body: submitted } = await submit(school, 'giaovien', id)
    const answer = await act(school, 'vanphong', 'duyet', id, {
      ...('banTrinh' in body || (status === 422 && Object.keys(body).length === 0) ? {} : { banTrinh: submitted.banTrinh.id }),
      ...body,
    })
    expect(answer.status).toBe(status)
  })

  it('refuses a body too large with 413', async () => {
    const answer = await (
      await school.as('giaovien')
    ).raw('/api/tin-bai', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ tomTat: 'x'.repeat(4_000_000) }) })
    expect([answer.status, codes(answer)]).toEqual([413, ['TOO_LARGE']])
  })

  it('says 401 without a session', async () => {
    const id = await createStory(school)
    for (const answer of [
      await school.visitor.post(`/api/tin-bai/${id}/trinh`, {}),
      await school.visitor.post('/api/tin-bai', {}),
      await school.visitor.get('/api/tin-bai'),
    ]) {
      expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']])
    }
  })

  it.each([
    '/%E0%A4%A',
    '/bai/%00',
    '/bai/..%2f..%2fetc',
    '/tep/x/y',
    '/bai/' + 'a'.repeat(3000),
    '/chu-de/ĐIỆN',
    '/?truoc=abc',
    '/thong-bao?truoc=-1',
    '/thong-bao?truoc=99999999999',
    '/tim-kiem?q[]=a',
    '/tim-kiem?q=%00%27%22%5C',
    '/tim-kiem?q=' + 'a'.repeat(3000),
    '/tim-kiem?q=%F0%9F%8E%89',
  ])('the site answers %s plainly', async (path) => {
    const answer = await school.visitor.get(path)
    expect(answer.status).toBeLessThan(500)
  })
})
