/**
 * Rule: authority changes only where it was judged. Signing in and out, a refreshed session and a reset password write
 * the whole account back as Payload read it a moment before; a role taken away in between would come back with it. And the
 * other way round: a change of authority writes no sessions, or one that was signed out in between would come back.
 */
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'

const JUDGED = 'congTruongAccountJudged'
/** All that setting a password writes, and all that keeping a session writes. */
const PASSWORD = ['hash', 'salt', 'resetPasswordToken', 'resetPasswordExpiration', 'lockUntil', 'loginAttempts', 'updatedAt']
const SESSION = ['sessions', 'updatedAt']

/** Called by the rules for accounts, once they let a change of this request pass. A new password ends the other sessions. */
export const markJudged = (req: PayloadRequest, setsPassword: boolean): void => {
  // On the request itself: Payload gives a request a new context with every call inside it.
  req.context[JUDGED] = setsPassword ? 'withSessions' : 'withoutSessions'
}

export function keepAuthority<T extends BaseDatabaseAdapter>(made: DatabaseAdapterObj<T>): DatabaseAdapterObj<T> {
  const init: typeof made.init = (args) => {
    const db = made.init(args)
    const update = db.updateOne.bind(db)
    db.updateOne = (write) => {
      const judged = write.req?.context?.[JUDGED]
      if (write.collection !== 'nguoi-dung' || judged === 'withSessions') return update(write)
      // Without sessions Payload names the few fields it means.
      if (!('sessions' in write.data)) return update(write)
      // Without the field Payload would delete them; nothing added to them leaves them as they are.
      if (judged === 'withoutSessions') return update({ ...write, data: { ...write.data, sessions: { $push: [] } } })
      const only = (names: string[]): typeof write => ({
        ...write,
        data: Object.fromEntries(names.filter((n) => n in write.data).map((n) => [n, write.data[n]])),
      })
      return write.returning === false ? update(only(SESSION)) : update(only(PASSWORD)).then(() => update(only(SESSION)))
    }
    return db
  }
  return { ...made, init }
}
