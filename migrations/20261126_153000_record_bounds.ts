/**
 * Bounds of the record, found by an attack with the service's own password: a row so long that no reader takes it, numbers that
 * no program can hold, an edition hidden for other than what the watch hides it for. Rows that are there are not judged anew.
 * Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const BOUNDS = `
alter table nhat_ky add constraint nhat_ky_vua check (
  octet_length(chi_tiet) <= 4000000 and octet_length(ten_nguoi) <= 4000 and octet_length(hanh_dong) <= 100 and coalesce(octet_length(bo_suu_tap), 0) <= 100
  and (nguoi is null or (nguoi = trunc(nguoi) and nguoi between 0 and 2147483647))
  and (tai_lieu is null or (tai_lieu = trunc(tai_lieu) and tai_lieu between 0 and 2147483647))) not valid;
alter table ban_trinh add constraint ban_trinh_vua check (
  octet_length(noi_dung) <= 16000000 and coalesce(octet_length(bang_chung), 0) <= 16000000 and octet_length(tieu_de) <= 100000) not valid;
alter table phieu_duyet add constraint phieu_duyet_vua check (octet_length(noi_dung_ky) <= 4000000 and coalesce(octet_length(ly_do), 0) <= 1000000) not valid;
`

const HIDDEN = `
create or replace function ct_ket_thuc_co_co() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.ket_thuc_luc is null and new.ket_thuc_luc is not null and coalesce(btrim(new.ly_do_go), '') = '' and not exists (
    select 1 from ban_dang d where d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.id > new.id and d.xmin = pg_current_xact_id()::xid) then
    perform ct_refuse('a withdrawal needs a reason');
  end if;
  if old.ket_thuc_luc is null and new.ly_do_go is not null and not ct_ly_do_biet(new.ly_do_go) then
    perform ct_refuse('readers are told reasons of the regulation alone');
  end if;
  if old.an_den is distinct from new.an_den and not exists (
    select 1 from ban_dang d where d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.id > new.id and d.khan_den is not null
      and d.xmin = pg_current_xact_id()::xid and (new.an_den is null or new.an_den = d.khan_den))
    and not exists (
    select 1 from nhat_ky n where n.hanh_dong in ('giu-lai', 'tha-lai') and n.bo_suu_tap = new.bo_suu_tap and n.tai_lieu = new.tai_lieu
      and n.xmin = pg_current_xact_id()::xid and (n.chi_tiet::jsonb ->> 'banDang')::numeric = new.id
      -- As the watch hides: whatever else is hidden is found good and shown again.
      and new.an_den is not distinct from (case n.hanh_dong when 'giu-lai' then timestamptz '9999-12-31T00:00:00Z' end)) then
    perform ct_refuse('an edition is hidden by an emergency or by a row of the log');
  end if;
  return null;
end $$;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [BOUNDS, HIDDEN]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
