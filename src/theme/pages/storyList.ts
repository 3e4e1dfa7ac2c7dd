/** How stories look in lists; one shape for home, topics, units and search. */
import { eventTime } from '../../policy/time/event.ts'
import { day } from '../draw/dates.ts'
import { eventLine } from '../draw/eventWords.ts'
import { LOAI, publicFile, type Edition, type Named, type Story } from '../content/edition.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { picture, type Turn } from '../draw/pictures.ts'

export type StoryEdition = Edition<Story>

/** A lead picture, where the story has one; a story without is not given a grey box. */
const thumb = (s: StoryEdition, sizes: string, turn?: Turn): Html | null =>
  s.noiDung.anhBia?.loai === 'anh' ? picture({ ...s.noiDung.anhBia, altText: '' }, publicFile, sizes, turn) : null

/** `level`: of the heading, one below the heading the list stands under. */
export const storyItem = (s: StoryEdition, level: 2 | 3, excerpt?: Part): Html => {
  const image = thumb(s, '(min-width: 40rem) 11rem, 6.5rem')
  const link = html`<a href="/bai/${s.slug}">${s.tieuDe}</a>`
  const heading = level === 2 ? html`<h2 class="ten">${link}</h2>` : html`<h3 class="ten">${link}</h3>`
  return html`<li${image && html` class="co-anh"`}><div><span class="nhan-loai">${LOAI[s.noiDung.loai].ten}</span> <time class="ngay" datetime="${s.dangLanDau}">${day(s.dangLanDau)}</time>${heading}${(excerpt || s.noiDung.tomTat) && html`<p>${excerpt ?? s.noiDung.tomTat}</p>`}</div>${image}</li>`
}

export const storyList = (stories: readonly StoryEdition[], level: 2 | 3): Html =>
  html`<ul class="danh-sach">
    ${stories.map((s) => storyItem(s, level))}
  </ul>`

export const leadStory = (s: StoryEdition): Html => {
  const image = thumb(s, '(min-width: 60rem) 47rem, calc(100vw - 2.5rem)', 'first')
  return html`<article class="dau-tien${image ? ' co-anh' : ''}">
    ${image && html`<a href="/bai/${s.slug}" tabindex="-1" aria-hidden="true">${image}</a>`}
    <div>
      <span class="nhan-loai">${LOAI[s.noiDung.loai].ten}</span> <time class="ngay" datetime="${s.dangLanDau}">${day(s.dangLanDau)}</time>
      <h2><a href="/bai/${s.slug}">${s.tieuDe}</a></h2>
      ${s.noiDung.tomTat && html`<p>${s.noiDung.tomTat}</p>`}
    </div>
  </article>`
}

/** The newest good deed with its picture and words, others below it as titles. */
export const goodDeedBand = ([first, ...others]: readonly StoryEdition[]): Html | null => {
  if (!first) return null
  const image = thumb(first, '(min-width: 60rem) 24rem, calc(100vw - 2.5rem)')
  return html`<section class="dai-am" aria-labelledby="viec-tot">
    <div class="khung">
      <h2 id="viec-tot">Người tốt việc tốt</h2>
      <div class="viec-tot${image ? ' co-anh' : ''}">
        ${image}
        <div>
          <blockquote>${first.noiDung.tomTat ?? first.tieuDe}</blockquote>
          <p class="ten"><a href="/bai/${first.slug}">${first.tieuDe}</a></p>
          ${
            others.length > 0 &&
            html`<ul>
              ${others.map((s) => html`<li><a href="/bai/${s.slug}">${s.tieuDe}</a></li>`)}
            </ul>`
          }
          <p class="tiep"><a href="/nguoi-tot-viec-tot">Tất cả chuyện người tốt việc tốt</a></p>
        </div>
      </div>
    </div>
  </section>`
}

export const noticeList = (stories: readonly StoryEdition[]): Html =>
  html`<ul class="ngay-truoc">
    ${stories.map((s) => html`<li><time class="ngay" datetime="${s.dangLanDau}">${day(s.dangLanDau)}</time><a href="/bai/${s.slug}">${s.tieuDe}</a></li>`)}
  </ul>`

const eventItem = (s: StoryEdition, now?: number): Html | null => {
  const at = eventTime(s.noiDung.suKien)
  if (at === null) return null
  const diaDiem = s.noiDung.suKien?.diaDiem
  const [ngay, thang] = day(at.firstDay).split('/')
  return html`<li>
    <span class="to-lich" aria-hidden="true"><span>Tháng ${Number(thang)}</span><b>${Number(ngay)}</b></span>
    <div>
      ${eventLine(at, now)}<a href="/bai/${s.slug}">${s.tieuDe}</a>${diaDiem && html`<br /><span class="mo">${diaDiem}</span>`}
    </div>
  </li>`
}

/** `now`: what goes on then is marked. */
export const eventList = (stories: readonly StoryEdition[], now?: number): Html =>
  html`<ul class="ngay-truoc lich">
    ${stories.map((s) => eventItem(s, now))}
  </ul>`

export const nameList = (names: readonly Named[], base: string): Html =>
  html`<ul class="the">
    ${names.map((n) => html`<li><a href="${base}/${n.slug}">${n.ten}</a></li>`)}
  </ul>`
