/** Nobody names in a document what he may not see: every relation of every collection, read from the configuration. */
import type { FlattenedField } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { personId } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, publishStory } from '../support/stories.ts'

const school = openSchool()

type Relation = { slug: string; path: string; to: string[] }

function relationsIn(slug: string, fields: readonly FlattenedField[], prefix = ''): Relation[] {
  return fields.flatMap((field): Relation[] => {
    if (field.type === 'relationship' || field.type === 'upload') return [{ slug, path: prefix + field.name, to: [field.relationTo].flat() }]
    return 'flattenedFields' in field ? relationsIn(slug, field.flattenedFields, `${prefix}${field.name}.`) : []
  })
}
const relations = (): Relation[] => Object.values(school.payload.collections).flatMap(({ config }) => relationsIn(config.slug, config.flattenedFields))

describe('what a document names', () => {
  let hidden: Record<string, number>
  beforeAll(async () => {
    const teacher = await school.as('giaovien')
    const consent = await teacher.post('/api/dong-y', { hoTen: 'Người kín', namSinh: 1990, kenh: ['website'] })
    hidden = { 'tin-bai': await createStory(school, 'giaovien'), 'dong-y': consent.body.doc.id, 'nguoi-dung': await personId(school, 'hieutruong') }
  })

  it('must be readable by whoever names it, in every relation of every collection he writes', async () => {
    const pupil = await school.as('lop12a1')
    const tried: string[] = []
    for (const { slug, path, to } of relations()) {
      const target = to.find((t) => t in hidden)
      // Whose own work it is, and whose own preferences, is not his to say at all: it is set to himself.
      if (!target || path === 'tacGia' || slug.startsWith('payload-')) continue
      const made = await pupil.post(`/api/${slug}`, { hoTen: 'x', [path]: hidden[target] })
      const many = await pupil.post(`/api/${slug}`, { hoTen: 'x', [path]: [hidden[target]] })
      for (const answer of [made, many]) expect([slug, path, answer.status >= 400 && answer.status < 500]).toEqual([slug, path, true])
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
