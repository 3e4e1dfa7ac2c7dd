/**
 * Rule: what changed between two texts is told as a person would: this was reworded, that is new, that is gone, this moved, this
 * picture is another one. Bounded: a text of any length is compared in about a second, more coarsely where little is alike.
 */
import { diffArrays } from 'diff'
import type { Block } from './blocks.ts'
import { bagOf, shared, wordsBetween, type Bag, type Piece } from './words.ts'

export type Change = { how: 'sua' | 'trinhBay' | 'thayAnh' | 'them' | 'bo' | 'chuyen'; field: string; kind: Block['kind']; pieces: Piece[] }

const MOST_EDITS = 1000
/** How far away the old wording of a block is looked for. */
const WINDOW = 40
const MOST_MOVES = 60
/** Less in common, and it is another paragraph. */
const ALIKE = 0.4
/** Letters of a cell, a date, an item of a list: too few words to share any. */
const SHORT = 40

/** Neighbours that went and came together. */
type Hunk = { gone: Block[]; come: Block[] }

function hunksBetween(before: readonly Block[], after: readonly Block[]): Hunk[] {
  const nameOf = (block: Block): string => `${block.field}\u0000${block.kind}\u0000${block.key}`
  const parts = diffArrays(before.map(nameOf), after.map(nameOf), { maxEditLength: MOST_EDITS })
  if (!parts) return apart(before, after, nameOf)
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  let open: Hunk | null = null
  for (const { value, added, removed } of parts) {
    if (!added && !removed) open = null
    else if (!open) hunks.push((open = { gone: [], come: [] }))
    if (added) open!.come.push(...after.slice(j, j + value.length))
    if (removed) open!.gone.push(...before.slice(i, i + value.length))
    if (!added) i += value.length
    if (!removed) j += value.length
  }
  return hunks
}

/** Little is alike: what only one side has, in its order, as one hunk. */
function apart(before: readonly Block[], after: readonly Block[], nameOf: (block: Block) => string): Hunk[] {
  const [old, young] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))]
  return [{ gone: before.filter((b) => !young.has(nameOf(b))), come: after.filter((b) => !old.has(nameOf(b))) }]
}

const whole = (how: 'them' | 'bo' | 'chuyen', { field, kind, text }: Block): Change => ({
  how,
  field,
  kind,
  pieces: [{ how: how === 'chuyen' ? 'giu' : how, text }],
})

/** One block in place of another of its field. */
function reworded(gone: Block, come: Block): Change {
  const { field, kind } = come
  if (kind === 'anh' && gone.text === come.text) return { how: 'thayAnh', field, kind, pieces: [{ how: 'giu', text: come.text }] }
  if (gone.text === come.text) return { how: 'trinhBay', field, kind, pieces: [{ how: 'giu', text: come.text }] }
  return { how: 'sua', field, kind, pieces: wordsBetween(gone.text, come.text) }
}

/** The place in `gone` of what `come` was before, after `from`; -1: it was nothing. Fields of one block are always the same one. */
function ancestor(come: Block, gone: readonly Block[], from: number, alone: ReadonlySet<string>, bag: (block: Block) => Bag): number {
  let [best, at] = [ALIKE, -1]
  for (let i = from; i < Math.min(gone.length, from + WINDOW); i += 1) {
    const one = gone[i]!
    if (one.field !== come.field || one.kind !== come.kind) continue
    if (alone.has(come.field) || one.text === come.text) return i
    if (i === from && Math.max(one.text.length, come.text.length) <= SHORT) return i
    const much = shared(bag(one), bag(come))
    if (much >= best) [best, at] = [much + 1e-9, i]
  }
  return at
}

/** Fields that hold one block on both sides at most. */
function singles(before: readonly Block[], after: readonly Block[]): ReadonlySet<string> {
  const many = new Set<string>()
  for (const side of [before, after]) side.reduce((seen, { field }) => (seen.has(field) ? many.add(field) : seen.add(field), seen), new Set<string>())
  return new Set([...before, ...after].map(({ field }) => field).filter((field) => !many.has(field)))
}

/** Blocks that went in one place and came in another, by what tells them apart. */
function movedBlocks(hunks: readonly Hunk[]): Map<string, number> {
  const moved = new Map<string, number>()
  const gone = new Map<string, number>()
  const name = ({ field, key, text }: Block): string | null => (text === '' ? null : `${field}\u0000${key}`)
  for (const block of hunks.flatMap((h) => h.gone)) gone.set(name(block) ?? '', (gone.get(name(block) ?? '') ?? 0) + 1)
  let left = MOST_MOVES
  for (const block of hunks.flatMap((h) => h.come)) {
    const id = name(block)
    if (id === null || left === 0 || (gone.get(id) ?? 0) === 0) continue
    gone.set(id, gone.get(id)! - 1)
    moved.set(id, (moved.get(id) ?? 0) + 1)
    left -= 1
  }
  return moved
}

const taken = (counts: Map<string, number>, { field, key, text }: Block): boolean => {
  const id = `${field}\u0000${key}`
  const left = text === '' ? 0 : (counts.get(id) ?? 0)
  if (left > 0) counts.set(id, left - 1)
  return left > 0
}

/** What changed, in the order in which it is read. */
export function changesBetween(before: readonly Block[], after: readonly Block[]): Change[] {
  const hunks = hunksBetween(before, after)
  const moved = movedBlocks(hunks)
  const leaving = new Map(moved)
  const alone = singles(before, after)
  const bags = new Map<Block, Bag>()
  const bag = (block: Block): Bag => {
    if (!bags.has(block)) bags.set(block, bagOf(block.text))
    return bags.get(block)!
  }
  return hunks.flatMap(({ gone: all, come }) => {
    const gone = all.filter((block) => !taken(leaving, block))
    const changes: Change[] = []
    let next = 0
    for (const block of come) {
      if (taken(moved, block)) {
        changes.push(whole('chuyen', block))
        continue
      }
      const at = ancestor(block, gone, next, alone, bag)
      if (at >= 0) changes.push(...gone.slice(next, at).map((one) => whole('bo', one)))
      changes.push(at < 0 ? whole('them', block) : reworded(gone[at]!, block))
      if (at >= 0) next = at + 1
    }
    return [...changes, ...gone.slice(next).map((one) => whole('bo', one))]
  })
}
