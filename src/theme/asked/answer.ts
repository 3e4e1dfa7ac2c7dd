/** What a search found, as its page draws it. */
import type { Html } from '../draw/html.ts'
import type { Cursor } from './search.ts'

export const COUNTED = 200

export type Result = {
  id: number
  boSuuTap: string
  loai: string
  slug: string
  dangLanDau: string
  title: Html
  excerpt: Html | null
  noiDung: Record<string, unknown>
}
/** `some`: no edition has every word, these have some. `meant`: what was probably meant, with what it finds. */
export type Answer = { results: Result[]; count: number; next: Cursor | null; some: boolean; meant: { q: string; results: Result[] } | null }
