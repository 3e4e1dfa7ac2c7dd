/** Whoever keeps what he was told to keep still finds every document, however often it was renamed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { publish, page } from '../support/pages.ts'
import { remembering } from '../support/remembering.ts'
import { openSchool } from '../support/school.ts'
import { approve, publishStory, submit, topicId } from '../support/stories.ts'

const school = openSchool()

async function moveTo(boSuuTap: string, id: number, slug: string): Promise<void> {
  await (await school.as('vanphong')).patch(`/api/${boSuuTap}/${id}`, { slug })
  const { body } = await submit(school, 'vanphong', id, boSuuTap)
  const live = await approve(school, 'hieutruong', id, body.banTrinh.id as number, boSuuTap)
  expect([boSuuTap, slug, live.body.trangThai]).toEqual([boSuuTap, slug, 'daDang'])
}

type Moved = { boSuuTap: string; id: number; base: string; rests: string[]; words: string }
const moved: Moved[] = []
beforeAll(async () => {
  const story = await publishStory(school, { tieuDe: 'Bài đi rồi về', slug: 'a-bai', suKien: { batDau: '2026-12-01T01:00:00.000Z' } })
  moved.push({ boSuuTap: 'tin-bai', id: story.id, base: '/bai/', rests: ['', '/lich.ics'], words: 'Bài đi rồi về' })
  const fixed = await publish(school, 'trang', page('Trang đi rồi về', { slug: 'a-trang' }))
  moved.push({ boSuuTap: 'trang', id: fixed.id, base: '/', rests: [''], words: 'Trang đi rồi về' })
  const topic = await topicId(school, 'Dạy và học')
  moved.push({ boSuuTap: 'chu-de', id: topic, base: '/chu-de/', rests: ['', '/rss.xml', '/atom.xml', '/feed.json', '/lich.ics'], words: 'Dạy và học' })
  const unit = (await (await school.as('vanphong')).get(`/api/don-vi?where[ten][equals]=${encodeURIComponent('Tổ Ngữ văn')}`)).body.docs[0].id as number
  moved.push({ boSuuTap: 'don-vi', id: unit, base: '/don-vi/', rests: ['', '/rss.xml'], words: 'Tổ Ngữ văn' })
})

describe('a browser that keeps permanent answers', () => {
  it('finds what went from A to B to A and on to C, at each of its addresses, each time', async () => {
    for (const { boSuuTap, id, base, rests, words } of moved) {
      const browser = remembering(school.url)
      const slugs = ['a', 'b', 'a', 'c', 'b'].map((letter) => `${letter}-${boSuuTap}-di-ve`)
      const known = new Set<string>()
      for (const slug of slugs) {
        await moveTo(boSuuTap, id, slug)
        known.add(slug)
        for (const each of known)
          for (const rest of rests) {
            const { status, path, text } = await browser.get(`${base}${each}${rest}`)
            expect([each, status, path, text.includes(words)]).toEqual([each, 200, `${base}${slug}${rest}`, true])
          }
      }
    }
  }, 240_000)

  it('every redirect says how long it stands', async () => {
    const [{ base }] = moved as [Moved]
    const open = async (path: string) => {
      const { status, headers } = await school.visitor.get(path)
      return [path, status, headers.get('location'), headers.get('cache-control')]
    }
    expect(await open(`${base}a-tin-bai-di-ve`)).toEqual([`${base}a-tin-bai-di-ve`, 302, `${base}b-tin-bai-di-ve`, 'no-cache'])
    expect(await open(`${base}B-TIN-BAI-di-ve/`)).toEqual([`${base}B-TIN-BAI-di-ve/`, 302, `${base}b-tin-bai-di-ve`, 'no-cache'])
    expect(await open('/Thong-Bao/')).toEqual(['/Thong-Bao/', 301, '/thong-bao', 'public, max-age=86400'])
    expect(await open('/favicon.ico')).toEqual(['/favicon.ico', 301, '/favicon.svg', 'public, max-age=86400'])
    expect((await open('/hien-thi/chon?mau=toi&ve=/lich')).slice(1)).toEqual([303, '/lich', 'no-store'])
  })
})
