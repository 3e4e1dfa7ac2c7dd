/** Where the samples of a track lie in the file: what is kept of it, and nothing else. */
import { Broken, entries, one, type Box } from './boxes.ts'

export type Range = { from: number; to: number }

const MOST_SAMPLES = 2_000_000
const MOST_CHUNKS = 500_000

function chunkOffsets(bytes: Buffer, stbl: readonly Box[]): number[] {
  const long = stbl.some((box) => box.type === 'co64')
  const box = one(stbl, long ? 'co64' : 'stco')
  const { count, at } = entries(bytes, box, 8, long ? 8 : 4)
  if (count > MOST_CHUNKS) throw new Broken('too many chunks')
  return Array.from({ length: count }, (_, i) => (long ? Number(bytes.readBigUInt64BE(at + i * 8)) : bytes.readUInt32BE(at + i * 4)))
}

function sizes(bytes: Buffer, stbl: readonly Box[]): { count: number; of: (n: number) => number } {
  const box = one(stbl, 'stsz')
  if (box.body + 12 > box.end) throw new Broken('stsz is cut')
  const same = bytes.readUInt32BE(box.body + 4)
  const count = bytes.readUInt32BE(box.body + 8)
  if (count > MOST_SAMPLES) throw new Broken('too many samples')
  if (same > 0) return { count, of: () => same }
  if (box.body + 12 + count * 4 > box.end) throw new Broken('stsz is cut')
  return { count, of: (n) => bytes.readUInt32BE(box.body + 12 + n * 4) }
}

/** In the order of the file's tables; every one inside the file. */
export function samplesOf(bytes: Buffer, stbl: readonly Box[]): Range[] {
  const offsets = chunkOffsets(bytes, stbl)
  const { count, of } = sizes(bytes, stbl)
  const runs = entries(bytes, one(stbl, 'stsc'), 8, 12)
  const run = (n: number, part: number): number => bytes.readUInt32BE(runs.at + n * 12 + part * 4)
  const ranges: Range[] = []
  let all = 0
  let sample = 0
  let current = 0
  for (const [chunk, from] of offsets.entries()) {
    while (current + 1 < runs.count && run(current + 1, 0) <= chunk + 1) current += 1
    const most = runs.count > 0 ? run(current, 1) : 0
    let at = from
    for (let n = 0; n < most && sample < count; n += 1, sample += 1) at += of(sample)
    if (at > bytes.length) throw new Broken('a sample beyond the file')
    // Bytes that are played twice would be read twice, and again.
    all += at - from
    if (all > bytes.length) throw new Broken('samples that overlap')
    if (at > from) ranges.push({ from, to: at })
  }
  if (sample < count) throw new Broken('samples without a place')
  return ranges
}
