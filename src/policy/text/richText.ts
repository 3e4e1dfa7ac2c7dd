/**
 * Rule: rich text is frozen through an allow-list of Lexical node types and properties. What is not listed
 * cannot be published; it is refused by name, never dropped silently.
 */
import type { Json } from '../gate/fingerprint.ts'
import { idOf } from '../ids.ts'
import { issue, type Issue } from '../issues.ts'
import { misleads, safeLink } from './links.ts'
import { mended } from './mend.ts'
import { projectTable, type TableTools } from './table.ts'

type Node = Record<string, unknown>
export type FrozenNode = { [key: string]: Json }

/** What the content refers to, resolved by the caller: pictures to frozen media, documents to live addresses. */
export type Resolver = {
  media: (id: number) => FrozenNode | null
  /** Why a file cannot be frozen, where that is known. */
  mediaRefused?: (id: number) => Issue | null
  address: (slug: string, id: number) => string | null
}

const BLOCKS = ['paragraph', 'heading', 'list', 'listitem', 'quote', 'link', 'autolink', 'horizontalrule', 'upload']
const MAX_DEPTH = 30
/** Parts of a table: never met outside one. */
const CELL_BLOCKS = ['paragraph', 'list', 'listitem', 'link', 'autolink']
/** A hundred pages have fewer; more would only make readers wait. */
const MAX_NODES = 10_000
const FORMAT_MASK = 0b1111111 // bold, italic, strikethrough, underline, code, subscript, superscript

const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && !Array.isArray(value)

export function projectRichText(value: unknown, field: string, resolve: Resolver): { content: FrozenNode[]; issues: Issue[] } {
  const issues: Issue[] = []
  /** Once a kind: a thousand times the same sentence helps nobody. */
  const said = new Set<string>()
  const refuse = (what: string): null => {
    if (!said.has(what)) issues.push(issue('CONTENT_NOT_ALLOWED', field, { what }))
    said.add(what)
    return null
  }
  let nodes = 0

  const target = (node: Node): string | null => {
    const fields = isNode(node.fields) ? node.fields : {}
    if (fields.linkType === 'internal' && isNode(fields.doc)) {
      const href = resolve.address(String(fields.doc.relationTo), idOf(fields.doc.value))
      if (href === null) issues.push(issue('NOT_LIVE', field, { what: String(fields.doc.relationTo) }))
      return href
    }
    const href = safeLink(fields.url)
    if (href === null) issues.push(issue('LINK_NOT_ALLOWED', field, { url: String(fields.url ?? '').slice(0, 200), chu: rawWords(node).slice(0, 100) }))
    return href
  }

  const picture = (node: Node): FrozenNode | null => {
    if (node.relationTo !== 'tu-lieu') return refuse('upload')
    const media = resolve.media(idOf(node.value))
    if (media !== null) return { type: 'upload', tuLieu: media }
    const why = resolve.mediaRefused?.(idOf(node.value))
    if (!why) return refuse('upload')
    issues.push({ ...why, field })
    return null
  }

  const children = (node: Node, depth: number): FrozenNode[] => {
    if (!Array.isArray(node.children)) return []
    return node.children.map((child) => project(child, depth + 1)).filter((c): c is FrozenNode => c !== null)
  }

  const project = (node: unknown, depth: number): FrozenNode | null => {
    nodes += 1
    if (nodes > MAX_NODES) return refuse('nodes')
    if (!isNode(node) || depth > MAX_DEPTH) return refuse(isNode(node) ? 'depth' : typeof node)
    const type = String(node.type)
    if (type === 'text') {
      if (typeof node.text !== 'string') return refuse('text')
      const format = typeof node.format === 'number' ? node.format & FORMAT_MASK : 0
      return { type, text: mended(node.text), ...(format === 0 ? {} : { format }) }
    }
    if (type === 'linebreak' || type === 'tab' || (type === 'horizontalrule' && !inCell)) return { type }
    if (type === 'table' && !inCell) return projectTable(node, depth, tools)
    if (!(inCell ? CELL_BLOCKS : BLOCKS).includes(type)) return refuse(inCell ? `cell ${type.slice(0, 30)}` : type.slice(0, 40))
    if (type === 'upload') return picture(node)
    const inside = { children: children(node, depth) }
    if (type === 'heading') {
      // h1 is the title of the page; inside the text headings start at h2.
      const tag = ['h2', 'h3', 'h4'].find((t) => t === node.tag)
      return tag ? { type, tag, ...inside } : refuse(`heading ${String(node.tag).slice(0, 4)}`)
    }
    if (type === 'list') return { type, ...listKind(node), ...inside }
    if (type === 'link' || type === 'autolink') {
      const href = target(node)
      const words = plainText(inside.children)
      if (href !== null && misleads(words, href)) issues.push(issue('LINK_MISLEADING', field, { seen: words.slice(0, 100), url: href.slice(0, 200) }))
      return href === null ? null : { type: 'link', href, ...inside }
    }
    return { type, ...inside }
  }

  let inCell = false
  const tools: TableTools = {
    refuse: (code, detail) => (issues.push(issue(code, field, detail)), null),
    inside: (node, depth) => {
      inCell = true
      const made = children(node, depth)
      inCell = false
      return made
    },
    cells: 0,
    tables: 0,
  }

  const root = isNode(value) && isNode(value.root) ? value.root : null
  if (root === null) return { content: [], issues: value === null || value === undefined ? [] : [issue('INVALID_VALUE', field)] }
  return { content: children(root, 0), issues }
}

/** A list that goes on from another begins where that one ended. */
function listKind({ listType, start }: Node): { tag: 'ol' | 'ul'; start?: number } {
  if (listType !== 'number') return { tag: 'ul' }
  const goesOn = Number.isInteger(start) && Number(start) > 1 && Number(start) < 10_000
  return { tag: 'ol', ...(goesOn ? { start: Number(start) } : {}) }
}

/** The words of a node as it was typed, to name it by. */
function rawWords(node: Node, depth = 0): string {
  if (typeof node.text === 'string') return node.text
  return Array.isArray(node.children) && depth < MAX_DEPTH ? node.children.map((c) => (isNode(c) ? rawWords(c, depth + 1) : '')).join('') : ''
}

/** Words line by line: what is judged together. */
export function linesOf(content: readonly FrozenNode[], depth = 0): string[] {
  return content.flatMap((node): string[] => {
    const inside = Array.isArray(node.children) ? (node.children as FrozenNode[]) : []
    const holdsText = inside.some((child) => ['text', 'link', 'linebreak'].includes(String(child.type)))
    if (depth > 2 * MAX_DEPTH || holdsText) return textsIn(inside).length > 0 ? [textsIn(inside).join('')] : []
    return linesOf(inside, depth + 1)
  })
}

/** Every piece of text in reading order, however deep it lies. */
function textsIn(content: unknown): string[] {
  const texts: string[] = []
  const waiting: unknown[] = [content]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i -= 1) waiting.push(next[i])
    else if (isNode(next)) {
      if (typeof next.text === 'string') texts.push(next.text)
      else waiting.push(next.children)
    }
  }
  return texts
}

/** What is read without a break: a paragraph, a caption, a cell of words. */
const isLine = (node: Node): boolean =>
  node.type === 'paragraph' || node.type === 'caption' || (node.type === 'cell' && (node.children as Node[]).some((c) => c.type === 'text'))

/** The plain words of frozen rich text, in reading order. */
export function plainText(content: unknown, depth = 0): string {
  const inside = (part: unknown): string => plainText(part, depth + 1)
  if (depth > 2 * MAX_DEPTH) return textsIn(content).join(' ')
  if (Array.isArray(content)) return content.map(inside).filter(Boolean).join(' ')
  if (!isNode(content)) return ''
  if (typeof content.text === 'string') return content.text
  return Array.isArray(content.children) ? content.children.map(inside).join(isLine(content) ? '' : ' ') : ''
}

/** Whether a value has the shape of the editor's own output: an object tree of typed nodes. Anything else is refused on saving. */
export function isRichText(value: unknown): boolean {
  const isTree = (node: unknown, depth: number): boolean => {
    if (!isNode(node) || typeof node.type !== 'string' || depth > 100) return false
    if (node.type === 'text' && typeof node.text !== 'string') return false
    if ((node.type === 'link' || node.type === 'autolink') && !isNode(node.fields)) return false
    if (node.type === 'upload' && (typeof node.relationTo !== 'string' || node.value === undefined || node.value === null)) return false
    return node.children === undefined || (Array.isArray(node.children) && node.children.every((child) => isTree(child, depth + 1)))
  }
  if (value === null || value === undefined) return true
  return isNode(value) && isNode(value.root) && Array.isArray(value.root.children) && value.root.children.every((child) => isTree(child, 0))
}
