/** What the service may do: read and write working copies; read and add to the record, and end an edition. Nothing else. */
import type pg from 'pg'

/** Drawn from the record by the database itself, for readers to find things by; nobody else writes them. */
const DERIVED = ['anh_dang', 'chu_de_dang', 'san_pham', 'tu_tieu_de']
/** The migrations that ran, and the count of what readers were shown: written by the owner's own triggers. */
const READ_ONLY = ['payload_migrations', 'the_he', ...DERIVED]
const RECORD = [
  'ban_trinh',
  'phieu_duyet',
  'ban_dang',
  'nhat_ky',
  'quy_che_ban',
  'danh_tinh',
  'goi_trinh',
  'goi_trinh_muc',
  'kenh_dang',
  'da_doc',
  'gui_dot',
  'nguoi_trong_tep',
  'phieu_thay',
  'tep_lop_gui',
]

/** What a class sent is ended, merged or declined; a cover is taken off. */
const NEVER_DELETED = ['bai_gui', 'tep_da_che']

export async function grantRuntime(client: pg.Client, role: string): Promise<void> {
  const name = client.escapeIdentifier(role)
  const { rows } = await client.query<{ tablename: string }>(`select tablename from pg_tables where schemaname = 'public' and tableowner = current_user`)
  for (const { tablename } of rows) {
    const table = client.escapeIdentifier(tablename)
    await client.query(`revoke all on ${table} from ${name}`)
    if (READ_ONLY.includes(tablename)) await client.query(`grant select on ${table} to ${name}`)
    else if (NEVER_DELETED.includes(tablename)) await client.query(`grant select, insert, update on ${table} to ${name}`)
    else if (RECORD.includes(tablename)) await client.query(`grant select, insert on ${table} to ${name}`)
    else await client.query(`grant select, insert, update, delete on ${table} to ${name}`)
  }
  await client.query(`grant update (ket_thuc_luc, ly_do_go, an_den) on ban_dang to ${name}`)
  await client.query(`grant usage, select on all sequences in schema public to ${name}`)
  await closeOwnersFunctions(client, name)
}

/**
 * Triggers fire without the right to call their functions. Nobody but the owner may hang one on a table of his own, or run
 * what runs as the owner; and the service needs no tables of its own.
 */
async function closeOwnersFunctions(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ f: string }>(
    `select p.oid::regprocedure::text as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'public' and p.proowner = current_user::regrole and (p.prosecdef or p.prorettype = 'trigger'::regtype)`,
  )
  for (const { f } of rows) await client.query(`revoke all on function ${f} from public, ${role}`)
  const { rows: database } = await client.query<{ name: string; mine: boolean }>(
    `select datname as name, pg_has_role(current_user, datdba, 'usage') as mine from pg_database where datname = current_database()`,
  )
  if (database[0]!.mine) await client.query(`revoke temporary on database ${client.escapeIdentifier(database[0]!.name)} from public, ${role}`)
}

/** Which parts of the wall do not stand for this connection; empty where all do. */
export async function wallGaps(client: { query: (text: string) => Promise<{ rows: Record<string, unknown>[] }> }): Promise<string[]> {
  const { rows } = await client.query(`
    select (select rolsuper from pg_roles where rolname = current_user) as superuser,
      exists (select 1 from pg_tables where schemaname = 'public' and tablename in ('ban_trinh', 'phieu_duyet', 'ban_dang', 'nhat_ky') and pg_has_role(current_user, tableowner, 'member')) as owner,
      has_table_privilege('ban_trinh', 'UPDATE') or has_table_privilege('nhat_ky', 'DELETE') or has_table_privilege('phieu_duyet', 'TRUNCATE') as writes`)
  const found = rows[0]!
  return [
    ...(found.superuser ? ['vai trò kết nối là superuser'] : []),
    ...(found.owner ? ['vai trò kết nối sở hữu các bảng của sổ duyệt nên có thể tắt trigger'] : []),
    ...(found.writes ? ['vai trò kết nối có quyền sửa, xoá trên các bảng của sổ duyệt'] : []),
  ]
}
