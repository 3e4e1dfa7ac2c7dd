/**
 * The working copy has a number that every save moves on, so that a save can say what it was based on; and each copy kept of
 * it says whose hand wrote it, when, and which submission was made of it. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const NUMBER = `
alter table ho_so add column phien_ban integer not null default 1 check (phien_ban >= 1);
`

const COPIES = `
create table ban_luu (
  id serial primary key,
  bo_suu_tap text not null check (length(bo_suu_tap) <= 100),
  tai_lieu integer not null,
  ban integer not null,
  phien_ban integer not null,
  nguoi integer,
  ten_nguoi text not null check (length(ten_nguoi) <= 4000),
  bat_dau timestamptz(3) not null default ct_nay(),
  luc timestamptz(3) not null default ct_nay(),
  ban_trinh integer,
  dua_lai integer,
  unique (bo_suu_tap, ban)
);
create index ban_luu_tai_lieu_idx on ban_luu (bo_suu_tap, tai_lieu, id desc);
revoke all on ban_luu from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [NUMBER, COPIES]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
