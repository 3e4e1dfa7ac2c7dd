/** What the database tells of editions that begin or end: as it happens, and when asked. */
import type { Db } from './db.ts'

/** A connection of its own that can listen; a `pg.Client` fits. */
export type Listener = Db & {
  connect: () => Promise<unknown>
  end: () => Promise<unknown>
  on: ((event: 'notification', heard: (message: { payload?: string }) => void) => unknown) &
    ((event: 'error' | 'end', lost: (error?: Error) => void) => unknown)
}

export const listenTo = (listener: Listener): Promise<unknown> => listener.query('listen ban_dang')

/** `count`: grows with every edition that begins or ends. `clock`: the gate's, in milliseconds. */
export async function countOfTellings(db: Db): Promise<{ count: number; clock: number }> {
  const { rows } = await db.query('select so, extract(epoch from ct_nay()) * 1000 as nay from the_he')
  return { count: Number(rows[0]!.so), clock: Number(rows[0]!.nay) }
}

/** Tags, and the count after them. What cannot be read means everything, and no count. */
export function readTelling(payload: string | undefined): { tags: string[]; count: number | null } {
  try {
    const told = JSON.parse(payload ?? '') as unknown[]
    const tags = told.filter((one) => typeof one === 'string')
    const count = told.at(-1)
    return { tags: tags.length > 0 ? tags : ['*'], count: typeof count === 'number' ? count : null }
  } catch {
    return { tags: ['*'], count: null }
  }
}
