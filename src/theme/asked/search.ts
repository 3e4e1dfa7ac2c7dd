/** What narrows a search: read from the address, written back into one that stays the same however it was reached. */
import { GATES } from '../../policy/gate/gates/index.ts'
import { LOAI, type Named } from '../content/edition.ts'
import type { Narrowing } from './question.ts'

/** Types readers can choose: those of stories, and the other collections that are searched. */
export const TYPES: Record<string, { ten: string; by: Pick<Narrowing, 'loai' | 'boSuuTap'> }> = Object.fromEntries(
  GATES.flatMap(({ slug, search }) => {
    if (search === undefined) return []
    if (search !== 'byKind') return [[slug, { ten: search.ten, by: { boSuuTap: slug } }]]
    return Object.entries(LOAI).map(([loai, { ten }]) => [loai, { ten, by: { loai, boSuuTap: slug } }])
  }),
)

/** `tu`, `den`: days as `2026-11-20`, both included. */
export type Filters = { loai: string | null; chuDe: Named | null; donVi: Named | null; tu: string | null; den: string | null }
export type Cursor = { rank: number; id: number }

type Query = Readonly<Record<string, unknown>>
const first = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value.find((v) => v !== '') : value
  return typeof one === 'string' && one !== '' && one.length <= 200 ? one : null
}

export const wordsOf = (query: Query): string => {
  const one: unknown = Array.isArray(query.q) ? query.q.find((v) => v !== '') : query.q
  return typeof one === 'string' ? one : ''
}

function dayOf(value: unknown): string | null {
  const text = first(value)
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && text >= '2000-01-01' && text < '2100-01-01' ? text : null
}

/** `unread`: parameters that were given and mean nothing here. */
export function readFilters(query: Query, topics: readonly Named[], units: readonly Named[]): { filters: Filters; unread: boolean } {
  const named = (value: unknown, list: readonly Named[]): Named | null => list.find((n) => n.slug === first(value)) ?? null
  const type = first(query.loai)
  const filters = {
    loai: type !== null && Object.hasOwn(TYPES, type) ? type : null,
    chuDe: named(query['chu-de'], topics),
    donVi: named(query['don-vi'], units),
    tu: dayOf(query.tu),
    den: dayOf(query.den),
  }
  const given = [query.loai, query['chu-de'], query['don-vi'], query.tu, query.den].filter(
    (v) => v !== undefined && v !== '' && !(Array.isArray(v) && v.every((x) => x === '')),
  )
  return { filters, unread: given.length > Object.values(filters).filter((v) => v !== null).length }
}

export const isNarrowed = (f: Filters): boolean => Object.values(f).some((v) => v !== null)

export function cursorOf(query: Query): Cursor | null {
  const found = /^(\d{1,2})\.(\d{1,9})$/.exec(first(query.truoc) ?? '')
  return found ? { rank: Number(found[1]), id: Number(found[2]) } : null
}

const DAY = 86_400_000
const start = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

/** Instants between which an edition was first published. */
export const between = ({ tu, den }: Filters): { from: Date | null; until: Date | null } => ({
  from: tu === null ? null : start(tu),
  until: den === null ? null : new Date(start(den).getTime() + DAY),
})

/** Lexemes of the index that hold for everything these filters let through; days are compared beside them. */
export function narrowing(f: Filters, today: string): Narrowing {
  const by = f.loai === null ? {} : TYPES[f.loai]!.by
  const dated = f.tu === null && f.den === null ? {} : dates(f.tu ?? '2000-01-01', f.den ?? (today > (f.tu ?? '') ? today : '2099-12-31'))
  return { ...by, ...dated, ...(f.chuDe ? { chuDe: f.chuDe.taiLieu } : {}), ...(f.donVi ? { donVi: f.donVi.taiLieu } : {}) }
}

function dates(from: string, to: string): Pick<Narrowing, 'months' | 'years'> {
  const [y1, m1, y2, m2] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(to.slice(0, 4)), Number(to.slice(5, 7))]
  const months = (y2 - y1) * 12 + m2 - m1 + 1
  if (months > 24) return { years: Array.from({ length: y2 - y1 + 1 }, (_none, i) => y1 + i) }
  return { months: Array.from({ length: Math.max(months, 1) }, (_none, i) => `${y1 + Math.floor((m1 - 1 + i) / 12)}-${((m1 - 1 + i) % 12) + 1}`) }
}

/** The address of a search, parameters always in the same order and never empty. */
export function addressOf(q: string, f: Partial<Filters>, cursor: Cursor | null = null): string {
  const parameters: [string, string | null | undefined][] = [
    ['q', q],
    ['loai', f.loai],
    ['chu-de', f.chuDe?.slug],
    ['don-vi', f.donVi?.slug],
    ['tu', f.tu],
    ['den', f.den],
    ['truoc', cursor && `${cursor.rank}.${cursor.id}`],
  ]
  const said = new URLSearchParams(parameters.filter((p): p is [string, string] => Boolean(p[1]))).toString()
  return said === '' ? '/tim-kiem' : `/tim-kiem?${said}`
}
