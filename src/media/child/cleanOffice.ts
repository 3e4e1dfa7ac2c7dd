/**
 * A Word or Excel file as it is handed out: read whole, refused by what in it would run, fetch or hide, and written anew from what
 * was read – without its author, its printers and the parts that nothing leads to. Pictures in it are drawn anew like all others.
 */
import sharp from 'sharp'
import { PIXEL_LIMIT } from '../../policy/gate/pictureLimits.ts'
import { fateOf, OFFICE_LIMITS } from '../../policy/gate/officeContent.ts'
import { IMAGE, kindOf, OFFICES, type Main } from '../../policy/gate/officeRelations.ts'
import { safeLink } from '../../policy/text/links.ts'
import type { Jobs } from './jobs.ts'
import { cleanPart } from './officeParts.ts'
import { reach, type Part } from './officeRelations.ts'
import { inAttribute, Refusal, rewriteXml, TooMuch } from './officeXml.ts'
import { BadZip, unzipped, zipped } from './zip.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const PICTURES = [['jpeg', 'image/jpeg'], ['jpg', 'image/jpeg'], ['png', 'image/png'], ['gif', 'image/gif']] // prettier-ignore

class BadLink extends Error {}

/** What a part is called is what it was judged as. The main part first, so that the head of the file says which office it is from. */
function cleanTypes(parts: ReadonlyMap<string, Part>, main: Main): Buffer {
  const rows: [number, string][] = []
  for (const [ending, type] of [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...PICTURES,
    ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
  ])
    // prettier-ignore
    rows.push([1, `<Default Extension="${ending}" ContentType="${type}"/>`])
  for (const [name, { kind }] of parts) {
    const type = kindOf(main, kind)?.type
    if (type) rows.push([name === main ? 0 : 2, `<Override PartName="/${inAttribute(name)}" ContentType="${type}"/>`])
  }
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

/** What the file says of itself as a whole; throws where it may run. */
function mustNotRun(types: Buffer | undefined): void {
  if (types === undefined) throw new Refusal('unknown')
  rewriteXml(types, {
    open: (_tag, { ContentType = '' }) => {
      if (/macro|vbaProject|activeX/i.test(ContentType)) throw new Refusal('macro')
    },
  })
}

/** Parts that may stay; throws where one may not even be there. */
function mayStay(files: ReadonlyMap<string, Buffer>): Set<string> {
  const kept = new Set<string>()
  for (const name of files.keys()) {
    const fate = fateOf(name)
    if (fate !== 'giu' && fate !== 'bo' && !name.endsWith('/')) throw new Refusal(fate)
    if (fate === 'giu') kept.add(name)
  }
  return kept
}

async function clean(bytes: Buffer): Promise<Jobs['cleanOffice']['answer']> {
  const files = unzipped(bytes)
  const kept = mayStay(files)
  mustNotRun(files.get(CONTENT_TYPES))
  const { main, parts, relations, links } = reach(files, kept)
  if (Object.keys(OFFICES).every((name) => files.has(name))) throw new Refusal('unknown')
  const written: [string, Buffer][] = [[CONTENT_TYPES, cleanTypes(parts, main)], ...relations]
  const left = { elements: OFFICE_LIMITS.elements }
  for (const [name, part] of parts)
    written.push([name, part.kind === IMAGE ? await cleanImage(name, files.get(name)!) : cleanPart(files.get(name)!, { part, root: kindOf(main, part.kind)!.root, links, left })]) // prettier-ignore
  const lienKet = [...new Set(links)].toSorted()
  const bad = lienKet.find((url) => safeLink(url) === null)
  if (bad !== undefined) throw new BadLink(bad)
  return { bytes: zipped(written), lienKet }
}

export const cleanOffice = (bytes: Buffer): Promise<Jobs['cleanOffice']['answer']> =>
  clean(bytes).catch((error: unknown) => {
    if (error instanceof Refusal) return { fault: error.fault, ...(error.cho === null ? {} : { cho: error.cho.slice(0, 100) }) }
    if (error instanceof BadLink) return { badLink: error.message }
    // Whatever else is wrong with a stranger's file, nobody has read it to its end.
    return { refused: (error instanceof BadZip || error instanceof TooMuch) && error.message === 'too large' ? 'OFFICE_TOO_LARGE' : 'OFFICE_UNREADABLE' }
  })
