/** Rule: a page leads out of the site only to hosts on the school's list. Every other link is said, with its field. */
import type { FieldRule } from '../gate/gates/index.ts'
import type { Json } from '../gate/fingerprint.ts'
import { issue, type Issue } from '../issues.ts'
import { walkFields } from '../gate/walkFields.ts'
import { isAllowedHost } from './links.ts'

/** How readers are told that a link leads out: a sign for the eye, words for the ear. It is no part of any text. */
export const OUTSIDE = { sign: '↗', words: 'trang khác' } as const

type Content = { [key: string]: Json }
/** `words`: what the entry of a menu is called. */
export type Found = { field: string; href: string; words?: string; inFile?: true }

/** Addresses a PDF leads to. */
const linksInFile = (file: Json): string[] =>
  file !== null && typeof file === 'object' && !Array.isArray(file) && Array.isArray(file.lienKet) ? file.lienKet.map(String) : []

const linksInText = (node: Json): string[] => {
  if (Array.isArray(node)) return node.flatMap(linksInText)
  if (node === null || typeof node !== 'object') return []
  const own = node.type === 'link' ? [String(node.href)] : node.type === 'upload' ? linksInFile(node.tuLieu ?? null) : []
  return [...own, ...linksInText(node.children ?? [])]
}

/** The label beside an address in its row. */
function named(content: Content, field: string): { words?: string } {
  const [list = '', row = ''] = field.split('.')
  const entry = Array.isArray(content[list]) ? (content[list] as Json[])[Number(row)] : null
  const label = entry !== null && typeof entry === 'object' && !Array.isArray(entry) ? entry?.nhan : undefined
  return typeof label === 'string' ? { words: label.slice(0, 100) } : {}
}

export function linksIn(rules: readonly FieldRule[], content: Content): Found[] {
  const found: Found[] = []
  walkFields<never>(rules, content, {
    leaf: ({ kind }, value, field) => {
      if (value === undefined) return undefined
      if (kind === 'richText') found.push(...linksInText(value as Json).map((href) => ({ field, href })))
      if (kind === 'address') found.push({ field, href: String(value), ...named(content, field) })
      if (kind === 'media' || kind === 'file')
        found.push(
          ...[value as Json]
            .flat()
            .flatMap(linksInFile)
            .map((href): Found => ({ field, href, inFile: true })),
        )
      return undefined
    },
  })
  return found
}

/** `content` as it was frozen; `list`: hosts of the regulation and the site's own. Each host is named once a field. */
export function outboundIssues(rules: readonly FieldRule[], content: Content, list: readonly string[]): Issue[] {
  const refused = new Map<string, Issue>()
  for (const { field, href } of linksIn(rules, content)) {
    if (!/^https?:/.test(href)) continue
    const host = new URL(href).hostname
    if (!isAllowedHost(host, list)) refused.set(`${field} ${host}`, issue('LINK_HOST_NOT_ALLOWED', field, { host: host.slice(0, 200) }))
  }
  return [...refused.values()]
}
