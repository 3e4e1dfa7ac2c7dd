/** With which keys a person signs now: those the signed log gives him, and what his browser needs to find them. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { keysOf, later } from '../policy/keys/chain.ts'
import { authorityOf } from '../record/authority/read.ts'
import { keptKeys, type KhoaDangDung } from '../record/khoaNguoi.ts'

export async function signingKeys(req: PayloadRequest, nguoi: number): Promise<KhoaDangDung[]> {
  const { so } = await authorityOf(req)
  if (so.khoa.size === 0) return []
  const names = keysOf(so.khoa, nguoi, later(so.gio, await now(req)))
  return names.length === 0 ? [] : (await keptKeys(req, nguoi)).filter(({ ma }) => names.includes(ma))
}

/** Whether the log gives this person any key now, whatever a table beside it says. */
export async function hasKey(req: PayloadRequest, nguoi: number): Promise<boolean> {
  const { so } = await authorityOf(req)
  return so.khoa.size > 0 && keysOf(so.khoa, nguoi, later(so.gio, await now(req))).length > 0
}
