/**
 * Rule: whom something is due of is told by what stood approved then. A unit is there from the day it was first approved, within the
 * days its approved edition of that time says; an edition of today says nothing of yesterday. Days of Hà Nội, `2026-12-31`.
 */

/** Both days included; null where it goes on. */
export type Span = { tu: string; den: string | null }

/** An approved edition of a unit: the day it was published, the first day on which it was no longer, and what it says. */
export type UnitEdition = { loai: string; dang: string; het: string | null; hieuLucTu: string | null; hieuLucDen: string | null }

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const later = (a: string, b: string | null): string => (b !== null && b > a ? b : a)
const sooner = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a)

const spanOf = (from: string, firstWithout: string | null, tu: string | null, den: string | null): Span[] => {
  const span = { tu: later(from, tu), den: sooner(firstWithout && dayBefore(firstWithout), den) }
  return span.den !== null && span.den < span.tu ? [] : [span]
}

/** `counts`: whether units of a kind are meant. */
export const unitSpans = (editions: readonly UnitEdition[], counts: (loai: string) => boolean): Span[] =>
  editions.flatMap(({ loai, dang, het, hieuLucTu, hieuLucDen }) => (counts(loai) ? spanOf(dang, het, hieuLucTu, hieuLucDen) : []))

/** `tu`: the first day; `het`: the day he left, on which he belonged there no more. */
export const memberSpans = (rows: readonly { tu: string; het: string | null }[]): Span[] => rows.flatMap(({ tu, het }) => spanOf(tu, het, null, null))

export const isThereOn = (spans: readonly Span[], day: string): boolean => spans.some(({ tu, den }) => tu <= day && (den === null || day <= den))
