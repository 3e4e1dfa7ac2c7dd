/** Films and sound as they are kept: what a phone wrote beside the picture and the sound is gone, and both are still whole. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { boxesIn } from '../../src/media/child/boxes.ts'
import { cleanFilm } from '../../src/media/child/cleanFilm.ts'
import { cleanMp3 } from '../../src/media/child/cleanMp3.ts'
import { fileKind } from '../../src/policy/gate/fileKind.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/phim', name))
const SAID = [
  'Nguyen Van A',
  'Ten rieng',
  '+21.3862',
  '103.02',
  'Apple',
  'Lavf',
  'TimeCode',
  'tmcd',
  'VideoHandler',
  'SoundHandler',
  'Lavc59.37.100 libx264',
  'x264 - core',
  'videolan',
]
const made = async (bytes: Buffer) => {
  const answer = await cleanFilm(Buffer.from(bytes))
  if (!('bytes' in answer)) throw new Error(`not taken: ${answer.fault}`)
  return answer
}
const folder = mkdtempSync(join(tmpdir(), 'phim-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a film', () => {
  it.each(['cot-co.mp4', 'phim.mov'])('%s keeps its size and length, and nothing that is said of its maker', async (name) => {
    const before = fixture(name)
    expect(SAID.some((words) => before.includes(words))).toBe(true)
    const { bytes, giay, rong, cao } = await made(before)
    expect([rong, cao, giay, bytes.length]).toEqual([160, 120, 2, before.length])
    for (const words of SAID) expect([words, bytes.includes(words)]).toEqual([words, false])
    expect(fileKind(bytes)).toEqual({ loai: 'phim', kieu: 'video/mp4' })
    // Cleaned again it is itself: what was noted of its bytes holds.
    expect((await made(bytes)).bytes.equals(bytes)).toBe(true)
  })

  it.skipIf(!existsSync('/usr/bin/ffmpeg'))('plays frame for frame as before (where this machine has ffmpeg)', async () => {
    for (const name of ['cot-co.mp4', 'phim.mov', 'tieng.m4a']) {
      const path = join(folder, name)
      writeFileSync(path, (await made(fixture(name))).bytes)
      const frames = (of: string): string =>
        execFileSync('/usr/bin/ffmpeg', ['-nostdin', '-v', 'error', '-i', of, '-map', '0:v?', '-map', '0:a?', '-f', 'framemd5', '-'], { encoding: 'utf8' })
      expect(frames(path)).toBe(frames(join(import.meta.dirname, '../fixtures/phim', name)))
    }
  })

  it('of sound alone is sound', async () => {
    const { bytes, rong } = await made(fixture('tieng.m4a'))
    expect([fileKind(bytes), rong]).toEqual([{ loai: 'am', kieu: 'audio/mp4' }, 0])
    const posing = Buffer.from(fixture('tieng.m4a'))
    posing.write('isom', 8, 'latin1')
    expect(fileKind((await made(posing)).bytes)).toEqual({ loai: 'am', kieu: 'audio/mp4' })
  })

  it('in HEVC, in fragments, cut at any tenth or with its data elsewhere is refused by that', async () => {
    expect(await cleanFilm(fixture('hevc.mov'))).toEqual({ fault: 'hevc' })
    const whole = fixture('cot-co.mp4')
    for (let tenth = 0; tenth < 10; tenth += 1) expect(await cleanFilm(Buffer.from(whole.subarray(0, (whole.length * tenth) / 10)))).toEqual({ fault: 'hong' })
    const fragments = Buffer.concat([whole, Buffer.from([0, 0, 0, 8]), Buffer.from('moof')])
    expect(await cleanFilm(fragments)).toEqual({ fault: 'phanManh' })
    const elsewhere = Buffer.from(whole)
    const dref = elsewhere.indexOf('url ')
    elsewhere.writeUInt32BE(0, dref + 4)
    expect(await cleanFilm(elsewhere)).toEqual({ fault: 'ngoai' })
    const other = Buffer.from(whole)
    other.write('vp09', other.indexOf('avc1', other.indexOf('stsd')), 'latin1')
    expect(await cleanFilm(other)).toEqual({ fault: 'maKhac' })
  })

  it('keeps nothing that lies between what it plays: a page, a ZIP, another track', async () => {
    const whole = fixture('cot-co.mp4')
    const tail = Buffer.from('<script>alert(1)</script>PK\x03\x04')
    const head = Buffer.alloc(8)
    head.writeUInt32BE(tail.length + 8)
    head.write('mdat', 4)
    for (const name of ['mdat', 'uuid', 'free', 'meta']) {
      head.write(name, 4)
      const { bytes } = await made(Buffer.concat([whole, head, tail]))
      expect([name, bytes.includes('script'), bytes.includes('PK\x03\x04')]).toEqual([name, false, false])
    }
  })

  it('of any bytes is read to an end: taken or refused, never hung, and what is taken is whole boxes', async () => {
    const whole = fixture('cot-co.mp4')
    const change = fc.array(fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const answer = await cleanFilm(bytes)
        if (!('bytes' in answer)) return
        for (const words of ['Nguyen Van A', '+21.3862']) expect(answer.bytes.includes(words)).toBe(false)
        expect(boxesIn(answer.bytes, 0, answer.bytes.length).length).toBeGreaterThan(1)
      }),
      { numRuns: 400 },
    )
  })
})

describe('sound of layer III', () => {
  it('keeps its frames alone', async () => {
    const before = fixture('tieng.mp3')
    const answer = await cleanMp3(before)
    if (!('bytes' in answer)) throw new Error(answer.fault)
    for (const words of ['Ten rieng', 'TXXX', 'ID3', 'TAG']) expect([words, answer.bytes.includes(words)]).toEqual([words, false])
    expect([fileKind(answer.bytes), Math.round(answer.giay), answer.bytes.length < before.length]).toEqual([{ loai: 'am', kieu: 'audio/mpeg' }, 2, true])
    const again = await cleanMp3(answer.bytes)
    expect('bytes' in again && again.bytes.equals(answer.bytes)).toBe(true)
  })
  it('that is none is refused, and so is what hides more behind it', async () => {
    expect(await cleanMp3(Buffer.concat([Buffer.from('ID3'), Buffer.alloc(5000, 7)]))).toEqual({ fault: 'hong' })
    expect(await cleanMp3(Buffer.concat([fixture('tieng.mp3'), Buffer.alloc(100_000, 60)]))).toEqual({ fault: 'hong' })
  })
})
