/** Pages of the site that are no documents: in the sitemap, and each at one address. */
import { monthsOf, yearsOf } from '../../policy/time/schoolYear.ts'
import { shownIn } from '../../policy/gate/sitePages.ts'

export const COMMON_PAGES: readonly string[] = shownIn('crawled').map((page) => page.path)

/** School years, and the months of each, in which something stands. */
export const archivePages = (months: readonly string[]): string[] =>
  yearsOf(months).flatMap((nam) => [`/nam-hoc/${nam}`, ...monthsOf(nam, months).map((thang) => `/thang/${thang}`)])
