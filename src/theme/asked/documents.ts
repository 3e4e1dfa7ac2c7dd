/** What readers ask of the list of documents, as it stands in the address: one order, nothing empty, so addresses stay the same. */
import { LOAI_VAN_BAN } from '../../policy/gate/gates/vanBan.ts'
import { isSlug } from '../../policy/gate/slug.ts'
import { parseQuery } from '../../policy/text/searchWords.ts'

export type Asked = { q: string; loai: string; coQuan: string; nam: string; /** Slug of a topic. */ chuDe: string; truoc: number | null }

/** What the lists of the form offer: years, issuers and kinds that some live document has. */
export type Choices = { nam: string[]; coQuan: string[]; loai: string[] }

const NAMES: [Exclude<keyof Asked, 'truoc'>, string][] = [
  ['q', 'q'],
  ['loai', 'loai'],
  ['coQuan', 'co-quan'],
  ['nam', 'nam'],
  ['chuDe', 'chu-de'],
]

const FITS: Record<Exclude<keyof Asked, 'truoc'>, (value: string) => boolean> = {
  q: () => true,
  loai: (value) => (LOAI_VAN_BAN as readonly string[]).includes(value),
  coQuan: (value) => value.length <= 200,
  nam: (value) => /^(?:19|20|21)\d{2}$/.test(value),
  chuDe: isSlug,
}

/** Null where something asked can name nothing at all. */
export function askedOf(query: Record<string, unknown>): Asked | null {
  const asked: Asked = { q: '', loai: '', coQuan: '', nam: '', chuDe: '', truoc: null }
  for (const [key, name] of NAMES) {
    const raw = query[name]
    const value = key === 'q' ? parseQuery(raw).q : typeof raw === 'string' ? raw.normalize('NFC').trim() : raw === undefined ? '' : null
    if (value === null || (value !== '' && !FITS[key](value))) return null
    asked[key] = value
  }
  const { truoc } = query
  if (truoc !== undefined && !(typeof truoc === 'string' && /^\d{1,9}$/.test(truoc))) return null
  return { ...asked, truoc: truoc === undefined ? null : Number(truoc) }
}

export const isNarrowed = (asked: Asked): boolean => NAMES.some(([key]) => asked[key] !== '')

export function addressOf(asked: Asked): string {
  const params = new URLSearchParams(NAMES.filter(([key]) => asked[key] !== '').map(([key, name]) => [name, asked[key]]))
  if (asked.truoc !== null) params.set('truoc', String(asked.truoc))
  const text = params.toString()
  return text === '' ? '/van-ban' : `/van-ban?${text}`
}
