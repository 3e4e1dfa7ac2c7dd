/** What in a part its reviewer would not see, or what would run; and where the part leads. */
import { EMBEDDED, FORMULAS, HIDDEN, isFetchingField, LONGEST_CODE, SEEN, TRACES, TRACKED } from '../../policy/gate/officeContent.ts'
import { isReachingFormula, linkOfField, linksOfFormula, mayHoldField } from '../../policy/gate/officeFormula.ts'
import type { Part } from './officeRelations.ts'
import { bare, Refusal, rewriteXml, type Attributes } from './officeXml.ts'

const value = (attributes: Attributes, name: string): string | undefined => Object.entries(attributes).find(([key]) => bare(key) === name)?.[1]
const isOn = (text: string | undefined): boolean => text !== undefined && !/^(?:0|false|off|none)$/i.test(text)

/** Fields of Word: code that may be cut into runs, and fields inside fields. */
function fields(links: string[]) {
  /** Of each field that is open: its words, and whether what it shows has begun. */
  const codes: string[] = []
  const shows: boolean[] = []
  const judge = (code: string): void => {
    if (isFetchingField(code)) throw new Refusal('field')
    const link = linkOfField(code)
    if (link !== null) links.push(link)
  }
  return {
    judge,
    mark: (type: string | undefined): void => {
      if (type === 'begin') {
        // Words a field puts together are words nobody read.
        if (codes.length > 0 && !shows.at(-1) && !mayHoldField(codes.at(-1)!)) throw new Refusal('field')
        codes.push('')
        shows.push(false)
      } else {
        judge(codes.at(-1) ?? '')
        if (type === 'end') codes.pop()
        if (type === 'end') shows.pop()
        else if (shows.length > 0) shows[shows.length - 1] = true
      }
    },
    say: (words: string): void => {
      if (codes.length === 0) {
        codes.push('')
        shows.push(false)
      }
      codes[codes.length - 1] += words
      if (codes.at(-1)!.length > LONGEST_CODE || codes.length > 50) throw new Refusal('field')
    },
    end: (): void => codes.forEach(judge),
  }
}

const MOST_COLUMNS = 16_384

/** 28 is AB. */
const letters = (n: number): string => (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26))

/** Columns and rows of a sheet that nobody sees, and what stands in them all the same. */
function unseen() {
  const hidden = new Uint8Array(MOST_COLUMNS + 1)
  let [row, at, columns, line] = [false, 0, 0, 0]
  const number = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  /** Less than `least`, where it is said at all. */
  const tooSmall = (said: string | undefined, least: number): boolean => said !== undefined && !(Number(said) >= least)
  const open = (tag: string, attributes: Attributes): void => {
    if (
      tag === 'sheetFormatPr' &&
      (isOn(attributes.zeroHeight) || tooSmall(attributes.defaultRowHeight, SEEN.height) || tooSmall(attributes.defaultColWidth, SEEN.width))
    )
      throw new Refusal('hidden', 'cỡ hàng, cột chung của trang tính')
    if (tag === 'col' && (isOn(attributes.hidden) || tooSmall(attributes.width, SEEN.width))) {
      columns += 1
      const [from, to] = [Number(attributes.min), Math.min(Number(attributes.max), MOST_COLUMNS)]
      if (columns > MOST_COLUMNS || !(from >= 1 && to >= from)) throw new Refusal('unknown')
      hidden.fill(1, from, to + 1)
    }
    if (tag === 'row')
      [row, at, line] = [
        isOn(attributes.hidden) || tooSmall(attributes.ht, SEEN.height),
        0,
        /^\d{1,7}$/.test(attributes.r ?? '') ? Number(attributes.r) : line + 1,
      ]
    if (tag === 'c') {
      // A cell that does not say where it stands stands beside the one before.
      const said = attributes.r === undefined ? null : /^([A-Z]{1,3})\d{1,7}$/.exec(attributes.r)
      if (attributes.r !== undefined && !said) throw new Refusal('unknown')
      at = said ? number(said[1]!) : at + 1
    }
    if ((tag === 'v' || tag === 'is' || tag === 'f') && at > 0 && (row || hidden[Math.min(at, MOST_COLUMNS)]))
      throw new Refusal('hidden', row ? `hàng ${line}` : `cột ${letters(at)}`)
  }
  return {
    open,
    /** What stands behind the cells stands in none of them. */
    close: (): void => {
      hidden.fill(0)
      row = false
      at = 0
    },
  }
}

/** By its one attribute; the element is not written then, for another reader may see it otherwise. */
const isSwitchedOff = (attributes: Attributes): boolean => Object.keys(attributes).length === 1 && !isOn(attributes['w:val'] ?? 'true')

function mustBeOpen(isList: boolean, tag: string, attributes: Attributes): void {
  if (TRACKED.includes(tag) || value(attributes, 'author') !== undefined) throw new Refusal('tracked')
  if (EMBEDDED.includes(tag.toLowerCase())) throw new Refusal('embedded')
  // A number of a list that is not shown hides no words.
  if (HIDDEN.includes(tag) && !isList && !isSwitchedOff(attributes)) throw new Refusal('hidden')
  if (tag === 'sheet' && (attributes.state ?? 'visible') !== 'visible') throw new Refusal('hidden', `trang tính “${attributes.name ?? ''}”`)
}

/** Addresses that stand in attributes: of shapes drawn the old way. */
function leads(attributes: Attributes, links: string[]): void {
  for (const [key, said] of Object.entries(attributes)) {
    if (bare(key) === 'href' && said !== '' && !said.startsWith('#')) links.push(said)
    if (bare(key) === 'src' && said !== '') throw new Refusal('external')
  }
}

/** What may lead out of the file. */
const LINKS = ['hyperlink', 'hlinkClick', 'hlinkHover', 'hlinkMouseOver']

/** `root`: what its first element may be; `left`: elements the whole file may still have. */
type About = { part: Part; root: readonly string[]; links: string[]; left: { elements: number } }

/** In the words of a document `f` is a fraction; everywhere else it is a formula. */
const WORDS = ['document', 'hdr', 'ftr', 'footnotes', 'endnotes', 'styles', 'numbering', 'fonts', 'settings', 'theme']

/** The part as it is written anew. What it is, is what it begins with and how it is reached; a name says nothing. */
export function cleanPart(bytes: Buffer, { part, root, links, left }: About): Buffer {
  const { dropped, outward, sheets } = part
  const listed = new Set<string>()
  let first = true
  const field = fields(links)
  const cell = unseen()
  const calculates = !root.every((one) => WORDS.includes(one))
  const isList = root.length === 1 && root[0] === 'numbering'
  let inside = ''
  let formula = ''
  const written = rewriteXml(bytes, {
    left,
    open: (tag, attributes) => {
      if (first && !root.includes(tag)) throw new Refusal('unknown')
      first = false
      if (HIDDEN.includes(tag) && !isList && isSwitchedOff(attributes)) return false
      if (TRACES.includes(tag)) return false
      // A list of choices on another sheet writes its formula inside.
      if (inside !== '' && !(tag === 'f' && /^formula[12]$/.test(inside))) throw new Refusal('unknown')
      if (inside !== '') return true
      mustBeOpen(isList, tag, attributes)
      leads(attributes, links)
      cell.open(tag, attributes)
      if (tag === 'fldChar') field.mark(value(attributes, 'fldCharType'))
      if (tag === 'fldSimple') for (const [key, code] of Object.entries(attributes)) if (bare(key) === 'instr') field.judge(code)
      if (tag === 'instrText' || (calculates && FORMULAS.includes(tag))) [inside, formula] = [tag, '']
      for (const [key, id] of Object.entries(attributes)) {
        if (key.includes(':') && outward.has(id) && !LINKS.includes(tag)) throw new Refusal('external')
        if (tag === 'sheet' && bare(key) === 'id') listed.add(id)
        if (key.includes(':') && /^(?:id|embed|link|pict)$/.test(bare(key)) && dropped.has(id)) delete attributes[key]
      }
      return true
    },
    text: (words) => {
      if (inside === 'instrText') field.say(words)
      else if (inside !== '') formula += words
    },
    close: (tag) => {
      if (tag === 'sheetData') cell.close()
      if (tag !== inside) return
      inside = ''
      if (tag === 'instrText') return
      const found = isReachingFormula(formula) ? null : linksOfFormula(formula)
      if (found === null) throw new Refusal('formula')
      links.push(...found)
    },
  })
  field.end()
  // A sheet nobody can turn to is one nobody saw.
  for (const id of sheets) if (!listed.has(id)) throw new Refusal('hidden')
  return written
}
