/**
 * Rule: a static page stands right below the site (`/<slug>`), so it never takes the first word of an address the site
 * itself answers, now or later. A test walks the router and finds each of its first words here.
 */
import { firstWord, SITE_PAGES } from './sitePages.ts'

const PAGES = SITE_PAGES.map(({ path }) => firstWord(path)).filter((word) => word !== '')
/** Held for pages that come, and words a reader would take for one of the site's own. */
const LATER = [
  'lam-viec',
  'phat-thanh',
  'lay-y-kien',
  'thong-tin-lai',

  'ban-tin',
  'hoi-dap',
  'en',
  'gui-bai',
  'gop-y',
  'trang',
  'loai',
  'su-kien',
  'trang-chu',
  'hien-thi',
]
/** The record, as readers check it. */
const RECORD = ['ban-goc', 'ban-dang', 'khoa-cong-khai']
/** Files, feeds and what machines ask for. */
const MACHINES = ['tep', 'anh', 'favicon', 'robots', 'sitemap', 'security', 'atom', 'feed', 'ics', 'well-known', 'manifest']
/** The service around the site. */
const SERVICE = ['admin', 'api', 'next', 'healthz', 'readyz', 'metrics', 'graphql', 'static', 'assets', 'dang-nhap', 'tai-khoan', 'quan-tri']

export const RESERVED_SLUGS: readonly string[] = [...PAGES, ...LATER, ...RECORD, ...MACHINES, ...SERVICE]
