/** Rule: of two presses of one button the second finds what the first added. Whoever adds to a list of a collection waits his turn. */
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

/** One transaction; `work` looks and adds inside of it. `boSuuTap`: the list, or a list of one person’s own. */
export async function inTurn<T>(req: PayloadRequest, boSuuTap: string, work: () => Promise<T>): Promise<T> {
  const opened = await initTransaction(req)
  if (!opened) throw new Error('inTurn: expected a request without an open transaction, received one inside another')
  let answer: T
  try {
    await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`ct:danh-sach:${boSuuTap}`}, 0))`)
    answer = await work()
  } catch (error) {
    await killTransaction(req)
    throw error
  }
  await commitTransaction(req)
  return answer
}
