/** Whoever owns the server itself: past every wall of the gate. */
import pg from 'pg'
import { inject } from 'vitest'
import type { School } from './school.ts'

export async function superuserOf({ sql }: School): Promise<pg.Client> {
  const { rows } = await sql.query<{ name: string }>('select current_database() as name')
  const client = new pg.Client({ connectionString: inject('superuserUrl').replace(/\/[^/]*$/, `/${rows[0]!.name}`) })
  await client.connect()
  return client
}
