/** HTML that escapes by default: only what this tag made is inserted as it is. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!)

export type Part = Html | string | number | null | undefined | false | readonly Part[]

function render(part: Part): string {
  if (part instanceof Html) return part.text
  if (part === null || part === undefined || part === false) return ''
  return Array.isArray(part) ? part.map(render).join('') : escape(String(part))
}

export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => new Html(strings.reduce((text, s, i) => text + render(parts[i - 1]) + s))
