/**
 * Rule: a static page stands right below the site (`/<slug>`), so it never takes the first word of an address the site
 * itself answers, now or later. A test walks the router and finds each of its first words here.
 */
/** The site's own pages and lists. */
const PAGES = [
  'bai',
  'chu-de',
  'don-vi',
  'nguoi-tot-viec-tot',
  'thong-bao',
  'tu-lieu',
  'van-ban',
  'cong-khai',
  'tim-kiem',
  'gui-bai',
  'gop-y',
  'tin',
  'tin-bai',
  'trang',
  'loai',
  'nam-hoc',
  'thang',
  'su-kien',
  'lich',
  'dinh-chinh',
  'trang-chu',
  'so-do-trang',
  'tro-nang',
  'hien-thi',
]
/** The record, as readers check it. */
const RECORD = ['so-duyet', 'ban-goc', 'ban-dang', 'khoa-cong-khai']
/** Files, feeds and what machines ask for. */
const MACHINES = ['tep', 'anh', 'favicon', 'robots', 'sitemap', 'security', 'rss', 'atom', 'feed', 'ics', 'well-known', 'manifest']
/** The service around the site. */
const SERVICE = ['admin', 'api', 'next', 'healthz', 'readyz', 'metrics', 'graphql', 'static', 'assets', 'dang-nhap', 'tai-khoan', 'quan-tri']

export const RESERVED_SLUGS: readonly string[] = [...PAGES, ...RECORD, ...MACHINES, ...SERVICE]
