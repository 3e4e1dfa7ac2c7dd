/**
 * Rule: an address without an account, one whose account is closed and a wrong password answer alike, in words and in time.
 * The work of checking a password is done for each of them.
 */
import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { AuthenticationError, type CollectionBeforeOperationHook } from 'payload'
import { query, sql } from '../database/sql.ts'
import { accountName } from '../policy/people/signIn.ts'

/** As Payload derives a password (auth/strategies/local/generatePasswordSaltHash). */
const derive = promisify(pbkdf2)
const burn = (password: string): Promise<Buffer> => derive(password, 'f'.repeat(64), 600_000, 32, 'sha256')

export const sameWork: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const { email, password } = (args as unknown as { data: { email?: unknown; password?: unknown } }).data
  if (typeof password !== 'string' || password.trim() === '' || accountName(email) === '') return args
  const rows = await query(req, sql`select 1 from nguoi_dung where email = ${accountName(email)} and kich_hoat`)
  if (rows.length > 0) return args
  await burn(password)
  throw new AuthenticationError(req.t)
}
