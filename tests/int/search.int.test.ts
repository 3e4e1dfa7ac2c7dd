/** Search as a reader uses it: over HTTP, on editions that went through the gate, in the real database. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { joinedIn, settled, withoutAccents, wordsIn } from '../../src/policy/text/searchFold.ts'
import { documentOf, paper, publish } from '../support/pages.ts'
import { act, publishStory } from '../support/stories.ts'
import { openSchool } from '../support/school.ts'

const school = openSchool()
const ask = (q: string, more = ''): ReturnType<typeof school.visitor.get> => school.visitor.get(`/tim-kiem?q=${encodeURIComponent(q)}${more}`)
/** Titles of results in their order; of the search itself, not of what was probably meant. */
const titles = (text: string): string[] =>
  [...text.split('class="y-ban"')[0]!.matchAll(/<h3 class="ten">\s*<a[^>]*>(.*?)<\/a>/gs)].map((m) => m[1]!.replace(/<\/?mark>/g, '').trim())
const found = async (q: string, more = ''): Promise<string[]> => titles((await ask(q, more)).text)
const status = (text: string): string => /role="status"[^>]*>(.*?)<\/p>/s.exec(text)![1]!.replace(/\s+/g, ' ').trim()

const TITLES = {
  lotus: 'Mùa hoa ban trắng ở Mường Mùn',
  note: 'Bản tin hoà giải của khối 12A1',
  order: 'Thực hiện Nghị quyết 29-NQ/TW tại trường THPT',
  ball: 'Giải bóng chuyền nữ',
  late: 'Lễ tổng kết năm học 2026-2027',
} as const
let ids: Record<keyof typeof TITLES, number>

beforeAll(async () => {
  const make = (tieuDe: string, more: object): Promise<{ id: number }> => publishStory(school, { tieuDe, ...more })
  const body = (text: string): object => ({ noiDung: toLexical([text, 'Đoạn cuối của bài.']) })
  ids = {
    lotus: (await make(TITLES.lotus, { tomTat: 'Sắc trắng phủ kín đường tới lớp.', ...body('Cây ban nở rộ. Các em gọi là quý nhân của bản.') })).id,
    note: (await make(TITLES.note, { loai: 'thongBao', ...body('Hoa nở, trắng cả vùng; ban giám hiệu dặn dò kĩ thuật an toàn.') })).id,
    order: (await make(TITLES.order, body('Thuý đọc Thông tư 15.000 chữ ngày 20/11.'))).id,
    ball: (await make(TITLES.ball, body('Đội nữ thắng. Khu vườn nhỏ, vườn ươm lớn.'))).id,
    late: (await make(TITLES.late, body('Thúy và các bạn nhận thưởng.'))).id,
  }
})

describe('words', () => {
  it.each([
    ['without accents', 'hoa ban trang', TITLES.lotus],
    ['NFD', 'Mùa hoa ban'.normalize('NFD'), TITLES.lotus],
    ['capitals and đ', 'ĐỘI NỮ', TITLES.ball],
    ['old tone placement', 'hòa giải', TITLES.note],
    ['new tone placement', 'hoà giải', TITLES.note],
    ['i for y', 'kỹ thuật', TITLES.note],
    ['a number with letters', '12A1', TITLES.note],
    ['the same, apart', '12 A1', TITLES.note],
    ['a document number', '29-NQ/TW', TITLES.order],
    ['without punctuation', '29NQTW', TITLES.order],
    ['with spaces', '29 nq tw', TITLES.order],
    ['half of it', '29-NQTW', TITLES.order],
    ['initials', 'thpt', TITLES.order],
    ['a school year', '2026-2027', TITLES.late],
    ['the same, with a dash', '2026–2027', TITLES.late],
    ['thousands', '15000', TITLES.order],
    ['a date', '20/11', TITLES.order],
  ])('%s', async (_what, q, title) => expect((await found(q))[0]).toBe(title))

  it('a date is not a year', async () => expect(await found('2011')).toEqual([]))

  it('in quotes stand in that order', async () => {
    expect(await found('trắng hoa')).toEqual([TITLES.lotus, TITLES.note])
    expect(await found('"hoa ban trắng"')).toEqual([TITLES.lotus])
    const other = (await ask('“trắng ban hoa”')).text
    expect(status(other)).toContain('Không có nội dung nào có đúng như')
    expect(titles(other)[0]).toBe(TITLES.lotus)
    // Each pair stands in the text, all three together do not.
    expect(await found('"cả vùng ban"')).toEqual([TITLES.note])
    expect(await found('"khu vườn ươm"')).toEqual([])
  })

  it('exact accents go first, whichever way the tone is placed', async () => {
    for (const q of ['thúy', 'thuý', 'THÚY'.normalize('NFD')]) expect(await found(q)).toEqual([TITLES.late, TITLES.order])
    expect((await found('bản'))[0]).toBe(TITLES.note)
    expect((await found('bán')).length).toBe(3)
  })

  it('the title goes before the summary, and that before the text', async () => {
    expect((await found('trang')).slice(0, 2)).toEqual([TITLES.lotus, TITLES.note])
    expect(await found('ban')).toEqual([TITLES.lotus, TITLES.note, TITLES.late])
  })

  it('where no edition has all of them, some are found, and the page says so', async () => {
    const answer = await ask('bóng chuyền tổng kết nghị quyết')
    expect(status(answer.text)).toContain('Không có nội dung nào có đủ các từ')
    expect(titles(answer.text).toSorted()).toEqual([TITLES.ball, TITLES.late, TITLES.order].toSorted())
  })

  it('the accented word is marked for an unaccented query, in title and passage', async () => {
    const { text } = await ask('trang ban')
    expect(text).toContain('Mùa hoa <mark>ban</mark> <mark>trắng</mark> ở Mường Mùn')
    expect(text).toContain('Sắc <mark>trắng</mark> phủ kín')
    expect((await ask('<script>alert(1)</script>')).text).not.toContain('<script')
  })

  it('mistyped in a title are understood, with what they find', async () => {
    for (const q of ['giai bong chuyne nu', 'giải bống chuyền nữu', 'bong chuyn']) {
      const { text } = await ask(q)
      expect([q, text.includes('Có phải bạn tìm')]).toEqual([q, true])
      expect(text.split('class="y-ban"')[1]).toContain('chuyền')
    }
    expect((await ask('bóng chuyền')).text).not.toContain('Có phải bạn tìm')
  })
})

describe('the fold', () => {
  it('is the same here and in the database', async () => {
    const texts = [
      ...Object.values(TITLES),
      'Nghĩa khuỷu tay, loẹt quẹt, thuở, quỳ gối, khuya, hoằng; ĐẶNG Ỷ LẠI; kỹ kĩ lý ty sỹ',
      'Hòa Hoà hoá hóa TOÀ tòa thuỷ thủy tuý túy loè lòe',
      'STRASSE straße İstanbul Ωmega naïve señor Đắk Lắk ½ ² ﬁ Ⅳ ١٢',
      'email: a.b-c@thpt-trancan.edu.vn 29-NQ/TW 20/11/2026 15.000.000 8,5 12A1 C++ x_y 1–2',
      'Ðại hội ÐOÀN Ɖức, nǎm hǒc, nạ̌m, Аn tоàn gіао thông, Сhào ѐ ї, α β μ τ, ıđỏ',
      'o\u0337\u0300\u0336a ò\u0337a a\u20d2\u0300 ẞ',
      'ทดสอบ ພາສາ 汉字 한국어 हिन्दी 🎉 👩‍🏫 𝔘 a\u0301\u0302b',
    ]
    const words = fc.sample(
      fc.string({
        unit: fc.constantFrom(...'aàáảãạăằâấeèêếiìíoòóôốơờuùúưừyýỳđqhklmstvn29-/._& \u0301\u0309\u0323\u0302\u030c\u0337ÐðƉɖǎаеосрхАҺӏıμχ'),
        maxLength: 30,
      }),
      400,
    )
    for (const text of [...texts, ...texts.map((t) => t.normalize('NFD')), ...words]) {
      const { rows } = await school.sql.query(
        `select coalesce(tim_kiem_tu(tim_kiem_chu($1)), '{}') as exact, coalesce(tim_kiem_tu(tim_kiem_gap(tim_kiem_chu($1))), '{}') as folded, coalesce(tim_kiem_lien(tim_kiem_gap(tim_kiem_chu($1))), '{}') as joined`,
        [text],
      )
      const folded = withoutAccents(settled(text))
      expect([text, rows[0]]).toEqual([text, { exact: wordsIn(settled(text)), folded: wordsIn(folded), joined: joinedIn(folded) }])
    }
  })
})

describe('letters drawn like ours', () => {
  it('are found by ours and find ours, on the site and among official documents', async () => {
    const { id } = await publishStory(school, { tieuDe: 'Ðại hội Ɖội nǎm mười' })
    for (const q of ['Đại hội Đội', 'dai hoi doi', 'Ðại hội', 'năm mười', '"Ɖội nǎm"', 'ðại hội đội', 'Ðаi hội'])
      expect([q, await found(q)]).toEqual([q, ['Ðại hội Ɖội nǎm mười']])
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Thử.' })
    const document = await publish(school, 'van-ban', documentOf(await paper(school, 'Ke hoach'), '7/QÐ-THPT', 'Quyết định về nǎm học'))
    for (const q of ['7/QĐ-THPT', '7/QÐ', 'năm học', 'nǎm học'])
      expect([q, (await school.visitor.get(`/van-ban?q=${encodeURIComponent(q)}`)).text.includes('7/QÐ-THPT</th>')]).toEqual([q, true])
    await act(school, 'phohieutruong', 'go', document.id, { lyDo: 'Thử.' }, 'van-ban')
  })
})

describe('filters', () => {
  it('narrow by type, topic, unit and day, and stay in the address', async () => {
    expect(await found('ban', '&loai=thongBao')).toEqual([TITLES.note])
    expect(await found('', '&loai=thongBao')).toEqual([TITLES.note])
    expect((await found('', '&chu-de=day-va-hoc')).length).toBe(5)
    expect((await found('ban', '&don-vi=to-ngu-van&chu-de=day-va-hoc')).length).toBe(3)
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect((await found('ban', `&tu=${today}&den=${today}`)).length).toBe(3)
    expect(await found('ban', '&den=2020-01-01')).toEqual([])
    expect(await found('ban', '&tu=2090-01-01')).toEqual([])
    const { text } = await ask('ban', '&den=&tu=&don-vi=to-ngu-van&loai=thongBao&chu-de=')
    expect(text).toContain('/tim-kiem?q=ban&amp;loai=thongBao&amp;don-vi=to-ngu-van')
    expect(text).toContain('Xoá bộ lọc')
    expect(text).toMatch(/<option value="thongBao" selected/)
  })

  it('that mean nothing are left out, and the page says so', async () => {
    const { text } = await ask('ban', '&loai=__proto__&tu=hom-qua&chu-de=khong-co')
    expect(text).toContain('Có bộ lọc trong địa chỉ không còn dùng được')
    expect(titles(text).length).toBe(3)
  })
})

describe('what is found', () => {
  const arrange = (): Promise<unknown> => school.owner.query('alter table ban_dang disable trigger user; drop index if exists ban_dang_ban_trinh_idx')

  it('is live: not withdrawn, not replaced, not lapsed', async () => {
    const { id } = await publishStory(school, { tieuDe: 'Chuyện voi con sẽ gỡ' })
    expect(await found('voi con')).toEqual(['Chuyện voi con sẽ gỡ'])
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'Sai tên.' })
    expect(await found('voi con')).toEqual([])
    // Its words are remembered, and lead nowhere.
    const { text } = await ask('voi cno')
    expect(text).not.toContain('Có phải bạn tìm')
  })

  it('may be an official document, by its number, or a page', async () => {
    await arrange()
    const add = (boSuuTap: string, slug: string, tieuDe: string, noiDung: object): Promise<unknown> =>
      school.owner.query(
        `insert into ban_dang (bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, ban_trinh_id, duyet_ho_ten, duyet_luc, mot_lanh_dao, dang_lan_dau, created_at, updated_at)
          select $1, 90000, 1, '', $2, $3, $4, b.van_tay, b.ban_trinh_id, 'A', now(), false, now(), now(), now() from ban_dang b where b.tai_lieu = $5 and b.bo_suu_tap = 'tin-bai'`,
        [boSuuTap, slug, tieuDe, JSON.stringify(noiDung), ids.lotus],
      )
    await add('van-ban', '12-kh-thpt', 'Về việc tổ chức khai giảng', { soKyHieu: '12/KH-THPT', trichYeu: 'Về việc tổ chức khai giảng', nguoiKy: 'Vàng A Súa' })
    await add('trang', 'gioi-thieu', 'Giới thiệu', { tieuDe: 'Giới thiệu', noiDung: toLexical(['Trường dựng năm 1963 bên suối.']) })
    for (const q of ['12/KH-THPT', '12KHTHPT', 'khai giang', 'Vàng A Súa']) expect((await ask(q)).text).toContain('<a href="/van-ban/12-kh-thpt">')
    expect(await found('', '&loai=van-ban')).toEqual(['12/KH-THPT: Về việc tổ chức khai giảng'])
    expect((await ask('bên suối 1963')).text).toContain('<a href="/gioi-thieu">')
  })
})

describe('anything may be asked', () => {
  it.each([
    '?q=',
    '?q[]=a',
    '?q=a&q=b&q=c',
    `?${'q=a&'.repeat(900)}`,
    `?q=${'a'.repeat(10_000)}`,
    `?q=${'ab%20'.repeat(2500)}`,
    '?q=%00%01%1f%7f',
    '?q=...%20!!%20%22%22%20%3C%3E',
    '?q=%F0%9F%8E%89',
    '?q=%ff%fe',
    "?q=a'%26!b|(c:*%5C",
    '?q=ban&truoc=9.1',
    '?q=ban&truoc=99.999999999',
    '?q=ban&truoc=0.0',
    '?q=ban&truoc[]=1.1&loai[x]=1&tu=2026-13-45',
    '?tu=2000-01-01&den=2099-12-31',
    `?q=${encodeURIComponent('"'.repeat(100))}`,
  ])('%#', async (query) => {
    const answer = await school.visitor.get(`/tim-kiem${query}`)
    expect([query.slice(0, 40), answer.status]).toEqual([query.slice(0, 40), 200])
    expect(status(answer.text)).not.toBe('')
  })

  it('says what to do where nothing was found or too much was asked', async () => {
    expect(status((await ask('zzzzqq')).text)).toBe('Không tìm thấy nội dung nào cho “zzzzqq”.')
    expect((await ask('zzzzqq')).text).toContain('Có thể thử')
    expect((await ask('một hai ba '.repeat(100))).text).toContain('Câu tìm dài quá')
    expect(status((await ask('?!…')).text)).toContain('Chưa có chữ hay số nào để tìm')
  })
})

describe('the limit', () => {
  const from = (forwarded: string): Promise<{ status: number; text: string; headers: Headers }> =>
    school.visitor.raw('/tim-kiem?q=', { headers: { 'X-Forwarded-For': forwarded } })
  it('allows 120 a minute and cannot be slipped by names of other addresses', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 190; n += 1) statuses.push((await from(`10.0.${n}.1, 203.0.113.7`)).status)
    expect(statuses.slice(0, 120).every((s) => s === 200)).toBe(true)
    expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429])
    const refused = await from('203.0.113.7')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.text).toMatch(/thử lại sau \d+ giây/)
    expect((await from('203.0.113.8')).status).toBe(200)
  })

  it('takes a home of IPv6 for one', async () => {
    const statuses = []
    for (let n = 1; n <= 185; n += 1) statuses.push((await from(`2001:db8:1:2::${n.toString(16)}`)).status)
    expect(statuses.at(-1)).toBe(429)
  })
})
