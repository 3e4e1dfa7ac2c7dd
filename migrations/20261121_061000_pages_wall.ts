/**
 * Static pages and official documents behind the same wall as every other gated collection (docs/adr/0001), and what
 * readers find them by. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const WORKING_COPIES = ['trang', 'van_ban']
  .map(
    (table) => `
alter table ${table} add constraint ${table}_khong_xuat_ban check (_status is distinct from 'published');
alter table _${table}_v add constraint _${table}_v_khong_xuat_ban check (version__status is distinct from 'published');
create trigger ct_keep_submitted before delete on ${table} for each row execute function ct_keep_submitted();`,
  )
  .join('\n')

/** As in the wall of 20261121_030000, with the subject of an official document among what may be a title. */
const TITLE = `
create or replace function ct_ban_trinh() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  truoc record;
  cuoi text;
  j jsonb := new.noi_dung::jsonb;
begin
  perform ct_lock(new.bo_suu_tap, new.tai_lieu);
  select max(lan) as lan, bool_or(muc_nhay_cam = 'cao') as cao into truoc
    from ban_trinh where bo_suu_tap = new.bo_suu_tap and tai_lieu = new.tai_lieu;
  if new.lan <> coalesce(truoc.lan, 0) + 1 then perform ct_refuse('submissions are numbered without gaps'); end if;
  if truoc.cao and new.muc_nhay_cam <> 'cao' then perform ct_refuse('sensitivity is never lowered'); end if;
  if jsonb_typeof(new.buoc) <> 'array' or jsonb_array_length(new.buoc) = 0 then perform ct_refuse('a submission needs at least one step'); end if;
  if jsonb_typeof(new.nguoi_dong_gop) <> 'array' or jsonb_array_length(new.nguoi_dong_gop) = 0 then perform ct_refuse('a submission names its contributors'); end if;
  if exists (select 1 from jsonb_array_elements(new.nguoi_dong_gop) as n where jsonb_typeof(n) <> 'number' or (n #>> '{}')::numeric <> trunc((n #>> '{}')::numeric)) then
    perform ct_refuse('contributors are account numbers');
  end if;
  if exists (select 1 from jsonb_array_elements(new.buoc) as s group by s ->> 'ma' having s ->> 'ma' is null or count(*) > 1) then
    perform ct_refuse('each step has a code of its own');
  end if;
  cuoi := new.buoc -> -1 ->> 'vaiTro';
  if cuoi is null or cuoi not in ('nguoiDuyet', 'nguoiPhatNgon') then perform ct_refuse('the last step is an approver''s'); end if;
  if new.muc_nhay_cam = 'cao' and cuoi <> 'nguoiPhatNgon' then perform ct_refuse('sensitive items end with the spokesperson'); end if;
  -- Title and kind are what the frozen text says; columns beside it are for lists only.
  new.tieu_de := coalesce(j ->> 'tieuDe', j ->> 'ten', j ->> 'tenTruong', j ->> 'trichYeu', j ->> 'altText', new.tieu_de);
  new.loai := coalesce(j ->> 'loai', '');
  new.id := nextval(pg_get_serial_sequence('ban_trinh', 'id'));
  new.created_at := clock_timestamp();
  new.updated_at := new.created_at;
  return new;
end $$;
`

/** A school that was there before the list of hosts goes on linking where schools link; its spokesperson changes the list. */
const HOSTS = `
insert into quy_che_mien_lien_ket (_order, _parent_id, id, mien)
select h.thu_tu, q.id, substr(md5('mien-lien-ket:' || h.mien), 1, 24), h.mien
from quy_che q, unnest(array['gov.vn', 'edu.vn', 'dangcongsan.vn', 'quochoi.vn', 'vbpl.vn', 'wikipedia.org', 'youtube.com', 'youtu.be', 'facebook.com', 'zalo.me'])
  with ordinality as h (mien, thu_tu);
`

const READING = `
-- Words of an official document without accents and signs, so that 29/NQ finds 29-NQ/TW.
create function tim_van_ban(noi_dung text) returns tsvector language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select to_tsvector('simple', regexp_replace(
    khong_dau(concat_ws(' ', j ->> 'soKyHieu', j ->> 'trichYeu', j ->> 'coQuanBanHanh', j ->> 'nguoiKy')), '[^a-z0-9]+', ' ', 'g'))
  from (select noi_dung::jsonb as j) as x;
$$;
create function ngay_ban_hanh(noi_dung text) returns text language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select noi_dung::jsonb ->> 'ngayBanHanh';
$$;
create function co_quan_ban_hanh(noi_dung text) returns text language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select noi_dung::jsonb ->> 'coQuanBanHanh';
$$;
create index ban_dang_van_ban_ngay on ban_dang ((ngay_ban_hanh(noi_dung)) desc, id desc) where ket_thuc_luc is null and bo_suu_tap = 'van-ban';
create index ban_dang_van_ban_loai on ban_dang (loai, (ngay_ban_hanh(noi_dung)) desc, id desc) where ket_thuc_luc is null and bo_suu_tap = 'van-ban';
create index ban_dang_van_ban_co_quan on ban_dang ((co_quan_ban_hanh(noi_dung)), (ngay_ban_hanh(noi_dung)) desc, id desc) where ket_thuc_luc is null and bo_suu_tap = 'van-ban';
create index ban_dang_van_ban_chu_de on ban_dang using gin ((noi_dung::jsonb -> 'chuDe') jsonb_path_ops) where ket_thuc_luc is null and bo_suu_tap = 'van-ban';
create index ban_dang_van_ban_tim on ban_dang using gin (tim_van_ban(noi_dung)) where ket_thuc_luc is null and bo_suu_tap = 'van-ban';
-- Static pages are few and read all at once, by what they are part of.
create index ban_dang_trang on ban_dang ((noi_dung::jsonb ->> 'muc'), (noi_dung::jsonb ->> 'namHoc')) where ket_thuc_luc is null and bo_suu_tap = 'trang';
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [WORKING_COPIES, TITLE, HOSTS, READING]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
