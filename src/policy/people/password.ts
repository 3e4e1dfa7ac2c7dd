/** Rule: a password has at least twelve characters, is no number alone and is not the address it opens. */
import { issue, type Issue } from '../issues.ts'
import { codePoints } from '../text/text.ts'

export const MIN_PASSWORD = 12

export function passwordIssues(password: string, email: string): Issue[] {
  const [given, address] = [password.normalize('NFC').trim().toLowerCase(), email.toLowerCase()]
  const isAddress = given === address || given === address.split('@')[0]
  const isWeak = codePoints(password.trim()) < MIN_PASSWORD || /^[\p{Nd}\s.,/-]+$/u.test(password) || isAddress
  return isWeak ? [issue('PASSWORD_WEAK', 'password', { min: MIN_PASSWORD })] : []
}
