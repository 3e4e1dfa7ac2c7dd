/** Search over live stories: with or without accents, exact accents first. */
import { plainText } from '../../policy/richText.ts'
import type { Edition, Story } from '../edition.ts'
import { html, type Html } from '../html.ts'
import type { Db } from './db.ts'
import { LIVE, toEdition } from './editions.ts'

export const MAX_QUERY = 100

/** The words of a query in NFC, without characters that mean something to no reader. */
export const cleanQuery = (raw: unknown): string =>
  (typeof raw === 'string' ? raw : '')
    .normalize('NFC')
    .replace(/[\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_QUERY)

export async function search(db: Db, q: string, limit: number): Promise<Edition<Story>[]> {
  const { rows } = await db.query(
    `select b.* from ban_dang b, plainto_tsquery('simple', khong_dau($1)) k, plainto_tsquery('simple', lower($1)) d
      where b.bo_suu_tap = 'tin-bai' and ${LIVE} and tim_kiem(b.noi_dung) @@ k
      order by (to_tsvector('simple', lower(b.tieu_de)) @@ d) desc, (tim_kiem_dau(b.noi_dung) @@ d) desc,
        ts_rank(tim_kiem(b.noi_dung), k) desc, b.dang_lan_dau desc limit $2`,
    [q, limit],
  )
  return rows.map((row) => toEdition<Story>(row))
}

const fold = (text: string): string =>
  [...text.normalize('NFC')]
    .map(
      (c) =>
        c
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .replace(/đ/gi, 'd')
          .toLowerCase()
          .slice(0, 1) || c,
    )
    .join('')

/** A passage around the first word found, with the words marked. */
export function excerpt(story: Edition<Story>, q: string): Html | null {
  const text = [story.noiDung.tomTat, plainText(story.noiDung.noiDung)].filter(Boolean).join(' ').normalize('NFC')
  const chars = [...text]
  const folded = fold(text)
  const words = [
    ...new Set(
      fold(q)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    ),
  ]
  const hits = words.map((w) => folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${w}(?![\\p{L}\\p{N}])`, 'u'))).filter((i) => i >= 0)
  if (hits.length === 0) return null
  const from = Math.max(0, Math.min(...hits) - 60)
  const start = from === 0 ? 0 : chars.indexOf(' ', from) + 1
  const passage = chars.slice(start, start + 220).join('')
  const parts = passage.split(/(\s+)/).map((word) => (words.includes(fold(word).replace(/[^\p{L}\p{N}]/gu, '')) ? html`<mark>${word}</mark>` : html`${word}`))
  return html`${start > 0 && '… '}${parts}${start + 220 < chars.length && ' …'}`
}
