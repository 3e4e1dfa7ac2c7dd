/** Rule: what is read aloud is the approved edition and nothing else; the fingerprint on the sheet says which. */
import type { Json } from '../gate/fingerprint.ts'
import { forTheEar, readingSeconds } from './speech.ts'

export type KichBan = { doan: string[]; giay: number; danhVan: string[] }

type Node = { [key: string]: Json }
const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && !Array.isArray(value)

const inline = (node: Node): string => {
  if (node.type === 'text') return String(node.text ?? '')
  if (node.type === 'linebreak' || node.type === 'tab') return ' '
  return Array.isArray(node.children) ? node.children.filter(isNode).map(inline).join('') : ''
}
const isInline = (node: Node): boolean => ['text', 'link', 'linebreak', 'tab'].includes(String(node.type))

/** Paragraphs, headings and items one by one; pictures are not heard. */
function lines(nodes: Json): string[] {
  if (!Array.isArray(nodes)) return []
  return nodes.filter(isNode).flatMap((node) => {
    const children = Array.isArray(node.children) ? node.children.filter(isNode) : []
    const own = children.filter(isInline).map(inline).join('').trim()
    return [...(own === '' ? [] : [own]), ...lines(children.filter((child) => !isInline(child)))]
  })
}

const ended = (line: string): string => (/[.!?:;…]$/u.test(line) ? line : `${line}.`)

export type Story = { tieuDe: string; tomTat?: string; noiDung: Json; donVi?: string; nguonTin?: string; butDanh?: string }

/** `truong`: the institution's name; `chuyenMuc`: the programme it is read in. */
export function kichBan(story: Story, truong: string, chuyenMuc: string): KichBan {
  const by = story.butDanh ?? story.donVi
  const written = [
    `Kính thưa quý thầy cô và các bạn. Đây là chương trình phát thanh của ${truong}, chuyên mục ${chuyenMuc}.`,
    story.tieuDe,
    ...(story.tomTat ? [story.tomTat] : []),
    ...lines(story.noiDung),
    `Bài của ${by ?? truong}${story.nguonTin ? `, theo ${story.nguonTin}` : ''}. Bài đã được duyệt và đăng trên trang thông tin điện tử của ${truong}. Xin cảm ơn quý thầy cô và các bạn đã lắng nghe.`,
  ]
  const said = written.map((line) => forTheEar(ended(line)))
  const doan = said.map(({ text }) => text).filter((text) => text !== '')
  return { doan, giay: readingSeconds(doan.join(' ')), danhVan: [...new Set(said.flatMap(({ unknown }) => unknown))] }
}
