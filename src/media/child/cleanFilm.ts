/**
 * A film or sound in MP4 or QuickTime as it is kept: pictures and sound alone. Whatever else phones write – the place, the device,
 * the hour, tracks of their sensors – becomes zeros where it lay, so that nothing moves and nothing has to be encoded again. Known
 * boxes are kept, all others are blanked; of the data only what a kept track plays is left.
 */
import { PLAYED, type PlayedFault } from '../../policy/gate/playedLimits.ts'
import { blank, boxesIn, Broken, one, type Box } from './boxes.ts'
import type { Jobs } from './jobs.ts'
import { samplesOf, type Range } from './samples.ts'

class NotTaken extends Error {
  readonly fault: PlayedFault
  constructor(fault: PlayedFault) {
    super(fault)
    this.fault = fault
  }
}

/** Boxes that are kept inside one of a type, all others blanked. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stco', 'co64', 'sdtp', 'cslg', 'sgpd', 'sbgp'],
  avc1: ['avcC', 'pasp', 'colr', 'clap', 'fiel', 'btrt'],
  mp4a: ['esds', 'wave', 'chan', 'btrt'],
  wave: ['frma', 'mp4a', 'esds', '\0\0\0\0'],
}
const HEADS_WITH_TIMES = ['mvhd', 'tkhd', 'mdhd']

/** The hour it was made, by the phone's clock. */
function forgetTimes(bytes: Buffer, { body, end }: Box): void {
  const long = bytes[body] === 1
  bytes.fill(0, body + 4, Math.min(end, body + (long ? 20 : 12)))
}

function keepInside(bytes: Buffer, box: Box, from = box.body): Box[] {
  const kept = KEPT[box.type === 'avc3' ? 'avc1' : box.type] ?? []
  const inside = boxesIn(bytes, from, box.end)
  for (const child of inside) {
    if (!kept.includes(child.type)) blank(bytes, child)
    else if (HEADS_WITH_TIMES.includes(child.type)) forgetTimes(bytes, child)
  }
  return inside.filter((child) => kept.includes(child.type))
}

/** Data lies in this very file. */
function mustBeHere(bytes: Buffer, dinf: Box): void {
  const dref = one(keepInside(bytes, dinf), 'dref')
  for (const entry of boxesIn(bytes, dref.body + 8, dref.end)) {
    const here = (bytes.readUInt32BE(entry.body) & 1) === 1
    if (!here) throw new NotTaken('ngoai')
    bytes.fill(0, entry.body + 4, entry.end)
  }
}

function soundEntry(bytes: Buffer, entry: Box): void {
  // QuickTime's older and newer descriptions carry so much more before their boxes.
  const more = [0, 16, 36][bytes.readUInt16BE(entry.body + 8)]
  if (more === undefined) throw new Broken('an unknown description of sound')
  for (const wave of keepInside(bytes, entry, entry.body + 28 + more).filter(({ type }) => type === 'wave')) keepInside(bytes, wave)
}

function filmEntry(bytes: Buffer, entry: Box): void {
  if (entry.body + 78 > entry.end) throw new Broken('a description is cut')
  // The name of the encoder.
  bytes.fill(0, entry.body + 42, entry.body + 74)
  keepInside(bytes, entry, entry.body + 78)
}

function describe(bytes: Buffer, stsd: Box, handler: string): void {
  const found = boxesIn(bytes, stsd.body + 8, stsd.end)
  if (found.length === 0) throw new Broken('no description')
  for (const entry of found) {
    if (/^(?:hvc1|hev1|dvh1|dvhe)$/.test(entry.type)) throw new NotTaken('hevc')
    const known: readonly string[] = handler === 'vide' ? PLAYED.films : PLAYED.sounds
    if (!known.includes(entry.type)) throw new NotTaken('maKhac')
    if (handler === 'vide') filmEntry(bytes, entry)
    else soundEntry(bytes, entry)
  }
}

type Track = { handler: string; samples: Range[]; rong: number; cao: number }

/** Turned a quarter by its matrix, width and height change places. */
function sizeOf(bytes: Buffer, tkhd: Box): { rong: number; cao: number } {
  const matrix = tkhd.body + (bytes[tkhd.body] === 1 ? 52 : 40)
  if (matrix + 44 > tkhd.end) throw new Broken('tkhd is cut')
  const turned = bytes.readInt32BE(matrix) === 0 && bytes.readInt32BE(matrix + 4) !== 0
  const [across, down] = [bytes.readUInt32BE(matrix + 36) >>> 16, bytes.readUInt32BE(matrix + 40) >>> 16]
  return turned ? { rong: down, cao: across } : { rong: across, cao: down }
}

function handlerOf(bytes: Buffer, trak: Box): string {
  const mdia = boxesIn(bytes, trak.body, trak.end).find(({ type }) => type === 'mdia')
  const hdlr = mdia && boxesIn(bytes, mdia.body, mdia.end).find(({ type }) => type === 'hdlr')
  if (!hdlr || hdlr.body + 24 > hdlr.end) throw new Broken('a track without a kind')
  return bytes.toString('latin1', hdlr.body + 8, hdlr.body + 12)
}

function keepTrack(bytes: Buffer, trak: Box, handler: string): Track {
  const inside = keepInside(bytes, trak)
  for (const edts of inside.filter(({ type }) => type === 'edts')) keepInside(bytes, edts)
  const media = keepInside(bytes, one(inside, 'mdia'))
  const hdlr = one(media, 'hdlr')
  // The name of whoever handled it.
  bytes.fill(0, hdlr.body + 12, hdlr.end)
  const minf = keepInside(bytes, one(media, 'minf'))
  mustBeHere(bytes, one(minf, 'dinf'))
  const stbl = keepInside(bytes, one(minf, 'stbl'))
  describe(bytes, one(stbl, 'stsd'), handler)
  return { handler, samples: samplesOf(bytes, stbl), ...sizeOf(bytes, one(inside, 'tkhd')) }
}

/** Of the data only what is played: the rest may be the tracks that were left out, or anything. */
function keepSamples(bytes: Buffer, data: readonly Box[], ranges: Range[]): void {
  const sorted = ranges.toSorted((a, b) => a.from - b.from)
  for (const { from, to } of sorted) if (!data.some(({ body, end }) => from >= body && to <= end)) throw new Broken('a sample outside of the data')
  for (const { body, end } of data) {
    let at = body
    for (const { from, to } of sorted) {
      if (to <= at || from >= end) continue
      if (from > at) bytes.fill(0, at, from)
      at = Math.max(at, to)
    }
    if (at < end) bytes.fill(0, at, end)
  }
}

function secondsOf(bytes: Buffer, { body, end }: Box): number {
  const long = bytes[body] === 1
  if (body + (long ? 32 : 20) > end) throw new Broken('mvhd is cut')
  const scale = bytes.readUInt32BE(body + (long ? 20 : 12))
  const length = long ? Number(bytes.readBigUInt64BE(body + 24)) : bytes.readUInt32BE(body + 16)
  return scale === 0 ? 0 : length / scale
}

function clean(bytes: Buffer): Jobs['cleanFilm']['answer'] {
  const top = boxesIn(bytes, 0, bytes.length)
  if (top[0]?.type !== 'ftyp') throw new Broken('no film')
  if (top.some(({ type }) => type === 'moof')) throw new NotTaken('phanManh')
  const moov = one(top, 'moov')
  for (const box of top) if (!['ftyp', 'moov', 'mdat'].includes(box.type)) blank(bytes, box)
  const inside = boxesIn(bytes, moov.body, moov.end)
  const foreign = inside.filter((box) => box.type === 'trak' && !(PLAYED.handlers as readonly string[]).includes(handlerOf(bytes, box)))
  for (const box of foreign) blank(bytes, box)
  const kept = keepInside(bytes, moov)
  const tracks = kept.filter(({ type }) => type === 'trak').map((trak) => keepTrack(bytes, trak, handlerOf(bytes, trak)))
  if (tracks.every(({ samples }) => samples.length === 0)) throw new NotTaken('khongHinh')
  keepSamples(
    bytes,
    top.filter(({ type }) => type === 'mdat'),
    tracks.flatMap(({ samples }) => samples),
  )
  const giay = secondsOf(bytes, one(kept, 'mvhd'))
  if (giay > PLAYED.longest) throw new NotTaken('dai')
  const film = tracks.find(({ handler }) => handler === 'vide')
  // What it is called says what it is: sound alone is served as sound.
  const brand = bytes.toString('latin1', top[0].body, top[0].body + 4)
  bytes.write(film ? (/^M4[AB] $/.test(brand) ? 'isom' : brand) : 'M4A ', top[0].body, 'latin1')
  return { bytes, giay: Math.round(giay * 10) / 10, rong: film?.rong ?? 0, cao: film?.cao ?? 0 }
}

/** Promised for the pool's sake: nothing is waited for. */
export const cleanFilm = (bytes: Buffer): Promise<Jobs['cleanFilm']['answer']> =>
  Promise.resolve().then(() => {
    try {
      return clean(bytes)
    } catch (error) {
      if (error instanceof NotTaken) return { fault: error.fault }
      // Read beyond its end, or not as the format says.
      if (error instanceof Broken || error instanceof RangeError) return { fault: 'hong' }
      throw error
    }
  })
