/**
 * A Word or Excel file as it is handed out: read whole, refused by what in it would run, fetch or hide, and written anew from what
 * was read – without its author, its printers and what nothing refers to. Pictures in it are drawn anew like all others.
 */
import sharp from 'sharp'
import { PIXEL_LIMIT } from '../../policy/gate/pictureLimits.ts'
import { fateOf } from '../../policy/gate/officeContent.ts'
import { safeLink } from '../../policy/text/links.ts'
import type { Jobs } from './jobs.ts'
import { readPart, Refusal, walkXml, xmlOf } from './officeParts.ts'
import { BadZip, unzipped, zipped } from './zip.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const MAIN = ['word/document.xml', 'xl/workbook.xml']

class BadLink extends Error {}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Whose folder a list of relations speaks of: `word/_rels/document.xml.rels` of `word/`. */
const folderOf = (rels: string): string => rels.replace(/_rels\/[^/]*$/, '')

function targetOf(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

type Relation = Record<string, string>

/** Those that lead to what is kept; outside leads a link alone, and a template is no part of what is read. */
function cleanRelations(name: string, text: string, kept: ReadonlySet<string>, links: string[]): Buffer {
  const relations: Relation[] = []
  walkXml(text, { open: (tag, attributes) => tag === 'Relationship' && relations.push(attributes) })
  const left = relations.filter(({ Type = '', Target = '', TargetMode = '' }) => {
    if (TargetMode !== 'External') return kept.has(targetOf(folderOf(name), Target.split('#')[0]!))
    if (/\/(?:attachedTemplate|mailMergeSource|mailMergeHeaderSource)$/.test(Type)) return false
    if (!Type.endsWith('/hyperlink')) throw new Refusal('external')
    links.push(Target)
    return true
  })
  const rows = left.map(
    (one) =>
      `<Relationship ${['Id', 'Type', 'Target', 'TargetMode'].flatMap((key) => (one[key] === undefined ? [] : [`${key}="${escaped(one[key])}"`])).join(' ')}/>`,
  )
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`,
  )
}

/** The main part first, so that the head of the file says which office it is from. */
function cleanTypes(text: string, kept: ReadonlySet<string>, main: string): Buffer {
  const rows: [number, string][] = []
  walkXml(text, {
    open: (tag, { Extension, PartName, ContentType = '' }) => {
      if (/macroEnabled|vbaProject|activeX/i.test(ContentType)) throw new Refusal('macro')
      if (tag === 'Default') rows.push([1, `<Default Extension="${escaped(Extension ?? '')}" ContentType="${escaped(ContentType)}"/>`])
      if (tag === 'Override' && PartName !== undefined && kept.has(PartName.slice(1)))
        rows.push([PartName.slice(1) === main ? 0 : 2, `<Override PartName="${escaped(PartName)}" ContentType="${escaped(ContentType)}"/>`])
    },
  })
  if (!rows.some(([order]) => order === 0)) throw new Refusal('unknown')
  rows.sort(([a], [b]) => a - b)
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.map(([, row]) => row).join('')}</Types>`,
  )
}

async function cleanImage(name: string, bytes: Buffer): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' })
  const { format } = await image.metadata()
  // SVG under another name would be drawn by whoever opens it.
  if (!['jpeg', 'png', 'gif', 'webp'].includes(format ?? '')) throw new Refusal('picture')
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return await (ending === 'png' ? image.png() : ending === 'gif' ? image.gif() : image.jpeg({ quality: 86 })).toBuffer()
}

/** Where it was made, on whose machine, from which template. */
const withoutTraces = (text: string): string =>
  text.replace(/<(\w+:)?(attachedTemplate|mailMerge|absPath|fileSharing|rsids)\b[^>]*?\/>/g, '').replace(/<(\w+:)?(mailMerge|rsids)\b[\s\S]*?<\/\1?\2>/g, '')

async function cleanPart(name: string, bytes: Buffer, kept: ReadonlySet<string>, links: string[]): Promise<Buffer> {
  if (/\.(?:jpe?g|png|gif)$/i.test(name)) return cleanImage(name, bytes)
  if (name.endsWith('.odttf')) return bytes
  const text = xmlOf(bytes)
  if (name.endsWith('.rels')) return cleanRelations(name, text, kept, links)
  links.push(...readPart(name, text))
  return Buffer.from(withoutTraces(text))
}

async function clean(bytes: Buffer): Promise<Jobs['cleanOffice']['answer']> {
  const parts = unzipped(bytes)
  const main = MAIN.find((name) => parts.has(name))
  const types = parts.get(CONTENT_TYPES)
  if (main === undefined || types === undefined || MAIN.every((name) => parts.has(name))) throw new Refusal('unknown')
  const kept = new Set<string>()
  for (const name of parts.keys()) {
    const fate = fateOf(name)
    if (fate !== 'giu' && fate !== 'bo' && !name.endsWith('/')) throw new Refusal(fate)
    if (fate === 'giu') kept.add(name)
  }
  const links: string[] = []
  const written: [string, Buffer][] = [[CONTENT_TYPES, cleanTypes(xmlOf(types), kept, main)]]
  for (const name of kept) if (name !== CONTENT_TYPES) written.push([name, await cleanPart(name, parts.get(name)!, kept, links)])
  const lienKet = [...new Set(links)].toSorted()
  const bad = lienKet.find((url) => safeLink(url) === null)
  if (bad !== undefined) throw new BadLink(bad)
  return { bytes: zipped(written), lienKet }
}

export const cleanOffice = (bytes: Buffer): Promise<Jobs['cleanOffice']['answer']> =>
  clean(bytes).catch((error: unknown) => {
    if (error instanceof Refusal) return { fault: error.fault }
    if (error instanceof BadLink) return { badLink: error.message }
    // Whatever else is wrong with a stranger's file, nobody has read it to its end.
    return { refused: error instanceof BadZip && error.message === 'too large' ? 'OFFICE_TOO_LARGE' : 'OFFICE_UNREADABLE' }
  })
