/**
 * A film or sound in MP4 or QuickTime as it is kept: pictures and sound alone. Whatever else phones write – the place, the device,
 * the hour, tracks of their sensors – becomes zeros where it lay, so that nothing moves and nothing has to be encoded again. Known
 * boxes are kept, all others are blanked; of the data only what a kept track plays is left.
 */
import { PLAYED, type PlayedFault } from '../../policy/gate/playedLimits.ts'
import { blank, boxesIn, Broken, entries, one, type Box } from './boxes.ts'
import { cutSizes, endOfAvcC, endOfEsds } from './boxTails.ts'
import type { Jobs } from './jobs.ts'
import { silenceMessages } from './messages.ts'
import { samplesOf, type Range } from './samples.ts'

class NotTaken extends Error {
  readonly fault: PlayedFault
  constructor(fault: PlayedFault) {
    super(fault)
    this.fault = fault
  }
}

/** Boxes that are kept inside one of a type, each once; all others are blanked. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stco', 'co64'],
  avc1: ['avcC', 'pasp', 'colr'],
  mp4a: ['esds', 'wave'],
  wave: ['frma', 'mp4a', 'esds', '\0\0\0\0'],
}
const SEVERAL = ['trak']

/** How many bytes of a box mean something, by its version; behind them nothing is kept. */
const HEADS: Readonly<Record<string, readonly [number, number]>> = {
  mvhd: [100, 112],
  tkhd: [84, 96],
  mdhd: [24, 36],
  vmhd: [12, 12],
  smhd: [8, 8],
  pasp: [8, 8],
  frma: [4, 4],
}
/** Tables: bytes of one entry, by version. */
const TABLES: Readonly<Record<string, readonly [number, number]>> = { elst: [12, 20], stts: [8, 8], ctts: [8, 8], stss: [4, 4], stsc: [12, 12], stco: [4, 4], co64: [8, 8] } // prettier-ignore
const HEADS_WITH_TIMES = ['mvhd', 'tkhd', 'mdhd']

/** The hour it was made, by the phone's clock. */
function forgetTimes(bytes: Buffer, { body, end }: Box): void {
  const long = bytes[body] === 1
  bytes.fill(0, body + 4, Math.min(end, body + (long ? 20 : 12)))
}

/** What lies behind that which a box has to say. */
function cutTail(bytes: Buffer, box: Box): void {
  const { type, body, end } = box
  const version = bytes[body] === 1 ? 1 : 0
  const head = HEADS[type]?.[version]
  if (head !== undefined) bytes.fill(0, Math.min(end, body + head), end)
  if (type === 'stsz') cutSizes(bytes, box)
  if (type === 'avcC') bytes.fill(0, endOfAvcC(bytes, box), end)
  if (type === 'esds') bytes.fill(0, endOfEsds(bytes, box), end)
  const each = TABLES[type]?.[version]
  if (each !== undefined) {
    const { count, at } = entries(bytes, box, 8, each)
    bytes.fill(0, at + count * each, end)
  }
  // Room that has no meaning yet.
  if (type === 'mvhd' && head !== undefined && body + head <= end) bytes.fill(0, body + head - 28, body + head - 4)
  // Colours by their numbers; a profile of its own may hold anything.
  if (type === 'colr' && !/^ncl[xc]$/.test(bytes.toString('latin1', body, body + 4))) blank(bytes, box)
  else if (type === 'colr') bytes.fill(0, Math.min(end, body + 11), end)
}

function keepInside(bytes: Buffer, box: Box, from = box.body): Box[] {
  const kept = KEPT[box.type === 'avc3' ? 'avc1' : box.type] ?? []
  const seen = new Set<string>()
  return boxesIn(bytes, from, box.end).filter((child) => {
    const stays = kept.includes(child.type) && (SEVERAL.includes(child.type) || !seen.has(child.type))
    seen.add(child.type)
    if (!stays) blank(bytes, child)
    else if (HEADS_WITH_TIMES.includes(child.type)) forgetTimes(bytes, child)
    if (stays) cutTail(bytes, child)
    return stays
  })
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
  bytes.fill(0, entry.body, entry.body + 6)
  // Who made the encoder.
  bytes.fill(0, entry.body + 10, entry.body + 16)
  // QuickTime's older and newer descriptions carry so much more before their boxes.
  const more = [0, 16, 36][bytes.readUInt16BE(entry.body + 8)]
  if (more === undefined) throw new Broken('an unknown description of sound')
  for (const wave of keepInside(bytes, entry, entry.body + 28 + more).filter(({ type }) => type === 'wave')) keepInside(bytes, wave)
}

/** Answers in how many bytes the length of each of its units is written. */
function filmEntry(bytes: Buffer, entry: Box): number {
  if (entry.body + 78 > entry.end) throw new Broken('a description is cut')
  bytes.fill(0, entry.body, entry.body + 6)
  bytes.fill(0, entry.body + 8, entry.body + 24)
  bytes.fill(0, entry.body + 36, entry.body + 40)
  // The name of the encoder.
  bytes.fill(0, entry.body + 42, entry.body + 74)
  const avcC = one(keepInside(bytes, entry, entry.body + 78), 'avcC')
  if (avcC.body + 7 > avcC.end) throw new Broken('avcC is cut')
  return (bytes[avcC.body + 4]! & 3) + 1
}

/** Answers in how many bytes the lengths in its samples are written; 0 of sound. */
function describe(bytes: Buffer, stsd: Box, handler: string): number {
  const found = boxesIn(bytes, stsd.body + 8, stsd.end)
  // What a second one says of the samples nobody could tell.
  if (found.length !== 1) throw new Broken('not one description')
  let lengthBytes = 0
  for (const entry of found) {
    if (/^(?:hvc1|hev1|dvh1|dvhe)$/.test(entry.type)) throw new NotTaken('hevc')
    const known: readonly string[] = handler === 'vide' ? PLAYED.films : PLAYED.sounds
    if (!known.includes(entry.type)) throw new NotTaken('maKhac')
    if (handler === 'vide') lengthBytes = filmEntry(bytes, entry)
    else soundEntry(bytes, entry)
  }
  return lengthBytes
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
  const lengthBytes = describe(bytes, one(stbl, 'stsd'), handler)
  const samples = samplesOf(bytes, stbl)
  if (lengthBytes > 0) silenceMessages(bytes, samples, lengthBytes)
  return { handler, samples, ...sizeOf(bytes, one(inside, 'tkhd')) }
}

/** Of the data only what is played: the rest may be the tracks that were left out, or anything. */
function keepSamples(bytes: Buffer, data: readonly Box[], ranges: readonly Range[]): void {
  const sorted = ranges.toSorted((a, b) => a.from - b.from)
  let next = 0
  for (const { body, end } of data) {
    let at = body
    for (let range = sorted[next]; range !== undefined && range.from < end; range = sorted[(next += 1)]) {
      if (range.from < body || range.to > end) throw new Broken('a sample outside of the data')
      if (range.from > at) bytes.fill(0, at, range.from)
      at = Math.max(at, range.to)
    }
    bytes.fill(0, at, end)
  }
  if (next < sorted.length) throw new Broken('a sample outside of the data')
}

const BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4[AVB] |MSNV|qt {2}|3gp[4-9]|dash)$/

/** Names of the kinds a file is; what is none of them is one that says nothing. */
function cleanBrands(bytes: Buffer, { body, end }: Box, hasFilm: boolean): void {
  bytes.fill(0, body + 4, Math.min(end, body + 8))
  for (let at = body; at < end; at += 4) {
    if (at === body + 4) continue
    const brand = bytes.toString('latin1', at, Math.min(end, at + 4))
    if (!BRANDS.test(brand)) bytes.write('isom'.slice(0, end - at), at, 'latin1')
  }
  // What it is called says what it is: sound alone is served as sound.
  const brand = bytes.toString('latin1', body, body + 4)
  if (!hasFilm) bytes.write('M4A ', body, 'latin1')
  else if (/^M4[AB] $/.test(brand)) bytes.write('isom', body, 'latin1')
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
  for (const box of top) if (box !== top[0] && !['moov', 'mdat'].includes(box.type)) blank(bytes, box)
  for (const box of boxesIn(bytes, moov.body, moov.end))
    if (box.type === 'trak' && !(PLAYED.handlers as readonly string[]).includes(handlerOf(bytes, box))) blank(bytes, box)
  const kept = keepInside(bytes, moov)
  const traks = kept.filter(({ type }) => type === 'trak')
  if (traks.length > PLAYED.tracks) throw new Broken('more tracks than anybody sees or hears')
  const tracks = traks.map((trak) => keepTrack(bytes, trak, handlerOf(bytes, trak)))
  if (tracks.every(({ samples }) => samples.length === 0)) throw new NotTaken('khongHinh')
  keepSamples(
    bytes,
    top.filter(({ type }) => type === 'mdat'),
    tracks.flatMap(({ samples }) => samples),
  )
  const giay = secondsOf(bytes, one(kept, 'mvhd'))
  if (giay > PLAYED.longest) throw new NotTaken('dai')
  const film = tracks.find(({ handler }) => handler === 'vide')
  cleanBrands(bytes, top[0], film !== undefined)
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
