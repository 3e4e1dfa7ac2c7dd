/** Old fonts in what is pasted: by the font the paste names, else by the words. Nothing is converted before the writer saw it. */
import { inUnicode, type OldFont } from '../oldFonts/convert.ts'
import { canBeOld, oldFontOf } from '../oldFonts/recognise.ts'
import { mended } from '../mend.ts'
import { symbolsOf } from './symbols.ts'
import { childrenOf, wordsOf, type EditorNode, type TextNode } from './nodes.ts'

export type Preview = { font: OldFont; truoc: string; sau: string }

const namedFont = (font: string): { font: OldFont; capitals: boolean } | null => {
  // Of a family of fonts the first is meant; one whose name ends in H draws small letters as capitals.
  const first = font.split(',')[0]!.replace(/["']/g, '').trim()
  if (/^\.vn[a-z]/.test(first)) return { font: 'TCVN3', capitals: first.endsWith('h') }
  return /["']?vni[- ]/.test(font) ? { font: 'VNI', capitals: false } : null
}

const HOLDS_TEXT = (node: EditorNode): boolean => childrenOf(node).some((child) => child.type === 'text' || child.type === 'link')

/** Blocks of words: what is judged together. */
function linesIn(nodes: readonly EditorNode[]): EditorNode[] {
  return nodes.flatMap((n) => (HOLDS_TEXT(n) ? [n] : linesIn(childrenOf(n))))
}

const isPlain = (text: string): boolean => /[a-z]/.test(text) && !/[^\u0000-\u007f]/.test(text)

function inFont(node: TextNode, line: OldFont | null): { font: OldFont; capitals: boolean } | null {
  const named = namedFont(node.font ?? '')
  if (named && (canBeOld(node.text) || (named.capitals && isPlain(node.text)))) return named
  return line && !named ? { font: line, capitals: false } : null
}

export function previewsOf(nodes: readonly EditorNode[]): Preview[] {
  return linesIn(nodes).flatMap((line): Preview[] => {
    const words = wordsOf([line])
    const recognised = oldFontOf(words)?.font ?? null
    const texts = (function all(list: readonly EditorNode[]): TextNode[] {
      return list.flatMap((n) => (n.type === 'text' ? [n as TextNode] : all(childrenOf(n))))
    })(childrenOf(line))
    const met = texts.map((t) => inFont(t, recognised)?.font).find(Boolean)
    if (!met) return []
    return [{ font: met, truoc: words, sau: wordsOf(finished([line], true)) }]
  })
}

/** Half a letter, or none, would keep the draft from being saved. */
const whole = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd').replaceAll('\u0000', '')

/** What the editor gets: converted where the writer said so, invisible characters mended, the names of fonts gone. */
export function finished(nodes: readonly EditorNode[], convert: boolean, line: OldFont | null = null): EditorNode[] {
  return nodes.map((node): EditorNode => {
    if (node.type === 'text') {
      const { font = '', ...rest } = node as TextNode
      const old = convert ? inFont(node as TextNode, line) : null
      const text = whole(symbolsOf(font, rest.text)).normalize('NFC')
      // The soft hyphen of an old font is a letter: what is not turned stays as it is.
      if (!old) return { ...rest, text: inFont(node as TextNode, line) && !convert ? text : mended(text) } as TextNode
      const ours = mended(inUnicode(rest.text, old.font))
      return { ...rest, text: old.capitals ? ours.toUpperCase() : ours } as TextNode
    }
    if (!Array.isArray(node.children)) return node
    const own = HOLDS_TEXT(node) ? (oldFontOf(wordsOf([node]))?.font ?? null) : line
    return { ...node, children: finished(childrenOf(node), convert, own) }
  })
}
