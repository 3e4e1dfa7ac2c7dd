/** What the entries of a contest won, and the story that tells of it. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const RESULTS = `
alter table dot_gui add column bai integer references tin_bai (id) on delete set null;
create table giai_dot (
  so text primary key references gui_dot (so),
  giai text not null check (btrim(giai) <> '' and octet_length(giai) <= 400),
  nguoi integer not null references nguoi_dung (id),
  luc timestamptz(3) not null default ct_nay()
);
revoke all on giai_dot from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(RESULTS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
