/** What an element says of the words in it: their form, their font, whether anybody sees them, where they lead. */
import { hasClass, styleOf, type Element } from './tree.ts'

export type Look = { format: number; font: string; color: string; background: string }
export const PLAIN: Look = { format: 0, font: '', color: '', background: '' }

const BOLD = 1
const ITALIC = 2
const STRUCK = 4
const UNDERLINED = 8
const SUB = 32
const SUP = 64
const BY_TAG: Record<string, number> = { b: BOLD, strong: BOLD, i: ITALIC, em: ITALIC, s: STRUCK, strike: STRUCK, u: UNDERLINED, sub: SUB, sup: SUP }

type Style = ReadonlyMap<string, string>
const NO_STYLE: Style = new Map()

/** What the style attribute says, read once. */
function parsed(style: string): Style {
  if (style === '') return NO_STYLE
  return new Map(
    style.split(';').map((one): [string, string] => {
      const colon = one.indexOf(':')
      return [one.slice(0, colon).trim(), one.slice(colon + 1).trim()]
    }),
  )
}
const valueOf = (style: Style, name: string): string => style.get(name) ?? ''

const put = (format: number, bit: number, on: boolean | null): number => (on === null ? format : on ? format | bit : format & ~bit)

function weight(style: Style): boolean | null {
  const said = valueOf(style, 'font-weight')
  return said === '' ? null : /bold|[6-9]00/.test(said)
}
const italic = (style: Style): boolean | null => {
  const said = valueOf(style, 'font-style')
  return said === '' ? null : /italic|oblique/.test(said)
}

export function lookOf(element: Element, outer: Look): Look {
  const style = parsed(styleOf(element))
  // The underline of a link is no form of its letters.
  const own = element.tag === 'a' ? 0 : (BY_TAG[element.tag] ?? 0)
  let format = outer.format | own
  format = put(format, BOLD, weight(style))
  format = put(format, ITALIC, italic(style))
  const line = style === NO_STYLE ? '' : `${valueOf(style, 'text-decoration')} ${valueOf(style, 'text-decoration-line')}`
  if (/line-through/.test(line)) format |= STRUCK
  if (/underline/.test(line) && element.tag !== 'a' && element.tag !== 'ins') format |= UNDERLINED
  const raised = valueOf(style, 'vertical-align')
  if (raised === 'sub') format |= SUB
  if (raised === 'super') format |= SUP
  const font = valueOf(style, 'font-family') || (element.attrs.face ?? '').toLowerCase()
  return {
    format,
    font: font || outer.font,
    color: colour(valueOf(style, 'color') || (element.attrs.color ?? '')) || outer.color,
    background: groundOf(style) || outer.background,
  }
}

/** Ink nobody sees. */
const CLEAR = 'clear'
const NAMED: Record<string, string> = { white: '#ffffff', black: '#000000', windowtext: '#000000', transparent: CLEAR }
/** A picture behind words is no colour they could vanish on; a ground that is clear is that of what lies around. */
function groundOf(style: Style): string {
  const said = `${valueOf(style, 'background-image')} ${valueOf(style, 'background')}`
  if (/url\(|gradient\(/.test(said)) return 'picture'
  const own = colour(valueOf(style, 'background-color') || valueOf(style, 'background'))
  return own === CLEAR ? '' : own
}

function colour(said: string): string {
  const plain = said.toLowerCase().replace(/\s/g, '')
  if (/^(?:rgba|hsla)\(.*,0*\.?0+%?\)$/.test(plain) || /^#[0-9a-f]{6}00$/.test(plain)) return CLEAR
  const rgb = /^rgba?\((\d+),(\d+),(\d+)/.exec(plain)
  if (rgb)
    return `#${rgb
      .slice(1, 4)
      .map((n) => Number(n).toString(16).padStart(2, '0'))
      .join('')}`
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(plain)
  return short
    ? `#${short
        .slice(1)
        .map((c) => c + c)
        .join('')}`
    : (NAMED[plain] ?? plain)
}

/** Words nobody saw where they were copied are not brought in. */
export function isHidden(element: Element, look: Look): boolean {
  const style = styleOf(element)
  if (/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?:[;\s]|$)/.test(style) || 'hidden' in element.attrs) return true
  const size = style.includes('font-size') && /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(valueOf(parsed(style), 'font-size'))
  if (size && (Number(size[1]) === 0 || (/px|pt/.test(size[2] ?? '') && Number(size[1]) <= 1))) return true
  if (look.color === CLEAR) return true
  return look.color !== '' && look.color === look.background
}

/** Where a link leads for a reader, or null where it leads nowhere: into the writer's computer, the page it came from, a program. */
export function addressOf(element: Element): string | null {
  const href = (element.attrs.href ?? '').trim()
  const wrapped = /^https:\/\/(?:www\.google\.com\/url\?(?:.*&)?q=|l\.facebook\.com\/l\.php\?(?:.*&)?u=|zalo\.me\/[^?]*\?(?:.*&)?url=)([^&]+)/i.exec(href)?.[1]
  let address = href
  if (wrapped) {
    try {
      address = decodeURIComponent(wrapped)
    } catch {
      // Badly wrapped: the address stays as it was given, and is judged at submission.
    }
  }
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(address) ? address : null
}

/** Remarks, what tracked changes took out, and marks of a list that the list itself will draw. */
export const isRemark = (element: Element): boolean =>
  hasClass(element, /\bmsocom|\bMsoComment/i) || /mso-(?:element\s*:\s*comment|comment-)/.test(styleOf(element))
export const isDeleted = (element: Element): boolean => element.tag === 'del' || hasClass(element, /\bmsoDel\b/i)
export const isListMark = (element: Element): boolean => /mso-list\s*:\s*ignore/.test(styleOf(element))
