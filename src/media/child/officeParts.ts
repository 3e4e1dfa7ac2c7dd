/** Parts of a Word or Excel file, read as XML: what is in them that its reviewer would not see, and where they lead. */
import { Parser } from 'htmlparser2'
import { HIDDEN, isFetchingField, isReachingFormula, linksOfFormula, TRACKED, type OfficeFault } from '../../policy/gate/officeContent.ts'

export class Refusal extends Error {
  readonly fault: OfficeFault
  constructor(fault: OfficeFault) {
    super(fault)
    this.fault = fault
  }
}

type Walk = { open?: (name: string, attributes: Record<string, string>) => void; text?: (words: string) => void; close?: (name: string) => void }

/** Names without their prefix: a file may call its spaces anything. */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** The text of a part; throws where it is in letters nobody writes them in. */
export function xmlOf(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw new Refusal('unknown')
  }
}

export function walkXml(text: string, { open, text: words, close }: Walk): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('doctype')
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(bare(name), attributes),
      ontext: (part) => words?.(part),
      onclosetag: (name) => close?.(bare(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
}

/** Throws where the part hides or starts something; answers the addresses its formulas name. */
export function readPart(name: string, text: string): string[] {
  const links: string[] = []
  let code = ''
  let inside = ''
  walkXml(text, {
    open: (tag, attributes) => {
      if (name.startsWith('word/')) {
        if (TRACKED.includes(tag)) throw new Refusal('tracked')
        const off = Object.entries(attributes).some(([key, value]) => bare(key) === 'val' && /^(?:0|false|off)$/.test(value))
        if (HIDDEN.includes(tag) && !off && !/styles|numbering|settings|glossary/.test(name)) throw new Refusal('hidden')
        if (tag === 'altChunk') throw new Refusal('embedded')
        if (tag === 'fldSimple' && isFetchingField(Object.entries(attributes).find(([key]) => bare(key) === 'instr')?.[1] ?? '')) throw new Refusal('field')
      } else if (tag === 'sheet' && /^(?:very)?hidden$/i.test(attributes.state ?? '')) throw new Refusal('hidden')
      if (tag === 'oleObject' || tag === 'control') throw new Refusal('embedded')
      if (tag === 'instrText' || tag === 'f') inside = tag
      if (tag === 'fldChar' || tag === 'p') code = ''
    },
    text: (words) => {
      if (inside === '') return
      // Word cuts the code of a field as it likes.
      code += words
    },
    close: (tag) => {
      if (tag !== inside) return
      inside = ''
      if (tag === 'instrText') {
        if (isFetchingField(code)) throw new Refusal('field')
        return
      }
      if (isReachingFormula(code)) throw new Refusal('formula')
      const found = linksOfFormula(code)
      if (found === null) throw new Refusal('formula')
      links.push(...found)
      code = ''
    },
  })
  return links
}
