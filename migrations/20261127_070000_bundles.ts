/**
 * Bundles (goi-trinh): submissions that are read and decided as a list. A bundle only names submissions; what is decided, signed
 * and published stays each document's own. Append-only, like the record it speaks of. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const BUNDLES = `
create table goi_trinh (
  id serial primary key,
  ten text not null check (btrim(ten) <> '' and octet_length(ten) <= 1000),
  nguoi integer not null check (nguoi > 0),
  ten_nguoi text not null check (octet_length(ten_nguoi) <= 4000),
  khai_truong boolean not null default false,
  luc timestamptz(3) not null default ct_nay()
);
create table goi_trinh_muc (
  goi integer not null references goi_trinh (id),
  thu_tu integer not null check (thu_tu between 0 and 300),
  ban_trinh integer not null references ban_trinh (id),
  primary key (goi, thu_tu),
  unique (goi, ban_trinh)
);
create index goi_trinh_muc_ban_trinh on goi_trinh_muc (ban_trinh);
revoke all on goi_trinh, goi_trinh_muc from public;
create trigger ct_append_only before update or delete or truncate on goi_trinh for each statement execute function ct_append_only();
create trigger ct_append_only before update or delete or truncate on goi_trinh_muc for each statement execute function ct_append_only();
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(BUNDLES))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
