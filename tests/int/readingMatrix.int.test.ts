/**
 * Nothing unapproved is readable: secret words are put where only some may read them, then every role and a visitor
 * tries every read route with every trick of the query. Who may meet which word is written out by hand.
 */
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import type { Answer } from '../support/client.ts'
import { AN_HOUR, at, atTheGate, pageOf, personId } from '../support/gate.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { act, approve, createStory, publishStory, submit } from '../support/stories.ts'

const school = openSchool()

/** Where each secret word stands. */
const SECRET = {
  draft: 'Zunhap', // a teacher's draft, never submitted
  submitted: 'Zutrinh', // a teacher's submission in review
  picture: 'Zuanh', // the description of her picture
  consent: 'Zuphieu', // the name on her consent
  topic: 'Zuchude', // a topic's new name, not approved
  ended: 'Zugo', // words of an edition that was withdrawn
  lapsed: 'Zukhan', // words of an emergency edition nobody confirmed
  delegation: 'Zuquyen', // the number of a delegation to the office
  email: 'zuthu', // the office's mailbox
  reason: 'Zulydo', // why a submission was returned
} as const
type Word = keyof typeof SECRET
const ALL = Object.keys(SECRET) as Word[]

/** Who may meet which words anywhere at all. */
const MAY: Record<PersonKey | 'visitor', readonly Word[]> = {
  visitor: [],
  giaovien: ['draft', 'submitted', 'picture', 'consent', 'topic', 'ended', 'lapsed', 'reason'],
  lop12a1: ['topic'],
  doantn: ['topic', 'consent'],
  vanphong: ALL,
  phohieutruong: ALL.filter((w) => w !== 'email'),
  hieutruong: ALL,
  quantri: ['topic', 'email', 'delegation'],
}
const COLLECTIONS = [
  'tin-bai',
  'tu-lieu',
  'chu-de',
  'don-vi',
  'cai-dat',
  'trang',
  'van-ban',
  'dong-y',
  'nguoi-dung',
  'uy-quyen',
  'ho-so',
  'ban-trinh',
  'phieu-duyet',
  'ban-dang',
  'nhat-ky',
]
const TRICKS = [
  '',
  '?limit=300&depth=3',
  '?limit=300&draft=true&depth=2',
  '?limit=300&trash=true&locale=all&fallback-locale=vi',
  '?limit=300&select[noiDung]=true&select[tieuDe]=true&select[altText]=true&select[hoTen]=true&select[email]=true&select[bangChung]=true',
  '?limit=300&populate[tin-bai][tieuDe]=true&populate[nguoi-dung][email]=true&populate[ban-trinh][noiDung]=true&depth=5',
  '?limit=300&joins[x][limit]=1&pagination=false',
  '?limit=300&where[or][0][id][greater_than]=0&where[or][1][tieuDe][exists]=true',
  '?limit=300&sort=-updatedAt&where[id][not_equals]=0',
  '/count',
  '/versions?limit=300&depth=3',
  '/versions?limit=300&where[version.id][exists]=true',
]
const OTHER = [
  '/api/globals/quy-che?depth=3',
  '/api/access',
  '/api/nguoi-dung/me',
  '/',
  '/thong-bao',
  '/nguoi-tot-viec-tot',
  '/so-duyet',
  '/robots.txt',
  '/rss.xml',
  '/sitemap.xml',
]
const ids: Record<string, number> = {}
const files: string[] = []

beforeAll(async () => {
  const teacher = await school.as('giaovien')
  const office = await school.as('vanphong')
  const png = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#12463f' } })
    .png()
    .toBuffer()
  const picture = await teacher.upload('/api/tu-lieu', { name: 'zuteptin.png', type: 'image/png', bytes: png }, { altText: SECRET.picture })
  if (picture.status === 201) {
    files.push(
      picture.body.doc.filename,
      ...Object.values(picture.body.doc.sizes as Record<string, { filename: string | null }>).flatMap((s) => s.filename ?? []),
    )
    ids.picture = picture.body.doc.id
  }
  const consent = await teacher.post('/api/dong-y', { hoTen: SECRET.consent, namSinh: 1990, kenh: ['website'] })
  ids.draft = await createStory(school, 'giaovien', { tieuDe: SECRET.draft, tomTat: SECRET.draft, slug: 'duong-dan-nhap' })
  ids.submitted = await createStory(school, 'giaovien', {
    tieuDe: SECRET.submitted,
    nhanVat: [consent.body.doc.id],
    ...(ids.picture ? { anhBia: ids.picture } : {}),
  })
  const first = await submit(school, 'giaovien', ids.submitted)
  await act(school, 'vanphong', 'tra-lai', ids.submitted, { banTrinh: first.body.banTrinh.id, lyDo: SECRET.reason })
  ids.banTrinh = (await submit(school, 'giaovien', ids.submitted)).body.banTrinh.id
  const topic = (await office.get('/api/chu-de?limit=1&depth=0')).body.docs[0]
  await office.patch(`/api/chu-de/${topic.id}`, { canCu: SECRET.topic })
  const gone = await publishStory(school, { tieuDe: `Bài ${SECRET.ended}`, tomTat: SECRET.ended, slug: 'bai-se-go' })
  await act(school, 'phohieutruong', 'go', gone.id, { lyDo: 'Gỡ thử' })
  const emergency = await atTheGate(school, { tieuDe: `Bài ${SECRET.lapsed}`, tomTat: SECRET.lapsed, slug: 'bai-khan' })
  ids.lapsed = emergency.id
  await act(school, 'hieutruong', 'dang-khan', emergency.id, { lyDo: 'Bão' })
  const principal = await school.as('hieutruong')
  const quantri = await school.as('quantri')
  const made = await quantri.post('/api/nguoi-dung', { hoTen: 'Người mới', email: `${SECRET.email}@thpt.example`, vaiTro: ['congTacVien'] })
  expect(made.status).toBe(201)
  const lent = await principal.post('/api/uy-quyen', {
    nguoiDuocUyQuyen: await personId(school, 'vanphong'),
    phamVi: 'don-vi',
    tuNgay: at(-AN_HOUR),
    denNgay: at(AN_HOUR),
    soVanBan: SECRET.delegation,
  })
  expect([consent.status, picture.status, first.status, lent.status]).toEqual([201, 201, 200, 201])
  // Thirteen hours later nobody has confirmed the emergency.
  await moveClock(school, '13 hours')
})

const everything = (a: Answer): string => `${a.text}\n${[...a.headers].join('\n')}`.toLowerCase()
const met = (a: Answer): Word[] => ALL.filter((word) => everything(a).includes(SECRET[word].toLowerCase()))

describe.each(Object.keys(MAY) as (PersonKey | 'visitor')[])('%s', (who) => {
  const client = async () => (who === 'visitor' ? school.visitor : school.as(who))
  const allowed = MAY[who].filter((w) => w !== 'email' || who !== 'vanphong')

  it.each(COLLECTIONS)('meets in %s no word that is not his to read', async (slug) => {
    const reader = await client()
    const last = await school.sql.query(`select coalesce(max(id), 1) as id from ${slug.replaceAll('-', '_')}`)
    const one = [`/${last.rows[0].id}?depth=3`, `/${ids.draft}?draft=true&depth=3`, `/${ids.draft}/viec`, `/${ids.draft}/xem`, `/versions/1`, '/khong-co']
    for (const path of [...TRICKS, ...one]) {
      const answer = await reader.get(`/api/${slug}${path}`)
      expect([path, answer.status < 500]).toEqual([path, true])
      expect([`/api/${slug}${path}`, met(answer).filter((w) => !allowed.includes(w))]).toEqual([`/api/${slug}${path}`, []])
    }
  })

  it('cannot ask for a hidden word either: filters, sorting and search count nothing', async () => {
    const reader = await client()
    for (const word of ALL.filter((w) => !allowed.includes(w))) {
      for (const [slug, fields] of [
        ['tin-bai', ['tieuDe', 'tomTat']],
        ['ban-trinh', ['noiDung', 'bangChung', 'tieuDe']],
        ['ban-dang', ['noiDung', 'tieuDe', 'banTrinh.noiDung']],
        ['ho-so', ['tieuDe', 'banTrinh.noiDung', 'banDang.noiDung']],
        ['phieu-duyet', ['lyDo', 'noiDungKy', 'banTrinh.bangChung']],
        ['dong-y', ['hoTen', 'tacGia.email']],
        ['tu-lieu', ['altText', 'tacGia.email', 'filename']],
        ['nguoi-dung', ['email']],
        ['uy-quyen', ['soVanBan', 'nguoiDuocUyQuyen.email']],
        ['chu-de', ['canCu']],
      ] as const) {
        for (const field of fields) {
          const answer = await reader.get(`/api/${slug}?limit=1&where[${field}][contains]=${encodeURIComponent(SECRET[word])}`)
          expect([slug, field, word, answer.status === 200 ? answer.body.totalDocs : 0]).toEqual([slug, field, word, 0])
        }
      }
      const found = await reader.get(`/tim-kiem?q=${SECRET[word]}`)
      const nothing = await reader.get('/tim-kiem?q=khonghecogi')
      expect(found.text.replaceAll(SECRET[word], '')).toBe(nothing.text.replaceAll('khonghecogi', ''))
    }
  })

  it('meets none on the site, in access, regulation, feeds, errors and working files', async () => {
    const reader = await client()
    const pages = ['/bai/bai-se-go', '/bai/bai-khan', '/bai/duong-dan-nhap', `/api/ban-trinh/${ids.banTrinh}/xem`, `/api/tin-bai/${ids.lapsed}/viec`]
    for (const path of [...OTHER, ...pages, ...files.map((f) => `/api/tu-lieu/file/${f}`)]) {
      const answer = await reader.get(path)
      const site = !path.startsWith('/api/')
      expect([path, met(answer).filter((w) => site || !allowed.includes(w))]).toEqual([path, []])
    }
    const mayHaveFile = allowed.includes('picture')
    for (const file of files) expect([file, (await reader.get(`/api/tu-lieu/file/${file}`)).status === 200]).toEqual([file, mayHaveFile])
  })
})

describe('what a visitor is told', () => {
  it('is the same of a draft that is there and of one that is not: status, words, ETag', async () => {
    for (const slug of ['tin-bai', 'ban-trinh', 'dong-y', 'nguoi-dung', 'tu-lieu', 'ho-so']) {
      const [there, not] = await Promise.all([school.visitor.get(`/api/${slug}/${ids.draft}`), school.visitor.get(`/api/${slug}/999999`)])
      expect([slug, there.status, there.text, there.headers.get('etag')]).toEqual([slug, not.status, not.text, not.headers.get('etag')])
    }
    const [taken, free] = [await school.visitor.get('/bai/duong-dan-nhap'), await school.visitor.get('/bai/khong-he-co')]
    expect([taken.status, taken.text.replaceAll('duong-dan-nhap', '')]).toEqual([free.status, free.text.replaceAll('khong-he-co', '')])
  })

  it('of a lapsed emergency is only that it stood there, until when and why it went', async () => {
    const answer = await school.visitor.get(`/api/ban-dang?where[slug][equals]=bai-khan&depth=2`)
    expect(Object.keys(answer.body.docs[0]).sort()).toEqual(['id', 'ketThucLuc', 'lyDoGo', 'slug'])
    expect((await pageOf(school, ids.lapsed!)).status).toBe(410)
  })

  it('hashes to its fingerprint, for every live edition', async () => {
    const { createHash } = await import('node:crypto')
    const { body } = await school.visitor.get('/api/ban-dang?limit=300&depth=0')
    expect(body.docs.length).toBeGreaterThan(10)
    for (const edition of body.docs) expect(createHash('sha256').update(edition.noiDung, 'utf8').digest('hex')).toBe(edition.vanTay)
  })

  it('changes when the emergency is confirmed after all', async () => {
    const { rows } = await school.sql.query(`select ban_trinh_id as id from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [ids.lapsed])
    await approve(school, 'phohieutruong', ids.lapsed!, rows[0].id)
    expect((await pageOf(school, ids.lapsed!)).text).toContain(SECRET.lapsed)
  })
})
