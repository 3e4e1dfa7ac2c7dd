/**
 * Walks the whole site from its home page, its sitemap and the record, each address in every guise, and judges each
 * answer. Asks at most four addresses at a time.
 */
import { sha256 } from '../../src/policy/gate/fingerprint.ts'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import type { Expected } from './expected.ts'
import { eachOf, type Fetched, type Fetcher } from './fetcher.ts'
import type { Finding } from './findings.ts'
import { GUISES } from './guises.ts'
import { judgeEdition, judgeHeaders, judgePage, judgeStyle, ownPath } from './judge.ts'
import { readPage } from './pageReader.ts'

/** Addresses no site of this kind answers; doorway generators answer them all. */
const PROBES = ['/khong-co-trang-nay-8f3a1c', '/bai/khong-co-bai-nay-8f3a1c', '/index.php?id=8f3a1c', '/casino-8f3a1c.html', '/?utm_source=8f3a1c']
/** Collections by which stories are listed. */
const NARROWING = new Set(GATES.filter((gate) => gate.narrows).map((gate) => gate.slug))
const FILE = /^\/tep\/([0-9a-f]{64})\/[^/]+$/

export type Walked = { findings: Finding[]; pages: number; files: number }
type Place = { path: string; from: string }

const same = (a: Fetched, b: Fetched): boolean => a.status === b.status && a.location === b.location && a.type === b.type && a.bytes.equals(b.bytes)

/** Asks in every guise. What was published in between may differ for a moment; what stays different is told. */
async function askAll(get: Fetcher, path: string): Promise<{ answer: Fetched; odd: string[] }> {
  for (let left = 2; ; left -= 1) {
    const answers: Fetched[] = []
    for (const guise of GUISES) answers.push(await get(path, guise))
    const odd = GUISES.filter((_guise, i) => !same(answers[0]!, answers[i]!)).map((guise) => guise.ten)
    if (odd.length === 0 || left === 0) return { answer: answers[0]!, odd }
    await new Promise((done) => setTimeout(done, 300))
  }
}

const withoutRest = (path: string): string => {
  const url = new URL(path, 'http://x')
  const truoc = url.searchParams.get('truoc')
  return url.pathname + (truoc === null ? '' : `?truoc=${truoc}`)
}

export async function walk(get: Fetcher, expected: Expected, origins: readonly string[], tell: (done: number, known: number) => void): Promise<Walked> {
  const findings: Finding[] = []
  const places: Place[] = []
  const known = new Set<string>()
  const linked = new Set<string>()
  let pages = 0
  let files = 0
  let done = 0
  let hasSitemap = false
  let style: string | undefined

  const add = (path: string, from: string): void => {
    if (from !== '') linked.add(new URL(path, 'http://x').pathname)
    const key = PROBES.includes(path) ? path : withoutRest(path)
    if (known.has(key) || (key.startsWith('/tim-kiem') && key !== '/tim-kiem') || /^\/(admin|api)(\/|$)/.test(key)) return
    known.add(key)
    places.push({ path: key, from })
  }

  const follow = (addresses: readonly string[], at: string): void => {
    for (const address of addresses) {
      const path = ownPath(address, at, origins)
      if (path !== null) add(path, PROBES.includes(at) ? '' : at)
    }
  }

  const judgeFile = (at: string, hash: string, answer: Fetched): void => {
    files += 1
    if (!expected.hasFile(hash)) findings.push({ kind: 'SAI_TEP', at, detail: 'không bản đăng nào nêu tệp này' })
    if (sha256(answer.bytes) !== hash)
      findings.push({ kind: 'SAI_TEP', at, detail: `${answer.bytes.length} byte, mã thật ${sha256(answer.bytes).slice(0, 16)}…` })
  }

  const judgeHtml = (at: string, answer: Fetched): void => {
    pages += 1
    const facts = readPage(answer.bytes.toString('utf8'))
    const path = new URL(at, 'http://x').pathname
    findings.push(...judgeHeaders(at, answer.headers), ...judgeStyle(at, facts.styles, answer.headers, style), ...judgePage(at, facts, expected, origins))
    style ??= facts.styles[0]
    if (answer.status === 200 && !expected.isKnownPage(path)) findings.push({ kind: 'TRANG_LA', at, detail: '' })
    const edition = answer.status === 200 ? expected.editionAt(path) : null
    if (edition) findings.push(...judgeEdition(at, facts, edition))
    follow(
      facts.addresses.map(({ address }) => address),
      at,
    )
  }

  const judgeMachine = (at: string, answer: Fetched): void => {
    const text = answer.bytes.toString('utf8')
    const path = new URL(at, 'http://x').pathname
    if (!expected.isMachine(path)) findings.push({ kind: 'TRANG_LA', at, detail: answer.type })
    if (/^\/(?:sitemap|robots\.txt)/.test(path))
      follow(
        [...text.matchAll(/<(?:image:)?loc>([^<]+)<|^Sitemap:\s*(\S+)/gim)].map(([, a, b]) => (a ?? b)!.replaceAll('&amp;', '&')),
        at,
      )
  }

  /** An address that does not answer at all is one finding, not the end of the walk. */
  const ask = async (path: string): Promise<{ answer: Fetched; odd: string[] } | null> =>
    askAll(get, path).catch((error: unknown) => {
      findings.push({ kind: 'HONG', at: path, detail: error instanceof Error ? error.message : String(error) })
      return null
    })

  const judge = ({ path, from }: Place, { answer, odd }: { answer: Fetched; odd: string[] }): void => {
    const { status } = answer
    if (odd.length > 0) findings.push({ kind: 'KHAC_NHAU', at: path, detail: `${odd.join(', ')} nhận câu trả lời khác người đọc` })
    if (PROBES.includes(path) && status < 400 && !path.startsWith('/?')) findings.push({ kind: 'TRANG_LA', at: path, detail: 'địa chỉ bịa mà vẫn có trang' })
    else if (status >= 300 && status < 400) {
      const target = ownPath(answer.location ?? '', path, origins)
      if (target === null) findings.push({ kind: 'LIEN_KET_LA', at: path, detail: `chuyển hướng tới ${answer.location?.slice(0, 200)}` })
      else add(target, path)
    } else if (status >= 500 || (status >= 400 && !PROBES.includes(path) && from !== '' && !expected.endedAddresses.some((e) => e.path === path)))
      findings.push({ kind: 'HONG', at: path, detail: `mã ${status}${from && `, liên kết từ ${from}`}` })
    const hash = FILE.exec(path)?.[1]
    if (hash !== undefined && status === 200) judgeFile(path, hash, answer)
    else if (answer.type === 'text/html') judgeHtml(path, answer)
    else if (status === 200) judgeMachine(path, answer)
    if (expected.editionAt(path) && status !== 200) findings.push({ kind: 'THIEU_TRANG', at: path, detail: `mã ${status}` })
    if (path === '/sitemap.xml' && status === 200) hasSitemap = true
  }
  const visit = async (place: Place): Promise<void> => {
    const asked = await ask(place.path)
    if (asked) judge(place, asked)
    done += 1
    tell(done, places.length)
  }

  for (const path of ['/', '/robots.txt', '/sitemap.xml', ...PROBES]) add(path, '')
  // The home page alone first: its style is what the others' is compared with.
  await eachOf(places.slice(0, 1), visit)
  await eachOf(places.slice(1), visit)
  const reached = new Set(linked)
  for (const { path, edition } of expected.addresses) {
    // Without a sitemap a topic or unit is found through its stories, if it has any.
    if (!reached.has(path) && (hasSitemap || !NARROWING.has(edition.boSuuTap))) findings.push({ kind: 'KHONG_DUONG_TOI', at: path, detail: '' })
    add(path, '')
  }
  await eachOf(places.slice(done), visit)
  await eachOf([...expected.endedAddresses], async ({ path, lyDoGo }) => {
    const answer = (await ask(path))?.answer
    if (!answer) return
    if (answer.status < 300) findings.push({ kind: 'CON_SONG', at: path, detail: `mã ${answer.status}` })
    if (answer.status === 410 && lyDoGo !== null && !readPage(answer.bytes.toString('utf8')).text.includes(lyDoGo.replace(/\s+/g, ' ').trim()))
      findings.push({ kind: 'SAI_NOI_DUNG', at: path, detail: 'không nói lý do gỡ' })
  })
  return { findings, pages, files }
}
