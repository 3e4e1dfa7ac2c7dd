/** Discs of a picture drawn over by a few squares of their mean colour: what was there is in no byte of the answer. */
import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import type { Area, View } from '../../policy/gate/covered.ts'
import { PIXEL_LIMIT } from '../../policy/gate/pictureLimits.ts'
import type { Jobs } from './jobs.ts'

/** `view`, `width`: to be looked at; else the whole in its own size. */
export type Covering = { areas: readonly Area[]; view?: View; width?: number }

const WHOLE = 10_000
/** So few squares across that no face has features. */
const SQUARES = 3

type Size = { width: number; height: number }

async function patch(bytes: Buffer, size: Size, { x, y, r }: Area): Promise<OverlayOptions | null> {
  const [radius, midX, midY] = [Math.max(4, (r / WHOLE) * size.width), (x / WHOLE) * size.width, (y / WHOLE) * size.height]
  const left = Math.max(0, Math.floor(midX - radius))
  const top = Math.max(0, Math.floor(midY - radius))
  const width = Math.min(size.width, Math.ceil(midX + radius)) - left
  const height = Math.min(size.height, Math.ceil(midY + radius)) - top
  if (width < 1 || height < 1) return null
  const coarse = await sharp(bytes).extract({ left, top, width, height }).resize(SQUARES, SQUARES, { fit: 'fill' }).png().toBuffer()
  const disc = Buffer.from(`<svg width="${width}" height="${height}"><circle cx="${midX - left}" cy="${midY - top}" r="${radius}" fill="#fff"/></svg>`)
  const input = await sharp(coarse).resize(width, height, { kernel: 'nearest', fit: 'fill' }).ensureAlpha().composite([{ input: disc, blend: 'dest-in' }]).png().toBuffer() // prettier-ignore
  return { input, left, top }
}

/** To be looked at: a ring around each disc, for what is covered is seldom seen at once. */
async function ringed(image: Sharp, areas: readonly Area[], size: Size, part: { left: number; top: number; width: number }): Promise<Sharp> {
  const { data, info } = await image.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
  const scale = info.width / part.width
  const rings = areas.map(({ x, y, r }) => {
    const at = `cx="${((x / WHOLE) * size.width - part.left) * scale}" cy="${((y / WHOLE) * size.height - part.top) * scale}" r="${Math.max(4, (r / WHOLE) * size.width) * scale}" fill="none"`
    return `<circle ${at} stroke="#fff" stroke-width="5"/><circle ${at} stroke="#c00" stroke-width="2.5" stroke-dasharray="7 4"/>`
  })
  return sharp(data).composite([
    { input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${info.height}">${rings.join('')}</svg>`) },
  ])
}

export async function coverPicture(bytes: Buffer, { areas, view, width: wanted }: Covering): Promise<Jobs['coverPicture']['answer']> {
  try {
    const upright = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' })
      .rotate()
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    const size = { width: upright.info.width, height: upright.info.height }
    const patches = (await Promise.all(areas.map((area) => patch(upright.data, size, area)))).filter((one) => one !== null)
    const covered = await sharp(upright.data).composite(patches).png({ compressionLevel: 1 }).toBuffer()
    const n = view?.n ?? 1
    const [across, down] = [Math.floor(size.width / n), Math.floor(size.height / n)]
    const part = { left: ((view?.part ?? 0) % n) * across, top: Math.floor((view?.part ?? 0) / n) * down, width: across, height: down }
    const image = sharp(covered).extract(part)
    const { data, info } = await (wanted ? await ringed(image.resize({ width: wanted }), areas, size, part) : image)
      .jpeg({ quality: 90, mozjpeg: wanted === undefined })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, rong: info.width, cao: info.height }
  } catch {
    return { refused: 'FILE_UNREADABLE' }
  }
}
