/**
 * Photographs as iPhones keep them. Rule: one file, one process – the decoder's memory is not cleared, and what is damaged in one
 * file would be filled with the person in the one before (`ALONE` in pool.ts). Upright already: EXIF is not asked.
 */
import sharp from 'sharp'
import { PIXEL_LIMIT } from '../../policy/gate/pictureLimits.ts'
import { asJpeg } from './cleanPicture.ts'
import type { Jobs } from './jobs.ts'
import { tiffOf } from './tiff.ts'

/** The C interface of libheif, as far as it is used: numbers are addresses in `HEAPU8`. */
type Heif = Record<`_${string}`, (...args: (number | bigint)[]) => number> & { HEAPU8: Uint8Array; HEAP32: Int32Array; HEAPU32: Uint32Array }

const RGB = { colourSpace: 1, chroma: 10, channel: 10 }
const ERROR_BYTES = 12
/** Where the security limits of a context keep the most pixels of a picture: 64 bits. */
const MAX_PIXELS_AT = 8

class Unreadable extends Error {}

type Decoded = { width: number; height: number; tiff: Buffer }

function decode(heif: Heif, bytes: Buffer): Decoded {
  const [error, out] = [heif._malloc!(ERROR_BYTES), heif._malloc!(4)]
  const must = (call: () => void): void => {
    call()
    if (heif.HEAP32[error >> 2] !== 0) throw new Unreadable()
  }
  const pointer = (): number => heif.HEAPU32[out >> 2]!
  const context = heif._heif_context_alloc!()
  const limits = heif._heif_context_get_security_limits!(context)
  heif.HEAPU32[(limits + MAX_PIXELS_AT) >> 2] = PIXEL_LIMIT
  heif.HEAPU32[(limits + MAX_PIXELS_AT + 4) >> 2] = 0
  const input = heif._malloc!(bytes.length)
  heif.HEAPU8.set(bytes, input)
  must(() => heif._heif_context_read_from_memory!(error, context, input, bytes.length, 0))
  must(() => heif._heif_context_get_primary_image_handle!(error, context, out))
  const handle = pointer()
  const icc = profile(heif, handle, error)
  must(() => heif._heif_decode_image!(error, handle, out, RGB.colourSpace, RGB.chroma, 0))
  const image = pointer()
  const [width, height] = [heif._heif_image_get_width!(image, RGB.channel), heif._heif_image_get_height!(image, RGB.channel)]
  const plane = heif._heif_image_get_plane_readonly!(image, RGB.channel, out)
  const stride = pointer()
  if (plane === 0 || width <= 0 || height <= 0) throw new Unreadable()
  const tiff = tiffOf({ width, height, icc }, (row) => heif.HEAPU8.subarray(plane + row * stride, plane + row * stride + width * 3))
  return { width, height, tiff }
}

/** Pixels come in the file's own colours; without its profile reds and greens are dull. */
function profile(heif: Heif, handle: number, error: number): Buffer | null {
  const size = heif._heif_image_handle_get_raw_color_profile_size!(handle)
  if (size <= 0 || size > 4_000_000) return null
  const at = heif._malloc!(size)
  heif._heif_image_handle_get_raw_color_profile!(error, handle, at)
  return heif.HEAP32[error >> 2] === 0 ? Buffer.from(heif.HEAPU8.slice(at, at + size)) : null
}

export async function cleanHeic(bytes: Buffer): Promise<Jobs['cleanPicture']['answer']> {
  // The same box holds AVIF, which is not decoded here.
  const {
    compression,
    width = 0,
    height = 0,
  } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({}) as { compression?: string; width?: number; height?: number })
  if (compression !== 'hevc' || width * height === 0) return { refused: 'FILE_UNREADABLE' }
  if (width * height > PIXEL_LIMIT) return { refused: 'FILE_TOO_MANY_PIXELS' }
  // @ts-expect-error -- it comes without types of its C interface
  const { default: heif } = (await import('libheif-js/wasm-bundle.js')) as { default: Heif }
  try {
    return await asJpeg(decode(heif, bytes).tiff)
  } catch {
    // What the decoder throws of a broken file is nobody's fault but the file's.
    return { refused: 'FILE_UNREADABLE' }
  }
}
