/**
 * The site's own pages, each once: where it stands, what it is called, where it is shown. Menu, footer, site map, feeds,
 * sitemap, the list of addresses no static page may take and the site's self-check all read this list.
 */
export type Shown = 'menu' | 'footer' | 'siteMap' | 'crawled'
export type SitePage = {
  path: string
  ten: string
  shown: readonly Shown[]
  /** The kind of story it lists; such a page has feeds. */
  loai?: string
  /** It stands only where the site lets readers check the record. */
  soDuyet?: true
  /** What stands below it, as the self-check may meet it: pages of a school year or a month. */
  below?: RegExp
}

const ALL: readonly Shown[] = ['footer', 'siteMap', 'crawled']
const YEAR = /^\d{4}-\d{4}$/

export const SITE_PAGES: readonly SitePage[] = [
  { path: '/', ten: 'Trang chủ', shown: ['menu', 'siteMap', 'crawled'] },
  { path: '/tin-bai', ten: 'Tin bài', shown: ['menu', ...ALL] },
  { path: '/tin', ten: 'Tin', shown: ['siteMap', 'crawled'], loai: 'tin' },
  { path: '/bai', ten: 'Bài', shown: ['siteMap', 'crawled'], loai: 'bai' },
  { path: '/nguoi-tot-viec-tot', ten: 'Người tốt việc tốt', shown: ['menu', ...ALL], loai: 'nguoiTotViecTot' },
  { path: '/thong-bao', ten: 'Thông báo', shown: ['menu', ...ALL], loai: 'thongBao' },
  { path: '/dinh-chinh', ten: 'Đính chính', shown: ['siteMap', 'crawled'], loai: 'dinhChinh' },
  { path: '/lich', ten: 'Lịch sự kiện', shown: ALL },
  { path: '/van-ban', ten: 'Văn bản', shown: ['menu', ...ALL] },
  // Disclosure, topics and units have a part of the site map each.
  { path: '/cong-khai', ten: 'Công khai', shown: ['footer', 'crawled'], below: YEAR },
  { path: '/tu-lieu', ten: 'Ảnh và tư liệu', shown: ALL, below: YEAR },
  { path: '/chu-de', ten: 'Chủ đề', shown: ['footer', 'crawled'] },
  { path: '/don-vi', ten: 'Đơn vị', shown: ['footer', 'crawled'] },
  { path: '/tim-kiem', ten: 'Tìm kiếm', shown: ['siteMap'] },
  { path: '/rss', ten: 'Theo dõi trang', shown: ALL },
  { path: '/so-do-trang', ten: 'Sơ đồ trang', shown: ['footer', 'crawled'] },
  { path: '/kenh-chinh-thuc', ten: 'Kênh chính thức', shown: ALL },
  { path: '/tro-nang', ten: 'Trợ năng', shown: ALL },
  { path: '/so-duyet', ten: 'Sổ duyệt', shown: ['footer', 'siteMap'], soDuyet: true },
  { path: '/nam-hoc', ten: 'Năm học', shown: [], below: YEAR },
  { path: '/thang', ten: 'Tháng', shown: [], below: /^\d{4}-\d{2}$/ },
]

/** Whether there is a page at the path itself; a year or a month alone has none. */
const stands = (page: SitePage): boolean => page.shown.length > 0

export const shownIn = (place: Shown, { soDuyet = false }: { soDuyet?: boolean } = {}): SitePage[] =>
  SITE_PAGES.filter((page) => page.shown.includes(place) && (soDuyet || !page.soDuyet))

/** Whether the site itself may answer a page here that is no edition. */
export function isSitePage(path: string): boolean {
  return SITE_PAGES.some((page) => {
    if (path === page.path) return stands(page)
    return page.below !== undefined && path.startsWith(`${page.path}/`) && page.below.test(path.slice(page.path.length + 1))
  })
}

export const firstWord = (path: string): string => path.split('/')[1] ?? ''
