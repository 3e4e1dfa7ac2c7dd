/** The page functions, each replaceable by a school's own: data in, a whole HTML page out. */
import { articlePage } from './article.ts'
import { eventsPage } from './events.ts'
import { feedsPage } from './feeds.ts'
import { homePage } from './home.ts'
import { listPage } from './list.ts'
import { badRequestPage, gonePage, notFoundPage, tooManyPage, unavailablePage } from './message.ts'
import { namesPage } from './names.ts'
import { searchPage } from './search.ts'

export const PAGES = {
  home: homePage,
  article: articlePage,
  list: listPage,
  names: namesPage,
  search: searchPage,
  events: eventsPage,
  feeds: feedsPage,
  notFound: notFoundPage,
  gone: gonePage,
  badRequest: badRequestPage,
  tooMany: tooManyPage,
  unavailable: unavailablePage,
}
export type Pages = typeof PAGES
