/** Bad input: clear Vietnamese sentences, right status codes, nothing lost, nothing 500. */
import { describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()

describe('a draft may lack everything, a submission nothing', () => {
  it('saves an empty story and names all that is missing at once, each with its field', async () => {
    const made = await (await school.as('giaovien')).post('/api/tin-bai', {})
    expect(made.status).toBe(201)
    const refused = await submit(school, 'giaovien', made.body.doc.id)
    expect(refused.status).toBe(422)
    const fields = refused.body.errors.map((e: { field: string }) => e.field).sort()
    // The author's own unit is filled in.
    expect(fields).toEqual(['chuDe', 'noiDung', 'tieuDe'])
    expect(refused.body.errors.find((e: { field: string }) => e.field === 'tieuDe').message).toBe('Còn thiếu tiêu đề.')
  })

  it('asks a good-deed story for its people, and each person for a valid consent', async () => {
    const without = await submit(school, 'lop12a1', await createStory(school, 'lop12a1', { loai: 'nguoiTotViecTot' }))
    expect([without.status, codes(without)]).toEqual([422, ['MISSING_PERSON']])
    const author = await school.as('lop12a1')
    for (const bad of [{ thuHoiLuc: '2026-01-01' }, { han: '2020-01-01' }, { kenh: ['phatThanh'] }]) {
      const consent = await author.post('/api/dong-y', { hoTen: 'Bạn Chưa Đồng Ý', namSinh: 1990, kenh: ['website'], ...bad })
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
    ['invisible characters', { tomTat: 'Chữ\u3164ẩn' }, 'FORBIDDEN_CHARACTER'],
    ['letters a program lost', { tieuDe: 'Tr\ufffd\ufffdng THPT t\ufffd ch\ufffdc' }, 'FORBIDDEN_CHARACTER'],
    ['a short title in an old font', { tieuDe: 'LÔ kh¶i gi¶ng' }, 'LEGACY_FONT'],
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

/** Texts as they come from elsewhere. */
const block = (type: string, children: object[], more: object = {}): object => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  children,
  ...more,
})
const words = (text: string): object => ({ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text })
const body = (...children: object[]): object => ({ root: block('root', children) })

describe('a draft is kept, and what is wrong with it is named at submission', () => {
  it.each([
    ['https://thpt.example/a b', 'có dấu cách'],
    ['', 'chưa có địa chỉ'],
    ['javascript:alert(1)', 'mã lệnh'],
    ['ftp://x/y', 'ftp'],
    ['<>\\"{}|^`', 'dấu lạ'],
    ['../../etc/passwd%00', 'đường dẫn'],
    ['Ω≈ç√∫˜µ≤≥÷', 'ký hiệu'],
    ['\u202etest\u202c', 'đảo chiều'],
  ])('a link to %j', async (url, seen) => {
    const noiDung = body(block('paragraph', [words('Xem '), block('link', [words(seen)], { fields: { linkType: 'custom', newTab: false, url } })]))
    const author = await school.as('giaovien')
    const id = await createStory(school, 'giaovien', {})
    const saved = await author.patch(`/api/tin-bai/${id}?draft=true`, { noiDung })
    expect([saved.status, saved.body.doc?.noiDung.root.children[0].children[1].fields.url]).toEqual([200, url])
    expect((await author.patch(`/api/tin-bai/${id}`, { noiDung })).status).toBe(200)
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, codes(refused), refused.body.errors[0].field]).toEqual([422, ['LINK_NOT_ALLOWED'], 'noiDung'])
    expect(refused.body.errors[0].message).toContain(`ở chữ “${seen}”`)
  })

  it('invisible characters that change nothing are mended; others are quoted where they stand', async () => {
    const id = await createStory(school, 'giaovien', {
      tieuDe: 'Hội\u00ad nghị\u200b viên chức',
      noiDung: body(block('paragraph', [words('Kính gửi thầy cô\u000bvà các em\ufeff.')])),
    })
    const { body: made } = await submit(school, 'giaovien', id)
    const frozen = JSON.parse((await (await school.as('vanphong')).get(`/api/ban-trinh/${made.banTrinh.id}`)).body.noiDung)
    expect([frozen.tieuDe, frozen.noiDung[0].children[0].text]).toEqual(['Hội nghị viên chức', 'Kính gửi thầy cô và các em.'])
    const refused = await submit(school, 'giaovien', await createStory(school, 'giaovien', { tieuDe: 'Lịch học tuần\u3164mười hai' }))
    expect(refused.body.errors[0].message).toBe('Mục tiêu đề chứa ký tự không nhìn thấy ở chỗ “Lịch học tuần⟦U+3164⟧mười hai”. Hãy xoá và gõ lại đoạn đó.')
  })
})

describe('a table', () => {
  const cell = (text: string, headerState = 0): object =>
    block('tablecell', [block('paragraph', text === '' ? [] : [words(text)])], { headerState, colSpan: 1, rowSpan: 1, backgroundColor: null })
  const table = (rows: string[][], more: object = {}): object =>
    block(
      'table',
      rows.map((r, y) =>
        block(
          'tablerow',
          r.map((c) => cell(c, y === 0 ? 1 : 0)),
        ),
      ),
      more,
    )

  it('goes from the form to the page, the feeds and the search, in the words that were approved', async () => {
    const noiDung = body(
      block('paragraph', [words('Kết quả:')]),
      table(
        [
          ['Lớp', 'Điểm'],
          ['12A1', 'chín mươi tám rưỡi'],
        ],
        { $: { tenBang: 'Thi đua tuần mười hai' } },
      ),
    )
    const live = await publishStory(school, { tieuDe: 'Bài có bảng', noiDung })
    const page = (await school.visitor.get(`/bai/${live.slug}`)).text
    expect(page.replace(/\n\s*/g, '')).toContain(
      '<caption>Thi đua tuần mười hai</caption><thead><tr><th scope="col">Lớp</th><th scope="col">Điểm</th></tr></thead>',
    )
    for (const feed of ['/rss.xml', '/atom.xml', '/feed.json']) {
      const { status, text } = await school.visitor.get(feed)
      if (status === 200) expect(text.replaceAll('&lt;', '<').replaceAll('\\n', ''), feed).toContain('chín mươi tám rưỡi')
    }
    expect((await school.visitor.get(`/tim-kiem?q=${encodeURIComponent('chín mươi tám rưỡi')}`)).text).toContain('Bài có bảng')
  })

  it('of five hundred rows is refused by its first words and size; one of four thousand cells is taken', async () => {
    const noiDung = body(table(Array.from({ length: 500 }, (_, y) => Array.from({ length: 4 }, (__, x) => `${y}.${x}`))))
    const refused = await submit(school, 'giaovien', await createStory(school, 'giaovien', { noiDung }))
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'TABLE_NOT_ALLOWED'])
    expect(refused.body.errors[0].message).toMatch(/^Bảng thứ 1 \(“0\.0, 0\.1.*có 500 hàng và 4 cột/)
    const whole = body(table(Array.from({ length: 200 }, (_, y) => Array.from({ length: 20 }, (__, x) => `${y}.${x}`))))
    const taken = await submit(school, 'giaovien', await createStory(school, 'giaovien', { noiDung: whole }))
    expect([taken.status, taken.body.errors]).toEqual([200, undefined])
  })
})
