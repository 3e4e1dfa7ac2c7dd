/**
 * A submission as its reviewers see it: drawn from the frozen text by the same functions that draw it for readers,
 * with the real target of every link printed. What has no page of its own is listed field by field.
 */
import type { Json } from '../../policy/fingerprint.ts'
import { FIELDS } from '../../messages/vi.ts'
import type { FileUrl, Media, Settings, Story } from '../edition.ts'
import { html, type Html } from '../html.ts'
import { COLUMN, figure } from '../pictures.ts'
import { articleBody } from './article.ts'
import { layout } from './layout.ts'

export type FrozenSubmission = { boSuuTap: string; noiDung: string; vanTay: string; lan: number }
export type DrawSubmission = (frozen: FrozenSubmission, file: FileUrl) => string | Promise<string>

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
    if (typeof json.sha256 === 'string' && json.kieu) return figure(json as unknown as Media, file, COLUMN, false, true)
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

export const drawSubmission: DrawSubmission = (frozen, file) => {
  const content = JSON.parse(frozen.noiDung) as { [key: string]: Json }
  const isStory = frozen.boSuuTap === 'tin-bai'
  const body = isStory ? articleBody(content as unknown as Story, file, { showTargets: true }, {}) : facts(content, file)
  const more =
    isStory &&
    html`<div class="ghi-chu">
        <p><strong>Địa chỉ khi đăng:</strong> /bai/${String(content.slug)}</p>
      </div>`
  const settings = frozen.boSuuTap === 'cai-dat' ? (content as unknown as Settings) : null
  const main = html`<div class="khung"><article class="bai">${body}${more}</article></div>`
  if (settings) return layout({ settings, siteUrl: '', style: 'inline' }, { title: 'Bản trình', path: '/', main }, file)
  return bare(main)
}

/** The page without the site's header and footer: only what is being decided. */
function bare(main: Html): string {
  const page = layout({ settings: null, siteUrl: '', style: 'inline' }, { title: 'Bản trình', path: '/', main })
  return page.replace(/<a class="bo-qua".*?(?=<main)/s, '').replace(/<footer.*?<\/footer>/s, '')
}
