/**
 * Frozen rich text to HTML. It knows the frozen node types only; an unknown one is an error, not a gap. Deeper than any
 * text the gate lets pass, what is left is drawn as its words: no frozen text can exhaust the stack.
 */
import type { Json } from '../../policy/gate/fingerprint.ts'
import { filmPlaceOf } from '../../policy/text/filmHosts.ts'
import { OUTSIDE } from '../../policy/text/outbound.ts'
import { plainText } from '../../policy/text/richText.ts'
import type { FileUrl, Media } from '../content/edition.ts'
import { html, type Html, type Part } from './html.ts'
import { COLUMN, figure } from './pictures.ts'
import { tableHtml } from './table.ts'
import { textWall } from './textWall.ts'

export type RichTextOptions = {
  url: FileUrl
  /** Prints each link's real target beside it, for reviewers. */
  showTargets: boolean
  /** False where no style sheet goes along, as in feeds: the mark of a link that leads out would be read as words. */
  marked?: boolean
  /** The site's own address, for paper: there a link inside the site is printed whole. */
  siteUrl?: string
}
type Node = { type: string; [key: string]: Json }

const FORMATS: [number, (inner: Part) => Html][] = [
  [16, (t) => html`<code>${t}</code>`],
  [1, (t) => html`<strong>${t}</strong>`],
  [2, (t) => html`<em>${t}</em>`],
  [4, (t) => html`<s>${t}</s>`],
  [8, (t) => html`<u>${t}</u>`],
  [32, (t) => html`<sub>${t}</sub>`],
  [64, (t) => html`<sup>${t}</sup>`],
]

const DEEPEST = 100

const isOutside = (href: string): boolean => /^https?:/.test(href)

const childrenOf = (n: Node): Node[] => (Array.isArray(n.children) ? (n.children as Node[]) : [])
const holdsLists = (n: Node): boolean => n.type === 'listitem' && childrenOf(n).length > 0 && childrenOf(n).every((child) => child.type === 'list')

/** The editor writes a list inside a list as an item of its own; read aloud, or counted, it belongs to the item before it. */
function items(list: Node, options: RichTextOptions, depth: number): Html[] {
  if (depth >= DEEPEST) return [html`${plainText(list.children)}`]
  const grouped: Node[][] = []
  for (const item of childrenOf(list)) {
    if (holdsLists(item) && grouped.length > 0) grouped.at(-1)!.push(item)
    else grouped.push([item])
  }
  return grouped.map((group) =>
    group.length === 1 ? node(group[0]!, options, depth + 1) : html`<li>${group.map((item) => richTextNodes(item.children ?? [], options, depth + 2))}</li>`,
  )
}

/** A link to a film elsewhere with nothing beside it: told as one, with nothing fetched from there. */
function filmAlone(n: Node): string | null {
  const inside = childrenOf(n).filter((child) => child.type !== 'text' || String(child.text).trim() !== '')
  return inside.length === 1 && inside[0]!.type === 'link' ? filmPlaceOf(String(inside[0]!.href)) : null
}

function node(n: Node, options: RichTextOptions, depth: number): Html {
  const inner = (): Html[] => (depth < DEEPEST ? richTextNodes(n.children ?? [], options, depth + 1) : [html`${plainText(n.children)}`])
  switch (n.type) {
    case 'text':
      return FORMATS.reduce<Html>((t, [bit, wrap]) => (Number(n.format ?? 0) & bit ? wrap(t) : t), html`${String(n.text)}`)
    case 'linebreak':
      return html`<br />`
    case 'tab':
      return html``
    case 'horizontalrule':
      return html`<hr />`
    case 'paragraph': {
      const place = options.marked === false ? null : filmAlone(n)
      return place === null
        ? html`<p>${inner()}</p>`
        : html`<p class="phim-ngoai">${inner()} <span class="mo">(phim trên ${place}; bấm vào là rời trang này)</span></p>`
    }
    case 'heading':
      return n.tag === 'h2' ? html`<h2>${inner()}</h2>` : n.tag === 'h3' ? html`<h3>${inner()}</h3>` : html`<h4>${inner()}</h4>`
    case 'list':
      return n.tag === 'ol'
        ? html`<ol${typeof n.start === 'number' && html` start="${n.start}"`}>
            ${items(n, options, depth)}
          </ol>`
        : html`<ul>
            ${items(n, options, depth)}
          </ul>`
    case 'listitem':
      return html`<li>${inner()}</li>`
    case 'quote':
      return html`<blockquote>${inner()}</blockquote>`
    case 'table':
      return tableHtml(n, (part) => richTextNodes((part.children ?? []) as Json, options, depth + 3), options.marked !== false)
    case 'upload':
      return figure(n.tuLieu as unknown as Media, options.url, COLUMN, 'later', options.showTargets)
    case 'link': {
      const href = String(n.href)
      const outside = isOutside(href)
      const target = options.showTargets && html` <span class="dich-den">[${href}]</span>`
      const mark =
        outside &&
        options.marked !== false &&
        html`<span class="ngoai"><span aria-hidden="true">${OUTSIDE.sign}</span><span class="an"> (${OUTSIDE.words})</span></span>`
      const onPaper = options.siteUrl !== undefined && /^\/(?!\/)/.test(href) && html` data-in="${options.siteUrl}${href}"`
      return html`<a href="${href}" ${onPaper}${outside && html` rel="noopener nofollow external"`}>${inner()}${mark}</a>${target}`
    }
    default:
      throw new Error(`richText: expected a frozen node type, received "${n.type}"`)
  }
}

const richTextNodes = (content: Json, options: RichTextOptions, depth: number): Html[] =>
  Array.isArray(content) ? content.map((n) => node(n as Node, options, depth)) : []

/** For readers it passes the wall; reviewers get it as it was drawn, inside a frame that runs nothing. */
export function richText(content: Json, options: RichTextOptions): Html {
  const drawn = html`${richTextNodes(content, options, 0)}`
  return options.showTargets ? drawn : textWall(drawn, options.url)
}
