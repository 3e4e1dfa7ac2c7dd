/** What is wrong with one answer, given what the record says. PURE. */
import { createHash } from 'node:crypto'
import { GAMBLING } from '../../src/policy/text/gambling.ts'
import { OUTSIDE } from '../../src/policy/text/outbound.ts'
import { plainText } from '../../src/policy/text/richText.ts'
import type { Expected } from './expected.ts'
import type { Finding } from './findings.ts'
import { squeeze, type PageFacts } from './pageReader.ts'
import type { Live } from './record.ts'

const SCHEMA = /^https?:\/\/schema\.org(?:\/|$)/
const REQUIRED: [string, (value: string) => boolean][] = [
  ['content-security-policy', (v) => /default-src 'none'/.test(v) && !/unsafe-inline|unsafe-eval|\*/.test(v)],
  ['x-content-type-options', (v) => v === 'nosniff'],
  ['referrer-policy', (v) => v !== '' && !v.includes('unsafe-url')],
]

export function judgeHeaders(at: string, headers: Headers): Finding[] {
  const wrong = REQUIRED.filter(([name, fits]) => !fits(headers.get(name) ?? '')).map(([name]) => name)
  if (headers.has('set-cookie')) wrong.push('set-cookie (trang không được đặt cookie)')
  return wrong.map((detail) => ({ kind: 'THIEU_TIEU_DE', at, detail }))
}

/** A page has one style, named by its own policy and the same as that of the page the walk began at: another one hides words. */
export function judgeStyle(at: string, styles: readonly string[], headers: Headers, first: string | undefined): Finding[] {
  const wrong = (detail: string): Finding[] => [{ kind: 'CHU_AN', at, detail }]
  const [style] = styles
  if (style === undefined || styles.length > 1) return wrong(`${styles.length} phần <style>, phải có đúng một`)
  const rule = `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`
  const rules = headers
    .get('content-security-policy')
    ?.split(';')
    .map((one) => one.trim())
  if (!rules?.includes(rule)) return wrong('phần <style> không khớp mã trong Content-Security-Policy')
  if (/@import|url\(/i.test(style)) return wrong('phần <style> lấy thứ khác về trang')
  return first !== undefined && first !== style ? wrong('phần <style> khác với trang chủ') : []
}

/** The same address below the site, or null where it leads out. */
export function ownPath(address: string, at: string, origins: readonly string[]): string | null {
  try {
    const url = new URL(address, origins[0]! + at)
    return origins.includes(url.origin) ? url.pathname + url.search : null
  } catch {
    return null
  }
}

/** Readers follow links; data for machines also says in its words what somebody wrote, addresses among them. */
const mayLeadOut = (tag: string, address: string, expected: Expected): boolean =>
  (tag === 'a' && expected.hasLink(address)) || (tag === 'ld+json' && (expected.hasLink(address) || expected.hasWords(address)))

export function judgePage(at: string, facts: PageFacts, expected: Expected, origins: readonly string[]): Finding[] {
  const findings: Finding[] = [
    ...facts.active.map((detail): Finding => ({ kind: 'MA_LA', at, detail })),
    ...[...facts.hidden, ...facts.offScreen.filter((words) => !expected.hasWords(words))].map((words): Finding => ({
      kind: 'CHU_AN',
      at,
      detail: words.slice(0, 120),
    })),
  ]
  for (const { tag, address } of facts.addresses) {
    if (ownPath(address, at, origins) !== null || (tag === 'ld+json' && SCHEMA.test(address))) continue
    if (!mayLeadOut(tag, address, expected)) findings.push({ kind: tag === 'form' ? 'MA_LA' : 'LIEN_KET_LA', at, detail: `<${tag}> ${address.slice(0, 200)}` })
  }
  const words = new Set([...facts.text.matchAll(GAMBLING)].map(([word]) => word.toLowerCase()))
  for (const word of words) if (!expected.hasWords(word)) findings.push({ kind: 'CHU_LA', at, detail: word })
  if (facts.canonical !== null && ownPath(facts.canonical, at, origins) === null)
    findings.push({ kind: 'LIEN_KET_LA', at, detail: `canonical ${facts.canonical.slice(0, 200)}` })
  return findings
}

/** The theme's own mark of a link that leads out stands between words of a sentence. */
const OUTSIDE_MARK = `${OUTSIDE.sign} (${OUTSIDE.words})`

type Content = { tieuDe?: string; trichYeu?: string; ten?: string; noiDung?: unknown }

/** The page of an edition says its title, every paragraph, and the fingerprint under which it was approved. */
export function judgeEdition(at: string, facts: PageFacts, edition: Live): Finding[] {
  const wrong = (detail: string): Finding => ({ kind: 'SAI_NOI_DUNG', at, detail })
  const content = JSON.parse(edition.text) as Content
  const findings: Finding[] = []
  if (!facts.headings.some((h) => h.includes(squeeze(edition.tieuDe))) && !facts.text.includes(squeeze(edition.tieuDe)))
    findings.push(wrong(`không thấy tiêu đề “${edition.tieuDe}”`))
  const run = (words: string): string => words.replaceAll(OUTSIDE_MARK, '').replace(/\s/g, '')
  const said = run(facts.text)
  for (const block of Array.isArray(content.noiDung) ? content.noiDung : []) {
    const words = squeeze(plainText(block))
    if (!said.includes(run(words))) findings.push(wrong(`không thấy đoạn “${words.slice(0, 80)}”`))
  }
  if (edition.boSuuTap === 'tin-bai' && !facts.text.includes(edition.vanTay)) findings.push(wrong(`không thấy mã ${edition.vanTay.slice(0, 8)}`))
  return findings
}
