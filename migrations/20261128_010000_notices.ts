/**
 * Notices (hop_thu): the log is the outbox, a cursor says how far it was read, and what each person was told stands here with
 * the state of its mail. Not part of the record: it may be read, answered and forgotten. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const NOTICES = `
create table hop_thu (
  id bigserial primary key,
  nguoi integer not null references nguoi_dung (id) on delete cascade,
  khoa text not null check (octet_length(khoa) <= 200),
  loai text not null check (octet_length(loai) <= 40),
  tieu_de text not null check (octet_length(tieu_de) <= 2000),
  loi text not null default '' check (octet_length(loi) <= 4000),
  dan text not null check (dan ~ '^/lam-viec[/a-z0-9-]*$'),
  ban_trinh integer,
  so numeric not null,
  luc timestamptz(3) not null default ct_nay(),
  doc_luc timestamptz(3),
  thu text not null check (thu in ('khong', 'cho', 'tongHop', 'da', 'bo')),
  thu_sau timestamptz(3) not null default ct_nay(),
  thu_lan integer not null default 0,
  thu_loi text check (octet_length(thu_loi) <= 500),
  thu_luc timestamptz(3),
  unique (nguoi, khoa)
);
create index hop_thu_cua_nguoi on hop_thu (nguoi, id desc);
create index hop_thu_thu_cho on hop_thu (thu_sau) where thu in ('cho', 'tongHop');
create table hop_thu_toi (mot boolean primary key default true check (mot), so numeric not null);
insert into hop_thu_toi (so) select coalesce(max(so), 0) from nhat_ky;
create table cach_bao (
  nguoi integer primary key references nguoi_dung (id) on delete cascade,
  cach text not null check (cach in ('ngay', 'tongHop', 'khong'))
);
revoke all on hop_thu, hop_thu_toi, cach_bao from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(NOTICES))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
