/** Pages of the site that are no documents: in the sitemap, and each at one address. */
import { monthsOf, yearsOf, type Span } from '../../policy/time/schoolYear.ts'
import { shownIn } from '../../policy/gate/sitePages.ts'

export const COMMON_PAGES: readonly string[] = shownIn('crawled').map((page) => page.path)

/** School years, and the months of each in which something stands. */
export const archivePages = (span: Span | null): string[] =>
  span ? yearsOf(span).flatMap((nam) => [`/nam-hoc/${nam}`, ...monthsOf(nam, span).map((thang) => `/thang/${thang}`)]) : []
