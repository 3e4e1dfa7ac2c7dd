/** What is seen, what is linked and what is signed are one: tricks with links, look-alikes and words nobody is shown. */
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { regulation } from '../support/gate.ts'
import { pdfWith } from '../support/pdf.ts'
import { openSchool } from '../support/school.ts'
import { approve, buildStory, codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

/** Hosts this school allows, so that what is refused here is refused for another reason. */
beforeAll(() => regulation(school, { mienLienKet: ['thpt.example', 'evil.example', 'điệnbiên.example', '192.168.1.1'].map((mien) => ({ mien })) }))

const link = (url: string, words = 'https://thpt.example', more: object = {}): object => ({
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'link', fields: { url, linkType: 'custom', ...more }, children: [{ type: 'text', text: words }] }],
      },
    ],
  },
})

/** Saves and submits a story with this link; answers the first refusal, or what the reviewer and the frozen text say of it. */
async function reviewed(noiDung: object): Promise<{ status: number; codes: string[]; drawn: string; frozen: string; id: number; banTrinh: number }> {
  const made = await (await school.as('giaovien')).post('/api/tin-bai', await buildStory(school, { noiDung }))
  if (made.status !== 201) return { status: made.status, codes: codes(made), drawn: '', frozen: '', id: 0, banTrinh: 0 }
  const id = made.body.doc.id as number
  const answer = await submit(school, 'giaovien', id)
  if (answer.status !== 200) return { status: answer.status, codes: codes(answer), drawn: '', frozen: '', id, banTrinh: 0 }
  const banTrinh = answer.body.banTrinh.id as number
  const reader = await school.as('vanphong')
  const drawn = (await reader.get(`/api/ban-trinh/${banTrinh}/xem`)).text
  return { status: 200, codes: [], drawn, frozen: (await reader.get(`/api/ban-trinh/${banTrinh}`)).body.noiDung, id, banTrinh }
}

describe('links that may not be published', () => {
  it.each([
    ['javascript', 'javascript:alert(1)'],
    ['javascript in capitals', 'JaVaScRiPt:alert(1)'],
    ['javascript after a space', ' javascript:alert(1)'],
    ['a tab inside the protocol', 'java\tscript:alert(1)'],
    ['a line break inside the protocol', 'java\nscript:alert(1)'],
    ['a control character before it', '\u0001javascript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['vbscript', 'vbscript:msgbox(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a blob', 'blob:https://thpt.example/1'],
    ['somebody else’s name before the @', 'https://bo.gov.vn@evil.example/'],
    ['a name and password before the @', 'https://bo.gov.vn:443@evil.example/'],
    ['a name in full-width letters before the @', 'https://bo.gov.vn＠evil.example/'],
    ['backslashes', 'https:\\\\evil.example'],
    ['a backslash after the host', 'https://bo.gov.vn\\@evil.example'],
    ['a space in the host', 'https://bo.gov.vn .evil.example'],
    ['no host', 'https://'],
    ['an address of no kind', '//evil.example/x'],
    ['a bidirectional control in the host', 'https://bo\u202e.evil.example'],
    ['nothing', ''],
    ['Cyrillic letters in the host', 'https://thр\u0442.example/'],
    ['Cyrillic letters written in punycode', 'https://xn--80ak6aa92e.example/'],
  ])('%s is refused', async (_name, url) => {
    const answer = await reviewed(link(url))
    // The draft is kept, whatever its link is; the gate names it.
    expect(`${answer.status} ${answer.codes.join()}`).toBe('422 LINK_NOT_ALLOWED')
  })

  it('five hundred addresses of any letters stand in the draft as they were typed', async () => {
    const typed = [
      ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), 400),
      ...fc.sample(fc.webUrl(), 50),
      ...fc.sample(fc.lorem({ mode: 'sentences' }), 50),
    ]
    const noiDung = { root: { type: 'root', children: typed.map((url) => (link(url, 'a') as { root: { children: object[] } }).root.children[0]) } }
    const made = await (await school.as('giaovien')).post('/api/tin-bai?depth=0', await buildStory(school, { noiDung }))
    expect([made.status, made.text.slice(0, 300)]).toEqual([201, expect.any(String)])
    const kept = made.body.doc.noiDung.root.children as { children: { fields: { url: string } }[] }[]
    expect(kept.map((p) => p.children[0]!.fields.url.normalize('NFC'))).toEqual(typed.map((url) => url.normalize('NFC')))
  })

  it('the same in a link that says it is automatic, internal, or carries a second target beside the first', async () => {
    const auto = await reviewed({
      root: {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'autolink', fields: { url: 'javascript:1' }, children: [{ type: 'text', text: 'a' }] }] }],
      },
    })
    expect(auto.codes).toEqual(['LINK_NOT_ALLOWED'])
    expect((await reviewed(link('javascript:1', 'a', { linkType: 'internal' }))).codes).toEqual(['LINK_NOT_ALLOWED'])
    const draft = await createStory(school, 'giaovien', { tieuDe: 'Chưa ai duyệt' })
    const internal = await reviewed(link('https://thpt.example', 'a', { linkType: 'internal', doc: { relationTo: 'tin-bai', value: draft } }))
    expect(internal.codes).toEqual(['NOT_LIVE'])
    const account = await reviewed(link('https://thpt.example', 'a', { linkType: 'internal', doc: { relationTo: 'nguoi-dung', value: 1 } }))
    expect([['INVALID_VALUE'], ['NOT_LIVE']]).toContainEqual(account.codes)
  })

  it.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'https://bo.gov.vn@evil.example', 'data:text/html,x', '/\tx'])(
    'menu: %s is refused',
    async (duongDan) => {
      const editor = await school.as('vanphong')
      const { id } = (await editor.get('/api/cai-dat')).body.docs[0]
      await editor.patch(`/api/cai-dat/${id}`, { menu: [{ nhan: 'Trang chủ', duongDan }] })
      const refused = await submit(school, 'vanphong', id, 'cai-dat')
      expect([refused.status, codes(refused)]).toEqual([422, ['LINK_NOT_ALLOWED']])
    },
  )
})

describe('what the reviewer is told of a link', () => {
  it.each([
    ['words that name no address', 'https://evil.example/a', 'https://evil.example/a'],
    ['a Vietnamese host', 'https://điệnbiên.example/', 'https://xn--'],
    ['zero width in the host', 'https://ev\u200bil.example/', 'https://evil.example/'],
    ['full-width letters in the host', 'https://ｅｖｉｌ.example/', 'https://evil.example/'],
    ['right-to-left in the path', 'https://evil.example/\u202egpj', 'https://evil.example/%E2%80%AEgpj'],
    ['zero width in a mail address', 'mailto:a\u200b@evil.example', 'mailto:a%E2%80%8B@evil.example'],
    ['an address without slashes', 'https:evil.example', 'https://evil.example/'],
    ['a host as a number', 'http://3232235777/', 'http://192.168.1.1/'],
  ])('%s: the real target stands in the text, and readers get the same', async (_name, url, target) => {
    const shown = await reviewed(link(url, 'xem ở đây'))
    expect(shown.status).toBe(200)
    expect(shown.drawn).toMatch(new RegExp(`\\[${target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^\\]]*\\]`))
    const href = /"href":"([^"]*)"/.exec(shown.frozen)![1]!
    expect(href).toContain(target)
    expect(shown.drawn).toContain(`<a href="${href}"`)
    await approve(school, 'vanphong', shown.id, shown.banTrinh)
    const live = await approve(school, 'phohieutruong', shown.id, shown.banTrinh)
    expect((await school.visitor.get(`/bai/${live.body.banDang.slug}`)).text).toContain(`<a href="${href}"`)
  })

  it.each([
    ['right-to-left', 'https://thpt\u202e.example'],
    ['a Hangul filler', 'https://thpt\u3164.example'],
    ['a tag character', 'https://thpt\u{e0061}.example'],
  ])('words of a link that hide %s are refused', async (_name, words) => {
    expect((await reviewed(link('https://evil.example', words))).codes).toContain('FORBIDDEN_CHARACTER')
  })

  it.each([
    ['a zero-width joiner', 'https://thpt\u200d.example'],
    ['a soft hyphen', 'https://th\u00adpt.example'],
  ])('words of a link with %s are read without it, and named as what they are', async (_name, words) => {
    expect((await reviewed(link('https://evil.example', words))).codes).toEqual(['LINK_MISLEADING'])
  })

  it('words that name another address than the link are refused', async () => {
    expect((await reviewed(link('https://evil.example/a', 'https://thpt.example'))).codes).toEqual(['LINK_MISLEADING'])
  })
})

describe('nothing frozen is hidden from the reviewer', () => {
  const leaves = (json: unknown, key = ''): string[] => {
    if (Array.isArray(json)) return json.flatMap((v) => leaves(v, key))
    if (json !== null && typeof json === 'object') return Object.entries(json).flatMap(([k, v]) => leaves(v, k))
    // What the product itself computes is no word of anybody's: the average colour of a picture too.
    const mechanical = ['sha256', 'type', 'tag', 'kieu', 'loai', 'boSuuTap', 'batDau', 'ketThuc', 'mauNen']
    return typeof json === 'string' && !mechanical.includes(key) ? [json] : []
  }
  const words = (name: string): object => ({ altText: `Tả ${name}`, chuThich: `Chú thích ${name}`, tacGiaAnh: `Tác giả ${name}`, giayPhep: `Quyền ${name}` })
  const picture = async (background: string): Promise<Buffer> =>
    sharp({ create: { width: 700, height: 500, channels: 3, background } })
      .jpeg()
      .toBuffer()
  const upload = async (name: string, type: string, bytes: Uint8Array): Promise<number> =>
    (await (await school.as('giaovien')).upload('/api/tu-lieu', { name, type, bytes }, words(name))).body.doc.id as number

  it('every word of a story, its pictures and its attachment stands on the page that is decided on', async () => {
    const cover = await upload('bia.jpg', 'image/jpeg', await picture('#123'))
    const inside = await upload('trong.jpg', 'image/jpeg', await picture('#456'))
    const paper = await upload('giay.pdf', 'application/pdf', pdfWith({ stream: Buffer.alloc(2400, '% chu\n') }))
    const id = await createStory(school, 'giaovien', {
      anhBia: cover,
      tuLieu: [paper],
      butDanh: 'Bút danh riêng',
      nguonTin: 'Nguồn tin riêng',
      coNoiDungAi: true,
      slug: 'dia-chi-rieng',
      suKien: { batDau: '2027-01-01T00:00:00Z', diaDiem: 'Địa điểm riêng' },
      noiDung: {
        root: {
          type: 'root',
          children: [
            { type: 'heading', tag: 'h2', children: [{ type: 'text', text: 'Đầu mục' }] },
            { type: 'quote', children: [{ type: 'text', text: 'Trích dẫn' }] },
            {
              type: 'list',
              listType: 'number',
              tag: 'ol',
              start: 1,
              children: [{ type: 'listitem', value: 1, children: [{ type: 'text', text: 'Một điều' }] }],
            },
            { type: 'upload', relationTo: 'tu-lieu', value: inside },
          ],
        },
      },
    })
    const submitted = await submit(school, 'giaovien', id)
    expect(submitted.status, submitted.text).toBe(200)
    const reader = await school.as('vanphong')
    const drawn = (await reader.get(`/api/ban-trinh/${submitted.body.banTrinh.id}/xem`)).text
    const all = leaves(JSON.parse((await reader.get(`/api/ban-trinh/${submitted.body.banTrinh.id}`)).body.noiDung))
    expect(all).toEqual(expect.arrayContaining(['Quyền giay.pdf', 'Tả giay.pdf', 'Quyền bia.jpg', 'Địa điểm riêng', 'dia-chi-rieng']))
    expect(all.filter((text) => !drawn.includes(text))).toEqual([])
  })

  it('every word of the settings stands there too, the crest’s included', async () => {
    const editor = await school.as('vanphong')
    const { id } = (await editor.get('/api/cai-dat')).body.docs[0]
    const crest = (await editor.upload('/api/tu-lieu', { name: 'huy.jpg', type: 'image/jpeg', bytes: await picture('#789') }, words('huy.jpg'))).body.doc.id
    await editor.patch(`/api/cai-dat/${id}`, { bieuTrung: crest, menu: [{ nhan: 'Nhãn riêng', duongDan: 'https://điệnbiên.example/duong-rieng' }] })
    const { body } = await submit(school, 'vanphong', id, 'cai-dat')
    const drawn = (await editor.get(`/api/ban-trinh/${body.banTrinh.id}/xem`)).text
    const all = leaves(JSON.parse((await editor.get(`/api/ban-trinh/${body.banTrinh.id}`)).body.noiDung))
    expect(all.join(' ')).toContain('https://xn--')
    expect(all.filter((text) => !drawn.includes(text))).toEqual([])
  })

  it('what readers do not see of a working copy is not frozen: people, sensitivity, owner, anything unknown', async () => {
    const consent = (await (await school.as('giaovien')).post('/api/dong-y', { hoTen: 'Tên Giữ Kín', namSinh: 1990, kenh: ['website'] })).body.doc.id
    const made = await (
      await school.as('giaovien')
    ).post('/api/tin-bai', await buildStory(school, { nhanVat: [consent], mucNhayCam: 'cao', ghiChuRieng: 'Không ai biết', _html: '<script>' }))
    const { body } = await submit(school, 'giaovien', made.body.doc.id)
    const frozen = (await (await school.as('vanphong')).get(`/api/ban-trinh/${body.banTrinh.id}`)).body.noiDung as string
    expect(Object.keys(JSON.parse(frozen)).sort()).toEqual(['boSuuTap', 'chuDe', 'donVi', 'loai', 'noiDung', 'slug', 'taiLieu', 'tieuDe', 'tomTat'])
  })
})
