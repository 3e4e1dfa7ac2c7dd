/**
 * giu-kin, thoi-giu-kin: who is never shown, added and taken off by whoever has to judge by the list. The log says that it was
 * done and by whom, never of whom: its copies leave the house.
 */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { readActor } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { issue } from '../policy/issues.ts'
import { readsAllConsents } from '../policy/people/consentReaders.ts'
import type { Actor } from '../policy/people/roles.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

async function judge(req: PayloadRequest): Promise<Actor> {
  const signedIn = actorOf(req)
  const actor = signedIn && (await readActor(req, signedIn.id))
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  if (!readsAllConsents(actor)) throw refuse(issue('FORBIDDEN'))
  return actor
}

const logged = (req: PayloadRequest, nguoi: Actor, taiLieu: number, hanhDong: 'giu-kin' | 'thoi-giu-kin'): Promise<string> =>
  insertNhatKy(req, { hanhDong, nguoi, boSuuTap: 'khong-hien', taiLieu, chiTiet: {} })

export type Kin = { hoTen: string; namSinh: number | null; lyDo: string }

export const giuKin = (req: PayloadRequest, { hoTen, namSinh, lyDo }: Kin): Promise<{ id: number }> =>
  inTransaction(req, async () => {
    const actor = await judge(req)
    const wrong = [...textIssues(hoTen, 'hoTen'), ...textIssues(lyDo, 'lyDo')]
    for (const [field, value, max] of [
      ['hoTen', hoTen, 100],
      ['lyDo', lyDo, 500],
    ] as const) {
      if (value.trim() === '') wrong.push(issue('MISSING_FIELD', field))
      if ([...value].length > max) wrong.push(issue('TOO_LONG', field, { max }))
    }
    if (wrong.length > 0) throw refuse(...wrong)
    const rows = await query<{ id: unknown }>(
      req,
      sql`insert into khong_hien (ho_ten, nam_sinh, ly_do, nguoi) values (${hoTen.trim()}, ${namSinh}, ${lyDo.trim()}, ${actor.id}) returning id`,
    )
    const id = Number(rows[0]!.id)
    return { answer: { id }, bam: await logged(req, actor, id, 'giu-kin') }
  })

export const thoiGiuKin = (req: PayloadRequest, id: number): Promise<null> =>
  inTransaction(req, async () => {
    const actor = await judge(req)
    const rows = await query(req, sql`update khong_hien set het_luc = ct_nay(), nguoi_het = ${actor.id} where id = ${id} and het_luc is null returning id`)
    if (rows.length === 0) throw refuse(issue('NOT_FOUND'))
    return { answer: null, bam: await logged(req, actor, id, 'thoi-giu-kin') }
  })
