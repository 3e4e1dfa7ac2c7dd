/**
 * The ledger, as it was found to be wrong: what is published is credited by the submission that went live, not by that of an earlier month;
 * what was merged or not used is no second deed; a receipt comes before every submission; rows of before credits were frozen have the
 * kind of their unit by its edition of then. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const RECEIPTS = `
alter table bai_gui add column thoi_luc timestamptz(3);
update bai_gui b set thoi_luc = (select min(l.created_at) from nhat_ky l where l.hanh_dong in ('gop-bai', 'khong-dung') and l.bo_suu_tap = 'tin-bai' and l.tai_lieu = b.tin_bai)
  where b.gop_vao is not null or b.khong_dung is not null;

create or replace function ct_gio_cua_may() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.luc := ct_nay();
    if tg_table_name = 'bai_gui' then
      new.thoi_luc := null;
      -- What a class told is told before anybody sends it on: later, it would take another's story for its own.
      if exists (select 1 from ban_trinh b where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = new.tin_bai) then perform ct_refuse('a receipt comes before every submission of its story'); end if;
    end if;
  elsif (new.id, new.luc, new.don_vi, new.tin_bai) is distinct from (old.id, old.luc, old.don_vi, old.tin_bai) then
    perform ct_refuse('a receipt keeps its hour, its class and its story');
  elsif old.thoi_luc is not null then
    new.thoi_luc := old.thoi_luc;
  else
    new.thoi_luc := case when new.gop_vao is not null or new.khong_dung is not null then ct_nay() end;
  end if;
  return new;
end $$;
create trigger ct_san_pham_thoi after update on bai_gui for each row when (new.thoi_luc is not null and old.thoi_luc is null) execute function ct_san_pham();
`

const LEDGER = `
alter table san_pham add column dang_loai text, add column dang_don_vi integer, add column dang_don_vi_loai text, add column dang_lop integer,
  add column dang_nguoi integer[] not null default '{}', add column dang_chu_de integer[] not null default '{}', add column dang_diem_anh bigint, add column dang_giay numeric, add column dang_chu_thich boolean not null default false;
drop index san_pham_dang;
drop index san_pham_lop;
create index san_pham_dang on san_pham (dang_thang, dang_don_vi) include (san_pham, dang_loai) where dang_thang is not null;
create index san_pham_lop on san_pham (dang_lop, dang_thang) where dang_lop is not null;
create index san_pham_dang_nguoi on san_pham using gin (dang_nguoi);

-- The kind a unit had by its edition of then; by its first one where there was none yet.
create function ct_loai_don_vi(dv integer, luc timestamptz) returns text language sql stable set search_path = public, pg_temp as $$
  select noi_dung::jsonb ->> 'loai' from ban_dang where bo_suu_tap = 'don-vi' and tai_lieu = dv order by (created_at <= luc) desc, case when created_at <= luc then -id else id end limit 1
$$;

create or replace function ct_san_pham_cua(bst text, tl integer) returns setof san_pham language sql stable set search_path = public, pg_temp as $$
  with trinh as (
    select t.id, t.created_at, t.loai, t.muc_nhay_cam, t.ghi_nhan, t.tac_gia, t.noi_dung::jsonb as j, (t.noi_dung::jsonb #>> '{donVi,taiLieu}')::integer as don_vi
    from ban_trinh t where t.bo_suu_tap = bst and t.tai_lieu = tl
  ), nhan as (
    select luc, don_vi, thoi_luc from bai_gui where bst = 'tin-bai' and tin_bai = tl
  ), dang as (
    select id, ban_trinh_id, created_at, ket_thuc_luc, ly_do_go from ban_dang where bo_suu_tap = bst and tai_lieu = tl and khan_den is null
  ), viec as (
    select created_at as luc, true as gui, id as trinh from trinh
    union all select luc, true, null from nhan
    -- Merged into another, or not used: one deed is counted once.
    union all select thoi_luc, false, null from nhan where thoi_luc is not null
    -- Taken back by whoever sent it, before readers ever had it: a later round that is taken back is no longer the sending. What a class
    -- told is not the office's to take back.
    union all select p.created_at, false, null from phieu_duyet p join ban_trinh b on b.id = p.ban_trinh_id
      where b.bo_suu_tap = bst and b.tai_lieu = tl and p.quyet_dinh = 'thuHoi' and p.nguoi = b.nguoi_trinh and not exists (select 1 from dang d where d.created_at <= p.created_at) and not exists (select 1 from nhan)
  ), gui as (
    select ct_thang(luc) as thang, min(luc) filter (where gui) as luc, (array_agg(gui order by luc desc, gui))[1] as con,
      (array_agg(trinh order by luc desc) filter (where trinh is not null))[1] as trinh
    from viec group by 1
  ), da_gui as (
    select thang, luc, trinh from gui where con and luc is not null order by thang limit 1
  ), len as (
    select created_at as luc, true as len, id from dang
    union all select ket_thuc_luc, false, id from dang where ket_thuc_luc is not null and ly_do_go is not null
  ), dung as (
    select ct_thang(luc) as thang, min(luc) filter (where len) as luc, (array_agg(len order by luc desc, len desc))[1] as con,
      (array_agg(id order by luc) filter (where len))[1] as id
    from len group by 1
  ), da_dang as (
    select thang, luc, id from dung where con and luc is not null order by thang limit 1
  ), ghi as (
    -- What each submission says of whose it is and what it is.
    select t.id, t.loai, t.muc_nhay_cam, t.don_vi, coalesce(t.ghi_nhan ->> 'loai', ct_loai_don_vi(t.don_vi, t.created_at)) as don_vi_loai, t.ghi_nhan is null as theo_ban_ghi,
      coalesce((t.ghi_nhan ->> 'lop')::integer, (select don_vi from nhan),
        case when t.ghi_nhan is null and ct_loai_don_vi(t.don_vi, t.created_at) in ('chiDoan', 'lop') then t.don_vi end) as lop,
      case when t.ghi_nhan is not null then array(select n::integer from jsonb_array_elements_text(t.ghi_nhan -> 'nguoi') n order by 1)
        when t.tac_gia is not null then array[t.tac_gia::integer] else '{}' end as nguoi,
      array(select (c ->> 'taiLieu')::integer from jsonb_array_elements(case when jsonb_typeof(t.j -> 'chuDe') = 'array' then t.j -> 'chuDe' else '[]' end) c where c ? 'taiLieu' order by 1) as chu_de,
      (t.j #>> '{tep,rong}')::bigint * (t.j #>> '{tep,cao}')::bigint as diem_anh, (t.j #>> '{tep,giay}')::numeric as giay, coalesce(t.j ->> 'chuThich', '') <> '' as chu_thich
    from trinh t
  ), cua as (
    -- Whose it is: what was sent last in the month it counts for; what a class told in a month before anybody sent it on is the class's own.
    select g.* from ghi g where g.id = case when exists (select 1 from da_gui) then (select trinh from da_gui) else (select min(id) from trinh) end
  ), len_cua as (
    select g.* from ghi g where g.id = (select d.ban_trinh_id from dang d join da_dang x on x.id = d.id)
  )
  select bst, tl, case bst when 'tu-lieu' then 'tuLieu' else 'tinBai' end, coalesce(t.loai, case when exists (select 1 from nhan) then 'nguoiTotViecTot' else '' end),
    coalesce(t.muc_nhay_cam, 'thuong'), case when t.id is null then (select don_vi from nhan) else t.don_vi end, t.don_vi_loai,
    case when t.id is null then (select don_vi from nhan) else t.lop end, coalesce(t.nguoi, '{}'), coalesce(t.chu_de, '{}'), t.diem_anh, t.giay, coalesce(t.chu_thich, false),
    (select luc from da_gui), (select thang from da_gui), (select max(luc) from viec where not gui),
    (select luc from da_dang), (select thang from da_dang),
    (select max(ket_thuc_luc) from dang where ly_do_go is not null and not exists (select 1 from dang o where o.ket_thuc_luc is null)),
    t.id, (select id from da_dang), t.id is not null and t.theo_ban_ghi,
    l.loai, l.don_vi, l.don_vi_loai, l.lop, coalesce(l.nguoi, '{}'), coalesce(l.chu_de, '{}'), l.diem_anh, l.giay, coalesce(l.chu_thich, false)
  from (select 1) mot left join cua t on true left join len_cua l on true where t.id is not null or exists (select 1 from nhan) or exists (select 1 from trinh)
$$;

delete from san_pham;
insert into san_pham select s.* from (
  select bo_suu_tap, tai_lieu::integer as tai_lieu from ban_trinh where bo_suu_tap in ('tin-bai', 'tu-lieu')
  union select 'tin-bai', tin_bai from bai_gui) d cross join lateral ct_san_pham_cua(d.bo_suu_tap, d.tai_lieu) s;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(RECEIPTS))
  await db.execute(sql.raw(LEDGER))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The ledger is forward-only: write a later migration instead.')
}
