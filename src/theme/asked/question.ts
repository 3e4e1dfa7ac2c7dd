/**
 * The questions put to the index of `ban_dang`, best rank first, no edition in two of them. Exact accents go before folded
 * ones; then the title, the summary, the body. Words are quoted lexemes: nothing a reader types is syntax to the database.
 */
import { apart, type Asked, type Term } from '../../policy/text/searchWords.ts'

/** A `tsquery`, as text. */
export type Question = string

const lexeme = (text: string): Question => `'${text.replace(/['\\]/g, '$&$&')}'`
const and = (parts: readonly Question[]): Question => (parts.length === 1 ? parts[0]! : `(${parts.join(' & ')})`)
const or = (parts: readonly Question[]): Question => (parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`)
const not = (question: Question): Question => `!${question}`

/** Where words are looked for: title, title or summary, everything. */
type Field = 't' | 's' | ''
const FIELDS: readonly Field[] = ['t', 's', '']

const folded = (word: string, field: Field): Question => lexeme(field === '' ? word : `${field}:${word}`)
const exact = (word: string, field: Field): Question => lexeme(`e${field}:${word}`)
const neighbours = (a: string, b: string): Question => lexeme(`${a}_${b}`)

function ofTerm(term: Term, field: Field, accents: boolean): Question {
  if (/\d/.test(term.folded)) {
    const written = apart(term.folded).map(([a, b]) => (field === '' ? neighbours(a, b) : and([folded(a, field), folded(b, field)])))
    return or([folded(term.folded, field), ...written])
  }
  return accents ? exact(term.exact, field) : folded(term.folded, field)
}

/** All terms in one field; side by side where they belong together, or joined to one word. */
function all({ terms, joined }: Asked, field: Field, accents: boolean): Question {
  const parts: Question[] = []
  for (let i = 0; i < terms.length;) {
    const asOne = joined.find((j) => j.from === i)
    const run = terms.slice(i, i + (asOne?.count ?? 1))
    const pairs = terms.slice(i, i + run.length).flatMap((t, n) => (field === '' && t.next ? [neighbours(t.folded, terms[i + n + 1]!.folded)] : []))
    const apartFrom = [...run.map((t) => ofTerm(t, field, accents)), ...pairs]
    parts.push(asOne ? or([and(apartFrom), folded(asOne.word, field)]) : and(apartFrom))
    i += run.length
  }
  return and(parts)
}

/** `ranks`: best first, no edition in two of them; `best`: the same without leaving out what is in a better one; `whole`: all of them, the last of `best`. */
export type Ranked = { ranks: Question[]; best: Question[]; whole: Question }

/** `only` may be empty where there are words, `asked` may have none where there are filters. */
export function everyWord(asked: Asked, only: readonly Question[]): Ranked {
  if (asked.terms.length === 0) return { ranks: [and(only)], best: [and(only)], whole: and(only) }
  const whole = and([all(asked, '', false), ...only])
  const [withAccents, without] = [true, false].map((accents) => FIELDS.map((field) => all(asked, field, accents))) as [Question[], Question[]]
  const plain = withAccents[0] === without[0]
  const order = [...(plain ? [] : withAccents), ...without]
  const ranks = order.map((question, i) => and([whole, question, ...order.slice(0, i).map(not)]))
  return { ranks, best: [...order.slice(0, -1).map((question) => and([whole, question])), whole], whole }
}

// Words that stand in nearly every sentence say nothing about what is looked for.
const LITTLE = new Set('va cua cac la co cho voi trong duoc nhung mot nay ve tu den tai o khi de do thi ma bi theo'.split(' '))

/** Where no edition has every word: all but one of them, then any; those in the title first. Null for a single word. */
export function someWords(asked: Asked, only: readonly Question[]): Ranked | null {
  const telling = asked.terms.filter((t) => !LITTLE.has(t.folded))
  const words = [...new Map((telling.length > 0 ? telling : asked.terms).map((t) => [t.folded, { ...t, next: false }])).values()]
  if (words.length < 2 && asked.terms.length < 2) return null
  const any = (field: Field): Question => or(words.map((t) => ofTerm(t, field, false)))
  const butOne = (field: Field): Question => or(words.map((_left, i) => and(words.filter((_t, n) => n !== i).map((t) => ofTerm(t, field, false)))))
  // Where words were to stand together, all of them in any order are the next best.
  const order = [
    ...(asked.terms.some((t) => t.next) ? (['t', ''] as const).map((field) => and(words.map((t) => ofTerm(t, field, false)))) : []),
    ...(words.length > 2 ? [butOne('t'), butOne('')] : []),
    any('t'),
    any(''),
  ]
  const ranks = order.map((question, i) => and([question, ...order.slice(0, i).map(not), ...only]))
  const best = order.map((question) => and([question, ...only]))
  return { ranks, best, whole: best.at(-1)! }
}

/** All words in one title: what a corrected query must find. */
export const inTitle = (words: readonly string[], only: readonly Question[]): Question => and([...words.map((w) => folded(w, 't')), ...only])

export type Narrowing = { loai?: string; boSuuTap?: string; chuDe?: number; donVi?: number; months?: readonly string[]; years?: readonly number[] }
export const narrowed = ({ loai, boSuuTap, chuDe, donVi, months = [], years = [] }: Narrowing): Question[] => [
  ...(loai ? [lexeme(`#l:${loai}`)] : []),
  ...(boSuuTap ? [lexeme(`#b:${boSuuTap}`)] : []),
  ...(chuDe === undefined ? [] : [lexeme(`#c:${chuDe}`)]),
  ...(donVi === undefined ? [] : [lexeme(`#d:${donVi}`)]),
  ...(months.length > 0 ? [or(months.map((m) => lexeme(`#m:${m}`)))] : []),
  ...(years.length > 0 ? [or(years.map((y) => lexeme(`#n:${y}`)))] : []),
]
