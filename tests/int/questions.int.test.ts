/**
 * A question names columns of the collection it is put to and no other's. The relations are read from the configuration,
 * so that a new field is covered by itself; every role tries every one of them in every clause.
 */
import type { FlattenedField } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import type { Client } from '../support/client.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, publishStory } from '../support/stories.ts'
import { personId } from '../support/gate.ts'

const school = openSchool()
const ROLES: readonly (PersonKey | 'visitor')[] = ['visitor', 'giaovien', 'lop12a1', 'doantn', 'vanphong', 'phohieutruong', 'hieutruong', 'quantri']
const as = async (who: PersonKey | 'visitor'): Promise<Client> => (who === 'visitor' ? school.visitor : school.as(who))

type Relation = { slug: string; path: string; to: string[] }

function relationsIn(slug: string, fields: readonly FlattenedField[], prefix = ''): Relation[] {
  return fields.flatMap((field): Relation[] => {
    if (field.type === 'relationship' || field.type === 'upload') return [{ slug, path: prefix + field.name, to: [field.relationTo].flat() }]
    return 'flattenedFields' in field ? relationsIn(slug, field.flattenedFields, `${prefix}${field.name}.`) : []
  })
}
const relations = (): Relation[] => Object.values(school.payload.collections).flatMap(({ config }) => relationsIn(config.slug, config.flattenedFields))

/** Some columns of what a relation leads to, the hidden ones of accounts among them. */
function columnsOf(to: string): string[] {
  const { config } = school.payload.collections[to as 'tin-bai']
  const names = config.flattenedFields.map((f) => f.name)
  return ['id', ...['tieuDe', 'hoTen', 'email', 'hash', 'resetPasswordToken', 'noiDung', 'bangChung', 'altText', 'ten'].filter((name) => names.includes(name))]
}

const clauses = (path: string): string[] => [
  `sort=${path}`,
  `sort=-${path}`,
  `sort=id,${path}`,
  `where[${path}][like]=M`,
  `where[${path}][exists]=true`,
  `where[or][0][and][0][${path}][greater_than]=M`,
  `where[${path.replaceAll('.', '__')}][like]=M`,
  `select[${path}]=true`,
  `select[${path.split('.').join('][')}]=true`,
]

describe.each(ROLES)('%s', (who) => {
  it('asks nothing through a relation, whatever the clause', { timeout: 300_000 }, async () => {
    const reader = await as(who)
    const asked = relations()
    expect(asked.length).toBeGreaterThan(15)
    for (const { slug, path, to } of asked)
      for (const target of to)
        for (const column of columnsOf(target)) {
          const through = to.length > 1 ? `${path}.value.${column}` : `${path}.${column}`
          const answers = await Promise.all(clauses(through).map(async (clause) => [clause, (await reader.get(`/api/${slug}?limit=1&depth=0&${clause}`)).status]))
          for (const [clause, status] of answers) expect([slug, clause, status], 'refused').toEqual([slug, clause, 400])
        }
  })

  it('joins nothing, populates no column that is none of the collection named, asks no hidden and no computed one', async () => {
    const reader = await as(who)
    const bad = [
      'joins[x][limit]=1',
      'populate[khong-co][x]=true',
      'populate[tin-bai][tacGia][email]=true',
      'populate[nguoi-dung][hash]=true',
      'sort=hash',
      'sort=trangThai',
      'where[salt][exists]=true',
      'where[trangThai][equals]=nhap',
      'where[constructor][equals]=1',
      'where[__proto__][equals]=1',
      'where[AND][0][tacGia.email][like]=a',
      'where[Or][0][id][equals]=1',
      'where[id][near]=1',
      'where[id]=1',
      'sort=constructor',
    ]
    for (const clause of bad)
      for (const slug of ['tin-bai', 'nguoi-dung', 'chu-de'])
        if (slug !== 'tin-bai' || !clause.includes('khong')) expect([slug, clause, (await reader.get(`/api/${slug}?${clause}`)).status]).toEqual([slug, clause, 400])
  })
})

describe('every way a question comes', () => {
  it('count, versions, one document, a GET in a body, an edit by a filter', async () => {
    const reader = await school.as('lop12a1')
    const id = await createStory(school, 'lop12a1')
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Payload-HTTP-Method-Override': 'GET' }
    const answers = {
      count: await reader.get('/api/tin-bai/count?where[dinhChinhCho.tieuDe][like]=a'),
      versions: await reader.get('/api/tin-bai/versions?where[version.dinhChinhCho.tieuDe][like]=a'),
      parent: await reader.get('/api/tin-bai/versions?sort=parent.tieuDe'),
      one: await reader.get(`/api/tin-bai/${id}?select[tacGia][email]=true`),
      'in a body': await reader.raw('/api/tin-bai', { method: 'POST', headers: form, body: 'sort=dinhChinhCho.tieuDe&depth=0' }),
      edit: await reader.patch('/api/dong-y?where[tacGia.email][like]=a', { mucDich: 'x' }),
      preferences: await reader.get('/api/payload-preferences?sort=user.value.email'),
      locks: await reader.get('/api/payload-locked-documents?sort=document.value.tieuDe'),
    }
    for (const [way, answer] of Object.entries(answers)) expect([way, answer.status]).toEqual([way, 400])
    expect(codes(answers.count)).toEqual(['INVALID_VALUE'])
  })

  it('the panel’s own questions, asked by the Local API as its server functions do, are judged alike', async () => {
    const user = { ...(await school.payload.findByID({ collection: 'nguoi-dung', id: await personId(school, 'lop12a1'), overrideAccess: true })) }
    const ask = (more: object): Promise<unknown> =>
      school.payload.find({ collection: 'tin-bai', overrideAccess: false, user: { ...user, collection: 'nguoi-dung' } as never, depth: 0, ...more })
    await expect(ask({ sort: 'dinhChinhCho.tieuDe' })).rejects.toThrow()
    await expect(ask({ where: { 'dinhChinhCho.tieuDe': { like: 'a' } } })).rejects.toThrow()
    await expect(ask({ select: { tacGia: { email: true } } })).rejects.toThrow()
    await expect(
      ask({
        sort: '-updatedAt',
        limit: 50,
        where: { and: [{ and: [{ or: [{ and: [{ tieuDe: { like: 'a' } }] }] }] }] },
        select: { tieuDe: true, suKien: { diaDiem: true } },
      }),
    ).resolves.toBeDefined()
  })
})

describe('bounds', () => {
  it('a question too large, too deep or for too much is refused; "all" is a hundred at most', async () => {
    const reader = await school.as('vanphong')
    const many = Array.from({ length: 60 }, (_, i) => `where[or][${i}][id][equals]=${i}`).join('&')
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Payload-HTTP-Method-Override': 'GET' }
    const refused = [
      await reader.get(`/api/tin-bai?${many}`),
      await reader.get(`/api/tin-bai?where${'[and][0]'.repeat(4)}[id][equals]=1&where${'[or][0]'.repeat(7)}[id][equals]=1`),
      await reader.get(`/api/tin-bai?where[tieuDe][like]=${'a'.repeat(1200)}`),
      await reader.get(`/api/tin-bai?sort=${'id,'.repeat(40)}id`),
      await reader.get('/api/tin-bai?limit=abc'),
      await reader.get('/api/tin-bai?page=-1'),
      await reader.raw('/api/tin-bai', { method: 'POST', headers: form, body: `where[tieuDe][like]=${'a'.repeat(10_000)}` }),
      await reader.raw('/api/tin-bai', { method: 'POST', headers: form, body: `sort=${'id,'.repeat(3400)}id` }),
    ]
    expect(refused.map((a) => a.status)).toEqual(refused.map(() => 400))
    for (const all of ['limit=0', 'limit=-1', 'limit=100000', 'pagination=false']) {
      const { body } = await reader.get(`/api/nhat-ky?${all}&depth=0`)
      expect([all, body.docs.length <= 100, body.docs.length > 0]).toEqual([all, true, true])
    }
  })
})

describe('what a document names', () => {
  let hidden: Record<string, number>
  beforeAll(async () => {
    const teacher = await school.as('giaovien')
    const consent = await teacher.post('/api/dong-y', { hoTen: 'Người kín', kenh: ['website'] })
    hidden = { 'tin-bai': await createStory(school, 'giaovien'), 'dong-y': consent.body.doc.id, 'nguoi-dung': await personId(school, 'hieutruong') }
  })

  it('must be readable by whoever names it, in every relation of every collection he writes', async () => {
    const pupil = await school.as('lop12a1')
    const tried: string[] = []
    for (const { slug, path, to } of relations()) {
      const target = to.find((t) => t in hidden)
      // Whose own work it is, is not his to say at all: it is set to himself.
      if (!target || path === 'tacGia' || path.includes('.')) continue
      const made = await pupil.post(`/api/${slug}`, { hoTen: 'x', [path]: hidden[target] })
      const many = await pupil.post(`/api/${slug}`, { hoTen: 'x', [path]: [hidden[target]] })
      for (const answer of [made, many]) expect([slug, path, [400, 401, 403, 404].includes(answer.status)]).toEqual([slug, path, true])
      tried.push(`${slug}.${path}`)
    }
    expect(tried).toEqual(expect.arrayContaining(['tin-bai.dinhChinhCho', 'tin-bai.nhanVat']))
    const refused = await pupil.post('/api/tin-bai', { tieuDe: 'x', dinhChinhCho: hidden['tin-bai'] })
    expect([refused.status, codes(refused), refused.body.errors[0].field]).toEqual([403, ['NOT_YOURS'], 'dinhChinhCho'])
  })

  it('is judged in a link inside the text too; what readers see anyway may be named', async () => {
    const pupil = await school.as('lop12a1')
    const linking = (id: number): object => ({
      tieuDe: 'Có liên kết',
      noiDung: {
        root: {
          type: 'root',
          children: [
            {
              type: 'paragraph',
              children: [
                {
                  type: 'link',
                  fields: { linkType: 'internal', doc: { relationTo: 'tin-bai', value: id } },
                  children: [{ type: 'text', text: 'xem', version: 1 }],
                },
              ],
            },
          ],
        },
      },
    })
    const refused = await pupil.post('/api/tin-bai', linking(hidden['tin-bai']!))
    expect([refused.status, codes(refused)]).toEqual([403, ['NOT_YOURS']])
    const live = await publishStory(school)
    expect((await pupil.post('/api/tin-bai', linking(live.id))).status).toBe(201)
    expect((await pupil.post('/api/tin-bai', { tieuDe: 'x', dinhChinhCho: live.id })).status).toBe(201)
  })
})
