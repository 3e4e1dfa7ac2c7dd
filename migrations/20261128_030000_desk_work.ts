/**
 * Work around a document that is nobody's verdict: comments on a passage of a submission (y_kien_duyet), who sees to it until
 * when and what must not go out before an hour (viec), that a live page was looked at again (xem_lai). Not part of the record.
 * Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const WORK = `
create table y_kien_duyet (
  id bigserial primary key,
  bo_suu_tap text not null check (octet_length(bo_suu_tap) <= 100),
  tai_lieu integer not null check (tai_lieu > 0),
  ban_trinh integer not null references ban_trinh (id),
  truong text not null default '' check (octet_length(truong) <= 200),
  doan text not null default '' check (octet_length(doan) <= 4000),
  loi text not null check (btrim(loi) <> '' and octet_length(loi) <= 8000),
  nguoi integer not null references nguoi_dung (id),
  luc timestamptz(3) not null default ct_nay(),
  xong_luc timestamptz(3),
  nguoi_xong integer references nguoi_dung (id)
);
create index y_kien_duyet_cua on y_kien_duyet (bo_suu_tap, tai_lieu, id);
create table viec (
  bo_suu_tap text not null check (octet_length(bo_suu_tap) <= 100),
  tai_lieu integer not null check (tai_lieu > 0),
  nguoi integer references nguoi_dung (id) on delete set null,
  han timestamptz(3),
  uu_tien text not null default 'thuong' check (uu_tien in ('cao', 'thuong', 'thap')),
  khong_truoc timestamptz(3),
  ghi_chu text not null default '' check (octet_length(ghi_chu) <= 2000),
  luc timestamptz(3) not null default ct_nay(),
  nguoi_giao integer references nguoi_dung (id) on delete set null,
  primary key (bo_suu_tap, tai_lieu)
);
create index viec_cua_nguoi on viec (nguoi, han);
create index viec_theo_han on viec (han) where han is not null;
create table xem_lai (
  bo_suu_tap text not null check (octet_length(bo_suu_tap) <= 100),
  tai_lieu integer not null check (tai_lieu > 0),
  nguoi integer references nguoi_dung (id) on delete set null,
  luc timestamptz(3) not null default ct_nay(),
  primary key (bo_suu_tap, tai_lieu)
);
revoke all on y_kien_duyet, viec, xem_lai from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(WORK))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
