/**
 * What the signed log says of authority now, followed row by row and remembered up to the last committed one. Rows that
 * are not signed, or do not follow, change nothing; they are kept by number for the watch to name.
 */
import { setImmediate } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { follow, SO_QUYEN_TRONG, VIEC_QUYEN, type SoQuyen } from '../../policy/people/authorityChain.ts'
import { runtimeOf } from '../../runtime.ts'
import { readSigned, type LogRow } from '../nhatKy.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = LogRow & { luc: string; cua_minh: boolean }
/** `sai`: numbers of the last rows that give no authority, with why. */
export type Authority = { so: SoQuyen; den: number; sai: ReadonlyMap<number, string> }

/** So many are named; whoever writes more of them names none of the others. */
const MOST_NAMED = 20
/** Others are answered between so many rows. */
const BREATH = 500

const NOTHING: Authority = { so: SO_QUYEN_TRONG, den: 0, sai: new Map() }
/** Written out, as the index of these rows is. */
const KINDS = sql.raw(VIEC_QUYEN.map((viec) => `'${viec}'`).join(', '))

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value))

function after(payload: Payload, { so, sai }: Authority, row: Row): Authority {
  const den = Number(row.so)
  const { signed, chiTiet } = readSigned(row, runtimeOf(payload).keys.publicKey)
  const said = { so: den, luc: row.luc, hanhDong: row.hanh_dong, nguoi: numberOrNull(row.nguoi), taiLieu: numberOrNull(row.tai_lieu), chiTiet }
  const moved = signed === true ? follow(so, said) : { sai: signed === null ? 'unknown key' : 'not signed' }
  return moved.so ? { so: moved.so, den, sai } : { so, den, sai: new Map([...sai, [den, moved.sai!] as const].slice(-MOST_NAMED)) }
}

/** One for each running service; made with its runtime. */
export class AuthorityLog {
  private known = NOTHING

  async read(req: Req): Promise<Authority> {
    let found = this.known
    const rows = await query<Row>(
      req,
      sql`select so, luc, hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet, truoc, coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as cua_minh
          from nhat_ky where so > ${found.den} and hanh_dong in (${KINDS}) order by so`,
    )
    // What this transaction wrote itself may yet be taken back: it counts now and is not remembered.
    const committed = rows.findIndex((row) => row.cua_minh)
    for (const [i, row] of rows.entries()) {
      if (i % BREATH === BREATH - 1) await setImmediate()
      found = after(req.payload, found, row)
      if ((committed === -1 || i < committed) && found.den > this.known.den) this.known = found
    }
    return found
  }

  /** Begins anew: a key was put back, and what could not be judged can be. */
  forget(): void {
    this.known = NOTHING
  }
}

export const authorityOf = (req: Req): Promise<Authority> => runtimeOf(req.payload).authority.read(req)
