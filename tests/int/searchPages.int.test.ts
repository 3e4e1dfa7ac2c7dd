/** Pages of a search in a school of 1,300 stories that say nearly the same: as a reader turns them, and the questions behind the first. */
import { beforeAll, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { parseQuery } from '../../src/policy/text/searchWords.ts'
import { countUpTo, firstRanked, ranked } from '../../src/theme/queries/search.ts'
import { everyWord, narrowed, someWords } from '../../src/theme/asked/question.ts'
import { openSchool } from '../support/school.ts'
import { publishStory } from '../support/stories.ts'

const school = openSchool()

beforeAll(async () => {
  const tieuDe = 'Mùa hoa ban trắng ở Mường Mùn'
  const { id } = await publishStory(school, { tieuDe, tomTat: 'Sắc trắng phủ kín đường tới lớp 12A1.', noiDung: toLexical(['Cây ban nở rộ.', 'Hết.']) })
  await school.owner.query('alter table ban_dang disable trigger user; drop index if exists ban_dang_ban_trinh_idx')
  // Their numbers are spread over all sizes of blocks in which the newest are asked first.
  await school.owner.query(
    `insert into ban_dang (id, bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, ban_trinh_id, duyet_ho_ten, duyet_luc, mot_lanh_dao, dang_lan_dau, created_at, updated_at)
      select 10000 + 60 * n, b.bo_suu_tap, 100000 + n, 1, b.loai, 'lap-' || n, 'Lặp lại số ' || n, replace(b.noi_dung, 'Sắc', case when n % 3 = 0 then 'lặp' else 'lap' end), b.van_tay, b.ban_trinh_id, 'A', now(), false, now(), now(), now()
      from ban_dang b, generate_series(1, 1300) n where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = $1`,
    [id],
  )
})

it('neither repeat nor leave out', async () => {
  const seen: string[] = []
  let path: string | undefined = '/tim-kiem?q=phu+kin'
  let pages = 0
  while (path) {
    const { text } = await school.visitor.get(path)
    if (pages === 0) expect(text).toContain('hơn 200 kết quả')
    seen.push(...[...text.matchAll(/<h3 class="ten">\s*<a href="([^"]+)"/g)].map((m) => m[1]!))
    pages += 1
    path = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  expect([seen.length, new Set(seen).size, pages, seen[0]]).toEqual([1301, 1301, 66, '/bai/lap-1300'])
})

it.each(['phủ kín', 'phu kin', 'lap', 'lặp', 'lặp lại', 'lap lai so 7', 'số 777', 'hoa', 'hoa ban trắng', 'cay ban', '"hoa ban"', '12 A1', 'khong co dau'])(
  'the first of %s is what its ranks give one by one, and counts what there is',
  async (q) => {
    const [start, always] = [{ rank: 1, id: 2 ** 31 - 1 }, { from: null, until: null }]
    const of = (all: Awaited<ReturnType<typeof ranked>>): number[][] => all.map((f) => [f.rank, f.id])
    for (const only of [[], narrowed({ loai: 'tin' }), narrowed({ boSuuTap: 'trang' })]) {
      for (const questions of [everyWord(parseQuery(q), only), someWords(parseQuery(q), only)]) {
        if (!questions) continue
        for (const [limit, most] of [[1, 200], [21, 1], [21, 200], [21, 5000], [400, 5000]] as const) {
          const first = await firstRanked(school.sql, questions, always, limit, most)
          expect([of(first.rows), first.count]).toEqual([of(await ranked(school.sql, questions, always, start, limit)), await countUpTo(school.sql, questions, always, most)])
        }
      }
    }
  },
) // prettier-ignore
