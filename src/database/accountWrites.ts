/**
 * Rule: authority changes only where it was judged. Signing in and out, a refreshed session and a reset password write
 * the whole account back as Payload read it a moment before; a role taken away in between would come back with it. And the
 * other way round: no write of an account writes its sessions. Those are rows of their own (sessions.ts).
 */
import { createHash } from 'node:crypto'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { deviceOf } from '../policy/people/device.ts'
import { beginSession, endSessions, renewSession } from './sessions.ts'

const JUDGED = 'congTruongAccountJudged'
const NEW_PASSWORD = 'congTruongNewPassword'
/** All that setting a password writes. */
const PASSWORD = ['hash', 'salt', 'resetPasswordToken', 'resetPasswordExpiration', 'lockUntil', 'loginAttempts', 'updatedAt']
/** Nothing added to a list leaves it as it is; without the field Payload would empty it. */
const UNTOUCHED = { $push: [] }

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Write = Parameters<BaseDatabaseAdapter['updateOne']>[0]
type Session = { id: string; createdAt?: unknown; expiresAt?: unknown }

// On the request itself: Payload gives a request a new context with every call inside it.
/** Called by the rules for accounts, once they let a change of this request pass. */
export const markJudged = (req: PayloadRequest): void => void (req.context[JUDGED] = true)
/**
 * Called where this request sets a password: the sessions of the account end with it. The one it was asked in stays only
 * where its owner changed it there; beside a mailed link it may be the very one that was stolen.
 */
export const markNewPassword = (req: PayloadRequest, staysIn: boolean): void => void (req.context[NEW_PASSWORD] = { staysIn })

/** The database keeps no token of a reset link, only what knows it again. */
export const tokenDigest = (token: string): string => `sha256:${createHash('sha256').update(token).digest('hex')}`

function stored(data: Record<string, unknown>): Record<string, unknown> {
  const token = data.resetPasswordToken
  return typeof token === 'string' && !token.startsWith('sha256:') ? { ...data, resetPasswordToken: tokenDigest(token) } : data
}

/** Payload says with the list what it means: a session it made carries dates, one it renewed a date, all others texts. */
async function writeSession(req: Req, account: number, data: Record<string, unknown>, thietBi: string | null): Promise<void> {
  const sessions = data.sessions as readonly Session[]
  const begun = sessions.find((s) => s.createdAt instanceof Date)
  const renewed = sessions.find((s) => s.expiresAt instanceof Date)
  if (begun) await beginSession(req, account, begun.id, typeof data.hash === 'string' ? data.hash : null, thietBi)
  else if (renewed) await renewSession(req, account, renewed.id)
  // Neither: somebody signed out, and that row is gone already (hooks/sessions.ts).
}

async function writeAccount(
  db: BaseDatabaseAdapter,
  update: BaseDatabaseAdapter['updateOne'],
  write: Write,
): Promise<Awaited<ReturnType<BaseDatabaseAdapter['updateOne']>>> {
  const { req, data } = write
  const whole = req?.context?.[JUDGED] === true
  const meant = whole ? data : Object.fromEntries(PASSWORD.filter((name) => name in data).map((name) => [name, data[name]]))
  const doc = await update({ ...write, data: { ...stored(meant), sessions: UNTOUCHED } })
  const set = req?.context?.[NEW_PASSWORD] as { staysIn: boolean } | undefined
  if (req && set) {
    const isOwn = set.staysIn && String(req.user?.id) === String(doc.id)
    const own = isOwn ? (req.user as { _sid?: string } | null)?._sid : undefined
    await endSessions({ payload: db.payload, transactionID: req.transactionID! }, Number(doc.id), own ?? null)
    return { ...doc, sessions: [] }
  }
  return doc
}

export function keepAuthority<T extends BaseDatabaseAdapter>(made: DatabaseAdapterObj<T>): DatabaseAdapterObj<T> {
  const init: typeof made.init = (args) => {
    const db = made.init(args)
    const update = db.updateOne.bind(db)
    db.updateOne = async (write) => {
      if (write.collection !== 'nguoi-dung') return update(write)
      // Without sessions Payload names the few fields it means.
      if (!('sessions' in write.data)) return update({ ...write, data: stored(write.data) })
      if (write.returning !== false || !write.req) return writeAccount(db, update, write)
      await writeSession(
        { payload: db.payload, transactionID: write.req.transactionID! },
        Number(write.id),
        write.data,
        deviceOf(write.req.headers?.get?.('user-agent')),
      )
      return null
    }
    return db
  }
  return { ...made, init }
}
