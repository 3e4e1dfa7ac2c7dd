/** Calls to the classes – pictures of an event, entries of a contest – and what came in for each, outside the record. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const CALLS = `
create table dot_gui (
  id serial primary key,
  loai text not null check (loai in ('xinAnh', 'cuocThi')),
  ten text not null check (btrim(ten) <> '' and octet_length(ten) <= 800),
  the_le text not null default '' check (octet_length(the_le) <= 40000),
  den date not null,
  nguoi integer not null references nguoi_dung (id),
  luc timestamptz(3) not null default ct_nay(),
  het_luc timestamptz(3)
);
create table gui_dot (
  id bigserial primary key,
  so text not null unique check (so ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  phieu text not null unique check (phieu ~ '^[0-9a-f]{64}$'),
  dot integer not null references dot_gui (id),
  ma bigint not null references ma_gui_bai (id),
  don_vi integer not null references don_vi (id),
  ten text not null default '' check (octet_length(ten) <= 800),
  loi text not null default '' check (octet_length(loi) <= 40000),
  nguoi_gui text not null default '' check (octet_length(nguoi_gui) <= 800),
  dong_y text not null check (dong_y in ('roi', 'chua', 'khongRo')),
  tu_lieu integer[] not null,
  byte bigint not null default 0,
  luc timestamptz(3) not null default ct_nay()
);
create index gui_dot_cua on gui_dot (dot, id);
create index gui_dot_don_vi on gui_dot (don_vi, luc);
revoke all on dot_gui, gui_dot from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(CALLS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
