/**
 * The address under which ids of feeds and events are made, written once at a school's first start and never changed: what
 * programs know a story by stays when the site moves to another domain. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const IDENTITY = `
create table danh_tinh (
  so smallint primary key default 1 check (so = 1),
  dia_chi text not null check (length(dia_chi) <= 300 and dia_chi ~ '^https?://[^[:space:]/?#@]+(/[^[:space:]?#]*[^[:space:]?#/])?$'),
  luc timestamptz(3) not null default ct_nay()
);
revoke all on danh_tinh from public;
create trigger ct_append_only before update or delete or truncate on danh_tinh for each statement execute function ct_append_only();
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(IDENTITY))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
