/**
 * Rule: two texts of a document are compared block by block: a paragraph, an item of a list, a picture, a field of one line.
 * What differs in nothing a reader meets – words, where a link leads, which picture, how it is set – is the same block.
 */
import type { Json } from '../fingerprint.ts'
import type { FieldRule } from '../gates/gate.ts'
import { walkFields, type Leaf } from '../walkFields.ts'

export type BlockKind = 'chu' | 'anh' | 'ngay' | 'co'
/** `field` as the rule names it; `text` as it is read, an instant or a code left as it is; `key` tells blocks apart. */
export type Block = { field: string; kind: BlockKind; text: string; key: string }

type Node = { [key: string]: Json }
const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && !Array.isArray(value)
const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? node.children.filter(isNode) : [])

const isInline = (node: Node): boolean => ['text', 'link', 'linebreak', 'tab'].includes(String(node.type))

/** Words as read, where each link leads in brackets behind it; and what tells them apart: bold as well as letters. */
function inline(node: Node): { text: string; key: string } {
  if (node.type === 'text') return { text: String(node.text), key: `${String(node.format ?? 0)}\u0001${String(node.text)}` }
  if (node.type === 'linebreak' || node.type === 'tab') return { text: ' ', key: String(node.type) }
  const inside = childrenOf(node).map(inline)
  const text = inside.map((part) => part.text).join('')
  const key = inside.map((part) => part.key).join('\u0002')
  return node.type === 'link' ? { text: `${text} [${String(node.href)}]`, key: `${key}\u0003${String(node.href)}` } : { text, key }
}

const pictureText = (media: Node): string => [media.altText, media.chuThich, media.tacGiaAnh].filter(Boolean).join(' – ')

/** Where a block stands: in a heading, in which list, in a table. */
function blocksIn(node: Node, field: string, within: string): Block[] {
  const at = `${within}/${String(node.tag ?? node.type)}${String(node.start ?? '')}`
  if (node.type === 'upload' && isNode(node.tuLieu)) return [picture(node.tuLieu, field)]
  const children = childrenOf(node)
  if (children.length === 0 && node.type !== 'horizontalrule') return []
  if (node.type === 'horizontalrule') return [{ field, kind: 'chu', text: '———', key: at }]
  const words = children.filter(isInline).map(inline)
  const own: Block[] =
    words.length > 0 ? [{ field, kind: 'chu', text: words.map((w) => w.text).join(''), key: `${at}\u0004${words.map((w) => w.key).join('\u0002')}` }] : []
  return [...own, ...children.filter((child) => !isInline(child)).flatMap((child) => blocksIn(child, field, at))]
}

const picture = (media: Node, field: string): Block => ({
  field,
  kind: 'anh',
  text: pictureText(media),
  key: `${String(media.sha256)}\u0001${pictureText(media)}`,
})

function leafBlocks(rule: Leaf, value: unknown, field: string): Block[] {
  if (value === undefined || value === null || value === '' || value === false) return []
  if (Array.isArray(value)) {
    if (rule.kind === 'richText') return value.filter(isNode).flatMap((node) => blocksIn(node, field, ''))
    return value.flatMap((one) => leafBlocks(rule, one, field))
  }
  if (isNode(value)) {
    if (typeof value.sha256 === 'string') return [picture(value, field)]
    const text = String(value.ten ?? '')
    return text === '' ? [] : [{ field, kind: 'chu', text, key: text }]
  }
  const kind = rule.kind === 'date' ? 'ngay' : rule.kind === 'flag' || rule.kind === 'oneOf' ? 'co' : 'chu'
  return [{ field, kind, text: String(value), key: String(value) }]
}

/** The frozen content as blocks, in the order of the gate's fields. */
export function blocksOf(rules: readonly FieldRule[], content: { [key: string]: Json }): Block[] {
  const blocks: Block[] = []
  walkFields<never>(rules, content, { leaf: (rule, value, field) => void blocks.push(...leafBlocks(rule, value, field)) as undefined })
  return blocks
}
