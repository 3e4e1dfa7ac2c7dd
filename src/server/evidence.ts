/** What the site publishes of the record so that others can check it: the public key and the head of the log. */
import { createPublicKey } from 'node:crypto'
import type { Payload } from 'payload'
import { keyId } from '../record/signature.ts'
import { queryOutside, sql } from '../database/sql.ts'
import { runtimeOf } from '../runtime.ts'
import type { Evidence } from '../theme/index.ts'

export const evidenceOf = (payload: Payload): Evidence => ({
  publicKey: () => createPublicKey(runtimeOf(payload).signingKey()).export({ type: 'spki', format: 'pem' }).toString(),
  head: async () => {
    const rows = await queryOutside<{ so: number; bam: string; luc: string }>(payload, sql`select so, bam, luc from nhat_ky order by so desc limit 1`)
    const khoa = keyId(runtimeOf(payload).signingKey())
    return rows[0] ? { so: Number(rows[0].so), bam: rows[0].bam, luc: rows[0].luc, khoa } : { so: 0, bam: '0'.repeat(64), luc: new Date().toISOString(), khoa }
  },
})
