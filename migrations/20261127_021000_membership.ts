/**
 * Who is a member of which unit, dated and never forgotten; whom a file waits for beyond a role. Rows are filled from the units
 * that accounts name today. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const MEMBERSHIP = `
create type enum_thanh_vien_vai as enum ('thanhVien', 'truong');
create table thanh_vien (
  id serial primary key,
  nguoi_id integer not null references nguoi_dung(id) on delete restrict,
  don_vi_id integer not null references don_vi(id) on delete restrict,
  vai enum_thanh_vien_vai not null default 'thanhVien',
  tu timestamptz(3) not null,
  den timestamptz(3),
  updated_at timestamptz(3) not null default now(),
  created_at timestamptz(3) not null default now(),
  constraint thanh_vien_thu_tu check (den is null or den >= tu)
);
create index thanh_vien_nguoi_idx on thanh_vien using btree (nguoi_id);
create index thanh_vien_don_vi_idx on thanh_vien using btree (don_vi_id);
create index thanh_vien_updated_at_idx on thanh_vien using btree (updated_at);
create index thanh_vien_created_at_idx on thanh_vien using btree (created_at);
create unique index thanh_vien_dang on thanh_vien (nguoi_id, don_vi_id) where den is null;

-- What was is kept: a row is only ever ended, once.
create or replace function ct_giu_thanh_vien() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.den is null and new.den is not null
    and (old.id, old.nguoi_id, old.don_vi_id, old.vai, old.tu, old.created_at) = (new.id, new.nguoi_id, new.don_vi_id, new.vai, new.tu, new.created_at) then
    return new;
  end if;
  perform ct_refuse('a membership is ended, never changed or removed');
  return null;
end $$;
revoke all on function ct_giu_thanh_vien() from public;
create trigger ct_giu_thanh_vien before update or delete on thanh_vien for each row execute function ct_giu_thanh_vien();
create trigger ct_giu_thanh_vien_het before truncate on thanh_vien for each statement execute function ct_giu_thanh_vien();

insert into thanh_vien (nguoi_id, don_vi_id, vai, tu)
  select n.id, n.don_vi_id, case when d.phu_trach_id = n.id then 'truong' else 'thanhVien' end::enum_thanh_vien_vai, now()
  from nguoi_dung n join don_vi d on d.id = n.don_vi_id where n.kich_hoat;

alter table ho_so add column don_vi_cho numeric, add column nguoi_cho varchar, add column khong_cho varchar;

-- Authority is read by this index: the list is that of src/policy/people/authorityChain.ts.
drop index nhat_ky_quyen;
create index nhat_ky_quyen on nhat_ky (so) where hanh_dong in
  ('tao-tai-khoan', 'doi-tai-khoan', 'doi-mat-khau', 'doi-dia-chi', 'uy-quyen', 'thu-hoi-uy-quyen', 'doi-quy-che', 'niem-phong', 'doi-khoa', 'thay-khoa', 'ke-nhiem', 'thanh-vien');
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(MEMBERSHIP))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
