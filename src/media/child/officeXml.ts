/**
 * XML of an office file, read by one reader and written anew from what it read: whoever opens the file sees what was judged, and
 * nothing that another reader would have seen in the same bytes. Comments and instructions of the file are not written.
 */
import { Parser } from 'htmlparser2'
import type { OfficeFault } from '../../policy/gate/officeContent.ts'

export class Refusal extends Error {
  readonly fault: OfficeFault
  /** Where in the file, in the words of whoever made it; null where no word tells. */
  readonly cho: string | null
  constructor(fault: OfficeFault, cho: string | null = null) {
    super(fault)
    this.fault = fault
    this.cho = cho
  }
}

export type Attributes = Record<string, string>
/** `open` answers whether the element and all in it stays; it may change the attributes. */
/** `left`: so many more elements and texts may be read. */
export type Judge = {
  left?: { elements: number }
  open?: (tag: string, attributes: Attributes) => boolean | void
  text?: (words: string) => void
  close?: (tag: string) => void
}

/** Names without their prefix: a file may call its spaces anything. */
export const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

const UTF8 = new TextDecoder('utf-8', { fatal: true })
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/
const DEEPEST = 300

/** The text of a part; throws where it is in letters nobody writes them in. */
function textOf(bytes: Buffer): string {
  let text: string
  try {
    text = UTF8.decode(bytes)
  } catch {
    throw new Refusal('unknown')
  }
  if (!text.startsWith('<') || text.includes('\u0000')) throw new Refusal('unknown')
  return text
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' }
/** What XML has no letter for is left out. */
const legal = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
const inText = (text: string): string => legal(text).replace(/[&<>]/g, (sign) => ESCAPES[sign]!)
export const inAttribute = (text: string): string => legal(text).replace(/[&<>"\n\r\t]/g, (sign) => ESCAPES[sign]!)

export class TooMuch extends Error {}

export function rewriteXml(bytes: Buffer, { left: room, open, text: said, close }: Judge): Buffer {
  const count = (): void => {
    if (room && (room.elements -= 1) < 0) throw new TooMuch('too large')
  }
  const text = textOf(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('doctype')
  const written: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const stack: string[] = []
  /** How deep the element that is left out stands; 0 where none is. */
  let left = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        count()
        if (!NAME.test(name) || stack.length >= DEEPEST) throw new Refusal('unknown')
        stack.push(name)
        const own = { ...attributes }
        if (left === 0 && open?.(bare(name), own) === false) left = stack.length
        if (left === 0) {
          const said = Object.entries(own).map(([key, value]) => {
            if (!NAME.test(key)) throw new Refusal('unknown')
            return ` ${key}="${inAttribute(value)}"`
          })
          written.push(`<${name}${said.join('')}>`)
        }
      },
      ontext: (words) => {
        count()
        if (left > 0 || stack.length === 0) return
        said?.(words)
        written.push(inText(words))
      },
      onclosetag: (name) => {
        if (left === 0) {
          close?.(bare(name))
          written.push(`</${name}>`)
        }
        if (left === stack.length) left = 0
        stack.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
  return Buffer.from(written.join(''))
}
