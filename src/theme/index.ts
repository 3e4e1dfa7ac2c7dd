export type { Evidence, SchoolSiteOptions } from './context.ts'
export { siteEnd } from './end.ts'
export { schoolSite } from './site.ts'
export { LastPages } from './lastPages.ts'
