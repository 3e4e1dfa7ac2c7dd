/** What a frozen text holds beside its words: pictures, files, and where its links lead. */
import type { Json } from '../../policy/gate/fingerprint.ts'
import type { Media } from '../../theme/content/edition.ts'

export type Content = { [key: string]: Json }
export type Held = { media: Media[]; links: { href: string; words: string }[] }

const isNode = (value: unknown): value is Content => value !== null && typeof value === 'object' && !Array.isArray(value)
const wordsOf = (value: Json | undefined): string =>
  Array.isArray(value) ? value.map(wordsOf).join('') : isNode(value) ? (typeof value.text === 'string' ? value.text : wordsOf(value.children)) : ''

/** Each picture, file and address once, in reading order. */
export function heldIn(content: Content): Held {
  const held: Held = { media: [], links: [] }
  const waiting: unknown[] = [content]
  while (waiting.length > 0) {
    const next = waiting.pop()
    const inside = Array.isArray(next) ? next : isNode(next) ? Object.values(next) : []
    for (let i = inside.length - 1; i >= 0; i -= 1) waiting.push(inside[i])
    if (!isNode(next)) continue
    if (typeof next.sha256 === 'string' && next.loai !== undefined && !held.media.some((m) => m.sha256 === next.sha256))
      held.media.push(next as unknown as Media)
    if (next.type === 'link' && !held.links.some(({ href }) => href === next.href)) held.links.push({ href: String(next.href), words: wordsOf(next.children) })
  }
  return held
}
