/** What in a part its reviewer would not see, or what would run; and where the part leads. */
import { EMBEDDED, FORMULAS, HIDDEN, isFetchingField, isReachingFormula, linkOfField, linksOfFormula, LONGEST_CODE, TRACES, TRACKED } from '../../policy/gate/officeContent.ts' // prettier-ignore
import { bare, Refusal, rewriteXml, type Attributes } from './officeXml.ts'

const value = (attributes: Attributes, name: string): string | undefined => Object.entries(attributes).find(([key]) => bare(key) === name)?.[1]
const isOn = (text: string | undefined): boolean => text !== undefined && !/^(?:0|false|off|none)$/i.test(text)

/** Fields of Word: code that may be cut into runs, and fields inside fields. */
function fields(links: string[]) {
  const codes: string[] = []
  const judge = (code: string): void => {
    if (isFetchingField(code)) throw new Refusal('field')
    const link = linkOfField(code)
    if (link !== null) links.push(link)
  }
  return {
    judge,
    mark: (type: string | undefined): void => {
      if (type === 'begin') codes.push('')
      else {
        judge(codes.at(-1) ?? '')
        if (type === 'end') codes.pop()
      }
    },
    say: (words: string): void => {
      if (codes.length === 0) codes.push('')
      codes[codes.length - 1] += words
      if (codes.at(-1)!.length > LONGEST_CODE || codes.length > 50) throw new Refusal('field')
    },
    end: (): void => codes.forEach(judge),
  }
}

/** Columns and rows of a sheet that nobody sees, and what stands in them all the same. */
function unseen() {
  const columns: [number, number][] = []
  let [row, at] = [false, 0]
  const number = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return (tag: string, attributes: Attributes): void => {
    if (tag === 'col' && (isOn(attributes.hidden) || attributes.width === '0')) columns.push([Number(attributes.min), Number(attributes.max)])
    if (tag === 'row') row = isOn(attributes.hidden) || attributes.ht === '0'
    if (tag === 'c') at = number(/^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0] ?? '')
    if ((tag === 'v' || tag === 'is' || tag === 'f') && at > 0 && (row || columns.some(([from, to]) => at >= from && at <= to))) throw new Refusal('hidden')
    if (tag === 'sheetData') at = 0
  }
}

function mustBeOpen(name: string, tag: string, attributes: Attributes): void {
  if (TRACKED.includes(tag) || value(attributes, 'author') !== undefined) throw new Refusal('tracked')
  if (EMBEDDED.includes(tag.toLowerCase())) throw new Refusal('embedded')
  // A number of a list that is not shown hides no words.
  if (HIDDEN.includes(tag) && name !== 'word/numbering.xml' && isOn(attributes['w:val'] ?? 'true')) throw new Refusal('hidden')
  if (tag === 'sheet' && /^(?:very)?hidden$/i.test(attributes.state ?? '')) throw new Refusal('hidden')
}

/** Addresses that stand in attributes: of shapes drawn the old way. */
function leads(attributes: Attributes, links: string[]): void {
  for (const [key, said] of Object.entries(attributes)) {
    if (bare(key) === 'href' && said !== '' && !said.startsWith('#')) links.push(said)
    if (bare(key) === 'src' && said !== '') throw new Refusal('external')
  }
}

/** The part as it is written anew; `dropped`: relations of it that lead nowhere any more. */
export function cleanPart(name: string, bytes: Buffer, dropped: ReadonlySet<string>, links: string[]): Buffer {
  const field = fields(links)
  const cell = unseen()
  let inside = ''
  let formula = ''
  const written = rewriteXml(bytes, {
    open: (tag, attributes) => {
      if (TRACES.includes(tag)) return false
      if (inside !== '') throw new Refusal('unknown')
      mustBeOpen(name, tag, attributes)
      leads(attributes, links)
      cell(tag, attributes)
      if (tag === 'fldChar') field.mark(value(attributes, 'fldCharType'))
      if (tag === 'fldSimple') for (const [key, code] of Object.entries(attributes)) if (bare(key) === 'instr') field.judge(code)
      if (tag === 'instrText' || FORMULAS.includes(tag)) [inside, formula] = [tag, '']
      for (const [key, id] of Object.entries(attributes))
        if (key.includes(':') && /^(?:id|embed|link|pict)$/.test(bare(key)) && dropped.has(id)) delete attributes[key]
      return true
    },
    text: (words) => {
      if (inside === 'instrText') field.say(words)
      else if (inside !== '') formula += words
    },
    close: (tag) => {
      if (tag !== inside) return
      inside = ''
      if (tag === 'instrText') return
      const found = isReachingFormula(formula) ? null : linksOfFormula(formula)
      if (found === null) throw new Refusal('formula')
      links.push(...found)
    },
  })
  field.end()
  return written
}
