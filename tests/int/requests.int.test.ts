/** Requests no form would send: unknown ids, wrong types, broken and oversized bodies. Below 500, in plain words. */
import { describe, expect, it } from 'vitest'
import { openSchool } from '../support/school.ts'
import { act, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

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
    ['suKien null', { suKien: null }],
    ['createdAt absurd', { createdAt: 1e300, updatedAt: 1e300 }],
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

  it.each([
    '/api/ban-dang?where[taiLieu][near]=1',
    '/api/ban-dang?where[id][all]=1',
    '/api/ban-dang/count?where[slug][within]=x',
    '/api/globals/quy-che/versions/1',
    '/api/khong-co',
    '/api/tu-lieu/file/' + 'x'.repeat(300),
    '/api/tu-lieu/file/secret?prefix=../../',
  ])('%s is no 500 and speaks the common language', async (path) => {
    for (const reader of [school.visitor, await school.as('vanphong')]) {
      const answer = await reader.get(path)
      expect([path, answer.status >= 400 && answer.status < 500, typeof answer.body?.errors?.[0]?.code]).toEqual([path, true, 'string'])
    }
  })

  it('refuses a body too deep, a broken form and a reset link asked for too often', async () => {
    const id = await createStory(school)
    const deep = await (
      await school.as('vanphong')
    ).raw(`/api/tin-bai/${id}/duyet`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}` })
    expect(deep.status).toBe(400)
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', 'garbage'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc'],
    ] as const) {
      const broken = await (await school.as('giaovien')).raw('/api/tu-lieu', { method: 'POST', headers: { 'Content-Type': type }, body })
      expect([broken.status, codes(broken)]).toEqual([422, ['FILE_UNREADABLE']])
    }
    let last = 0
    for (let i = 0; i < 45 && last !== 429; i += 1)
      last = (await school.visitor.post('/api/nguoi-dung/Forgot-Password', { email: 'khong-co@thpt.example' })).status
    expect(last).toBe(429)
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
