/**
 * A submission as its reviewers see it: drawn from the frozen text by the same functions that draw it for readers,
 * with the real target of every link printed. What has no page of its own is listed field by field.
 */
import type { Json } from '../../policy/gate/fingerprint.ts'
import { MUC_TRANG_LABELS } from '../../messages/pages.ts'
import { FIELDS } from '../../messages/fields.ts'
import { MUC_CONG_KHAI } from '../../policy/gate/congKhai.ts'
import { addressIn, GATES } from '../../policy/gate/gates/index.ts'
import type { Display } from '../asked/display.ts'
import type { FileUrl, Media, Settings, Story } from '../content/edition.ts'
import type { OwnPage } from '../content/ownPage.ts'
import { html, type Html } from '../draw/html.ts'
import { COLUMN, figure } from '../draw/pictures.ts'
import type { Trang } from '../content/trang.ts'
import type { VanBan } from '../content/vanBan.ts'
import { articleBody } from './article.ts'
import { documentBody } from './document.ts'
import { layout } from './layout.ts'
import { OWN_PAGES } from './own.ts'
import { staticPageBody } from './staticPage.ts'

export type FrozenSubmission = { boSuuTap: string; noiDung: string; vanTay: string; lan: number }

const HIDDEN = ['boSuuTap', 'taiLieu']
const label = (name: string): string => {
  const known = FIELDS[name] ?? name
  return known.charAt(0).toUpperCase() + known.slice(1)
}

function value(json: Json, file: FileUrl): Html {
  if (Array.isArray(json))
    return html`<ul>
      ${json.map((item) => html`<li>${value(item, file)}</li>`)}
    </ul>`
  if (json !== null && typeof json === 'object') {
    if (typeof json.sha256 === 'string' && json.kieu) return figure(json as unknown as Media, file, COLUMN, 'later', true)
    // Another edition is known by its name.
    if (typeof json.taiLieu === 'number' && typeof json.ten === 'string') return html`${json.ten}`
    return html`${Object.entries(json).map(([k, v]) => html`<span class="mo">${label(k)}:</span> ${value(v, file)} `)}`
  }
  return html`${json === true ? 'Có' : json === false ? 'Không' : String(json)}`
}

const facts = (content: { [key: string]: Json }, file: FileUrl): Html =>
  html`<dl class="bang-trinh">
    ${Object.entries(content)
      .filter(([k]) => !HIDDEN.includes(k))
      .map(
        ([k, v]) =>
          html`<dt>${label(k)}</dt>
            <dd>${value(v, file)}</dd>`,
      )}
  </dl>`

type Content = { [key: string]: Json }
/** `rest`: what is frozen and decides where readers find it, though the page itself does not say it. */
type Drawn = { body: Html; rest?: Content }

const DRAWN: Record<string, (content: Content, file: FileUrl) => Drawn> = {
  'tin-bai': (content, file) => ({ body: articleBody(content as unknown as Story, file, { showTargets: true }, {}) }),
  trang: (content, file) => {
    const rest = Object.fromEntries(Object.entries(content).filter(([name]) => ['muc', 'namHoc', 'mucCongKhai', 'thuTu'].includes(name)))
    return { body: staticPageBody(content as unknown as Trang, file, { showTargets: true, slug: String(content.slug) }), rest: inWords(rest) }
  },
  'van-ban': (content, file) => ({ body: documentBody(content as unknown as VanBan, file, { showTargets: true }) }),
}

/** Codes as the names they stand for. */
function inWords(content: Content): Content {
  const { muc, mucCongKhai } = content
  const section = MUC_CONG_KHAI.find((m) => m.ma === mucCongKhai)
  const words = { ...content, muc: MUC_TRANG_LABELS[muc as Trang['muc']]?.vi ?? muc ?? '' }
  return section ? { ...words, mucCongKhai: section.ten } : words
}

/** Draws submissions of the theme's collections, and of a school's own with their pages. */
export const drawerOf = (collections: readonly OwnPage[] = OWN_PAGES) => {
  const gates = [...GATES, ...collections.map(({ gate }) => gate)]
  const own = new Map(collections.map(({ gate, body }) => [gate.slug, body]))
  const draw = (boSuuTap: string, content: Content, file: FileUrl): Drawn | undefined => {
    const body = own.get(boSuuTap)
    return body ? { body: body(content, file, { showTargets: true }) } : DRAWN[boSuuTap]?.(content, file)
  }
  return (frozen: FrozenSubmission, file: FileUrl, colours: Display['colours'] = null): string => {
    const content = JSON.parse(frozen.noiDung) as Content
    const drawn = draw(frozen.boSuuTap, content, file)
    const gate = gates.find((g) => g.slug === frozen.boSuuTap)
    const more =
      drawn &&
      html`<div class="ghi-chu">
        <p><strong>Địa chỉ khi đăng:</strong> ${gate && addressIn(gate, String(content.slug))}</p>
        ${drawn.rest && facts(drawn.rest, file)}
      </div>`
    const settings = frozen.boSuuTap === 'cai-dat' ? (content as unknown as Settings) : null
    const main = html`<div class="khung"><article class="bai">${drawn?.body ?? facts(content, file)}${more}</article></div>`
    const site = { siteUrl: '', display: { size: null, colours } }
    if (settings) return layout({ settings, ...site }, { title: 'Bản trình', path: '/', main }, file)
    return bare(layout({ settings: null, ...site }, { title: 'Bản trình', path: '/', main }))
  }
}

export const drawSubmission = drawerOf()

/** The page without the site's header and footer: only what is being decided. */
function bare(page: string): string {
  return page.replace(/<a class="bo-qua".*?(?=<main)/s, '').replace(/<footer.*?<\/footer>/s, '')
}
