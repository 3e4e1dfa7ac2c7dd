/** What the site publishes of the record so that others can check it: the public keys and the head of the log. */
import type { Payload } from 'payload'
import { queryOutside, sql } from '../database/sql.ts'
import { inForce } from '../policy/keys/chain.ts'
import { runtimeOf } from '../runtime.ts'
import type { Evidence } from '../theme/index.ts'

export const evidenceOf = (payload: Payload): Evidence => ({
  // The newest first; a verdict of the past is judged by the key it names. Empty where the ring is not there.
  publicKey: () =>
    [...runtimeOf(payload).keys.entries()]
      .reverse()
      .map((entry) => entry.pem)
      .join(''),
  deviceKeys: async () => {
    const { so } = await runtimeOf(payload).authority.read({ payload })
    const at = new Date().toISOString()
    return [...so.khoa]
      .filter(([, one]) => inForce(one, at))
      .map(([ma, { nguoi, tu }]) => ({ ten: so.nguoi.get(nguoi)?.ten ?? '', chucVu: so.nguoi.get(nguoi)?.chucVu ?? '', ma, tu }))
      .sort((a, b) => a.tu.localeCompare(b.tu))
  },
  head: async () => {
    const rows = await queryOutside<{ so: number; bam: string; luc: string }>(payload, sql`select so, bam, luc from nhat_ky order by so desc limit 1`)
    const khoa =
      runtimeOf(payload)
        .keys.entries()
        .findLast((entry) => entry.cach !== 'cu')?.ma ?? ''
    return rows[0] ? { so: Number(rows[0].so), bam: rows[0].bam, luc: rows[0].luc, khoa } : { so: 0, bam: '0'.repeat(64), luc: new Date().toISOString(), khoa }
  },
})
