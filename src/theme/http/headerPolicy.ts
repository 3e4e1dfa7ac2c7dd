/**
 * What an answer lets others do with it, by what kind of answer it is. Rule: pages run nothing, take nothing from elsewhere and
 * stand in nobody's frame; what others embed or read by program – pictures, feeds, calendars, public data – says that they may.
 * No answer of any kind lets a stranger's page read with its reader's cookies.
 */
import type { Response } from 'express'

export type AnswerKind = 'page' | 'machine' | 'picture' | 'kept' | 'opened' | 'asset' | 'api' | 'openData' | 'panel'
type Headers = Readonly<Record<string, string>>

/** Nothing here connects anywhere; `connect-src` lets checkers that run inside the page fetch /robots.txt. */
export const pagePolicy = (style = "'none'"): string =>
  `default-src 'none';img-src 'self';media-src 'self';style-src ${style};connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'`

const FILE: Headers = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin', 'X-Permitted-Cross-Domain-Policies': 'none' }
const NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox"
const EMBEDDED_BY_ANYBODY: Headers = { 'Cross-Origin-Resource-Policy': 'cross-origin' }
const READ_BY_ANYBODY: Headers = { ...EMBEDDED_BY_ANYBODY, 'Access-Control-Allow-Origin': '*' }
const OWN_ALONE: Headers = { 'Cross-Origin-Resource-Policy': 'same-origin' }

export const HEADER_POLICY: Readonly<Record<AnswerKind, Headers>> = {
  page: {
    ...FILE,
    ...OWN_ALONE,
    'Content-Security-Policy': pagePolicy(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-DNS-Prefetch-Control': 'off',
    'X-Download-Options': 'noopen',
    'X-Frame-Options': 'SAMEORIGIN',
  },
  /** Feeds, calendars, site maps, the record's words and key. */
  machine: { ...FILE, ...READ_BY_ANYBODY, 'Content-Security-Policy': NOT_A_PAGE },
  picture: { ...FILE, ...EMBEDDED_BY_ANYBODY, 'Content-Security-Policy': NOT_A_PAGE },
  /** A document to be kept. */
  kept: { ...FILE, ...EMBEDDED_BY_ANYBODY, 'Content-Security-Policy': NOT_A_PAGE },
  /** A document the reader asked to see: the browser's own viewer may draw it, and nothing else happens. */
  opened: {
    ...FILE,
    ...EMBEDDED_BY_ANYBODY,
    'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'X-Frame-Options': 'SAMEORIGIN',
  },
  asset: { ...FILE, ...EMBEDDED_BY_ANYBODY, 'Content-Security-Policy': NOT_A_PAGE },
  /** Answers that are pages or files of their own bring their own policy. */
  api: { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin', ...OWN_ALONE },
  /** What the interface answers to anybody, asked by somebody who is nobody in particular. */
  openData: { ...FILE, ...READ_BY_ANYBODY },
  /** Its Content-Security-Policy names a nonce for each answer (`server/panel/front.ts`). */
  panel: { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin', 'X-Robots-Tag': 'noindex', ...OWN_ALONE },
}

/** From here on the answer is of this kind; whatever nobody said more of is a page. */
export function answersAs(res: Response, kind: AnswerKind): void {
  for (const name of Object.keys(HEADER_POLICY.page)) res.removeHeader(name)
  res.set(HEADER_POLICY[kind] as Record<string, string>)
  res.locals.answersAs = kind
}
