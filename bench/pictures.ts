/**
 * What pictures cost: seconds to make every file of a 12-megapixel photograph, and their bytes, at the effort the product
 * uses and at dearer ones. The photograph is drawn and roughened with noise, which is harder to compress than most.
 */
import sharp, { type Sharp } from 'sharp'
import { encodePicture } from '../src/media/child/encode.ts'
import { DRAWINGS } from '../src/demo/drawings.ts'
import { MAX_EDGE, WIDTHS } from '../src/policy/gate/pictureLimits.ts'
import { table } from './figures.ts'

const WIDTH = 4032
const HEIGHT = 3024

async function photograph(): Promise<Buffer> {
  const noise = (width: number, height: number, sigma: number): Sharp =>
    sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma } } })
  const coarse = await noise(WIDTH / 4, HEIGHT / 4, 50)
    .resize(WIDTH, HEIGHT)
    .png({ compressionLevel: 1 })
    .toBuffer()
  const fine = await noise(WIDTH, HEIGHT, 12).png({ compressionLevel: 1 }).toBuffer()
  return sharp(Buffer.from(DRAWINGS.congTruong.svg))
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .removeAlpha()
    .composite([
      { input: coarse, blend: 'soft-light' },
      { input: fine, blend: 'soft-light' },
    ])
    .jpeg({ quality: 92 })
    .toBuffer()
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  return [await work(), performance.now() - from]
}

const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const photo = await photograph()
const [kept, keeping] = await timed(() =>
  sharp(photo).rotate().resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside' }).jpeg({ quality: 86, mozjpeg: true }).toBuffer(),
)
const [made, making] = await timed(() => encodePicture(kept))
if ('refused' in made) throw new Error(made.refused)
process.stdout.write(`photograph ${kB(photo.length)}; kept ${kB(kept.length)} in ${seconds(keeping)} (the upload waits for this)\n`)
process.stdout.write(`${made.files.length} files in ${seconds(making)} (nobody waits)\n\n`)
const types = [...new Set(made.files.map((file) => file.kieu))]
const rows = types.map((kieu) => [kieu, ...WIDTHS.map((width) => kB(made.files.find((f) => f.kieu === kieu && f.rong === width)!.bytes.length))])
process.stdout.write(`${table([['', ...WIDTHS.map(String)], ...rows])}\n\n`)
const efforts: string[][] = [['AVIF, effort', ...WIDTHS.map(String), 'in all']]
for (const effort of [2, 3, 4]) {
  const [sizes, took] = await timed(async () => {
    const found: number[] = []
    for (const width of WIDTHS) found.push((await sharp(kept).resize(width).avif({ quality: 50, effort }).toBuffer()).length)
    return found
  })
  efforts.push([String(effort), ...sizes.map(kB), seconds(took)])
}
process.stdout.write(`${table(efforts)}\n`)
