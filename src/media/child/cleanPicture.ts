/**
 * Rule: no uploaded byte is served as it came. Pictures are decoded, turned upright and encoded anew, which drops EXIF and
 * GPS; and they are opaque, for what can be seen through looks one way to its reviewer and another to a reader in the dark.
 */
import sharp from 'sharp'
import { MAX_EDGE, PIXEL_LIMIT } from '../../policy/gate/pictureLimits.ts'
import type { Jobs } from './jobs.ts'

export async function cleanPicture(bytes: Buffer): Promise<Jobs['cleanPicture']['answer']> {
  const {
    width = 0,
    height = 0,
    pages = 1,
  } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({}) as { width?: number; height?: number; pages?: number })
  if (width * height > PIXEL_LIMIT) return { refused: 'FILE_TOO_MANY_PIXELS' }
  if (width * height === 0) return { refused: 'FILE_UNREADABLE' }
  try {
    const made = await asJpeg(bytes)
    // Of what moves the first frame stands, and its sender is told.
    return pages > 1 ? { ...made, khung: pages } : made
  } catch {
    return { refused: 'FILE_UNREADABLE' }
  }
}

/** As every picture is kept; throws where it cannot be decoded whole. */
export async function asJpeg(bytes: Buffer): Promise<{ bytes: Buffer; rong: number; cao: number }> {
  const { data, info } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' })
    .rotate()
    .resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, rong: info.width, cao: info.height }
}
