/** Pasted HTML as a plain tree. Conditional comments, declarations and what no reader sees are gone already. */
import { Parser } from 'htmlparser2'

export type Element = { tag: string; attrs: Record<string, string>; children: (Element | string)[] }

/** Deeper than any program nests what it copies; what lies below is read as if it lay here. */
const DEEPEST = 200

export function treeOf(html: string): Element {
  const root: Element = { tag: '#root', attrs: {}, children: [] }
  const open: Element[] = [root]
  let skipped = 0
  const parser = new Parser(
    {
      onopentag: (tag, attrs) => {
        if (open.length > DEEPEST) {
          skipped += 1
          return
        }
        const element: Element = { tag, attrs, children: [] }
        open.at(-1)!.children.push(element)
        open.push(element)
      },
      ontext: (text) => void open.at(-1)!.children.push(text),
      onclosetag: () => {
        if (skipped > 0) skipped -= 1
        else if (open.length > 1) open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  return root
}

export const styleOf = (element: Element): string => (element.attrs.style ?? '').toLowerCase()
export const hasClass = (element: Element, pattern: RegExp): boolean => pattern.test(element.attrs.class ?? '')

/** All the words inside, as they come. */
export function wordsIn(part: Element | string): string {
  if (typeof part === 'string') return part
  return part.tag === 'br' ? '\n' : part.children.map(wordsIn).join('')
}
