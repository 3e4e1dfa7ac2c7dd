/** The level of the institution, as its regulation has it; null before it chose one. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { presetNamed } from '../presets/index.ts'
import type { Cap } from '../presets/cap.ts'

/** For words alone: whether the regulation is what was signed is asked where something rests on it. */
export async function levelOf(req: PayloadRequest): Promise<Cap | null> {
  const [row] = await query<{ preset: string | null }>(req, sql`select preset from quy_che limit 1`)
  return presetNamed(row?.preset)?.cap ?? null
}
