/** Rule: what leaves the house (mail) leaves after the commit, and never for what was rolled back. */
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'

type Work = () => Promise<void> | void
type Transactions = { waiting?: Map<unknown, Work[]> }

/** Runs once the transaction of this request is committed; at once where there is none. */
export async function afterCommit(req: Pick<PayloadRequest, 'payload' | 'transactionID'>, work: Work): Promise<void> {
  const id = await req.transactionID
  const { waiting } = req.payload.db as BaseDatabaseAdapter & Transactions
  if (id === undefined || id === null || !waiting) await work()
  else waiting.set(id, [...(waiting.get(id) ?? []), work])
}

export function tellAfterCommits<T extends BaseDatabaseAdapter>(made: DatabaseAdapterObj<T>): DatabaseAdapterObj<T> {
  const init: typeof made.init = (args) => {
    const db = made.init(args)
    const waiting = new Map<unknown, Work[]>()
    const { commitTransaction, rollbackTransaction } = db
    const take = (id: unknown): Work[] => {
      const works = waiting.get(id) ?? []
      waiting.delete(id)
      return works
    }
    db.commitTransaction = async (given) => {
      const works = take(await given)
      await commitTransaction.call(db, given)
      // What was committed stays so, whatever comes of the mail.
      for (const work of works) await Promise.resolve(work()).catch((err: unknown) => db.payload.logger.error({ err, where: 'afterCommit' }))
    }
    db.rollbackTransaction = async (given) => {
      take(await given)
      await rollbackTransaction.call(db, given)
    }
    return Object.assign(db, { waiting })
  }
  return { ...made, init }
}
