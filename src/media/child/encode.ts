/**
 * Rule: the same bytes give the same files, so that what did not change keeps its fingerprint. AVIF at effort 2:
 * effort 4 takes eight times as long and saves not one byte in fifty (bench/pictures.ts).
 */
import sharp, { type Sharp } from 'sharp'
import { PIXEL_LIMIT, wantedOf, type PictureType, type Wanted } from '../../policy/gate/pictureLimits.ts'
import type { Refused } from './jobs.ts'

const ENCODERS: Record<PictureType, (image: Sharp) => Sharp> = {
  'image/avif': (image) => image.avif({ quality: 50, effort: 2 }),
  'image/webp': (image) => image.webp({ quality: 75 }),
  'image/jpeg': (image) => image.jpeg({ quality: 74, mozjpeg: true }),
  'image/png': (image) => image.png({ palette: true, quality: 80, effort: 4 }),
}

export type Encoded = Wanted & { cao: number; bytes: Buffer }
export type Picture = { rong: number; cao: number; mauNen: string | null; files: Encoded[] }

const hex = (pixel: Buffer): string => `#${pixel.subarray(0, 3).toString('hex')}`

/** One width at a time, its formats side by side: one decoded picture is held, not twelve. */
async function encodeWidth(bytes: Buffer, wanted: readonly Wanted[]): Promise<Encoded[]> {
  const { data, info } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT }).resize({ width: wanted[0]!.rong }).raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return Promise.all(wanted.map(async (want) => ({ ...want, cao: info.height, bytes: await ENCODERS[want.kieu](sharp(data, { raw })).toBuffer() })))
}

/** Every file readers may be served of one picture. `mauNen`: its average colour, where it covers its whole ground. */
export async function encodePicture(bytes: Buffer): Promise<Picture | Refused> {
  const {
    width: rong,
    height: cao,
    hasAlpha,
    format,
  } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
    .metadata()
    .catch(() => ({ width: 0, height: 0, hasAlpha: false, format: '' }))
  if (!rong || !cao) return { refused: 'FILE_UNREADABLE' }
  const wanted = wantedOf({ rong, kieu: `image/${format}`, coNenTrong: hasAlpha })
  const files: Encoded[] = []
  try {
    for (const width of new Set(wanted.map((want) => want.rong)))
      files.push(
        ...(await encodeWidth(
          bytes,
          wanted.filter((want) => want.rong === width),
        )),
      )
    const pixel = hasAlpha ? null : await sharp(bytes).toColourspace('srgb').resize(1, 1, { fit: 'fill' }).raw().toBuffer()
    const inOrder = wanted.map((want) => files.find((file) => file.kieu === want.kieu && file.rong === want.rong)!)
    return { rong, cao, mauNen: pixel && hex(pixel), files: inOrder }
  } catch {
    return { refused: 'FILE_UNREADABLE' }
  }
}
