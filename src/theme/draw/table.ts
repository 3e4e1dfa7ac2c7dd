/**
 * A frozen table. On a wide screen it is a table that scrolls by itself and can be reached by the keyboard; on a phone, where
 * its columns have names, each row is a block with the name of its column before every value.
 */
import { plainText } from '../../policy/text/richText.ts'
import { html, type Html, type Part } from './html.ts'

type Node = { [key: string]: unknown }
type Inner = (node: Node) => Part

const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? (node.children as Node[]) : [])
const headsColumns = (row: Node | undefined): boolean => row !== undefined && childrenOf(row).every((cell) => cell.dau === 'cot')
const words = (node: Node): string => plainText(node).replace(/\s+/g, ' ').trim()

function cellOf(cell: Node, name: string, inner: Inner): Html {
  if (cell.dau === 'cot') return html`<th scope="col">${inner(cell)}</th>`
  if (cell.dau === 'hang') return html`<th scope="row">${inner(cell)}</th>`
  return name === '' ? html`<td>${inner(cell)}</td>` : html`<td data-nhan="${name}">${inner(cell)}</td>`
}

const rowOf = (row: Node, names: readonly string[], inner: Inner): Html =>
  html`<tr>${childrenOf(row).map((cell, x) => cellOf(cell, names[x] ?? '', inner))}</tr>`

/** `framed`: false where no style sheet goes along, as in feeds. */
export function tableHtml(table: Node, inner: Inner, framed: boolean): Html {
  const parts = childrenOf(table)
  const caption = parts.find((part) => part.type === 'caption')
  const rows = parts.filter((part) => part.type === 'row')
  const named = headsColumns(rows[0]) && rows.length > 1
  const names = named && framed ? childrenOf(rows[0]!).map(words) : []
  const head = named && html`<thead>${rowOf(rows[0]!, [], inner)}</thead>`
  const body = html`<tbody>${rows.slice(named ? 1 : 0).map((row) => rowOf(row, names, inner))}</tbody>`
  const inside = html`${caption && html`<caption>${inner(caption)}</caption>`}${head}${body}`
  if (!framed) return html`<table>${inside}</table>`
  const label = caption ? words(caption) : `Bảng: ${words(rows[0]!).slice(0, 80)}`
  return html`<div class="bang" role="group" tabindex="0" aria-label="${label}"><table${named && html` class="khoi"`}>${inside}</table></div>`
}
