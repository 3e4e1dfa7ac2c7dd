/** Relations of an office file: which part leads to which, and out of the file. A part nothing leads to is not kept. */
import { LEFT_OUT } from '../../policy/gate/officeContent.ts'
import { faultOfRelation, IMAGE, isIdle, isMain, kindOf, type Main } from '../../policy/gate/officeRelations.ts'
import { inAttribute, Refusal, rewriteXml, type Attributes } from './officeXml.ts'

const ROOT = '_rels/.rels'

/** `word/_rels/document.xml.rels` of `word/document.xml`. */
const relationsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels')

function targetOf(part: string, target: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function rows(bytes: Buffer): Attributes[] {
  const found: Attributes[] = []
  rewriteXml(bytes, { open: (tag, attributes) => void (tag === 'Relationship' && found.push(attributes)) })
  return found
}

const written = (relations: readonly Attributes[]): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
      .map(
        (one) =>
          `<Relationship ${['Id', 'Type', 'Target', 'TargetMode'].flatMap((key) => (one[key] === undefined ? [] : [`${key}="${inAttribute(one[key])}"`])).join(' ')}/>`,
      )
      .join('')}</Relationships>`,
  )

export type Part = {
  /** The last word of the relation that leads to it. */
  kind: string
  /** Its relations that lead nowhere any more, and those that lead out of the file. */
  dropped: Set<string>
  outward: Set<string>
  /** Its relations to sheets, by their ids. */
  sheets: Set<string>
}
export type Reached = {
  /** The part the file begins with. */
  main: Main
  /** Parts that something leads to, in the order they are come to. */
  parts: Map<string, Part>
  relations: Map<string, Buffer>
  links: string[]
}

const SHEETS = ['worksheet', 'chartsheet']
const isPicture = (name: string): boolean => /\.(?:jpe?g|png|gif)$/i.test(name)

/** The part a file begins with; it says which office it is from. */
function mainOf(bytes: Buffer | undefined): Main {
  const found = bytes === undefined ? [] : rows(bytes).filter(({ Type = '', TargetMode }) => Type.endsWith('/officeDocument') && TargetMode !== 'External')
  const target = found.length === 1 ? targetOf('', found[0]!.Target ?? '') : ''
  if (!isMain(target)) throw new Refusal('unknown')
  return target
}

/** `kept`: parts that may stay by their names. */
export function reach(files: ReadonlyMap<string, Buffer>, kept: ReadonlySet<string>): Reached {
  const main = mainOf(files.get(ROOT))
  const [parts, relations, links] = [new Map<string, Part>(), new Map<string, Buffer>(), [] as string[]]
  const waiting = ['']
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const name = part === '' ? ROOT : relationsOf(part)
    const bytes = files.get(name)
    const known = parts.get(part) ?? { kind: '', dropped: new Set<string>(), outward: new Set<string>(), sheets: new Set<string>() }
    if (bytes === undefined) continue
    const stay = rows(bytes).filter((one) => {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = one
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      const leave = (): false => (known.dropped.add(Id), false)
      if (LEFT_OUT.test(Type)) return leave()
      if (TargetMode === 'External') {
        if (kind !== 'hyperlink') throw new Refusal('external')
        one.Target = Target.trim().replace(/ /g, '%20')
        links.push(one.Target)
        known.outward.add(Id)
        return true
      }
      // A place in the file itself.
      if (Target.startsWith('#')) return true
      const fault = faultOfRelation(kind)
      if (fault !== null) throw new Refusal(fault)
      const target = targetOf(part, Target.split('#')[0]!)
      if (!kept.has(target) || isIdle(kind)) return leave()
      // What would be left out without a word may be what the file says.
      if (kind === IMAGE ? !isPicture(target) : kindOf(main, kind) === null) throw new Refusal('unknown')
      const there = parts.get(target)
      // One part that is two things is neither.
      if (there && there.kind !== kind) throw new Refusal('unknown')
      if (SHEETS.includes(kind)) known.sheets.add(Id)
      if (!there) {
        parts.set(target, { kind, dropped: new Set(), outward: new Set(), sheets: new Set() })
        waiting.push(target)
      }
      return true
    })
    relations.set(name, written(stay))
  }
  return { main, parts, relations, links }
}
