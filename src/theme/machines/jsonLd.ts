/** What the site says of itself to search engines, in schema.org's words: data in, a plain object out. */
import { say } from '../content/words.ts'
import type { Edition, Settings, Story } from '../content/edition.ts'
import { LOAI } from '../content/edition.ts'
import { eventTime } from '../../policy/time/event.ts'
import { absolute, pictureAddress, sharedPicture } from './addresses.ts'
import { localInstant } from './hanoi.ts'

export type JsonLd = { '@type': string; [property: string]: unknown }
/** A step without a path is only named to readers. */
export type Crumb = { ten: string; duongDan?: string | null }
/** Where every trail begins. */
const HOME = { ten: 'Trang chủ', duongDan: '/' }
type LdSite = { settings: Settings | null; siteUrl: string }

const CONTEXT = 'https://schema.org'
/** The school as others name it: the same thing on every page, told whole on the first. */
const schoolId = (siteUrl: string): string => `${siteUrl}/#truong`

const image = (siteUrl: string, file: { sha256: string; rong: number; cao: number; kieu: string }): JsonLd => ({
  '@type': 'ImageObject',
  url: pictureAddress(siteUrl, file),
  width: file.rong,
  height: file.cao,
})

const address = (diaChi: string): JsonLd => ({ '@type': 'PostalAddress', streetAddress: diaChi, addressCountry: 'VN' })

const schoolInShort = ({ settings, siteUrl }: LdSite): JsonLd => ({
  '@type': settings?.cap === 'so' ? 'GovernmentOrganization' : 'School',
  '@id': schoolId(siteUrl),
  name: settings?.tenTruong ?? say(settings, '{CoQuan}'),
  url: `${siteUrl}/`,
  ...(settings?.bieuTrung ? { logo: image(siteUrl, settings.bieuTrung) } : {}),
})

export const schoolLd = (site: LdSite): JsonLd | null => {
  const { settings } = site
  if (!settings) return null
  return {
    '@context': CONTEXT,
    ...schoolInShort(site),
    ...(settings.khauHieu ? { slogan: settings.khauHieu } : {}),
    ...(settings.diaChi ? { address: address(settings.diaChi) } : {}),
    ...(settings.dienThoai ? { telephone: settings.dienThoai } : {}),
    ...(settings.email ? { email: settings.email } : {}),
    ...(settings.coQuanChuQuan ? { parentOrganization: { '@type': 'GovernmentOrganization', name: settings.coQuanChuQuan } } : {}),
  }
}

export const breadcrumbLd = (siteUrl: string, trail: readonly Crumb[]): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: [HOME, ...trail.flatMap(({ ten, duongDan }) => (duongDan ? [{ ten, duongDan }] : []))].map(({ ten, duongDan }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: ten,
    item: absolute(siteUrl, duongDan),
  })),
})

const authorsLd = (site: LdSite, { donVi, butDanh }: Story): JsonLd[] => {
  const unit: JsonLd | null = donVi ? { '@type': 'Organization', name: donVi.ten, url: `${site.siteUrl}/don-vi/${donVi.slug}` } : null
  const person: JsonLd | null = butDanh ? { '@type': 'Person', name: butDanh } : null
  const authors = [person, unit].filter((a) => a !== null)
  return authors.length > 0 ? authors : [schoolInShort(site)]
}

const pictureOf = (siteUrl: string, { anhBia }: Story): { image?: JsonLd[] } =>
  anhBia?.loai === 'anh' ? { image: [image(siteUrl, sharedPicture(anhBia))] } : {}

export const articleLd = (site: LdSite, e: Edition<Story>): JsonLd => {
  const { noiDung: story } = e
  return {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    mainEntityOfPage: `${site.siteUrl}/bai/${e.slug}`,
    headline: story.tieuDe,
    ...(story.tomTat ? { description: story.tomTat } : {}),
    ...pictureOf(site.siteUrl, story),
    datePublished: localInstant(e.dangLanDau),
    dateModified: localInstant(e.createdAt),
    author: authorsLd(site, story),
    publisher: schoolInShort(site),
    isAccessibleForFree: true,
    inLanguage: 'vi',
    articleSection: LOAI[story.loai].ten,
    ...(story.chuDe?.length ? { keywords: story.chuDe.map((t) => t.ten) } : {}),
  }
}

/** Only what has a beginning and a place is an event; a school's events are at the school unless it says otherwise. */
export function eventLd(site: LdSite, e: Edition<Story>): JsonLd | null {
  const diaDiem = e.noiDung.suKien?.diaDiem
  const at = eventTime(e.noiDung.suKien)
  const where = site.settings?.diaChi ?? diaDiem
  if (at === null || !where) return null
  const write = (instant: number): string => localInstant(new Date(instant).toISOString())
  return {
    '@context': CONTEXT,
    '@type': 'Event',
    name: e.noiDung.tieuDe,
    startDate: at.wholeDays ? at.firstDay : write(at.begins),
    ...(at.saysEnd ? { endDate: at.wholeDays ? at.lastDay : write(at.ends) } : {}),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: diaDiem ?? site.settings?.tenTruong ?? where, address: address(where) },
    organizer: schoolInShort(site),
    url: `${site.siteUrl}/bai/${e.slug}`,
    inLanguage: 'vi',
    ...(e.noiDung.tomTat ? { description: e.noiDung.tomTat } : {}),
    ...pictureOf(site.siteUrl, e.noiDung),
  }
}

/** Inside a page nothing of the data may end the element it stands in. */
export const ldText = (data: JsonLd): string => JSON.stringify(data).replace(/</g, '\\u003c')
