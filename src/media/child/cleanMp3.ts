/** Sound of layer III as it is kept: its frames alone. Tags before, behind and between them – names, places, pictures – are left out. */
import { PLAYED } from '../../policy/gate/playedLimits.ts'
import type { Jobs } from './jobs.ts'

const BIT_RATES = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const SAMPLE_RATES: Readonly<Record<number, readonly number[]>> = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] }

/** `kind`: what all frames of one recording have in common. */
type Frame = { bytes: number; seconds: number; kind: number }

/** The frame whose head lies there, or null. */
function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe6) !== 0xe2) return null
  const version = (bytes[at + 1]! >> 3) & 3
  const rate = SAMPLE_RATES[version]?.[(bytes[at + 2]! >> 2) & 3]
  const kbps = (version === 3 ? BIT_RATES.one : BIT_RATES.two)[bytes[at + 2]! >> 4]
  if (!rate || !kbps) return null
  const samples = version === 3 ? 1152 : 576
  const padding = (bytes[at + 2]! >> 1) & 1
  return { bytes: Math.floor((samples / 8) * ((kbps * 1000) / rate)) + padding, seconds: samples / rate, kind: version * 4 + ((bytes[at + 2]! >> 2) & 3) }
}

const tagBytes = (bytes: Buffer): number => {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0
  return 10 + bytes.subarray(6, 10).reduce((sum, part) => sum * 128 + (part & 0x7f), 0) + ((bytes[5]! & 0x10) === 0 ? 0 : 10)
}

/** The first place from which two frames follow each other. */
function nextFrames(bytes: Buffer, from: number): number {
  for (let at = from; at < Math.min(bytes.length, from + 65_536); at += 1) {
    const frame = frameAt(bytes, at)
    if (frame && frameAt(bytes, at + frame.bytes)) return at
  }
  return -1
}

/** Behind the sound. */
const LONGEST_TAGS = 65_536
/** Less than a tenth of a second is no sound anybody recorded. */
const FEWEST = 4

export const cleanMp3 = (bytes: Buffer): Promise<Jobs['cleanMp3']['answer']> => {
  const parts: Buffer[] = []
  let seconds = 0
  let kind: number | null = null
  let at = nextFrames(bytes, tagBytes(bytes))
  while (at >= 0 && at < bytes.length) {
    const frame = frameAt(bytes, at)
    if (!frame) {
      const next = nextFrames(bytes, at)
      // More than tags have room for: what comes after them would be lost without a word.
      if (next < 0 && bytes.length - at > LONGEST_TAGS) return Promise.resolve({ fault: 'hong' })
      at = next
      continue
    }
    kind ??= frame.kind
    if (frame.kind !== kind) return Promise.resolve({ fault: 'hong' })
    // Cut off inside its last frame: what was whole before it stays.
    if (at + frame.bytes > bytes.length) break
    parts.push(bytes.subarray(at, at + frame.bytes))
    seconds += frame.seconds
    at += frame.bytes
  }
  if (parts.length < FEWEST) return Promise.resolve({ fault: 'hong' })
  if (seconds > PLAYED.longest) return Promise.resolve({ fault: 'dai' })
  return Promise.resolve({ bytes: Buffer.concat(parts), giay: Math.round(seconds * 10) / 10, rong: 0, cao: 0 })
}
