/**
 * A Word or Excel file as it is handed out: read whole, refused by what in it would run, fetch or hide, and written anew from what
 * was read – without its author, its printers and the parts that nothing leads to. Pictures in it are drawn anew like all others.
 */
import sharp from 'sharp'
import { PIXEL_LIMIT } from '../../policy/gate/pictureLimits.ts'
import { fateOf } from '../../policy/gate/officeContent.ts'
import { safeLink } from '../../policy/text/links.ts'
import type { Jobs } from './jobs.ts'
import { cleanPart } from './officeParts.ts'
import { reach } from './officeRelations.ts'
import { inAttribute, Refusal, rewriteXml } from './officeXml.ts'
import { BadZip, unzipped, zipped } from './zip.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const MAIN = ['word/document.xml', 'xl/workbook.xml']

class BadLink extends Error {}

/** The main part first, so that the head of the file says which office it is from. */
function cleanTypes(bytes: Buffer, kept: ReadonlySet<string>, main: string): Buffer {
  const rows: [number, string][] = []
  rewriteXml(bytes, {
    open: (tag, { Extension, PartName, ContentType = '' }) => {
      if (/macroEnabled|vbaProject|activeX/i.test(ContentType)) throw new Refusal('macro')
      if (tag === 'Default') rows.push([1, `<Default Extension="${inAttribute(Extension ?? '')}" ContentType="${inAttribute(ContentType)}"/>`])
      if (tag === 'Override' && PartName !== undefined && kept.has(PartName.slice(1)))
        rows.push([PartName.slice(1) === main ? 0 : 2, `<Override PartName="${inAttribute(PartName)}" ContentType="${inAttribute(ContentType)}"/>`])
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
  const types = files.get(CONTENT_TYPES)
  const kept = mayStay(files)
  const { main, parts, relations, links } = reach(files, kept)
  if (types === undefined || !MAIN.includes(main) || MAIN.every((name) => files.has(name))) throw new Refusal('unknown')
  const written: [string, Buffer][] = [[CONTENT_TYPES, cleanTypes(types, new Set(parts.keys()), main)], ...relations]
  for (const [name, dropped] of parts) {
    const isPicture = /\.(?:jpe?g|png|gif)$/i.test(name)
    written.push([name, isPicture ? await cleanImage(name, files.get(name)!) : cleanPart(name, files.get(name)!, dropped, links)])
  }
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
