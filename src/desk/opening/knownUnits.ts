/** The units there are, and which of them a name means: one that is open, and only where no other is called the same. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { readUnits } from '../../facts/members.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { same, type Named } from './listedUnits.ts'

export type Known = Named & { id: number; mo: boolean }

/** Every one of them: a list asked for as a person ends after a hundred. */
export async function knownUnits(req: PayloadRequest): Promise<Known[]> {
  const open = await readUnits(req)
  const rows = await query<{ id: number; ten: string | null; cha: string | null }>(
    req,
    sql`select d.id, d.ten, c.ten as cha from don_vi d left join don_vi c on c.id = d.cha_id order by d.id`,
  )
  const whole = (name: string | null): string => (name ?? '').normalize('NFC')
  return rows.map(({ id, ten, cha }) => ({ id: Number(id), ten: whole(ten), cha: whole(cha), mo: open.get(Number(id))?.mo === true }))
}

/** `said`: a name, or a name, a comma and what it belongs to. */
export function unitNamed(units: readonly Known[], said: string, field: string): { id: number } | { issue: Issue } {
  const cut = said.lastIndexOf(',')
  const named = units.filter(
    (unit) => same(unit.ten, said) || (cut > 0 && same(unit.ten, said.slice(0, cut).trim()) && same(unit.cha, said.slice(cut + 1).trim())),
  )
  const open = named.filter((unit) => unit.mo)
  if (open.length === 1) return { id: open[0]!.id }
  if (open.length === 0) return { issue: named.length > 0 ? issue('UNIT_CLOSED', field, { ten: said }) : issue('UNIT_UNKNOWN', field, { ten: said }) }
  const ways = open.map(({ ten, cha }) => (cha === '' ? ten : `${ten}, ${cha}`)).slice(0, 4)
  return { issue: issue('INVALID_VALUE', field, { goiY: `có ${open.length} đơn vị tên này, hãy ghi rõ: ${ways.map((way) => `“${way}”`).join(' hoặc ')}` }) }
}
