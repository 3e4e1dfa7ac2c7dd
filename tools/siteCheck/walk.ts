/**
 * Walks the whole site from its home page, the list of its own pages, its sitemap, its feeds and the record, each address in
 * every guise, and judges each answer. Asks at most four addresses at a time; names what it knows of and did not ask.
 */
import { sha256 } from '../../src/policy/gate/fingerprint.ts'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import type { Expected } from './expected.ts'
import { eachOf, type Fetched, type Fetcher } from './fetcher.ts'
import type { Finding, Kind } from './findings.ts'
import { GUISES } from './guises.ts'
import { judgeEdition, judgeHeaders, judgePage, judgeStyle, ownPath } from './judge.ts'
import { addressesIn } from './machineReader.ts'
import { readPage } from './pageReader.ts'
import { Places, type NotAsked, type Place } from './places.ts'

/** Addresses no site of this kind answers; doorway generators answer them all. */
const PROBES = ['/khong-co-trang-nay-8f3a1c', '/bai/khong-co-bai-nay-8f3a1c', '/index.php?id=8f3a1c', '/casino-8f3a1c.html', '/?utm_source=8f3a1c']
/** Collections by which stories are listed. */
const NARROWING = new Set(GATES.filter((gate) => gate.narrows).map((gate) => gate.slug))
const FILE = /^\/tep\/([0-9a-f]{64})\/[^/?]+(?:\?xem)?$/
/** A site that answers at more addresses than this has no end. */
export const MOST_ADDRESSES = 200_000

export type Walked = { findings: Finding[]; pages: number; files: number; asked: number; notAsked: NotAsked[] }
type Asked = { answer: Fetched; odd: string[] }

const same = (a: Fetched, b: Fetched): boolean => a.status === b.status && a.location === b.location && a.type === b.type && a.bytes.equals(b.bytes)

/** Asks in every guise. What was published in between may differ for a moment; what stays different is told. */
async function askAll(get: Fetcher, path: string): Promise<Asked> {
  for (let left = 2; ; left -= 1) {
    const answers: Fetched[] = []
    for (const guise of GUISES) answers.push(await get(path, guise))
    const odd = GUISES.filter((_guise, i) => !same(answers[0]!, answers[i]!)).map((guise) => guise.ten)
    if (odd.length === 0 || left === 0) return { answer: answers[0]!, odd }
    await new Promise((done) => setTimeout(done, 300))
  }
}

class Walk {
  readonly findings: Finding[] = []
  readonly places: Places
  pages = 0
  files = 0
  hasSitemap = false
  private style: string | undefined
  private readonly get: Fetcher
  private readonly expected: Expected
  private readonly origins: readonly string[]
  private readonly own: ReadonlySet<string>

  constructor(get: Fetcher, expected: Expected, origins: readonly string[], most: number) {
    this.get = get
    this.expected = expected
    this.origins = origins
    this.places = new Places(origins, most)
    this.own = new Set(expected.own)
  }

  private found(kind: Kind, at: string, detail: string): void {
    this.findings.push({ kind, at, detail })
  }

  /** An address that does not answer at all is one finding, not the end of the walk. */
  async ask(path: string): Promise<Asked | null> {
    return askAll(this.get, path).catch((error: unknown) => {
      this.found('HONG', path, error instanceof Error ? error.message : String(error))
      return null
    })
  }

  private judgeFile(at: string, hash: string, { bytes }: Fetched): void {
    this.files += 1
    if (!this.expected.hasFile(hash)) this.found('SAI_TEP', at, 'không bản đăng nào nêu tệp này')
    if (sha256(bytes) !== hash) this.found('SAI_TEP', at, `${bytes.length} byte, mã thật ${sha256(bytes).slice(0, 16)}…`)
  }

  private judgeHtml(at: string, path: string, { status, headers, bytes }: Fetched): void {
    const { expected, origins } = this
    this.pages += 1
    const facts = readPage(bytes.toString('utf8'))
    this.findings.push(...judgeHeaders(at, headers), ...judgeStyle(at, facts.styles, headers, this.style), ...judgePage(at, facts, expected, origins))
    this.style ??= facts.styles[0]
    if (status === 200 && !expected.isKnownPage(path)) this.found('TRANG_LA', at, '')
    const edition = status === 200 ? expected.editionAt(path) : null
    if (edition) this.findings.push(...judgeEdition(at, facts, edition))
    // Words of the data in a page name vocabularies, which are no addresses to ask.
    const named = facts.addresses.filter(({ tag, address }) => tag !== 'ld+json' || ownPath(address, at, origins) !== null).map(({ address }) => address)
    this.places.follow(named, at, !PROBES.includes(at))
  }

  private judgeMachine(at: string, path: string, { type, bytes }: Fetched): void {
    const { expected, origins } = this
    if (!expected.isMachine(path)) this.found('TRANG_LA', at, type)
    const named = addressesIn(path, bytes.toString('utf8'))
    for (const address of new Set(named))
      if (ownPath(address, at, origins) === null && !expected.hasLink(address)) this.found('LIEN_KET_LA', at, address.slice(0, 200))
    this.places.follow(named, at, true)
  }

  private judgeStatus({ path, from }: Place, { status, location }: Fetched): void {
    if (PROBES.includes(path) && status < 400 && !path.startsWith('/?')) return this.found('TRANG_LA', path, 'địa chỉ bịa mà vẫn có trang')
    if (status >= 300 && status < 400) return this.judgeRedirect(path, location)
    const isEnded = this.expected.endedAddresses.some((e) => e.path === path)
    if (status >= 500 || (status >= 400 && !PROBES.includes(path) && from !== '' && !isEnded))
      this.found('HONG', path, `mã ${status}${from && `, liên kết từ ${from}`}`)
  }

  private judgeRedirect(path: string, location: string | null): void {
    const target = ownPath(location ?? '', path, this.origins)
    if (target === null) this.found('LIEN_KET_LA', path, `chuyển hướng tới ${location?.slice(0, 200)}`)
    else this.places.add(target, path)
  }

  private judge(place: Place, { answer, odd }: Asked): void {
    const { expected } = this
    const at = place.path
    const { status } = answer
    const path = at.replace(/\?.*$/s, '')
    if (odd.length > 0) this.found('KHAC_NHAU', at, `${odd.join(', ')} nhận câu trả lời khác người đọc`)
    this.judgeStatus(place, answer)
    const hash = FILE.exec(at)?.[1]
    if (hash !== undefined && status === 200) this.judgeFile(at, hash, answer)
    else if (answer.type === 'text/html') this.judgeHtml(at, path, answer)
    else if (status === 200) this.judgeMachine(at, path, answer)
    if (status !== 200 && (expected.editionAt(at) || this.own.has(at) || expected.besides.includes(at))) this.found('THIEU_TRANG', at, `mã ${status}`)
    if (at === '/sitemap.xml' && status === 200) this.hasSitemap = true
  }

  async visit(place: Place): Promise<void> {
    const asked = await this.ask(place.path)
    if (asked) this.judge(place, asked)
  }

  /** Every edition is led to by something a reader or a crawler reads. */
  judgeWays(): void {
    for (const { path, edition } of this.expected.addresses)
      // Without a sitemap a topic or unit is found through its stories, if it has any.
      if (!this.places.linked.has(path) && (this.hasSitemap || !NARROWING.has(edition.boSuuTap))) this.found('KHONG_DUONG_TOI', path, '')
  }

  async visitEnded({ path, reasons }: Expected['endedAddresses'][number]): Promise<void> {
    const answer = (await this.ask(path))?.answer
    if (!answer) return
    if (answer.status < 300) this.found('CON_SONG', path, `mã ${answer.status}`)
    else if (answer.status < 400) this.judgeRedirect(path, answer.location)
    const said = answer.status === 410 && reasons.length > 0 ? readPage(answer.bytes.toString('utf8')).text : null
    if (said !== null && !reasons.some((reason) => said.includes(reason))) this.found('SAI_NOI_DUNG', path, 'không nói lý do gỡ')
  }
}

type How = { tell: (done: number, known: number) => void; most?: number }

export async function walk(get: Fetcher, expected: Expected, origins: readonly string[], { tell, most = MOST_ADDRESSES }: How): Promise<Walked> {
  const walking = new Walk(get, expected, origins, most)
  const { places } = walking
  let done = 0
  const visit = async (place: Place): Promise<void> => {
    await walking.visit(place)
    done += 1
    tell(done, places.list.length)
  }
  places.add('/', '')
  // The home page alone first: its style is what the others' is compared with.
  await visit(places.list[0]!)
  for (const path of [...expected.own, ...PROBES]) places.add(path, '')
  await eachOf(places.list, visit, done)
  walking.judgeWays()
  for (const path of [...expected.addresses.map((one) => one.path), ...expected.besides]) places.add(path, '')
  await eachOf(places.list, visit, done)
  await eachOf([...expected.endedAddresses], (ended) => walking.visitEnded(ended))
  // Where an ended edition leads to.
  await eachOf(places.list, visit, done)
  return { findings: walking.findings, pages: walking.pages, files: walking.files, asked: done, notAsked: places.notAsked }
}
