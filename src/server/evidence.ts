/** What the site publishes of the record so that others can check it: the public keys and the head of the log. */
import type { Payload } from 'payload'
import { queryOutside, sql } from '../database/sql.ts'
import { inForce } from '../policy/keys/chain.ts'
import { APPROVING } from '../policy/people/roles.ts'
import type { Authority } from '../record/authority/read.ts'
import { runtimeOf } from '../runtime.ts'
import type { Evidence } from '../theme/index.ts'
import type { Db } from '../theme/queries/db.ts'

const HEAD = 'select so, bam, luc from nhat_ky order by so desc limit 1'
type Row = { so: unknown; bam: string; luc: string }

/** `db`: readers' own connections; without it those of the staff are asked. */
export function evidenceOf(payload: Payload, db?: Db): Evidence {
  const head = async (): Promise<Row | undefined> =>
    db ? ((await db.query(HEAD)).rows[0] as Row | undefined) : (await queryOutside<Row>(payload, sql.raw(HEAD)))[0]
  // However often strangers ask, the log of authority is read on once for each row that is new.
  let known: (Authority & { bam: string }) | null = null
  return {
    // The newest first; a verdict of the past is judged by the key it names. Empty where the ring is not there.
    publicKey: () =>
      [...runtimeOf(payload).keys.entries()]
        .reverse()
        .map((entry) => entry.pem)
        .join(''),
    deviceKeys: async () => {
      const bam = (await head())?.bam ?? ''
      const found = known?.bam === bam ? known : { bam, ...(await runtimeOf(payload).authority.read({ payload })) }
      // What could not be judged, for want of a key, is judged again.
      known = found.sai.size === 0 ? found : null
      const { khoa, nguoi: people } = found.so
      const at = new Date().toISOString()
      return [...khoa]
        .flatMap(([ma, key]) => {
          const who = people.get(key.nguoi)
          // Names of those who speak for the school stand under what they approve; nobody else's is told here.
          return who?.mo && inForce(key, at) && who.vaiTro.some((role) => APPROVING.includes(role))
            ? [{ ten: who.ten, chucVu: who.chucVu, ma, tu: key.tu }]
            : []
        })
        .sort((a, b) => a.tu.localeCompare(b.tu))
    },
    head: async () => {
      const row = await head()
      const khoa =
        runtimeOf(payload)
          .keys.entries()
          .findLast((entry) => entry.cach !== 'cu')?.ma ?? ''
      return row ? { so: Number(row.so), bam: row.bam, luc: row.luc, khoa } : { so: 0, bam: '0'.repeat(64), luc: new Date().toISOString(), khoa }
    },
  }
}
