import type { Endpoint } from 'payload'
import { refusalResponse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'

/** Payload lets anyone register while there is no account; here the console alone makes the first ones. */
export const closedRegistration: Endpoint = {
  path: '/first-register',
  method: 'post',
  handler: (req) => refusalResponse([issue('FIRST_USER_CLOSED')], req),
}
