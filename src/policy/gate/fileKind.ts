/** Rule: what a file is, is told by its bytes, never by its name or by what was sent along. */
export type PictureKind = { loai: 'anh'; kieu: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/gif' }
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export type DocumentKind = { loai: 'tep'; kieu: 'application/pdf' | typeof DOCX | typeof XLSX }
export type PlayedKind = { loai: 'phim'; kieu: 'video/mp4' } | { loai: 'am'; kieu: 'audio/mp4' | 'audio/mpeg' }
export type FileKind = PictureKind | DocumentKind | PlayedKind

/** So much of a file says what it is. */
export const HEAD = 512

const FILMS = /^ftyp(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|qt {2}|3gp[4-9]|dash)/

const DOCX_PART = 'word/document.xml'
const XLSX_PART = 'xl/workbook.xml'

/** In the list at the end of a ZIP: its head of 46 bytes, then the name from its beginning. */
function listed(bytes: Buffer, name: string): boolean {
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
    if (at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50 && bytes.readUInt16LE(at - 18) === name.length) return true
  return false
}

/** What is kept begins with the list of its parts (media/child/cleanOffice.ts): its head says which office it is from. */
function officeKind(bytes: Buffer): DocumentKind | null {
  const head = bytes.subarray(0, HEAD).toString('latin1')
  const [first] = /PartName="\/(?:word\/document|xl\/workbook)\.xml"/.exec(head) ?? []
  if (first === `PartName="/${DOCX_PART}"` || (!first && listed(bytes, DOCX_PART))) return { loai: 'tep', kieu: DOCX }
  return first || listed(bytes, XLSX_PART) ? { loai: 'tep', kieu: XLSX } : null
}

/** Sound of layer III, with or without the words some programs put before it. */
const isMp3 = (bytes: Buffer): boolean => bytes.subarray(0, 3).toString('latin1') === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)

export function fileKind(bytes: Buffer): FileKind | null {
  const head = bytes.subarray(0, 12).toString('latin1')
  if (head.startsWith('%PDF-')) return { loai: 'tep', kieu: 'application/pdf' }
  if (head.startsWith('\xff\xd8\xff')) return { loai: 'anh', kieu: 'image/jpeg' }
  if (head.startsWith('\x89PNG')) return { loai: 'anh', kieu: 'image/png' }
  if (/^GIF8[79]a/.test(head)) return { loai: 'anh', kieu: 'image/gif' }
  if (head.slice(4) === 'ftypavif') return { loai: 'anh', kieu: 'image/avif' }
  if (head.startsWith('PK\x03\x04')) return officeKind(bytes)
  if (/^ftypM4[AB] /.test(head.slice(4))) return { loai: 'am', kieu: 'audio/mp4' }
  if (FILMS.test(head.slice(4))) return { loai: 'phim', kieu: 'video/mp4' }
  if (isMp3(bytes)) return { loai: 'am', kieu: 'audio/mpeg' }
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? { loai: 'anh', kieu: 'image/webp' } : null
}

/** What iPhones keep their photos in; the box may hold AVIF too, which its decoder tells. */
export const isHeic = (bytes: Buffer): boolean => /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(bytes.subarray(4, 12).toString('latin1'))

/** The ending of an address says what its bytes are. */
export const ENDINGS: Readonly<Record<string, string>> = {
  'image/avif': 'avif',
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  [DOCX]: 'docx',
  [XLSX]: 'xlsx',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
}

/** As people call it. */
export const KIND_NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  [DOCX]: 'Word',
  [XLSX]: 'Excel',
  'video/mp4': 'phim MP4',
  'audio/mp4': 'âm thanh M4A',
  'audio/mpeg': 'âm thanh MP3',
}
