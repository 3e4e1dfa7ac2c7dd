/** Rule: a word is taken for a mistyped one where one letter (in long words two) is wrong, missing, too much or swapped with its neighbour. */

/** Letters to change, neighbours swapped counting as one; stops counting above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last, row]: [number[], number[], number[]] = [[], [], Array.from({ length: b.length + 1 }, (_none, i) => i)]
  for (let i = 1; i <= a.length; i += 1) {
    ;[before, last, row] = [last, row, [i]]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
  }
  return row[b.length]!
}

const allowed = (word: string): number => (word.length >= 7 ? 2 : word.length >= 2 ? 1 : 0)

/** Nearest first; the word itself is not among them. */
export const nearest = (word: string, known: readonly string[]): string[] =>
  known
    .map((k) => ({ k, d: distance(word, k, allowed(word)) }))
    .filter(({ d }) => d > 0 && d <= allowed(word))
    .sort((a, b) => a.d - b.d)
    .map(({ k }) => k)

/** What else could have been meant: words nobody used are replaced, else one word at a time. `isKnown` and `near` by folded word. */
export function corrections(words: readonly string[], isKnown: (word: string) => boolean, near: (word: string) => readonly string[], most: number): string[][] {
  const strange = words.flatMap((w, i) => (isKnown(w) || /\d/.test(w) ? [] : [i]))
  if (strange.length > 2) return []
  if (strange.length === 0) return rounds(words.map((w, i) => near(w).map((other) => words.map((v, n) => (n === i ? other : v))))).slice(0, most)
  return strange
    .reduce<string[][]>(
      (made, i) =>
        made.flatMap((m) =>
          near(m[i]!)
            .slice(0, most)
            .map((other) => m.map((v, n) => (n === i ? other : v))),
        ),
      [[...words]],
    )
    .slice(0, most)
}

/** First of each, second of each, … */
const rounds = <T>(lists: readonly (readonly T[])[]): T[] =>
  Array.from({ length: Math.max(0, ...lists.map((l) => l.length)) }, (_none, i) => lists.flatMap((l) => (i < l.length ? [l[i]!] : []))).flat()
