/** Relations of an office file: which part leads to which, and out of the file. A part nothing leads to is not kept. */
import { LEFT_OUT } from '../../policy/gate/officeContent.ts'
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

export type Reached = {
  /** The part the file begins with. */
  main: string
  /** Parts that something leads to, in the order they are come to, each with relations that lead nowhere any more. */
  parts: Map<string, Set<string>>
  relations: Map<string, Buffer>
  links: string[]
}

/** `kept`: parts that may stay. */
export function reach(files: ReadonlyMap<string, Buffer>, kept: ReadonlySet<string>): Reached {
  const [parts, relations, links, main] = [new Map<string, Set<string>>(), new Map<string, Buffer>(), [] as string[], [] as string[]]
  const waiting = ['']
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const name = part === '' ? ROOT : relationsOf(part)
    const dropped = new Set<string>()
    if (part !== '') parts.set(part, dropped)
    const bytes = files.get(name)
    if (bytes === undefined) continue
    const stay = rows(bytes).filter((one) => {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = one
      const leave = (): false => (dropped.add(Id), false)
      if (LEFT_OUT.test(Type)) return leave()
      if (TargetMode === 'External') {
        if (!Type.endsWith('/hyperlink')) throw new Refusal('external')
        one.Target = Target.trim().replace(/ /g, '%20')
        links.push(one.Target)
        return true
      }
      // A place in the file itself.
      if (Target.startsWith('#')) return true
      const target = targetOf(part, Target.split('#')[0]!)
      if (!kept.has(target)) return leave()
      if (part === '' && Type.endsWith('/officeDocument')) main.push(target)
      if (!parts.has(target) && !waiting.includes(target)) waiting.push(target)
      return true
    })
    relations.set(name, written(stay))
  }
  if (main.length !== 1) throw new Refusal('unknown')
  return { main: main[0]!, parts, relations, links }
}
