/** What a working copy refers to: pictures and files, documents of other collections, wherever in it they are named. */
import { idOf, idsOf } from '../ids.ts'
import type { FieldRule } from './gates/gate.ts'
import { walkFields } from './walkFields.ts'

type Doc = Record<string, unknown>
/** `docs`: collection and id. */
export type Refs = { media: number[]; docs: [string, number][] }

/** Ids of pictures and of documents named inside rich text. */
function refsInText(node: unknown, refs: Refs, depth = 0): void {
  if (node === null || typeof node !== 'object' || depth > 60) return
  if (Array.isArray(node)) return node.forEach((n) => refsInText(n, refs, depth + 1))
  const n = node as Doc
  if (n.type === 'upload') refs.media.push(idOf(n.value))
  const doc = (n.fields as Doc | undefined)?.doc as Doc | undefined
  if (doc && typeof doc === 'object') refs.docs.push([String(doc.relationTo), idOf(doc.value)])
  refsInText(n.root ?? n.children, refs, depth + 1)
}

export function refsOf(rules: readonly FieldRule[], doc: Doc): Refs {
  const refs: Refs = { media: [], docs: [] }
  walkFields<never>(rules, doc, {
    leaf: (rule, value) => {
      if (rule.kind === 'media') refs.media.push(...idsOf(value))
      if (rule.kind === 'live') refs.docs.push(...idsOf(value).map((id): [string, number] => [rule.to, id]))
      if (rule.kind === 'richText') refsInText(value, refs)
      return undefined
    },
  })
  return refs
}
