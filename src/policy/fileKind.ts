/** Rule: what a file is, is told by its bytes, never by its name or by what was sent along. */
export type FileKind = { loai: 'anh' | 'tep'; kieu: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf' }

export function fileKind(bytes: Buffer): FileKind | null {
  const head = bytes.subarray(0, 12).toString('latin1')
  if (head.startsWith('%PDF-')) return { loai: 'tep', kieu: 'application/pdf' }
  if (head.startsWith('\xff\xd8\xff')) return { loai: 'anh', kieu: 'image/jpeg' }
  if (head.startsWith('\x89PNG')) return { loai: 'anh', kieu: 'image/png' }
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? { loai: 'anh', kieu: 'image/webp' } : null
}
