/** Rule: who or what in a picture must not be known – a face, a number plate – is covered by a person, by hand, so that nothing of it can be got back. */

/** A disc: its middle and its radius in ten-thousandths, of the width and the height, and of the width. */
export type Area = { x: number; y: number; r: number }

const WHOLE = 10_000
export const MOST_AREAS = 60
export const RADII = { nho: 150, vua: 350, to: 800, ratTo: 1600 } as const
export type Radius = keyof typeof RADII

export const areasText = (areas: readonly Area[]): string => areas.map(({ x, y, r }) => `${x}-${y}-${r}`).join('.')

/** Null where the text names anything else. */
export function areasOf(text: string): Area[] | null {
  if (text === '') return []
  const areas = text.split('.').map((one) => /^(\d{1,5})-(\d{1,5})-(\d{1,5})$/.exec(one))
  if (areas.length > MOST_AREAS || areas.some((one) => one === null)) return null
  const read = areas.map((one) => ({ x: Number(one![1]), y: Number(one![2]), r: Number(one![3]) }))
  return read.every(({ x, y, r }) => x <= WHOLE && y <= WHOLE && r > 0 && r <= WHOLE) ? read : null
}

/** What of a picture is looked at: a square of `n`×`n` parts, and which of them, from the left above. */
export type View = { n: 1 | 2 | 3; part: number }

export function viewOf(text: string): View {
  const [, n, part] = /^([123])-([0-8])$/.exec(text) ?? []
  const view = { n: Number(n ?? 1) as View['n'], part: Number(part ?? 0) }
  return view.part < view.n * view.n ? view : { n: 1, part: 0 }
}

/** A point of what is looked at, in shares of it, as a point of the whole. */
export const pointIn = ({ n, part }: View, x: number, y: number): { x: number; y: number } => {
  const within = (share: number, index: number): number => Math.round(Math.min(WHOLE, Math.max(0, ((index + Math.min(1, Math.max(0, share))) / n) * WHOLE)))
  return { x: within(x, part % n), y: within(y, Math.floor(part / n)) }
}
