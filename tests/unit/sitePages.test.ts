/** The site's own pages stand in one list, and what reads it says what it said before. */
import { describe, expect, it } from 'vitest'
import { basesOf, baseOf, GATES, linkTargetsOf, scopesOf, tinBai, trang, withReserved, type Gate } from '../../src/policy/gate/gates/index.ts'
import { RESERVED_SLUGS } from '../../src/policy/gate/reservedSlugs.ts'
import { toSlug } from '../../src/policy/gate/slug.ts'
import { isSitePage, shownIn, SITE_PAGES } from '../../src/policy/gate/sitePages.ts'
import { TYPES } from '../../src/theme/asked/search.ts'
import { LOAI } from '../../src/theme/content/edition.ts'
import { COMMON_PAGES } from '../../src/theme/machines/commonPages.ts'
import { DEFAULT_MENU } from '../../src/theme/pages/header.ts'

describe('the site’s own pages', () => {
  it('stand once each', () => expect(new Set(SITE_PAGES.map((p) => p.path)).size).toBe(SITE_PAGES.length))
  it('are in the menu, the footer and the site map by their one name', () => {
    expect(DEFAULT_MENU.map((m) => m.duongDan)).toEqual(['/', '/tin-bai', '/nguoi-tot-viec-tot', '/thong-bao', '/van-ban'])
    expect(shownIn('footer').map((p) => p.path)).toEqual(
      '/tin-bai /nguoi-tot-viec-tot /thong-bao /lich /van-ban /cong-khai /tu-lieu /chu-de /don-vi /rss /so-do-trang /kenh-chinh-thuc /tro-nang'.split(' '),
    )
    expect(shownIn('footer', { soDuyet: true }).at(-1)?.path).toBe('/so-duyet')
    for (const path of ['/', '/lich', '/tu-lieu', '/tim-kiem', '/rss', '/tro-nang']) expect(shownIn('siteMap').map((p) => p.path)).toContain(path)
  })
  it('are what crawlers are shown, the search and the record apart', () =>
    expect([...COMMON_PAGES].sort()).toEqual([
      '/',
      '/bai',
      '/chu-de',
      '/cong-khai',
      '/dinh-chinh',
      '/don-vi',
      '/kenh-chinh-thuc',
      '/lich',
      '/nguoi-tot-viec-tot',
      '/rss',
      '/so-do-trang',
      '/thong-bao',
      '/tin',
      '/tin-bai',
      '/tro-nang',
      '/tu-lieu',
      '/van-ban',
    ]))
  it('name each kind of story, in the order of its kinds', () =>
    expect(Object.entries(LOAI).map(([loai, k]) => `${loai} ${k.duongDan}`)).toEqual([
      'tin /tin',
      'bai /bai',
      'thongBao /thong-bao',
      'nguoiTotViecTot /nguoi-tot-viec-tot',
      'dinhChinh /dinh-chinh',
    ]))
  it.each([
    ['/', true],
    ['/tim-kiem', true],
    ['/nam-hoc', false],
    ['/nam-hoc/2026-2027', true],
    ['/nam-hoc/2026', false],
    ['/thang/2026-11', true],
    ['/tu-lieu/2026-2027', true],
    ['/tin-bai/2026-2027', false],
    ['/gioi-thieu', false],
    ['/van-ban/x', false],
  ])('%s is a page of the site itself: %s', (path, is) => expect(isSitePage(path)).toBe(is))
})

describe('addresses held for what comes', () => {
  it.each(['lam-viec', 'phat-thanh', 'lay-y-kien', 'thong-tin-lai', 'kenh-chinh-thuc', 'ban-tin', 'hoi-dap', 'en', 'gui-bai', 'gop-y'])('/%s', (word) =>
    expect(RESERVED_SLUGS).toContain(word),
  )
  it.each([
    ['Hỏi đáp', 'hoi-dap'],
    ['HỎI  ĐÁP', 'hoi-dap'],
    ['Hỏi Ðáp', 'hoi-dap'],
    ['hoi_dap', 'hoi-dap'],
    ['/En/', 'en'],
    ['Kênh chính thức', 'kenh-chinh-thuc'],
    ['Góp ý', 'gop-y'],
  ])('“%s” is one however it is written', (written, word) => {
    expect(toSlug(written)).toBe(word)
    expect(RESERVED_SLUGS).toContain(word)
  })
  it('are the first words of every page and of every edition', () => {
    const bases = Object.values(basesOf(GATES)).filter((base) => base !== '')
    for (const path of [...SITE_PAGES.map((p) => p.path), ...bases]) if (path !== '/') expect(RESERVED_SLUGS).toContain(path.split('/')[1])
  })
  it('grow with each gate: a static page leaves the first word of every other address alone', () => {
    const toy = { ...tinBai, slug: 'cau-lac-bo', page: '/cau-lac-bo/:slug' } as Gate
    const reserved = withReserved([trang, toy])[0]!.reserved!
    expect([reserved.includes('cau-lac-bo'), reserved.includes('van-ban'), withReserved([toy])[0]!.reserved]).toEqual([true, true, undefined])
  })
})

describe('what follows from the gates', () => {
  it('where editions stand', () => {
    expect(basesOf(GATES)).toEqual({ 'tin-bai': '/bai', trang: '', 'van-ban': '/van-ban', 'chu-de': '/chu-de', 'don-vi': '/don-vi' })
    expect(GATES.filter((g) => baseOf(g) === null).map((g) => g.slug)).toEqual(['cai-dat', 'tu-lieu'])
  })
  it('what texts may link to, what is searched, what a delegation may cover', () => {
    expect(linkTargetsOf(GATES)).toEqual(['tin-bai', 'trang', 'van-ban'])
    expect(Object.keys(TYPES)).toEqual(['tin', 'bai', 'thongBao', 'nguoiTotViecTot', 'dinhChinh', 'trang', 'van-ban'])
    expect(scopesOf(GATES)).toHaveLength(GATES.length + 1)
  })
})
