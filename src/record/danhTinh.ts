/**
 * Rule: what programs know a story or an event by never changes. The address it is made under is fixed at the first start that
 * knows it; the site's links follow whatever address it has since.
 */
import type { Payload } from 'payload'
import { queryOutside, sql } from '../database/sql.ts'

const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.*\.localhost)$/
const LONGEST = 300

/** A plain address of the web; one of this machine alone is nobody's identity, and nothing is written for ever on doubt. */
function isIdentity(siteUrl: string): boolean {
  if (siteUrl.length > LONGEST || !URL.canParse(siteUrl)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(siteUrl)
  return /^https?:$/.test(protocol) && username + password + search + hash === '' && !/\s|\/$/.test(siteUrl) && !THIS_MACHINE.test(hostname)
}

/** Writes it where none was written; whoever was first stays. */
export async function keepIdentity(payload: Payload, siteUrl: string | null): Promise<void> {
  if (siteUrl === null || !isIdentity(siteUrl)) return
  await queryOutside(payload, sql`insert into danh_tinh (dia_chi) values (${siteUrl}) on conflict do nothing`)
}
