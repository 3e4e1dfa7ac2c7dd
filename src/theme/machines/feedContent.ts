/** The whole text of a story outside the site: the same drawing as on its page, every address absolute. */
import type { Json } from '../../policy/gate/fingerprint.ts'
import { publicFile, type FileUrl, type Story } from '../content/edition.ts'
import { html } from '../draw/html.ts'
import { figure } from '../draw/pictures.ts'
import { richText } from '../draw/richText.ts'
import { absolute } from './addresses.ts'

/** Links of frozen rich text, made absolute wherever they stand. */
export function absoluteLinks(content: Json, siteUrl: string): Json {
  if (Array.isArray(content)) return content.map((n) => absoluteLinks(n, siteUrl))
  if (content === null || typeof content !== 'object') return content
  const node = content.children === undefined ? content : { ...content, children: absoluteLinks(content.children, siteUrl) }
  return node.type === 'link' && typeof node.href === 'string' ? { ...node, href: absolute(siteUrl, node.href) } : node
}

export function feedContent(siteUrl: string, story: Story): string {
  const url: FileUrl = (hash, name) => siteUrl + publicFile(hash, name)
  const text = richText(absoluteLinks(story.noiDung, siteUrl), { url, showTargets: false, marked: false })
  const body = html`${story.anhBia && figure(story.anhBia, url, '100vw')}${text}${story.tuLieu?.map((m) => figure(m, url, '100vw'))}${story.nguonTin && html`<p>Nguồn: ${story.nguonTin}</p>`}${story.coNoiDungAi && html`<p>Bài có nội dung do trí tuệ nhân tạo (AI) tạo ra.</p>`}`
  return body.text.trim() || html`<p>${story.tieuDe}</p>`.text
}
