/**
 * Rule: a story is edited as plain text only where nothing readers get would be lost. Asked of the gate's own projection, so
 * that no list of features has to be kept: what readers would get of the stored text, and of the text as it would come back.
 */
import { canonicalText, type Json } from '../../gate/fingerprint.ts'
import { projectRichText, type FrozenNode, type Resolver } from '../richText.ts'
import { readStory } from './read.ts'
import { writeStory } from './write.ts'

/** Links within the site are told apart from typed addresses: a typed one would not follow the page it means. */
const BY_NAME: Resolver = { media: (id) => ({ anh: id }), address: (slug, id) => `ct-noi-bo:${slug}/${id}` }

const isEmpty = (node: FrozenNode): boolean => node.type === 'paragraph' && (node.children as FrozenNode[]).every((c) => c.type === 'text' && c.text === '')
const sameForm = (one: FrozenNode, other: FrozenNode): boolean => one.type === 'text' && other.type === 'text' && one.format === other.format

/** Neighbours of one form are one text; paragraphs with nothing in them are nothing. */
function tidied(nodes: readonly FrozenNode[]): FrozenNode[] {
  const kept: FrozenNode[] = []
  for (const node of nodes) {
    if (isEmpty(node) || (node.type === 'text' && node.text === '')) continue
    const last = kept.at(-1)
    if (last && sameForm(last, node)) kept[kept.length - 1] = { ...last, text: `${String(last.text)}${String(node.text)}` }
    else kept.push(Array.isArray(node.children) ? { ...node, children: tidied(node.children as FrozenNode[]) as Json[] } : node)
  }
  return kept
}

/** Where links lead, those too that the gate will not take: its refusal names them, the writer mends them. */
function addressesIn(content: unknown): string[] {
  const found: string[] = []
  const waiting: unknown[] = [content]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next === null || typeof next !== 'object') continue
    const { fields } = next as { fields?: { url?: unknown } | null }
    if (typeof fields?.url === 'string') found.push(fields.url)
    waiting.push(...(Array.isArray(next) ? next : Object.values(next)))
  }
  return found
}

const OF_LINKS: readonly string[] = ['LINK_NOT_ALLOWED', 'LINK_MISLEADING']
function toReaders(content: unknown): string | null {
  const { content: nodes, issues } = projectRichText(content, 'noiDung', BY_NAME)
  return issues.every(({ code }) => OF_LINKS.includes(code)) ? canonicalText([tidied(nodes) as Json, addressesIn(content)]) : null
}

export function isPlain(content: unknown): boolean {
  const stored = toReaders(content)
  if (stored === null) return false
  const { text, pictures } = writeStory(content)
  return toReaders(readStory(text, pictures).content) === stored
}
