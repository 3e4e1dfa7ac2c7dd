/**
 * Consent by age: the person's own word and the guardian's name, the signed paper by the hash of its picture; who is never
 * shown; the bytes that a withdrawal took off the site and that are still to be removed. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const CONSENTS = `
alter table dong_y add column chinh_chu boolean default true;
-- Older papers did not say.
update dong_y set chinh_chu = null;
alter table dong_y add column nguoi_dam_ho varchar;
alter table dong_y add column ly_do_rut text check (octet_length(ly_do_rut) <= 20000);
alter table dong_y add column giay_to text check (giay_to ~ '^[0-9a-f]{64}$');
create index ban_trinh_dong_y on ban_trinh using gin ((bang_chung::jsonb -> 'dongY') jsonb_path_ops);
create table khong_hien (
  id bigserial primary key,
  ho_ten text not null check (btrim(ho_ten) <> '' and octet_length(ho_ten) <= 400),
  nam_sinh integer check (nam_sinh between 1900 and 2200),
  ly_do text not null check (btrim(ly_do) <> '' and octet_length(ly_do) <= 4000),
  nguoi integer not null references nguoi_dung (id),
  luc timestamptz(3) not null default ct_nay(),
  het_luc timestamptz(3),
  nguoi_het integer references nguoi_dung (id)
);
create table xoa_tep (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  luc timestamptz(3) not null default ct_nay(),
  sau timestamptz(3) not null default ct_nay(),
  lan integer not null default 0,
  loi text check (octet_length(loi) <= 2000),
  xong_luc timestamptz(3)
);
create index xoa_tep_cho on xoa_tep (sau) where xong_luc is null;
revoke all on khong_hien, xoa_tep from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(CONSENTS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
