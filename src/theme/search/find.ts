/** One search from what was typed to what is shown: every word; else what was probably meant; else some of the words. */
import { COUNTED, type Answer, type Result } from '../asked/answer.ts'
import { plainText } from '../../policy/text/richText.ts'
import { corrections, nearest } from '../../policy/text/nearWords.ts'
import { foldWord } from '../../policy/text/searchFold.ts'
import { parseQuery, type Asked } from '../../policy/text/searchWords.ts'
import { html } from '../draw/html.ts'
import type { Db } from '../queries/db.ts'
import { countUpTo, firstRanked, lookalikes, ranked, standInTitles, type Found } from '../queries/search.ts'
import type { Cursor } from '../asked/search.ts'
import { hasPhrases, markedTitle, passage, wanted } from './highlight.ts'
import { everyWord, someWords, type Question, type Ranked } from '../asked/question.ts'

export const PAGE = 20
const THIN = 3
const MEANT_SHOWN = 5
const TRIED = 16

export type Wish = { asked: Asked; only: readonly Question[]; from: Date | null; until: Date | null; after: Cursor | null }

const textOf = (f: Found): string =>
  [f.noiDung.tomTat, plainText(f.noiDung.noiDung), f.noiDung.coQuanBanHanh, f.noiDung.nguoiKy]
    .filter((t): t is string => typeof t === 'string' && t !== '')
    .join(' ')

/** What the documents of an edition say; they stand at its own places and inside its text, however deep that is. */
function filesOf(content: unknown): string[] {
  const found: string[] = []
  const waiting = [content]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null || typeof node !== 'object') continue
    for (const [key, value] of Object.entries(node))
      if (key === 'chuTep') found.push(String(value))
      else if (value !== undefined) waiting.push(value)
  }
  return found
}

/** An official document is called by its number and what it is about. */
const titleOf = (f: Found): string =>
  typeof f.noiDung.soKyHieu === 'string' && !f.tieuDe.includes(f.noiDung.soKyHieu) ? `${f.noiDung.soKyHieu}: ${f.tieuDe}` : f.tieuDe

function drawn(f: Found, words: ReadonlySet<string>): Result {
  const { id, boSuuTap, loai, slug, dangLanDau, noiDung } = f
  const own = passage(textOf(f), words)
  const ofFiles = own === null ? passage(filesOf(noiDung).join(' '), words) : null
  const excerpt = own ?? (ofFiles && html`<span class="nhan-loai">Trong tệp</span> ${ofFiles}`)
  return { id, boSuuTap, loai, slug, dangLanDau, noiDung, title: markedTitle(titleOf(f), words), excerpt }
}

/** `none`: the index knows nothing of the kind; what only lacks a phrase has told all there is. */
type PageOf = { found: Found[]; next: Cursor | null; count: number; none: boolean }

async function pageOf(db: Db, questions: Ranked, wish: Wish, limit: number): Promise<PageOf> {
  const { after } = wish
  const { rows, count } = after
    ? await Promise.all([ranked(db, questions, wish, after, limit + 1), countUpTo(db, questions, wish, COUNTED)]).then(([rows, count]) => ({ rows, count }))
    : await firstRanked(db, questions, wish, limit + 1, COUNTED)
  const shown = rows.slice(0, limit)
  const found = shown.filter((f) => hasPhrases([titleOf(f), textOf(f), ...filesOf(f.noiDung)].join(' '), wish.asked))
  const last = shown.at(-1)
  return { found, next: rows.length > limit && last ? { rank: last.rank, id: last.id } : null, count: count - (shown.length - found.length), none: count === 0 }
}

/** What was probably meant: the nearest words that stand together in a live title, as that title writes them. */
async function meantBy(db: Db, wish: Wish): Promise<Answer['meant']> {
  const words = wish.asked.terms.map((t) => t.folded)
  if (words.length === 0 || words.length > 8) return null
  const alike = await lookalikes(db, [...new Set(words.filter((w) => /^[a-z]{2,20}$/.test(w)))])
  const near = (w: string): string[] => nearest(w, alike.get(w) ?? [])
  const tried = corrections(words, (w) => alike.get(w)?.includes(w) ?? /\d|^.$/.test(w), near, TRIED)
  if (tried.length === 0) return null
  for (const i of await standInTitles(db, tried, wish.only, 2)) {
    const asked = parseQuery(tried[i]!.join(' '))
    const { found } = await pageOf(db, everyWord(asked, wish.only), { ...wish, asked, after: null }, MEANT_SHOWN)
    if (found.length === 0) continue
    const q = asWritten(found[0]!.tieuDe, tried[i]!)
    return { q, results: found.map((f) => drawn(f, wanted(asked))) }
  }
  return null
}

/** `giai bong chuyen` as the title has it: `giải bóng chuyền`. */
function asWritten(title: string, words: readonly string[]): string {
  const written = new Map((title.normalize('NFC').match(/[\p{L}\p{Nd}\p{M}]+/gu) ?? []).map((w) => [foldWord(w)?.folded, w.toLowerCase()]))
  return words.map((w) => written.get(w) ?? w).join(' ')
}

export async function find(db: Db, wish: Wish): Promise<Answer> {
  const words = wanted(wish.asked)
  const answer = ({ found, next, count }: PageOf, some: boolean, meant: Answer['meant']): Answer => ({
    results: found.map((f) => drawn(f, words)),
    count,
    next,
    some,
    meant,
  })
  const every = await pageOf(db, everyWord(wish.asked, wish.only), wish, PAGE)
  const meant = every.count < THIN && wish.after === null ? await meantBy(db, wish) : null
  const some = every.none && meant === null ? someWords(wish.asked, wish.only) : null
  if (some === null) return answer(every, false, meant)
  const loose = { ...wish, asked: { ...wish.asked, terms: wish.asked.terms.map((t) => ({ ...t, next: false })) } }
  const loosely = await pageOf(db, some, loose, PAGE)
  return answer(loosely, loosely.found.length > 0, null)
}
