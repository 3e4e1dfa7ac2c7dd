/** Signing in, renewing and signing out, each a row of the database (src/database/sessions.ts). */
import {
  AuthenticationError,
  getFieldsToSign,
  jwtSign,
  type CollectionAfterLogoutHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type CollectionRefreshHook,
} from 'payload'
import { endSession, endSessions, holdSession, secondsLeft } from '../database/sessions.ts'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'

type User = { id: number | string; email: string; collection: string; _sid?: string; _strategy?: string }

export const refuseClosedAccount: CollectionBeforeLoginHook = ({ user }) => {
  // The same answer as a wrong password: a closed account tells nobody that the password was right.
  if (user.kichHoat !== true) throw new AuthenticationError()
  return user
}

/** A closed account keeps no session alive, and one that was signed out does not come back. */
export const refuseEndedSession: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'refresh') return args
  const user = req.user as User | null
  if (!actorOf(req) || !user?._sid || !(await holdSession(req, Number(user.id), user._sid))) throw refuse(issue('UNAUTHENTICATED'))
  return args
}

/** The token ends with its session, which has an end however often it is renewed. */
export const renewWithinSession: CollectionRefreshHook = async ({ args, user }) => {
  const { collection, req } = args
  const { _sid: sid, _strategy: strategy } = req.user as unknown as User
  const tokenExpiration = await secondsLeft(req, sid!)
  if (tokenExpiration === 0) throw refuse(issue('UNAUTHENTICATED'))
  const fieldsToSign = getFieldsToSign({ collectionConfig: collection.config, email: String(user.email), sid: sid!, user: req.user! })
  const { exp, token } = await jwtSign({ fieldsToSign, secret: req.payload.secret, tokenExpiration })
  return { exp, refreshedToken: token, setCookie: true, strategy: strategy ?? 'local-jwt', user } as never
}

export const endOnLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const user = req.user as User | null
  if (!user) return
  if (req.searchParams?.get('allSessions') === 'true') await endSessions(req, Number(user.id))
  else if (user._sid) await endSession(req, Number(user.id), user._sid)
}
