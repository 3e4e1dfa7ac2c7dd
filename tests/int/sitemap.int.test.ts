/** The sitemap names lists while they have something to show. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../support/client.ts'
import { openSchool } from '../support/school.ts'
import { act, publishStory, topicId } from '../support/stories.ts'

const school = openSchool()
const get = (path: string): Promise<Answer> => school.visitor.get(path)

describe('the sitemap', () => {
  const listed = async (): Promise<string[]> => {
    const parts = [...(await get('/sitemap.xml')).text.matchAll(/<loc>http:\/\/school\.test([^<]+)<\/loc>/g)].map(([, path]) => path!)
    const texts = await Promise.all(parts.map(async (path) => ({ path, answer: await get(path) })))
    for (const { path, answer } of texts) expect([path, answer.status]).toEqual([path, 200])
    return texts.flatMap(({ answer }) => [...answer.text.matchAll(/<loc>http:\/\/school\.test([^<]+)<\/loc>/g)].map(([, path]) => path!))
  }

  it('names the months, school years, topics and units that have a story, and no other', async () => {
    const old = await publishStory(school, { tieuDe: 'Chuyện của năm trước' })
    await school.owner.query('alter table ban_dang disable trigger user')
    await school.owner.query(`update ban_dang set dang_lan_dau = '2024-10-31T17:00:00Z' where slug = $1`, [old.slug])
    await school.owner.query('alter table ban_dang enable trigger user')
    school.cache.drop(['*'])
    const paths = await listed()
    const lists = paths.filter((path) => /^\/(?:thang|nam-hoc|chu-de|don-vi)\/./.test(path))
    for (const path of lists) expect([path, (await get(path)).text.includes('Chưa có nội dung nào')]).toEqual([path, false])
    expect(lists).toContain('/thang/2024-11')
    expect(lists).toContain('/nam-hoc/2024-2025')
    expect(lists.filter((path) => /2024-1[02]|2025-0/.test(path))).toEqual([])
    const { rows } = await school.sql.query(`select bo_suu_tap, slug from ban_dang where bo_suu_tap in ('chu-de', 'don-vi') and ket_thuc_luc is null`)
    for (const { bo_suu_tap, slug } of rows) {
      const path = `/${bo_suu_tap}/${slug}`
      expect([path, lists.includes(path)]).toEqual([path, !(await get(path)).text.includes('Chưa có nội dung nào')])
    }
    const archive = (await get('/nam-hoc/2024-2025')).text
    expect([...archive.matchAll(/href="\/thang\/([^"]+)"/g)].map(([, month]) => month)).toEqual(['2024-11'])
  })

  it('names a topic with its first story, and no longer than that stands', async () => {
    const path = '/chu-de/van-hoa-doc'
    expect(await listed()).not.toContain(path)
    const { id } = await publishStory(school, { tieuDe: 'Bài đầu của chủ đề', chuDe: [await topicId(school, 'Văn hoá đọc')] })
    expect(await listed()).toContain(path)
    await act(school, 'phohieutruong', 'go', id, { lyDo: 'thử' })
    expect(await listed()).not.toContain(path)
  })
})
