/**
 * Sending without an account: codes of classes, what came in under them, files on their way, questions and answers. Who sent
 * and what was asked stands outside the record. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const INTAKE = `
create table ma_gui_bai (
  id bigserial primary key,
  don_vi integer not null references don_vi (id),
  nam_hoc text not null check (nam_hoc ~ '^20[0-9]{2}-20[0-9]{2}$'),
  ma text not null unique check (ma ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  han timestamptz(3) not null,
  lan integer not null default 0,
  nguoi integer references nguoi_dung (id),
  luc timestamptz(3) not null default ct_nay(),
  het_luc timestamptz(3)
);
create unique index ma_gui_bai_dang on ma_gui_bai (don_vi, nam_hoc) where het_luc is null;
create table bai_gui (
  id bigserial primary key,
  so text not null unique check (so ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  ma bigint not null references ma_gui_bai (id),
  don_vi integer not null references don_vi (id),
  tin_bai integer not null unique,
  ai text not null check (octet_length(ai) <= 1000),
  ngay_viec date not null,
  nguoi_xac_nhan text not null check (octet_length(nguoi_xac_nhan) <= 800),
  nguoi_gui text not null default '' check (octet_length(nguoi_gui) <= 800),
  dong_y text not null check (dong_y in ('roi', 'chua', 'khongRo')),
  phieu text unique check (phieu ~ '^[0-9a-f]{64}$'),
  byte bigint not null default 0,
  luc timestamptz(3) not null default ct_nay(),
  xac_nhan_ma text unique check (xac_nhan_ma ~ '^[0-9a-f]{64}$'),
  xac_nhan_han timestamptz(3),
  xac_nhan_loi text check (octet_length(xac_nhan_loi) <= 200000),
  xac_nhan_luc timestamptz(3),
  xac_nhan_ten text check (octet_length(xac_nhan_ten) <= 800),
  gop_vao bigint references bai_gui (id),
  khong_dung text check (octet_length(khong_dung) <= 4000)
);
create index bai_gui_ma on bai_gui (ma, luc);
create index bai_gui_don_vi on bai_gui (don_vi, luc);
create table hoi_lop (
  id bigserial primary key,
  bai_gui bigint not null references bai_gui (id),
  hoi text not null check (btrim(hoi) <> '' and octet_length(hoi) <= 8000),
  nguoi integer references nguoi_dung (id) on delete set null,
  luc timestamptz(3) not null default ct_nay(),
  tra_loi text check (octet_length(tra_loi) <= 40000),
  tra_loi_luc timestamptz(3)
);
create index hoi_lop_cua on hoi_lop (bai_gui, id);
revoke all on ma_gui_bai, bai_gui, hoi_lop from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(INTAKE))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
