/**
 * One walk over the grammar of a gate: which fields a document has, what each is called, what lies inside groups and
 * rows. Freezing, references and links all see a document through it, so none of them can forget a kind of field.
 */
import type { FieldRule } from './gates/gate.ts'

type Doc = Record<string, unknown>
export type Holder = Extract<FieldRule, { kind: 'group' | 'rows' }>
export type Leaf = Exclude<FieldRule, Holder>
export type Walked<T> = { [name: string]: T | Walked<T> | Walked<T>[] }

export type Visit<T> = {
  /** What a field becomes; undefined: nothing. */
  leaf: (rule: Leaf, value: unknown, field: string) => T | undefined
  /** Asked before a group or rows are opened; false: they are left closed. */
  enter?: (rule: Holder, value: unknown, field: string) => boolean
  /** Told after a group was opened, with what became of it. */
  leave?: (rule: Extract<Holder, { kind: 'group' }>, opened: Walked<T>, field: string) => void
}

export const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export function walkFields<T>(rules: readonly FieldRule[], doc: Doc | null | undefined, visit: Visit<T>, prefix = ''): Walked<T> {
  const built: Walked<T> = {}
  for (const rule of rules) {
    if (rule.when && doc?.[rule.when.field] !== rule.when.is) continue
    const value = doc?.[rule.name]
    const field = prefix + rule.name
    if (rule.kind !== 'group' && rule.kind !== 'rows') {
      const one = visit.leaf(rule, value, field)
      if (one !== undefined) built[rule.name] = one
    } else if (visit.enter?.(rule, value, field) !== false) {
      const inside = (part: unknown, at: string): Walked<T> => walkFields(rule.fields, part as Doc, visit, `${at}.`)
      const opened = rule.kind === 'group' ? inside(value, field) : rowsOf(value).map((row, i) => inside(row, `${field}.${i}`))
      if (rule.kind === 'group') visit.leave?.(rule, opened as Walked<T>, field)
      if (Array.isArray(opened) || Object.keys(opened).length > 0) built[rule.name] = opened
    }
  }
  return built
}
