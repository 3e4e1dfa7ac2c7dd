/**
 * Nothing unapproved is readable: secret words are put into everything that is not public, and every route is asked by
 * every role. What each may meet is written out by hand (design, section 3); nothing else may appear anywhere.
 */
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import type { Answer, Client } from '../support/client.ts'
import { lend, personId } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { act, approve, createStory, submit } from '../support/stories.ts'

const school = openSchool()

/** What is hidden, and under which word. */
const SECRETS = {
  tieuDe: 'kintieude',
  than: 'kinthan',
  moTaAnh: 'kinmota',
  chuThich: 'kinchuthich',
  nguoi: 'kinnguoi',
  mucDich: 'kinmucdich',
  chuDe: 'kinchude',
  lyDo: 'kinlydo',
  uyQuyen: 'kinuyquyen',
  thu: 'kinthu',
} as const
type Secret = keyof typeof SECRETS
const CONTENT: Secret[] = ['tieuDe', 'than', 'moTaAnh', 'chuThich', 'lyDo']
const CONSENT: Secret[] = ['nguoi', 'mucDich']

/** Who may meet which secret. The story, its picture and its consent are lop12a1's. */
const MAY: Record<PersonKey | 'visitor', Secret[]> = {
  visitor: [],
  giaovien: ['chuDe'],
  lop12a1: [...CONTENT, ...CONSENT, 'chuDe'],
  doantn: [...CONSENT, 'chuDe'],
  vanphong: [...CONTENT, ...CONSENT, 'chuDe', 'uyQuyen'],
  phohieutruong: [...CONTENT, ...CONSENT, 'chuDe', 'uyQuyen'],
  hieutruong: [...CONTENT, ...CONSENT, 'chuDe', 'uyQuyen', 'thu'],
  quantri: ['chuDe', 'uyQuyen', 'thu'],
}
const ROLES = Object.keys(MAY) as (PersonKey | 'visitor')[]
const GATED = ['tin-bai', 'tu-lieu', 'chu-de', 'don-vi', 'cai-dat', 'trang', 'van-ban']
const OTHERS = ['dong-y', 'nguoi-dung', 'uy-quyen', 'ho-so', 'ban-trinh', 'phieu-duyet', 'ban-dang', 'nhat-ky']
const FRAMEWORK = ['payload-preferences', 'payload-locked-documents', 'payload-kv', 'payload-migrations', 'payload-jobs', 'payload-folders']

const known: { story: number; submission: number; picture: string[]; slug: string; ids: Record<string, number> } = {
  story: 0,
  submission: 0,
  picture: [],
  slug: '',
  ids: {},
}

beforeAll(async () => {
  const author = await school.as('lop12a1')
  const editor = await school.as('vanphong')
  const consent = await author.post('/api/dong-y', { hoTen: `Bạn ${SECRETS.nguoi}`, namSinh: 1990, mucDich: SECRETS.mucDich, kenh: ['website'] })
  const bytes = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#565' } })
    .jpeg()
    .toBuffer()
  const picture = await author.upload('/api/tu-lieu', { name: 'kin.jpg', type: 'image/jpeg', bytes }, { altText: SECRETS.moTaAnh, chuThich: SECRETS.chuThich })
  known.picture = [picture.body.doc.filename, ...Object.values(picture.body.doc.sizes as Record<string, { filename?: string }>).map((s) => s.filename ?? '')]
  // A live edition with other words, so that every secret lies beneath a page that readers see.
  known.story = await createStory(school, 'lop12a1', { tieuDe: 'Lời ai cũng đọc được', nhanVat: [consent.body.doc.id] })
  const first = (await submit(school, 'lop12a1', known.story)).body.banTrinh.id as number
  await approve(school, 'vanphong', known.story, first)
  known.slug = (await approve(school, 'phohieutruong', known.story, first)).body.banDang.slug as string
  await author.patch(`/api/tin-bai/${known.story}`, {
    tieuDe: `Tin ${SECRETS.tieuDe}`,
    noiDung: toLexical([`Tracuuchung ${SECRETS.than}`]),
    anhBia: picture.body.doc.id,
    slug: 'dia-chi-sap-toi',
  })
  const second = (await submit(school, 'lop12a1', known.story)).body.banTrinh.id as number
  await act(school, 'vanphong', 'tra-lai', known.story, { banTrinh: second, lyDo: SECRETS.lyDo })
  known.submission = (await submit(school, 'lop12a1', known.story)).body.banTrinh.id as number
  await editor.post('/api/chu-de', { ten: `Chủ đề ${SECRETS.chuDe}` })
  const account = await (
    await school.as('quantri')
  ).post('/api/nguoi-dung', { hoTen: 'Người Mới', email: `${SECRETS.thu}@thpt.example`, password: 'x'.repeat(12), vaiTro: ['congTacVien'], kichHoat: true })
  const unit = (await editor.get('/api/don-vi?limit=1')).body.docs[0].id as number
  await editor.patch(`/api/don-vi/${unit}`, { phuTrach: account.body.doc.id })
  expect((await lend(school, 'phohieutruong', { phamVi: 'cai-dat', soVanBan: SECRETS.uyQuyen })).status).toBe(201)
  for (const slug of [...GATED, ...OTHERS])
    known.ids[slug] = (await school.sql.query(`select coalesce(max(id), 1)::int as id from ${slug.replaceAll('-', '_')}`)).rows[0].id
})

const readerOf = async (who: PersonKey | 'visitor'): Promise<Client> => (who === 'visitor' ? school.visitor : school.as(who))
const TRICKS = [
  '?limit=0&depth=3',
  '?limit=0&draft=true&depth=3&locale=all&fallback-locale=vi',
  '?trash=true&limit=0&showHiddenFields=true&overrideAccess=true',
  '?limit=0&sort=-id&joins[x][limit]=0&where[id][exists]=true&pagination=false',
  '?limit=0&where[or][0][id][greater_than]=0&where[or][1][id][exists]=true',
  '?limit=0&select[noiDung]=true&select[tieuDe]=true&select[bangChung]=true&select[altText]=true&select[email]=true',
  '?limit=0&select[khanDen]=false&select[ketThucLuc]=false',
  '?limit=0&depth=2&populate[ban-trinh][bangChung]=true&populate[ban-trinh][noiDung]=true&populate[nguoi-dung][email]=true&populate[dong-y][hoTen]=true',
]

async function versionIds(slug: string): Promise<number[]> {
  if (!GATED.includes(slug)) return [1]
  return (await school.sql.query(`select id from _${slug.replaceAll('-', '_')}_v order by id desc limit 3`)).rows.map((r) => r.id as number)
}

/** Every address of the interface for one collection. */
async function addresses(slug: string): Promise<string[]> {
  const ids = [...new Set([known.ids[slug] ?? 1, 1, ...(slug === 'tin-bai' ? [known.story] : []), ...(slug === 'ban-trinh' ? [known.submission] : [])])]
  return [
    ...TRICKS.map((query) => `/api/${slug}${query}`),
    `/api/${slug}/count?where[id][exists]=true`,
    `/api/${slug}/versions?limit=0&depth=2`,
    ...(await versionIds(slug)).map((id) => `/api/${slug}/versions/${id}?depth=2`),
    ...ids.flatMap((id) => [`/api/${slug}/${id}?draft=true&depth=3`, `/api/${slug}/${id}/viec`, `/api/${slug}/${id}/xem`, `/api/${slug}/${id}/preview`]),
  ]
}

const ELSEWHERE = [
  '/api/globals/quy-che?depth=3',
  '/api/globals/quy-che/versions',
  '/api/access',
  '/api/nguoi-dung/me',
  '/api/nguoi-dung/init',
  '/api',
  '/api/og',
]
const SITE = ['/', '/thong-bao', '/nguoi-tot-viec-tot', '/tu-lieu', '/van-ban', '/cong-khai', '/gui-bai', '/gop-y', '/rss.xml', '/atom.xml', '/feed.json']
const PAGES = [
  '/sitemap.xml',
  '/robots.txt',
  '/tim-kiem?q=tracuuchung',
  '/tim-kiem?q=tin',
  '/bai/dia-chi-sap-toi',
  '/chu-de/chu-de-kin',
  '/healthz',
  '/readyz',
  '/metrics',
]

const whole = (answer: Answer): string => `${answer.status} ${JSON.stringify([...answer.headers])} ${answer.text}`
const met = (answer: Answer): Secret[] => (Object.keys(SECRETS) as Secret[]).filter((s) => whole(answer).includes(SECRETS[s]))

async function ask(paths: readonly string[], get: (path: string) => Promise<Answer>): Promise<{ path: string; secrets: Secret[]; status: number }[]> {
  const seen = []
  for (let i = 0; i < paths.length; i += 6) {
    const part = paths.slice(i, i + 6)
    const answers = await Promise.all(part.map(get))
    seen.push(...answers.map((answer, n) => ({ path: part[n]!, secrets: met(answer), status: answer.status })))
  }
  return seen
}

describe('every route, every role', () => {
  it.each(ROLES)('%s meets exactly what the design gives', async (who) => {
    const reader = await readerOf(who)
    const paths = [...(await Promise.all([...GATED, ...OTHERS].map(addresses))).flat(), ...FRAMEWORK.map((s) => `/api/${s}?limit=0&depth=2`), ...ELSEWHERE]
    const answers = await ask([...paths, ...SITE, ...PAGES, `/bai/${known.slug}`], reader.get)
    expect(answers.filter((a) => a.secrets.some((s) => !MAY[who].includes(s)))).toEqual([])
    expect(answers.filter((a) => a.status >= 500)).toEqual([])
    // Not an empty promise: what a role may know is met on the way.
    expect([...new Set(answers.flatMap((a) => a.secrets))].sort()).toEqual([...MAY[who]].sort())
  })

  it.each(ROLES)('%s learns no more by asking in the body of a POST', async (who) => {
    const reader = await readerOf(who)
    const headers = { 'X-Payload-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }
    const answers = await ask([...GATED, ...OTHERS], (slug) => reader.raw(`/api/${slug}`, { method: 'POST', headers, body: TRICKS[1]!.slice(1) }))
    expect(answers.filter((a) => a.secrets.some((s) => !MAY[who].includes(s)))).toEqual([])
  })

  it.each(ROLES)('%s gets the file of a working copy, in every size, only with the document', async (who) => {
    const reader = await readerOf(who)
    const statuses = await Promise.all(known.picture.filter(Boolean).map(async (name) => (await reader.get(`/api/tu-lieu/file/${name}`)).status))
    const expected = MAY[who].includes('moTaAnh') ? 200 : who === 'visitor' ? 401 : 403
    expect(statuses.length).toBeGreaterThanOrEqual(2)
    expect([...new Set(statuses)]).toEqual([expected])
  })
})

/** Questions whose answer would tell a hidden word: who may have them answered. One asked through a relation is answered to nobody. */
const EDITORS = ['vanphong', 'phohieutruong', 'hieutruong']
const ORACLES: [string, string, Secret, string[]][] = [
  ['tin-bai', 'tieuDe', 'tieuDe', ['lop12a1', ...EDITORS]],
  ['tin-bai', 'anhBia.altText', 'moTaAnh', []],
  ['tin-bai', 'nhanVat.hoTen', 'nguoi', []],
  ['ho-so', 'tieuDe', 'tieuDe', ['lop12a1', ...EDITORS]],
  ['ho-so', 'banTrinh.noiDung', 'than', []],
  ['ban-trinh', 'noiDung', 'than', ['lop12a1', ...EDITORS]],
  ['ban-trinh', 'bangChung', 'mucDich', EDITORS],
  ['phieu-duyet', 'lyDo', 'lyDo', ['lop12a1', ...EDITORS]],
  ['phieu-duyet', 'banTrinh.bangChung', 'mucDich', []],
  ['ban-dang', 'noiDung', 'than', []],
  ['ban-dang', 'banTrinh.bangChung', 'mucDich', []],
  ['don-vi', 'phuTrach.email', 'thu', []],
  ['nguoi-dung', 'email', 'thu', ['hieutruong', 'quantri']],
  ['nguoi-dung', 'resetPasswordToken', 'thu', []],
  ['dong-y', 'hoTen', 'nguoi', ['lop12a1', 'doantn', ...EDITORS]],
  ['uy-quyen', 'soVanBan', 'uyQuyen', [...EDITORS, 'quantri']],
  ['nhat-ky', 'chiTiet', 'uyQuyen', EDITORS],
  ['tu-lieu', 'chuThich', 'chuThich', ['lop12a1', ...EDITORS]],
]

describe('a question is no answer', () => {
  it.each(ORACLES)('%s by %s', async (slug, path, secret, may) => {
    for (const who of ROLES) {
      const reader = await readerOf(who)
      const answers = await Promise.all(
        ['', '/count'].map((end) => reader.get(`/api/${slug}${end}?where[${path}][contains]=${SECRETS[secret]}&select[id]=true`)),
      )
      for (const answer of answers) expect([who, answer.status === 200 && answer.body.totalDocs > 0]).toEqual([who, may.includes(who)])
    }
  })

  it('nor is the order of a list: nobody sorts by what he may not read', async () => {
    for (const sort of ['banTrinh.bangChung', 'banTrinh.tenNguoiTrinh', 'banTrinh.nguoiTrinh'])
      expect([sort, (await school.visitor.get(`/api/ban-dang?sort=${sort}`)).status]).toEqual([sort, 400])
    expect((await (await school.as('giaovien')).get('/api/ban-dang?sort=banTrinh.bangChung')).status).toBe(400)
  })

  it('a delegation is read by its holder, and by nobody else who is no editor', async () => {
    expect((await lend(school, 'doantn', { phamVi: 'cai-dat', soVanBan: 'kinrieng' })).status).toBe(201)
    expect((await (await school.as('doantn')).get('/api/uy-quyen')).text).toContain('kinrieng')
    expect((await (await school.as('doantn')).get('/api/uy-quyen')).text).not.toContain(SECRETS.uyQuyen)
    expect((await (await school.as('giaovien')).get('/api/uy-quyen')).text).not.toContain('kinrieng')
    expect(await personId(school, 'doantn')).toBeGreaterThan(0)
  })
})
