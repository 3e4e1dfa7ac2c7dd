/** What the page of a story tells machines of it. */
import { eventTime } from '../../policy/time/event.ts'
import { LOAI, type Edition, type Story } from '../content/edition.ts'
import { localInstant } from '../machines/hanoi.ts'
import { articleLd, eventLd } from '../machines/jsonLd.ts'
import type { PageHead } from './head.ts'
import type { Site } from './site.ts'

export function articleHead(site: Site, e: Edition<Story>): PageHead {
  const kind = LOAI[e.noiDung.loai]
  const path = `/bai/${e.slug}`
  return {
    image: e.noiDung.anhBia,
    article: { published: localInstant(e.dangLanDau), modified: localInstant(e.createdAt), section: kind.ten },
    feeds: { title: site.settings?.tenTruong ?? 'Trang thông tin điện tử', base: '' },
    calendar: eventTime(e.noiDung.suKien) ? { title: 'Thêm vào lịch', path: `${path}/lich.ics` } : undefined,
    trail: [kind, { ten: e.tieuDe, duongDan: path }],
    data: [articleLd(site, e), eventLd(site, e)],
  }
}
