/** Bytes are what was seen: names nobody else can have, what is sent is what was hashed, notes that only the service can write. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pdfWith } from '../support/pdf.ts'
import { openSchool } from '../support/school.ts'
import { codes, createStory, publishStory, submit } from '../support/stories.ts'
import { runtimeOf } from '../../src/runtime.ts'

const school = openSchool()
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
const square = (background: string, edge = 200): Promise<Buffer> =>
  sharp({ create: { width: edge, height: edge, channels: 3, background } })
    .jpeg()
    .toBuffer()
const upload = async (bytes: Uint8Array, name = 'anh.jpg', who: 'giaovien' | 'lop12a1' = 'giaovien', type = 'image/jpeg') =>
  (await school.as(who)).upload('/api/tu-lieu', { name, type, bytes }, { altText: 'Một ô màu' })
const kept = (filename: string): Buffer => readFileSync(join(school.dataDir, 'tu-lieu', filename))
const inStore = (hash: string): string => join(school.dataDir, 'kho-tep', hash.slice(0, 2), hash)

type Cover = { sha256: string; kichThuoc: { sha256: string }[] }
async function frozenCover(banTrinh: number): Promise<Cover> {
  const { body } = await (await school.as('vanphong')).get(`/api/ban-trinh/${banTrinh}`)
  return JSON.parse(body.noiDung).anhBia as Cover
}

describe('an uploaded file', () => {
  it('of the same name at the same instant as another is kept, each with its own bytes', { timeout: 180_000 }, async () => {
    for (let round = 0; round < 25; round += 1) {
      const pictures = await Promise.all([square('#c00', 60 + round), square('#00c', 60 + round)])
      const made = await Promise.all([upload(pictures[0]!, 'cổng.jpg', 'giaovien'), upload(pictures[1]!, 'cổng.jpg', 'lop12a1')])
      expect(made.map((m) => m.status)).toEqual([201, 201])
      for (const [i, { body }] of made.entries()) {
        const bytes = kept(body.doc.filename)
        const { dominant } = await sharp(bytes).stats()
        expect([round, sha256(bytes), dominant.r > dominant.b]).toEqual([round, body.doc.sha256, i === 0])
      }
    }
  })

  it('gets a name of its own whatever its sender called it, which people still read', async () => {
    const names = ['Cổng Trường.JPG', 'Cổng Trường.JPG'.normalize('NFD'), 'cổng trường.jpg', '../../cong-truong.jpg', 'cong-truong.php', '...']
    const docs = []
    for (const name of names) docs.push((await upload(await square('#0a0'), name)).body.doc)
    for (const doc of docs.slice(0, 5)) expect(doc.filename).toMatch(/^[0-9a-f]{16}-cong-truong\.jpg$/)
    expect(docs[5].filename).toMatch(/^[0-9a-f]{16}\.jpg$/)
    expect(new Set(docs.map((doc) => doc.filename.toLowerCase())).size).toBe(names.length)
    expect(docs.map((doc) => doc.tenGoc)).toEqual(['Cổng Trường.JPG', 'Cổng Trường.JPG', 'cổng trường.jpg', 'cong-truong.jpg', 'cong-truong.php', '...'])
    for (const doc of docs) expect(doc.sizes.w320.filename ?? `${doc.filename.slice(0, 16)}x`).toContain(doc.filename.slice(0, 16))
  })

  it('that replaces another has a new name and its own bytes; the name of another cannot be taken', async () => {
    const [mine, other] = [(await upload(await square('#111'))).body.doc, (await upload(await square('#eee'), 'b.jpg', 'lop12a1')).body.doc]
    const author = await school.as('giaovien')
    const taken = await author.patch(`/api/tu-lieu/${mine.id}`, { filename: other.filename, sha256: other.sha256, tenGoc: 'khac.jpg' })
    expect([taken.body.doc.filename, taken.body.doc.sha256, taken.body.doc.tenGoc]).toEqual([mine.filename, mine.sha256, 'anh.jpg'])
    const bytes = await square('#777')
    const replaced = (await author.upload(`/api/tu-lieu/${mine.id}`, { name: 'anh.jpg', type: 'image/jpeg', bytes }, {}, 'PATCH')).body.doc
    expect([replaced.filename === mine.filename, sha256(kept(replaced.filename))]).toEqual([false, replaced.sha256])
  })

  it('whose bytes are no longer those it was recorded with is not submitted', async () => {
    const { doc } = (await upload(await square('#123456'))).body
    const id = await createStory(school, 'giaovien', { anhBia: doc.id })
    writeFileSync(join(school.dataDir, 'tu-lieu', doc.filename), await square('#654321'))
    const refused = await submit(school, 'giaovien', id)
    expect([refused.status, codes(refused), refused.body.errors[0].field]).toEqual([409, ['FILE_CHANGED'], 'anhBia'])
    expect(refused.body.errors[0].message).toContain('tải tệp lên lại')
  })
})

describe('what is sent', () => {
  it('is what was hashed, though the file changes while it is being sent: the rest never comes', { timeout: 120_000 }, async () => {
    const made = await upload(pdfWith({ stream: randomBytes(20_000_000) }), 'lon.pdf', 'giaovien', 'application/pdf')
    expect(made.status, made.text).toBe(201)
    await publishStory(school, { tuLieu: [made.body.doc.id] })
    const hash = made.body.doc.sha256 as string
    const right = readFileSync(inStore(hash))
    const ask = (onFirst: () => void): Promise<{ whole: boolean; bytes: Buffer }> =>
      new Promise((done, failed) => {
        get(`${school.url}/tep/${hash}/tep.pdf`, (answer) => {
          const got: Buffer[] = []
          const end = (whole: boolean) => (): void => done({ whole, bytes: Buffer.concat(got) })
          answer.once('data', () => {
            answer.pause()
            onFirst()
            setTimeout(() => answer.resume(), 200)
          })
          answer.on('data', (chunk: Buffer) => got.push(chunk))
          answer.on('end', () => answer.complete && end(true)())
          answer.on('aborted', end(false))
          answer.on('error', end(false))
        }).on('error', failed)
      })
    const undisturbed = await ask(() => undefined)
    expect([undisturbed.whole, undisturbed.bytes.equals(right)]).toEqual([true, true])
    const disturbed = await ask(() => {
      const file = openSync(inStore(hash), 'r+')
      writeSync(file, Buffer.alloc(1000, 'x'), 0, 1000, right.length - 2000)
      closeSync(file)
    })
    expect([disturbed.whole, right.subarray(0, disturbed.bytes.length).equals(disturbed.bytes)]).toEqual([false, true])
    expect((await school.visitor.get(`/tep/${hash}/tep.pdf`)).status).toBe(404)
  })

  const python = spawnSync('python3', ['-c', 'import mmap']).status === 0
  it.skipIf(!python)('is what was hashed, though a shared mapping changes a small file without a mark', async () => {
    const { doc } = (await upload(await square('#abcdef', 700))).body
    await publishStory(school, { anhBia: doc.id })
    const path = inStore(doc.sha256)
    const address = `/tep/${doc.sha256}/700.jpg`
    // Dirties the page and says so, waits for a line, then changes a byte: the file's times stay.
    const script = `import mmap,sys
f=open(sys.argv[1],'r+b'); m=mmap.mmap(f.fileno(),0); m[400]=m[400]; print('dirty',flush=True)
sys.stdin.readline(); m[400]=m[400]^1; print('changed',flush=True); sys.stdin.readline()`
    const other = spawn('python3', ['-c', script, path])
    const said = (): Promise<string> => new Promise((done) => other.stdout.once('data', (chunk: Buffer) => done(chunk.toString().trim())))
    try {
      expect(await said()).toBe('dirty')
      expect((await school.visitor.get(address)).status).toBe(200)
      const changed = said()
      other.stdin.write('\n')
      expect(await changed).toBe('changed')
      expect((await school.visitor.get(address)).status).toBe(404)
    } finally {
      other.kill()
    }
  })
})

describe('what was made of a picture', () => {
  const noteOf = (hash: string): string => join(school.dataDir, 'kho-tep', 'anh', hash.slice(0, 2), `${hash}.1.json`)

  it('is believed of no note but the service’s own for this very picture', async () => {
    const stories = []
    for (const colour of ['#3366cc', '#cc6633']) {
      const id = await createStory(school, 'giaovien', { anhBia: (await upload(await square(colour, 500))).body.doc.id })
      const { banTrinh } = (await submit(school, 'giaovien', id)).body
      stories.push({ id, vanTay: banTrinh.vanTay as string, cover: await frozenCover(banTrinh.id) })
    }
    const [one, two] = stories as [(typeof stories)[0], (typeof stories)[0]]
    const own = JSON.parse(readFileSync(noteOf(one.cover.sha256), 'utf8')) as { note?: object }
    const others = JSON.parse(readFileSync(noteOf(two.cover.sha256), 'utf8')) as { note?: object }
    const forged = [others, others.note ?? others, { ...own, note: others.note }, {}, null]
    for (const note of forged) {
      writeFileSync(noteOf(one.cover.sha256), JSON.stringify(note))
      expect((await submit(school, 'giaovien', one.id)).body.banTrinh.vanTay).toBe(one.vanTay)
    }
  })

  it('is read again before it is frozen: other bytes of the same length are made anew', async () => {
    const id = await createStory(school, 'giaovien', { anhBia: (await upload(await square('#88cc33', 500))).body.doc.id })
    const first = (await submit(school, 'giaovien', id)).body.banTrinh
    const { kichThuoc } = await frozenCover(first.id)
    const path = inStore(kichThuoc[1]!.sha256)
    writeFileSync(path, Buffer.alloc(statSync(path).size, 'x'))
    expect((await submit(school, 'giaovien', id)).body.banTrinh.vanTay).toBe(first.vanTay)
    expect(sha256(readFileSync(path))).toBe(kichThuoc[1]!.sha256)
  })
})

describe('a submission', () => {
  it('is drawn on a light and on a dark ground for whoever reviews it', async () => {
    const id = await createStory(school, 'giaovien')
    const { banTrinh } = (await submit(school, 'giaovien', id)).body
    const reviewer = await school.as('vanphong')
    for (const [asked, shown] of [
      ['?mau=sang', 'mau-sang'],
      ['?mau=toi', 'mau-toi'],
      ['?mau=khac', null],
      ['', null],
    ] as const)
      expect([asked, /<html lang="vi" class="(.*?)"/.exec((await reviewer.get(`/api/ban-trinh/${banTrinh.id}/xem${asked}`)).text)?.[1] ?? null]).toEqual([
        asked,
        shown,
      ])
  })
})

describe('decoding', () => {
  it('happens in a child whose end harms nobody', { timeout: 120_000 }, async () => {
    const photo = await sharp({ create: { width: 1500, height: 1500, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
      .jpeg({ quality: 90 })
      .toBuffer()
    const { child } = runtimeOf(school.payload)
    /** Kills the children that run, so many times. */
    const killing = async (times: number) => {
      let left = times
      const killer = setInterval(() => {
        for (const pid of left > 0 ? child.pids() : []) {
          process.kill(pid, 'SIGKILL')
          left -= 1
        }
      }, 100)
      const made = await upload(photo).finally(() => clearInterval(killer))
      return { made, killed: times - left }
    }
    const never = await killing(Infinity)
    expect([never.made.status, codes(never.made)]).toEqual([503, ['FILE_UNFINISHED']])
    const once = await killing(1)
    expect([once.made.status, once.killed]).toEqual([201, 1])
    expect((await school.visitor.get('/')).status).toBe(200)
    expect(child.pids().length).toBeLessThanOrEqual(2)
  })
})

describe('a full disk', () => {
  const folder = (): string => join(school.dataDir, 'tu-lieu')
  const canMount = process.getuid?.() === 0 && process.platform === 'linux'
  it.skipIf(!canMount)('takes no file, says why in words, and takes it when there is room again', async (context) => {
    const photo = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
      .jpeg()
      .toBuffer()
    const aside = `${folder()}.day`
    renameSync(folder(), aside)
    mkdirSync(folder())
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'day', folder()]).status === 0
    try {
      if (!mounted) context.skip()
      const refused = await upload(photo)
      expect([refused.status, codes(refused)]).toEqual([507, ['STORAGE_FULL']])
      expect(refused.body.errors[0].message).toContain('tệp của bạn không hỏng')
      // What needs no room for files goes on.
      expect(await createStory(school, 'giaovien')).toBeGreaterThan(0)
    } finally {
      if (mounted) spawnSync('umount', [folder()])
      rmSync(folder(), { recursive: true, force: true })
      renameSync(aside, folder())
    }
    expect((await upload(photo)).status).toBe(201)
  })
})
