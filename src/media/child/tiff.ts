/** Pixels with their colour profile, as sharp reads both: an uncompressed TIFF of one strip. */
type Picture = { width: number; height: number; icc: Buffer | null }

const HEADER = 8
const [SHORT, LONG, UNDEFINED] = [3, 4, 7]

/** `row`: three bytes a pixel; written once, straight to its place. */
export function tiffOf({ width, height, icc }: Picture, row: (n: number) => Uint8Array): Buffer {
  const pixels = width * height * 3
  const bits = HEADER + pixels
  const profile = bits + 6 + (bits % 2)
  const directory = profile + (icc?.length ?? 0) + ((icc?.length ?? 0) % 2)
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 3, bits + (bits % 2)],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, HEADER],
    [277, SHORT, 1, 3],
    [278, LONG, 1, height],
    [279, LONG, 1, pixels],
    [284, SHORT, 1, 1],
    ...(icc ? [[34675, UNDEFINED, icc.length, profile] as [number, number, number, number]] : []),
  ]
  const tiff = Buffer.alloc(directory + 2 + entries.length * 12 + 4)
  tiff.write('II')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(directory, 4)
  for (let n = 0; n < height; n += 1) tiff.set(row(n), HEADER + n * width * 3)
  for (let n = 0; n < 3; n += 1) tiff.writeUInt16LE(8, bits + (bits % 2) + n * 2)
  if (icc) icc.copy(tiff, profile)
  tiff.writeUInt16LE(entries.length, directory)
  for (const [n, [tag, type, count, value]] of entries.entries()) {
    const at = directory + 2 + n * 12
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  return tiff
}
