/** Rule: what a file is, is told by its bytes, never by its name or by what was sent along. */
export type FileKind = { loai: 'anh'; kieu: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/gif' } | { loai: 'tep'; kieu: 'application/pdf' }

export function fileKind(bytes: Buffer): FileKind | null {
  const head = bytes.subarray(0, 12).toString('latin1')
  if (head.startsWith('%PDF-')) return { loai: 'tep', kieu: 'application/pdf' }
  if (head.startsWith('\xff\xd8\xff')) return { loai: 'anh', kieu: 'image/jpeg' }
  if (head.startsWith('\x89PNG')) return { loai: 'anh', kieu: 'image/png' }
  if (/^GIF8[79]a/.test(head)) return { loai: 'anh', kieu: 'image/gif' }
  if (head.slice(4) === 'ftypavif') return { loai: 'anh', kieu: 'image/avif' }
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? { loai: 'anh', kieu: 'image/webp' } : null
}

/** What iPhones keep their photos in; the box may hold AVIF too, which its decoder tells. */
export const isHeic = (bytes: Buffer): boolean => /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(bytes.subarray(4, 12).toString('latin1'))
