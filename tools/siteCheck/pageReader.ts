/** What stands on a page, as a machine and as a person would find it. PURE. */
import { Parser } from 'htmlparser2'

export type PageFacts = {
  /** Every address the page names, as written, and by which tag. */
  addresses: { tag: string; address: string }[]
  /** Scripts, frames, refreshes, foreign forms, inline handlers. */
  active: string[]
  hidden: string[]
  /** Long words for screen readers alone: a caption may be as long as people write it. */
  offScreen: string[]
  /** All words but those in scripts and styles. */
  text: string
  headings: string[]
  /** The text of each style element. */
  styles: string[]
  canonical: string | null
}

const FRAMES = ['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'base']
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'background', 'ping', 'cite', 'xlink:href']
/** What other sites show of a page. */
const SHARED = /^(?:og:(?:url|image|video|audio)(?::(?:url|secure_url))?|twitter:(?:image|url|player))$/
/** The theme's own way of speaking to screen readers alone; it holds a few words, never a paragraph. */
const OFF_SCREEN = /(?:^|\s)an(?:\s|$)/
const MOST_OFF_SCREEN = 120

export const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

export function readPage(html: string): PageFacts {
  const facts: PageFacts = { addresses: [], active: [], hidden: [], offScreen: [], text: '', headings: [], styles: [], canonical: null }
  const texts: string[] = []
  const open: { name: string; from: number; unseen: string[] | null }[] = []
  let silent = ''
  let scriptFrom = 0
  const parser = new Parser({
    onopentag(name, a) {
      if (FRAMES.includes(name)) facts.active.push(`<${name} ${a.src ?? a.data ?? a.href ?? ''}>`)
      if (name === 'script' && a.type !== 'application/ld+json') facts.active.push(`<script ${a.src ?? ''}>`)
      if (name === 'meta' && a['http-equiv'] && !/^(content-type|x-ua-compatible)$/i.test(a['http-equiv']))
        facts.active.push(`<meta http-equiv="${a['http-equiv']}" ${a.content ?? ''}>`)
      for (const attribute of Object.keys(a)) if (/^on/i.test(attribute)) facts.active.push(`${name} ${attribute}`)
      if (a.style !== undefined) facts.hidden.push(`<${name} style> ${a.style.slice(0, 80)}`)
      if (name === 'style') facts.styles.push('')
      if (name === 'link' && /\bstylesheet\b/i.test(a.rel ?? '')) facts.hidden.push(`<link stylesheet> ${a.href ?? ''}`)
      const isCanonical = name === 'link' && a.rel === 'canonical'
      if (isCanonical) facts.canonical = a.href ?? null
      for (const attribute of ADDRESSES) if (a[attribute] && !isCanonical) facts.addresses.push({ tag: name, address: a[attribute] })
      if (name === 'meta' && SHARED.test(a.property ?? a.name ?? '') && a.content) facts.addresses.push({ tag: name, address: a.content })
      for (const one of a.srcset?.split(',') ?? []) facts.addresses.push({ tag: name, address: one.trim().split(/\s+/)[0]! })
      if (name === 'script' || name === 'style') [silent, scriptFrom] = [name, texts.length]
      const unseen = a.hidden !== undefined ? facts.hidden : OFF_SCREEN.test(a.class ?? '') ? facts.offScreen : null
      open.push({ name, from: texts.length, unseen })
    },
    ontext(text) {
      if (silent === '') texts.push(text)
      else if (silent === 'style') facts.styles.push((facts.styles.pop() ?? '') + text)
      // Data for machines names addresses too.
      else if (silent === 'script') for (const [address] of text.matchAll(/https?:[^"\\\s]+/g)) facts.addresses.push({ tag: 'ld+json', address })
    },
    onclosetag(name) {
      const element = open.pop()
      if (silent === name && texts.length === scriptFrom) silent = ''
      if (!element) return
      const inside = squeeze(texts.slice(element.from).join(''))
      if (inside.length > MOST_OFF_SCREEN) element.unseen?.push(inside)
      if (name === 'h1') facts.headings.push(inside)
      if (!['a', 'strong', 'em', 's', 'u', 'sub', 'sup', 'code', 'span', 'small', 'mark', 'time', 'i', 'b'].includes(name)) texts.push(' ')
    },
  })
  parser.end(html)
  facts.text = squeeze(texts.join(''))
  return facts
}
