/**
 * Rule: a submission freezes exactly the public projection of a working copy, and everything that is missing
 * or wrong is said at once, each with its field.
 */
import type { Json } from './fingerprint.ts'
import { toNfc } from './fingerprint.ts'
import type { FieldRule, Gate } from './gates/index.ts'
import { idOf } from '../ids.ts'
import { issue, type Issue } from '../issues.ts'
import { safeLink } from '../text/links.ts'
import { isReadable } from './contrast.ts'
import { rowsOf, walkFields, type Leaf, type Visit } from './walkFields.ts'
import { dayOf, isKnownYear } from '../time/hanoi.ts'
import { spanOfYear } from '../time/schoolYear.ts'
import { mended } from '../text/mend.ts'
import { oldFontOf } from '../text/oldFonts/recognise.ts'
import { linesOf, plainText, projectRichText, type FrozenNode, type Resolver } from '../text/richText.ts'
import { codePoints, faultIn } from '../text/text.ts'

export type Doc = Record<string, unknown>
export type FreezeResolver = Resolver & {
  /** The live edition of a document: what it is called and where it stands. */
  live: (slug: string, id: number) => { taiLieu: number; slug: string; ten: string } | null
  /** The bytes of this document's own file. */
  file: () => FrozenNode | null
  /** Why there are none, where that is known. */
  fileRefused?: () => Issue | null
}
export type Frozen = { content: { [key: string]: Json }; issues: Issue[] }

/** Longest canonical text of one submission, in characters; a school's longest report is a tenth of it. */
export const MAX_CONTENT = 500_000

/** What is seen or heard is told to those who cannot; a document is read. */
export const needsWords = (media: { loai?: unknown }): boolean => media.loai === 'anh' || media.loai === 'phim' || media.loai === 'am'

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function freezeText(value: unknown, field: string, max: number, issues: Issue[]): Json {
  if (typeof value !== 'string') return (issues.push(issue('INVALID_VALUE', field)), null)
  const old = oldFontOf(value)
  // The soft hyphen of TCVN3 is a letter: what is in an old font is quoted as it stands.
  const text = (old ? value : mended(value)).trim()
  if (codePoints(text) > max) issues.push(issue('TOO_LONG', field, { max }))
  else issues.push(...textIssues(text, field))
  return text
}

/** Faults of characters in one text. Legacy fonts first: their bytes would also be named "invisible". */
export function textIssues(text: string, field: string): Issue[] {
  const old = oldFontOf(text)
  if (old) return [issue('LEGACY_FONT', field, { phong: old.font, chu: old.words.slice(0, 100) })]
  const found = faultIn(text)
  return found === null ? [] : [issue('FORBIDDEN_CHARACTER', field, { fault: found.fault, cho: found.cho.slice(0, 200) })]
}

const hasContent = (content: Json): boolean => plainText(content).trim() !== '' || JSON.stringify(content).includes('"type":"upload"')

function freezeField(rule: Leaf, value: unknown, field: string, resolve: FreezeResolver, issues: Issue[]): Json {
  switch (rule.kind) {
    case 'text':
      return freezeText(value, field, rule.max, issues)
    case 'address': {
      const path = typeof value === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(value) ? value : safeLink(value)
      const fits = path !== null && (rule.web !== true || path.startsWith('https://'))
      if (!fits) issues.push(issue('LINK_NOT_ALLOWED', field, { url: String(value).slice(0, 200), ...(rule.web ? { web: 1 } : {}) }))
      return fits ? path : null
    }
    case 'colour': {
      const ok = typeof value === 'string' && isReadable(value)
      if (!ok) issues.push(issue('INVALID_VALUE', field))
      return ok ? value.toLowerCase() : null
    }
    case 'oneOf': {
      const known = rule.values.find((v) => v === value)
      if (known === undefined) issues.push(issue('INVALID_VALUE', field))
      return known ?? null
    }
    case 'flag':
      return value === true
    case 'number':
      return Number.isFinite(value) ? (value as number) : null
    case 'date': {
      const time = typeof value === 'string' ? Date.parse(value) : NaN
      if (Number.isNaN(time)) issues.push(issue('INVALID_VALUE', field))
      else if (!isKnownYear(time)) issues.push(issue('YEAR_UNLIKELY', field))
      return Number.isNaN(time) ? null : new Date(time).toISOString()
    }
    case 'day': {
      const time = typeof value === 'string' ? Date.parse(value) : NaN
      if (!isKnownYear(time)) issues.push(issue('INVALID_VALUE', field))
      return isKnownYear(time) ? dayOf(time) : null
    }
    case 'schoolYear': {
      const year = typeof value === 'string' ? value.replace(/\s/g, '').replace('–', '-') : ''
      const known = spanOfYear(year) !== null
      if (!known) issues.push(issue('INVALID_VALUE', field, { goiY: '2026-2027' }))
      return known ? year : null
    }
    case 'richText': {
      const { content, issues: found } = projectRichText(value, field, resolve)
      issues.push(...found, ...textIssues(linesOf(content).join('\n'), field))
      if (rule.required && found.length === 0 && !hasContent(content)) issues.push(issue('MISSING_FIELD', field))
      return content
    }
    case 'live': {
      const one = (v: unknown): Json => {
        const edition = resolve.live(rule.to, idOf(v))
        if (edition === null) issues.push(issue('NOT_LIVE', field, { what: rule.to, id: idOf(v) }))
        return edition
      }
      return rule.many ? (Array.isArray(value) ? value : [value]).map(one) : one(value)
    }
    case 'media': {
      const one = (v: unknown): Json => {
        const media = resolve.media(idOf(v))
        if (media === null) issues.push({ ...(resolve.mediaRefused?.(idOf(v)) ?? issue('FILE_UNREADABLE')), field })
        else if (rule.only === 'tep' && media.kieu !== 'application/pdf') issues.push(issue('PDF_NEEDED', field))
        else if (rule.only === 'anh' && media.loai !== 'anh') issues.push(issue('PICTURE_NEEDED', field))
        else if (needsWords(media) && isEmpty(media.altText)) issues.push(issue('MISSING_ALT_TEXT', field))
        return media
      }
      return rule.many ? (Array.isArray(value) ? value : [value]).map(one) : one(value)
    }
    case 'file': {
      const file = resolve.file()
      if (file === null) issues.push({ ...(resolve.fileRefused?.() ?? issue('FILE_UNREADABLE')), field })
      return file
    }
  }
}

export function freezeFields(
  rules: readonly FieldRule[],
  doc: Doc | null | undefined,
  prefix: string,
  resolve: FreezeResolver,
  issues: Issue[],
): { [key: string]: Json } {
  const isMissing = (rule: FieldRule, value: unknown, field: string): boolean => {
    if (!isEmpty(value)) return false
    if (rule.required) issues.push(issue('MISSING_FIELD', field))
    return true
  }
  const visit: Visit<Json> = {
    leaf: (rule, value, field) => {
      if (rule.kind !== 'file' && isMissing(rule, value, field)) return undefined
      const frozen = freezeField(rule, value, field, resolve, issues)
      if (frozen !== null && frozen !== '' && frozen !== false) return frozen
      if (rule.required && !issues.some((i) => i.field === field)) issues.push(issue('MISSING_FIELD', field))
      return undefined
    },
    enter: (rule, value, field) => {
      if (isMissing(rule, value, field)) return false
      if (rule.kind === 'rows' && rowsOf(value).length > rule.max) issues.push(issue('TOO_LONG', field, { max: rule.max }))
      return true
    },
    leave: (rule, opened, field) => void issues.push(...(rule.together?.(opened, field) ?? [])),
  }
  return walkFields(rules, doc, visit, prefix) as { [key: string]: Json }
}

/** The public content of a document and all that stands in the way of submitting it. */
export function freeze(gate: Gate, doc: Doc, resolve: FreezeResolver): Frozen {
  const issues: Issue[] = []
  const content = freezeFields(gate.fields, toNfc(doc), '', resolve, issues)
  if (JSON.stringify(content).length > MAX_CONTENT) {
    const rich = gate.fields.find((f) => f.kind === 'richText')
    issues.push(issue('TOO_LONG', rich?.name ?? gate.title, { max: MAX_CONTENT }))
  }
  return { content, issues }
}
