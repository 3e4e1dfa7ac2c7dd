/** Every word a frozen document holds, as it is read: what stands inside one paragraph is one line, wherever its links and marks are. */
type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && !Array.isArray(value)
const INLINE = ['text', 'link', 'autolink', 'linebreak', 'tab']
/** No words of anybody's. */
const SIGNS = ['type', 'tag', 'href', 'url', 'sha256', 'kieu', 'mauNen', 'boSuuTap']

export function allWords(value: unknown): string {
  if (typeof value === 'string') return `${value} `
  if (Array.isArray(value)) return value.map(allWords).join('')
  if (!isNode(value)) return ''
  if (value.type === 'text') return String(value.text ?? '')
  if (value.type === 'linebreak' || value.type === 'tab') return ' '
  const words = Object.entries(value).map(([name, part]) => (SIGNS.includes(name) ? '' : allWords(part)))
  return typeof value.type === 'string' && INLINE.includes(value.type) ? words.join('') : `${words.join('')} `
}
