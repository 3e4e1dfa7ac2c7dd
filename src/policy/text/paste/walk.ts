/** Pasted HTML to flat pieces: paragraphs, headings by their outline, items of lists with their level, tables. */
import type { LeftOut } from './leftOut.ts'
import { addressOf, isDeleted, isHidden, isListMark, isRemark, lookOf, PLAIN, type Look } from './inline.ts'
import { lineBreak, link, textNode, wordsOf, type EditorNode, type TextNode } from './nodes.ts'
import { holdsNoWords, isWords, lettersOf, markIn, numberOf, officeItem, startOf, valueOf } from './marks.ts'
import { tidied } from './tidy.ts'
import { hasClass, styleOf, wordsIn, type Element } from './tree.ts'

export type Piece =
  | { kind: 'paragraph'; inline: EditorNode[] }
  | { kind: 'quote'; inline: EditorNode[] }
  | { kind: 'caption'; inline: EditorNode[] }
  | { kind: 'heading'; level: number; inline: EditorNode[] }
  /** `value`: the number it had; `of`: the item it is a line of. */
  | { kind: 'item'; list: string; level: number; ordered: boolean; inline: EditorNode[]; value?: number; of?: number }
  | { kind: 'table'; element: Element; look: Look }
  | { kind: 'rule' }

const GONE = /^(?:script|style|head|meta|link|title|xml|noscript|template|svg|annotation|annotation-xml|map|base|area|col|colgroup)$|^(?:v|m|x):|^w:(?!sdt$)/
const FRAMES = ['iframe', 'object', 'embed', 'video', 'audio', 'canvas', 'form', 'input', 'select', 'textarea', 'button', 'applet']
const BLOCKS =
  /^(?:p|div|section|article|main|header|footer|aside|nav|center|address|figure|figcaption|details|summary|dl|dt|dd|fieldset|legend|body|html|h[1-6]|ul|ol|li|blockquote|pre|table|hr|caption|td|th|tr|thead|tbody|tfoot|menu|dir)$/

type Place = {
  look: Look
  list: { id: string; level: number; ordered: boolean; value?: number; of?: number } | null
  quote: boolean
  pre: boolean
  /** Where the words lead. */
  address: string | null
}

const headingLevel = (element: Element): number | null => {
  const tag = /^h([1-6])$/.exec(element.tag)
  if (tag) return Number(tag[1])
  if (hasClass(element, /\bMsoTitle\b/)) return 1
  const named = /\bMsoHeading(\d)/.exec(element.attrs.class ?? '') ?? /mso-outline-level\s*:\s*([1-6])/.exec(styleOf(element))
  return named ? Number(named[1]) : null
}

const styled = (element: Element, pattern: RegExp): boolean => pattern.test(styleOf(element))
/** Ends of lines that the page draws as such. */
const keepsLines = (element: Element, outer: boolean): boolean =>
  element.tag === 'pre' || styled(element, /white-space\s*:\s*(?:pre|break-spaces)/) || (outer && !styled(element, /white-space\s*:\s*(?:normal|nowrap)/))
const standsAlone = (element: Element): boolean => styled(element, /(?:^|;)\s*display\s*:\s*(?:block|list-item|flex|grid|table)\b/)
export class Walk {
  readonly pieces: Piece[] = []
  private run: EditorNode[] = []
  private lists = 0
  private items = 0
  /** Words that stand before the next line. */
  private mark: TextNode | null = null
  private readonly leftOut: LeftOut
  constructor(leftOut: LeftOut) {
    this.leftOut = leftOut
  }

  /** Ends the line that was being read; a line without words is no paragraph. */
  private flush(place: Place, as?: (inline: EditorNode[]) => Piece): void {
    const read = tidied(this.run)
    this.run = []
    if (wordsOf(read).trim() === '') return
    const inline = this.mark ? tidied([this.mark, ...read]) : read
    this.mark = null
    if (as) this.pieces.push(as(inline))
    else if (place.list) this.item(place.list, inline)
    else this.pieces.push({ kind: place.quote ? 'quote' : 'paragraph', inline })
  }

  /** A second paragraph of an item is a line of it, not another one. */
  private item({ id, level, ordered, value, of }: NonNullable<Place['list']>, inline: EditorNode[]): void {
    const last = this.pieces.at(-1)
    if (of !== undefined && last?.kind === 'item' && last.of === of) last.inline = [...last.inline, lineBreak(), ...inline]
    else this.pieces.push({ kind: 'item', list: id, level, ordered, inline, ...(value === undefined ? {} : { value }), ...(of === undefined ? {} : { of }) })
  }

  walk(root: Element, look: Look = PLAIN): Piece[] {
    const place: Place = { look, list: null, quote: false, pre: false, address: null }
    this.inside(root, place)
    this.flush(place)
    return this.pieces
  }

  private inside(element: Element, place: Place): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.words(child, place)
      else this.element(child, place)
    }
  }

  private words(text: string, place: Place): void {
    const lines = place.pre ? text.split(/\r?\n/) : [text]
    lines.forEach((line, i) => {
      if (i > 0) this.run.push(lineBreak())
      // A vertical tab and U+2028 are the line ends of office programs.
      line.split(/[\u000b\u2028\u2029]/).forEach((part, j) => {
        if (j > 0) this.run.push(lineBreak())
        const plain = part.replace(/[ \t\r\n\f\u00a0\u202f]+/g, ' ')
        if (plain === '') return
        const text = textNode(plain, place.look.format, place.look.font)
        this.run.push(place.address === null ? text : link(place.address, [text]))
      })
    })
  }

  /** True where an element is left out; what is worth saying is counted. */
  private isLeftOut(element: Element, look: Look): boolean {
    const { tag } = element
    if (tag === 'img' || tag === 'picture' || tag === 'v:imagedata') return ((this.leftOut.anh += 1), true)
    if (GONE.test(tag) || isListMark(element)) return true
    if (FRAMES.includes(tag)) {
      if (tag !== 'form') this.leftOut.khung += 1
      return tag !== 'form'
    }
    if (isDeleted(element)) return ((this.leftOut.xoa += wordsIn(element).trim() === '' ? 0 : 1), true)
    if (isRemark(element)) {
      // The mark in the text and the remark below it are one remark.
      if (hasClass(element, /msocomtxt/i) || /mso-element\s*:\s*comment-list/.test(styleOf(element)) || element.tag === 'span')
        this.leftOut.nhanXet = Math.max(1, this.leftOut.nhanXet)
      return true
    }
    if (isHidden(element, look)) return ((this.leftOut.an += wordsIn(element).trim() === '' ? 0 : 1), true)
    return false
  }

  private element(element: Element, outer: Place): void {
    const { tag } = element
    const look = lookOf(element, outer.look)
    if (this.isLeftOut(element, look)) return
    const place = { ...outer, look, pre: keepsLines(element, outer.pre) }
    if (tag === 'br') {
      // Two ends of a line are the end of a paragraph.
      if (this.run.at(-1)?.type === 'linebreak') this.flush(outer)
      else this.run.push(lineBreak())
      return
    }
    if (tag === 'a') return this.anchor(element, place)
    if (!BLOCKS.test(tag) && !standsAlone(element)) return this.inside(element, place)
    this.flush(outer)
    if (tag === 'hr') return void this.pieces.push({ kind: 'rule' })
    if (tag === 'table') return void this.pieces.push({ kind: 'table', element, look })
    if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') return this.list(element, place)
    const level = headingLevel(element)
    if (level !== null && !place.list) return this.heading(element, place, level)
    const item = officeItem(element)
    const mark = item
      ? markIn(element)
          .replace(/[\s\u00a0]+/g, ' ')
          .trim()
      : ''
    if (item && (isWords(mark) || (numberOf(mark) !== null && holdsNoWords(element)))) return this.marked(element, place, mark)
    const value = numberOf(mark)
    const inner: Place = {
      ...place,
      quote: place.quote || tag === 'blockquote' || hasClass(element, /\bMso(?:Intense)?Quote\b/),
      list: item
        ? { ...item, ordered: value !== null, ...(value === null ? {} : { value }) }
        : tag === 'li' && place.list
          ? { ...place.list, of: (this.items += 1), ...valueOf(element) }
          : place.list,
    }
    this.inside(element, inner)
    this.flush(inner, hasClass(element, /\bMsoCaption\b/) ? (inline) => ({ kind: 'caption', inline }) : undefined)
  }

  private anchor(element: Element, place: Place): void {
    const address = addressOf(element)
    if (address === null && element.attrs.href && !element.attrs.href.startsWith('#') && wordsIn(element).trim() !== '') this.leftOut.lienKet += 1
    this.inside(element, { ...place, address: address ?? place.address })
  }

  /** A mark no list can draw stays as words before its own. */
  private marked(element: Element, place: Place, mark: string): void {
    const alone = { ...place, list: null }
    this.mark = textNode(`${mark} `, place.look.format, place.look.font)
    this.inside(element, alone)
    this.flush(alone)
    // A cell that holds its number and nothing else.
    if (this.mark) this.pieces.push({ kind: 'paragraph', inline: tidied([this.mark]) })
    this.mark = null
  }

  private heading(element: Element, place: Place, level: number): void {
    // A heading is bold by itself.
    const mark = markIn(element)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
    // The number of a heading is part of its name.
    if (/[\p{L}\d]/u.test(mark)) this.run.push(textNode(`${mark} `))
    this.inside(element, { ...place, look: { ...place.look, format: place.look.format & ~1 } })
    this.flush(place, (inline) => ({
      kind: 'heading',
      level,
      inline: inline.map((n) => (n.type === 'text' ? { ...n, format: (n as TextNode).format & ~1 } : n)),
    }))
  }

  /** Letters stay as words: no list of ours draws them. */
  private lettered(element: Element, place: Place, letters: (n: number) => string): void {
    let n = (startOf(element).value ?? 1) - 1
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.tag !== 'li') this.element(child, place)
      else this.marked(child, { ...place, look: lookOf(child, place.look) }, letters((n += 1)))
    }
  }

  private list(element: Element, place: Place): void {
    const level = (place.list?.level ?? 0) + 1
    const id = place.list?.id ?? `html${(this.lists += 1)}`
    const ordered = element.tag === 'ol'
    const letters = lettersOf(element)
    if (letters) return this.lettered(element, place, letters)
    const inner: Place = { ...place, list: { id, level, ordered, ...(ordered ? startOf(element) : {}) } }
    this.inside(element, inner)
    this.flush(inner)
  }
}
