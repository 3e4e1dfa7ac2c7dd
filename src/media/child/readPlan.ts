/** A plan out of a Word file, new or old, or out of what was pasted. */
import { BadZip, unzipped } from './zip.ts'
import { drawnInDocx } from './docxTables.ts'
import { drawnInDoc } from './doc97.ts'
import { drawnInHtml } from '../../policy/plan/fromHtml.ts'
import { drawnInText } from '../../policy/plan/fromText.ts'
import type { Drawn } from '../../policy/plan/grid.ts'
import { readPlan as rowsIn, type KeHoachDoc } from '../../policy/plan/read.ts'
import { readSheet } from './readSheet.ts'

/** `namHoc`: `2026-2027`, whose months are meant. */
export type PlanSource = { namHoc: string; loai: 'tep' | 'html' | 'chu' }
export const WHY_NO_PLAN = ['pdf', 'encrypted', 'tooLarge', 'unreadable', 'noPlan'] as const
export type WhyNoPlan = (typeof WHY_NO_PLAN)[number]

/** A plan of fifty pages has a tenth of it. */
const MOST_XML = 8_000_000

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Names inside an OLE file are in UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

async function drawnInFile(bytes: Buffer): Promise<Drawn | WhyNoPlan> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (bytes.subarray(0, 8).equals(OLE)) return bytes.includes(ENCRYPTED) ? 'encrypted' : drawnInDoc(bytes)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return 'unreadable'
  const parts = unzipped(bytes)
  const document = parts.get('word/document.xml')
  if (document) return document.length > MOST_XML ? 'tooLarge' : drawnInDocx(document)
  if (!parts.has('xl/workbook.xml')) return 'unreadable'
  const sheet = await readSheet(bytes)
  return 'refused' in sheet ? 'unreadable' : drawnInText(sheet.rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t')).join('\n'))
}

/** Whatever is wrong with a stranger's file, it is no plan; what is wrong is said where it can be told. */
async function drawnIn(bytes: Buffer, loai: PlanSource['loai']): Promise<Drawn | WhyNoPlan> {
  try {
    if (loai === 'tep') return await drawnInFile(bytes)
    return loai === 'html' ? drawnInHtml(bytes.toString('utf8')) : drawnInText(bytes.toString('utf8'))
  } catch (error) {
    return error instanceof BadZip && error.message === 'too large' ? 'tooLarge' : 'unreadable'
  }
}

export async function readPlan(bytes: Buffer, { namHoc, loai }: PlanSource): Promise<{ keHoach: KeHoachDoc } | { why: WhyNoPlan }> {
  const drawn = await drawnIn(bytes, loai)
  if (typeof drawn === 'string') return { why: drawn }
  const keHoach = rowsIn(drawn, namHoc)
  return keHoach === null ? { why: 'noPlan' } : { keHoach }
}
