/** What the collections ask of the database, held against what the migrations made: a field without its migration is named. */
import { getPayload, type SanitizedConfig } from 'payload'
import type pg from 'pg'

export type Wanted = {
  tables: Record<string, { name: string; columns: Record<string, { name: string; type: string }> }>
  enums: Record<string, { name: string; values: string[] }>
}

/** As PostgreSQL names the types that Drizzle names shorter; the wall keeps frozen texts as `text`. */
const SAME: Record<string, readonly string[]> = { varchar: ['character varying', 'text'], serial: ['integer'] }

export async function missingOf(client: pg.Client, wanted: Wanted): Promise<string[]> {
  const { rows } = await client.query<{ at: string; type: string }>(
    `select c.relname || '.' || a.attname as at, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  )
  const types = new Map(rows.map((r) => [r.at, r.type]))
  const columns = Object.values(wanted.tables).flatMap((table) =>
    Object.values(table.columns).map((column) => ({ at: `${table.name}.${column.name}`, type: column.type })),
  )
  const wrong = columns.flatMap(({ at, type }) => {
    const there = types.get(at)
    if (there === undefined) return [`${at}: không có cột này (${type})`]
    return [type, ...(SAME[type] ?? [])].includes(there) ? [] : [`${at}: cần ${type}, đang là ${there}`]
  })
  const labels = await client.query<{ at: string }>(`select t.typname || ' ' || e.enumlabel as at from pg_type t join pg_enum e on e.enumtypid = t.oid`)
  const known = new Set(labels.rows.map((r) => r.at))
  const values = Object.values(wanted.enums).flatMap(({ name, values }) => values.map((value) => `${name} ${value}`))
  return [...wrong, ...values.filter((at) => !known.has(at)).map((at) => `${at}: không có giá trị này`)]
}

/** The schema Payload would make of a config's collections; it asks no database. `key`: one for each config of a process. */
export async function wantedBy(config: SanitizedConfig, key = 'schema'): Promise<Wanted> {
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true, key })
  const db = payload.db as unknown as { schema: object; requireDrizzleKit: () => { generateDrizzleJson: (schema: object) => Wanted } }
  return db.requireDrizzleKit().generateDrizzleJson(db.schema)
}
