/** Rule: which pictures are taken, and in which widths and formats each is served. Never wider than the picture is. */
import { DOCX, XLSX, type FileKind } from './fileKind.ts'

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp']
/** What may be sent: a still GIF and an iPhone's photograph are kept as JPEGs like all others. */
export const UPLOAD_TYPES = [...IMAGE_TYPES, 'image/gif', 'image/heic', 'image/heif']
/** As browsers call what is no picture. */
export const DOCUMENT_TYPES = ['application/pdf', DOCX, XLSX]
export const PLAYED_TYPES = ['video/mp4', 'video/quicktime', 'video/x-m4v', 'video/3gpp', 'audio/mp4', 'audio/x-m4a', 'audio/m4a', 'audio/mpeg', 'audio/mp3']
/** What a form may say that a file is, by what its bytes are. */
export const SENT_AS: Readonly<Record<FileKind['loai'], readonly string[]>> = {
  anh: [...UPLOAD_TYPES, 'application/octet-stream'],
  tep: [...DOCUMENT_TYPES, 'application/zip', 'application/x-zip-compressed', 'application/octet-stream'],
  phim: [...PLAYED_TYPES, 'application/octet-stream'],
  am: [...PLAYED_TYPES, 'application/octet-stream'],
}
/** Decoded pixels above this are refused before they are decoded: the largest phones of the day take 108 million. */
export const PIXEL_LIMIT = 110_000_000
/** Longest upload, in bytes. */
export const UPLOAD_LIMIT = 40_000_000
/** Longest edge of what is kept of an upload, in pixels. */
export const MAX_EDGE = 2560

export const WIDTHS = [320, 640, 960, 1600] as const

/** Best first: what a browser takes when it can. The last is for those that know neither of the others. */
export const OPAQUE_TYPES = ['image/avif', 'image/webp', 'image/jpeg'] as const
export const ALPHA_TYPES = ['image/avif', 'image/webp', 'image/png'] as const
export type PictureType = (typeof OPAQUE_TYPES | typeof ALPHA_TYPES)[number]

export type Wanted = { kieu: PictureType; rong: number }

/** The files to make of a picture, by type and then by width; what it is itself is not made again. */
export function wantedOf(picture: { rong: number; kieu: string; coNenTrong: boolean }): Wanted[] {
  const narrower = WIDTHS.filter((width) => width < picture.rong)
  const widths = picture.rong <= WIDTHS.at(-1)! ? [...narrower, picture.rong] : [...narrower]
  const types = picture.coNenTrong ? ALPHA_TYPES : OPAQUE_TYPES
  return types.flatMap((kieu) => widths.filter((rong) => kieu !== picture.kieu || rong !== picture.rong).map((rong) => ({ kieu, rong })))
}
