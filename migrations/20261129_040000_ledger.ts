/**
 * The ledger: what was sent and what was published, in which month of Hà Nội, and to whose credit. One function says it of one
 * document from the record; triggers write what it says, and nothing else does. Each document is credited once as sent, in the
 * first month at whose end it was sent and not taken back, and once as published, in the first month at whose end readers had it:
 * what happens after a month is over never changes that month. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const LEDGER = `
create function ct_thang(luc timestamptz) returns date language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp as $$
  select date_trunc('month', luc at time zone 'Asia/Ho_Chi_Minh')::date
$$;

create table san_pham (
  bo_suu_tap text not null,
  tai_lieu integer not null,
  san_pham text not null check (san_pham in ('tinBai', 'tuLieu')),
  loai text not null,
  muc_nhay_cam text not null,
  don_vi integer,
  don_vi_loai text,
  lop integer,
  nguoi integer[] not null default '{}',
  chu_de integer[] not null default '{}',
  diem_anh bigint,
  giay numeric,
  chu_thich boolean not null default false,
  gui_luc timestamptz,
  gui_thang date,
  rut_luc timestamptz,
  dang_luc timestamptz,
  dang_thang date,
  go_luc timestamptz,
  ban_trinh_id integer,
  ban_dang_id integer,
  theo_ban_ghi boolean not null,
  primary key (bo_suu_tap, tai_lieu)
);
create index san_pham_gui on san_pham (gui_thang, don_vi) include (san_pham, loai) where gui_thang is not null;
create index san_pham_dang on san_pham (dang_thang, don_vi) include (san_pham, loai) where dang_thang is not null;
create index san_pham_nguoi on san_pham using gin (nguoi);
create index san_pham_lop on san_pham (lop, dang_thang) where lop is not null;

create function ct_san_pham_cua(bst text, tl integer) returns setof san_pham language sql stable set search_path = public, pg_temp as $$
  with trinh as (
    select id, created_at, loai, muc_nhay_cam, ghi_nhan, tac_gia, noi_dung::jsonb as j from ban_trinh where bo_suu_tap = bst and tai_lieu = tl
  ), nhan as (
    select luc, don_vi from bai_gui where bst = 'tin-bai' and tin_bai = tl
  ), dang as (
    select id, ban_trinh_id, created_at, ket_thuc_luc, ly_do_go from ban_dang where bo_suu_tap = bst and tai_lieu = tl and khan_den is null
  ), viec as (
    select created_at as luc, true as gui, id as trinh from trinh
    union all select luc, true, null from nhan
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
  ), cua as (
    -- Whose it is: what was sent last in the month it counts for; what a class told in a month before anybody sent it on is the class's own.
    select t.* from trinh t where t.id = case when exists (select 1 from da_gui) then (select trinh from da_gui) else (select min(id) from trinh) end
  )
  select bst, tl, case bst when 'tu-lieu' then 'tuLieu' else 'tinBai' end, coalesce(t.loai, case when exists (select 1 from nhan) then 'nguoiTotViecTot' else '' end),
    coalesce(t.muc_nhay_cam, 'thuong'),
    coalesce((t.j #>> '{donVi,taiLieu}')::integer, case when t.id is null then (select don_vi from nhan) end),
    t.ghi_nhan ->> 'loai', coalesce((t.ghi_nhan ->> 'lop')::integer, (select don_vi from nhan)),
    case when t.ghi_nhan is not null then array(select n::integer from jsonb_array_elements_text(t.ghi_nhan -> 'nguoi') n order by 1)
      when t.tac_gia is not null then array[t.tac_gia::integer] else '{}' end,
    array(select (c ->> 'taiLieu')::integer from jsonb_array_elements(case when jsonb_typeof(t.j -> 'chuDe') = 'array' then t.j -> 'chuDe' else '[]' end) c where c ? 'taiLieu' order by 1),
    (t.j #>> '{tep,rong}')::bigint * (t.j #>> '{tep,cao}')::bigint, (t.j #>> '{tep,giay}')::numeric, coalesce(t.j ->> 'chuThich', '') <> '',
    (select luc from da_gui), (select thang from da_gui), (select max(luc) from viec where not gui),
    (select luc from da_dang), (select thang from da_dang),
    (select max(ket_thuc_luc) from dang where ly_do_go is not null and not exists (select 1 from dang o where o.ket_thuc_luc is null)),
    t.id, (select id from da_dang), t.id is not null and t.ghi_nhan is null
  from (select 1) mot left join cua t on true where t.id is not null or exists (select 1 from nhan)
$$;

create function ct_san_pham_ghi(bst text, tl integer) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from san_pham where bo_suu_tap = bst and tai_lieu = tl;
  insert into san_pham select * from ct_san_pham_cua(bst, tl);
end $$;
revoke all on function ct_san_pham_ghi(text, integer) from public;

create function ct_san_pham() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  b record;
begin
  if tg_table_name = 'bai_gui' then
    perform ct_san_pham_ghi('tin-bai', new.tin_bai);
  elsif tg_table_name = 'phieu_duyet' then
    select bo_suu_tap, tai_lieu into b from ban_trinh where id = new.ban_trinh_id;
    if b.bo_suu_tap in ('tin-bai', 'tu-lieu') then perform ct_san_pham_ghi(b.bo_suu_tap, b.tai_lieu::integer); end if;
  else
    perform ct_san_pham_ghi(new.bo_suu_tap, new.tai_lieu::integer);
  end if;
  return null;
end $$;
revoke all on function ct_san_pham() from public;
create trigger ct_san_pham after insert on ban_trinh for each row when (new.bo_suu_tap in ('tin-bai', 'tu-lieu')) execute function ct_san_pham();
create trigger ct_san_pham after insert on phieu_duyet for each row when (new.quyet_dinh = 'thuHoi') execute function ct_san_pham();
create trigger ct_san_pham after insert on ban_dang for each row when (new.bo_suu_tap in ('tin-bai', 'tu-lieu') and new.khan_den is null) execute function ct_san_pham();
create trigger ct_san_pham_go after update on ban_dang
  for each row when (new.bo_suu_tap in ('tin-bai', 'tu-lieu') and new.khan_den is null and new.ly_do_go is not null) execute function ct_san_pham();
create trigger ct_san_pham after insert on bai_gui for each row execute function ct_san_pham();

-- The hours from which months are told are the database's own, and what a receipt says of its class stays.
create function ct_gio_cua_may() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.luc := ct_nay();
  elsif (new.id, new.luc, new.don_vi, new.tin_bai) is distinct from (old.id, old.luc, old.don_vi, old.tin_bai) then
    perform ct_refuse('a receipt keeps its hour, its class and its story');
  end if;
  return new;
end $$;
revoke all on function ct_gio_cua_may() from public;
create trigger ct_gio_cua_may before insert or update on bai_gui for each row execute function ct_gio_cua_may();
create trigger ct_gio_cua_may before insert on kenh_dang for each row execute function ct_gio_cua_may();

insert into san_pham select s.* from (
  select bo_suu_tap, tai_lieu::integer as tai_lieu from ban_trinh where bo_suu_tap in ('tin-bai', 'tu-lieu')
  union select 'tin-bai', tin_bai from bai_gui) d cross join lateral ct_san_pham_cua(d.bo_suu_tap, d.tai_lieu) s;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(LEDGER))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The ledger is forward-only: write a later migration instead.')
}
