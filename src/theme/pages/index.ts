/** The page functions, each replaceable by a school's own: data in, a whole HTML page out. */
import { accessibilityPage } from './accessibility.ts'
import { channelsPage } from './channels.ts'
import { articlePage } from './article.ts'
import { disclosurePage, disclosureYearPage } from './disclosure.ts'
import { documentPage } from './document.ts'
import { documentsPage } from './documents.ts'
import { galleryPage, picturePage } from './gallery.ts'
import { eventsPage } from './events.ts'
import { feedsPage } from './feeds.ts'
import { homePage } from './home.ts'
import { listPage } from './list.ts'
import { badRequestPage, failedPage, gonePage, notFoundPage, tooManyPage, unavailablePage } from './message.ts'
import { namesPage } from './names.ts'
import { searchPage } from './search.ts'
import { siteMapPage } from './siteMap.ts'
import { staticPage } from './staticPage.ts'

export const PAGES = {
  home: homePage,
  article: articlePage,
  list: listPage,
  names: namesPage,
  search: searchPage,
  documents: documentsPage,
  document: documentPage,
  staticPage,
  disclosure: disclosurePage,
  disclosureYear: disclosureYearPage,
  siteMap: siteMapPage,
  accessibility: accessibilityPage,
  channels: channelsPage,
  gallery: galleryPage,
  picture: picturePage,
  events: eventsPage,
  feeds: feedsPage,
  notFound: notFoundPage,
  gone: gonePage,
  badRequest: badRequestPage,
  tooMany: tooManyPage,
  unavailable: unavailablePage,
  failed: failedPage,
}
export type Pages = typeof PAGES
