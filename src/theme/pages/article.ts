import { eventTime } from '../../policy/time/event.ts'
import { day, moment } from '../draw/dates.ts'
import { eventWords } from '../draw/eventWords.ts'
import { LOAI, publicFile, type Edition, type FileUrl, type Named, type Story } from '../content/edition.ts'
import { html, type Html, type Part } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { COLUMN, figure } from '../draw/pictures.ts'
import { richText, type RichTextOptions } from '../draw/richText.ts'
import { approvalLine, emergencyNote } from './approval.ts'
import { articleHead } from './articleHead.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'
import { shareLinks } from './share.ts'
import { storyList, type StoryEdition } from './storyList.ts'

export type Correction = { slug: string; tieuDe: string; dangLanDau: string }

const namedLinks = (names: readonly Named[], base: string): Html[] => names.map((n, i) => html`${i > 0 && ', '}<a href="${base}/${n.slug}">${n.ten}</a>`)

const photographers = (story: Story): Html | null => {
  const names = [...new Set([story.anhBia, ...(story.tuLieu ?? [])].map((m) => m?.tacGiaAnh).filter(Boolean))]
  return names.length > 0 ? html` · Ảnh: ${names.join(', ')}` : null
}

function eventNote(story: Story, calendar?: string): Html | null {
  const at = eventTime(story.suKien)
  const diaDiem = story.suKien?.diaDiem
  if (at === null && !diaDiem) return null
  return html`<div class="ghi-chu">
    <p>
      <strong>Thời gian, địa điểm.</strong>
      ${at && eventWords(at)}${diaDiem && html`${at && '. '}${diaDiem}`}
    </p>
    ${at && calendar && html`<p class="khong-in"><a href="${calendar}" type="text/calendar">Thêm vào lịch</a></p>`}
  </div>`
}

/** The text of a story: the same for readers and for those who review it. */
export function articleBody(
  story: Story,
  url: FileUrl,
  options: Pick<RichTextOptions, 'showTargets' | 'siteUrl'>,
  meta: { published?: string; corrections?: readonly Correction[]; calendar?: string },
): Html {
  const kind = LOAI[story.loai]
  return html`<p>
      <span class="nhan-loai">${kind.ten}</span>${meta.published && html` <time class="ngay" datetime="${meta.published}">${day(meta.published)}</time>`}
    </p>
    <h1>${story.tieuDe}</h1>
    ${story.tomTat && html`<p class="sa-po">${story.tomTat}</p>`}
    <div class="ben-viet">
      <p>${story.donVi && namedLinks([story.donVi], '/don-vi')}${story.butDanh && html` · ${story.butDanh}`}${photographers(story)}</p>
      ${story.chuDe?.length && html`<p>Chủ đề: ${namedLinks(story.chuDe, '/chu-de')}</p>`}
    </div>
    ${meta.corrections?.map(
      (c) =>
        html`<div class="ghi-chu">
          <p><strong>Đã đính chính ngày ${day(c.dangLanDau)}:</strong> <a href="/bai/${c.slug}">${c.tieuDe}</a></p>
        </div>`,
    )}${
      story.dinhChinhCho &&
      html`<div class="ghi-chu">
        <p>Đính chính cho bài <a href="/bai/${story.dinhChinhCho.slug}">${story.dinhChinhCho.ten}</a>. Bài gốc được giữ nguyên.</p>
      </div>`
    }${story.anhBia && figure(story.anhBia, url, COLUMN, 'first', options.showTargets)}${eventNote(story, meta.calendar)}${richText(story.noiDung, { url, ...options })}${story.tuLieu?.length && html`<div class="ba-anh">${story.tuLieu.map((m) => figure(m, url, '(min-width: 40rem) 20.5rem, calc(100vw - 2.5rem)', 'later', options.showTargets))}</div>`}${story.nguonTin && html`<p class="mo">Nguồn: ${story.nguonTin}</p>`}${story.coNoiDungAi && html`<p class="mo">Bài có nội dung do trí tuệ nhân tạo (AI) tạo ra.</p>`}${hoaBan('het')}`
}

/** What readers may know of earlier editions: when they were replaced, and what was corrected. */
function history(e: Edition<Story>, { replaced, corrections }: ArticleMore): Html | null {
  if (replaced.length === 0 && corrections.length === 0) return null
  const entries: [string, Part][] = [
    [e.dangLanDau, 'Đăng lần đầu'],
    ...replaced.map((luc): [string, Part] => [luc, 'Sửa, duyệt lại và đăng bản mới']),
    ...corrections.map((c): [string, Part] => [c.dangLanDau, html`Đính chính: <a href="/bai/${c.slug}">${c.tieuDe}</a>`]),
  ]
  const inOrder = entries.sort(([a], [b]) => a.localeCompare(b))
  return html`<details class="lich-su">
    <summary>Lịch sử nội dung: ${inOrder.length - 1} lần thay đổi</summary>
    <ul>
      ${inOrder.map(([luc, what]) => html`<li><time datetime="${luc}">${moment(luc)}</time>: ${what}</li>`)}
    </ul>
  </details>`
}

export type ArticleMore = {
  related: readonly StoryEdition[]
  corrections: readonly Correction[]
  /** When earlier editions ended. */ replaced: readonly string[]
}

export function articlePage(site: Site, e: Edition<Story>, more: ArticleMore): string {
  const { related, corrections } = more
  const kind = LOAI[e.noiDung.loai]
  const path = `/bai/${e.slug}`
  const main = html`<div class="khung"><div class="cot-bai">
    ${breadcrumb([kind])}
    <article class="bai">
      ${emergencyNote(e)}${articleBody(e.noiDung, publicFile, { showTargets: false, siteUrl: site.siteUrl }, { published: e.dangLanDau, corrections, calendar: `${path}/lich.ics` })}${history(e, more)}${approvalLine(site, e)}<p class="chi-in">Địa chỉ trang: ${site.siteUrl}${path}</p>
    </article>
    ${shareLinks(site.siteUrl + path, e.tieuDe)}
    ${
      related.length > 0 &&
      html`<section class="muc lien-quan" aria-labelledby="lien-quan">
        <h2 id="lien-quan">Cùng chủ đề</h2>
        ${storyList(related, 3)}
      </section>`
    }
  </div></div>`
  return layout(site, { title: e.tieuDe, path, main, head: articleHead(site, e), ...(e.noiDung.tomTat ? { description: e.noiDung.tomTat } : {}) })
}
