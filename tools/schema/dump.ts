/** The schema as one text, read from the catalogue: the same database gives the same text, whoever made it. */
import type pg from 'pg'

type Row = Record<string, string>
/** Nothing that came with an extension. */
const OURS = (oid: string, of: string): string =>
  `not exists (select 1 from pg_depend d where d.objid = ${oid} and d.classid = '${of}'::regclass and d.deptype = 'e')`
const IN_PUBLIC = `'public'::regnamespace`

const PARTS: readonly [string, string][] = [
  ['Extensions', `select 'create extension ' || extname || ';' as line from pg_extension where extname <> 'plpgsql' order by extname`],
  [
    'Enums',
    `select 'create type ' || t.typname || ' as enum (' || string_agg(quote_literal(e.enumlabel), ', ' order by e.enumlabel collate "C") || ');' as line
     from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = ${IN_PUBLIC} group by t.typname order by t.typname collate "C"`,
  ],
  [
    'Columns',
    `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = ${IN_PUBLIC} and c.relkind = 'r' and ${OURS('c.oid', 'pg_class')}
     order by c.relname collate "C", a.attname collate "C"`,
  ],
  [
    'Constraints',
    `select r.relname || ': ' || c.conname || ' ' || pg_get_constraintdef(c.oid) as line from pg_constraint c join pg_class r on r.oid = c.conrelid
     where c.connamespace = ${IN_PUBLIC} and c.contype <> 'n' order by r.relname collate "C", c.conname collate "C"`,
  ],
  ['Indexes', `select indexdef || ';' as line from pg_indexes where schemaname = 'public' order by indexname collate "C"`],
  [
    'Triggers',
    `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class r on r.oid = t.tgrelid
     where not t.tgisinternal and r.relnamespace = ${IN_PUBLIC} order by r.relname collate "C", t.tgname collate "C"`,
  ],
  [
    'Functions',
    `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p where p.pronamespace = ${IN_PUBLIC} and p.prokind in ('f', 'p') and ${OURS('p.oid', 'pg_proc')}
     order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,
  ],
]

/** What the service itself may do with each table, and with single columns beyond that. */
const RIGHTS = `
  select table_name || ': ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as line from information_schema.role_table_grants
    where grantee = $1 and table_schema = 'public' group by table_name
  union all
  select c.table_name || '.' || c.column_name || ': ' || lower(c.privilege_type) from information_schema.role_column_grants c
    where c.grantee = $1 and c.table_schema = 'public' and c.privilege_type = 'UPDATE' and not exists (
      select 1 from information_schema.role_table_grants t
      where t.grantee = $1 and t.table_schema = 'public' and t.table_name = c.table_name and t.privilege_type = 'UPDATE')
  order by 1`

export async function dumpSchema(client: pg.Client, runtimeRole: string): Promise<string> {
  const sections: string[] = ['-- Made by `npm run schema` from a freshly migrated database; never written by hand.']
  const add = (title: string, rows: Row[]): void => void sections.push(`-- ${title}\n\n${rows.map((r) => r.line!.trimEnd()).join('\n')}`)
  for (const [title, sql] of PARTS) add(title, (await client.query<Row>(sql)).rows)
  add('Rights of the service', (await client.query<Row>(RIGHTS, [runtimeRole])).rows)
  return `${sections.join('\n\n')}\n`
}
