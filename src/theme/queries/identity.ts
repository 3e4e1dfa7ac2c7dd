/** The address under which ids of feeds and events are made; null before one was fixed, and for who may not read it. */
import type { Db } from './db.ts'

/** No such table, or no right to it: a database of before, or a role that mounts the theme alone. */
const NOT_FOR_US = ['42P01', '42501']

export async function fixedIdentity(db: Db): Promise<string | null> {
  try {
    const { rows } = await db.query('select dia_chi from danh_tinh')
    return rows[0] ? String(rows[0].dia_chi) : null
  } catch (error) {
    // As the database said it, or as the cause of what was made of it.
    const { code, cause } = error as { code?: string; cause?: { code?: string } }
    if (NOT_FOR_US.includes(code ?? cause?.code ?? '')) return null
    throw error
  }
}
