export { schoolSite, siteEnd, type SchoolSiteOptions } from './site.ts'
