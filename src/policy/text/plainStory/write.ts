/** The editor's tree as plain text with small marks. Says nothing of what it cannot say: `isPlain` (plain.ts) asks whether that matters. */
import { idOf } from '../../ids.ts'
import { childrenOf, type EditorNode, type TextNode } from '../paste/nodes.ts'
import { piecesOf } from './grammar.ts'

const BOLD = 1
/** `pictures`: ids in the order in which the text numbers them. */
export type WrittenStory = { text: string; pictures: number[] }

const isBareAddress = (url: string, words: string): boolean => {
  const [one, ...more] = piecesOf(words)
  return url === words && more.length === 0 && one?.kind === 'link' && one.url === url
}

function inlineOf(node: EditorNode): string {
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'text') {
    const { text, format } = node as TextNode
    return ((Number(format) || 0) & BOLD) === BOLD && text !== '' ? `**${text}**` : text
  }
  const words = childrenOf(node)
    .map((child) => (child.type === 'text' ? String(child.text) : inlineOf(child)))
    .join('')
  const url = (node.fields as { url?: unknown } | undefined)?.url
  if ((node.type === 'link' || node.type === 'autolink') && typeof url === 'string') return isBareAddress(url, words) ? url : `[${words}](${url})`
  return words
}

const wordsOf = (node: EditorNode): string => childrenOf(node).map(inlineOf).join('')

function itemsOf(node: EditorNode): string {
  const ordered = node.listType === 'number'
  const start = Number(node.start) || 1
  return childrenOf(node)
    .map((item, i) => `${ordered ? `${start + i}.` : '-'} ${wordsOf(item)}`)
    .join('\n')
}

export function writeStory(content: unknown): WrittenStory {
  const root = (content as { root?: EditorNode } | null | undefined)?.root
  const pictures: number[] = []
  const numberOf = (id: number): number => {
    if (!pictures.includes(id)) pictures.push(id)
    return pictures.indexOf(id) + 1
  }
  const blockOf = (node: EditorNode): string => {
    if (node.type === 'horizontalrule') return '---'
    if (node.type === 'upload') return `[ảnh ${numberOf(idOf(node.value))}]`
    if (node.type === 'list') return itemsOf(node)
    if (node.type === 'heading') return `${'#'.repeat(Number(String(node.tag).slice(1)) || 2)} ${wordsOf(node)}`
    if (node.type === 'quote')
      return wordsOf(node)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    return wordsOf(node)
  }
  const blocks = (root ? childrenOf(root) : []).map(blockOf).filter((block) => block.trim() !== '')
  return { text: blocks.join('\n\n'), pictures }
}
