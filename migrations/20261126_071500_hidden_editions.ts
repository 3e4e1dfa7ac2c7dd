/**
 * Nothing irreversible on doubt (docs/adr/0011): an edition can be hidden without being ended. An emergency hides the ordinary
 * edition until its own hour, so that the last approved words stand again when it lapses; an edition that could not be judged
 * is hidden until it is. Readers are told reasons of the regulation alone. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const COLUMNS = `
alter table ban_dang add column an_den timestamp(3) with time zone;
alter table anh_dang add column an_den timestamptz;
drop index ban_dang_mot_ban_song;
create unique index ban_dang_mot_ban_song on ban_dang (bo_suu_tap, tai_lieu) where ket_thuc_luc is null and khan_den is null;
create unique index ban_dang_mot_ban_khan on ban_dang (bo_suu_tap, tai_lieu) where ket_thuc_luc is null and khan_den is not null;
`

const BAN_DANG = `
create or replace function ct_ban_dang() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  b ban_trinh%rowtype;
  duyet phieu_duyet%rowtype;
  nay timestamptz := ct_nay();
  han timestamptz;
begin
  select * into b from ban_trinh where id = new.ban_trinh_id;
  if not found then perform ct_refuse('an edition needs a submission'); end if;
  perform ct_lock(b.bo_suu_tap, b.tai_lieu);
  if exists (select 1 from ban_trinh m where m.bo_suu_tap = b.bo_suu_tap and m.tai_lieu = b.tai_lieu and m.lan > b.lan) then
    perform ct_refuse('the submission was superseded');
  end if;
  if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh not in ('duyet', 'dangKhan')) then
    perform ct_refuse('the submission was refused or taken back');
  end if;
  if exists (select 1 from ban_dang d where d.ban_trinh_id = b.id and d.ly_do_go is not null) then perform ct_refuse('the submission was withdrawn'); end if;

  if new.khan_den is not null then
    -- In an emergency the spokesperson's own verdict stands for the chain, until the hour it names.
    select * into duyet from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'dangKhan' and p.van_tay = b.van_tay order by id desc limit 1;
    if not found then perform ct_refuse('an emergency needs the spokesperson''s verdict'); end if;
    if (select d.khan_den is not null from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.tai_lieu = b.tai_lieu order by d.id desc limit 1) then
      perform ct_refuse('the emergency before was not confirmed');
    end if;
    han := duyet.khan_den::timestamptz;
  else
    if exists (
      select 1 from jsonb_array_elements(b.buoc) as s (buoc) where not exists (
        select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.buoc = s.buoc ->> 'ma' and p.quyet_dinh = 'duyet' and p.van_tay = b.van_tay
          and (not b.nguoi_dong_gop @> to_jsonb(p.nguoi) or (b.mot_lanh_dao and p.vai_tro = 'nguoiPhatNgon' and p.tu_cach = 'chinhDanh')))
    ) then perform ct_refuse('a step has no approval'); end if;
    select * into duyet from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'duyet' and p.buoc = b.buoc -> -1 ->> 'ma' order by id desc limit 1;
  end if;

  -- An address once published belongs to its document for ever.
  perform pg_advisory_xact_lock(hashtextextended('ct:slug:' || b.bo_suu_tap || ':' || b.slug, 0));
  if exists (select 1 from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.slug = b.slug and d.tai_lieu <> b.tai_lieu) then
    raise exception 'cong truong: the address belongs to another document' using errcode = 'GTSLG';
  end if;

  -- An emergency covers the edition before it until its hour; an approved edition ends whatever stood.
  if han is not null then
    update ban_dang set an_den = han where bo_suu_tap = b.bo_suu_tap and tai_lieu = b.tai_lieu and ket_thuc_luc is null and coalesce(an_den, nay) < han;
  else
    update ban_dang set ket_thuc_luc = nay where bo_suu_tap = b.bo_suu_tap and tai_lieu = b.tai_lieu and ket_thuc_luc is null;
  end if;

  -- Whatever was sent along is replaced: content comes from the submission, names and hours from the verdict.
  new.bo_suu_tap := b.bo_suu_tap;
  new.tai_lieu := b.tai_lieu;
  new.lan := b.lan;
  new.loai := b.loai;
  new.slug := b.slug;
  new.tieu_de := b.tieu_de;
  new.noi_dung := b.noi_dung;
  new.van_tay := b.van_tay;
  new.duyet_ho_ten := duyet.ho_ten;
  new.duyet_chuc_vu := duyet.chuc_vu;
  new.duyet_luc := duyet.created_at;
  new.duyet_uy_quyen := (select u.so_van_ban from uy_quyen u where u.id = duyet.uy_quyen);
  new.khan_den := han;
  new.an_den := null;
  new.mot_lanh_dao := b.mot_lanh_dao and b.nguoi_dong_gop @> to_jsonb(duyet.nguoi);
  new.dang_lan_dau := coalesce((select min(d.dang_lan_dau) from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.tai_lieu = b.tai_lieu), nay);
  new.id := nextval(pg_get_serial_sequence('ban_dang', 'id'));
  new.ket_thuc_luc := null;
  new.ly_do_go := null;
  new.created_at := nay;
  new.updated_at := nay;
  return new;
end $$;

-- Nobody's own words stand before readers as a reason: only those of a version of the regulation, and the gate's own.
create function ct_ly_do_biet(ly_do text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select ly_do in ('Nội dung này không còn được đăng trên trang.', 'Nội dung không có phiếu duyệt hợp lệ.', 'Nội dung đăng khẩn không được xác nhận.')
    or exists (select 1 from quy_che_ban q, jsonb_array_elements(case jsonb_typeof(q.noi_dung::jsonb -> 'lyDoGo') when 'array' then q.noi_dung::jsonb -> 'lyDoGo' else '[]' end) as l
      where l ->> 'noiDung' = ly_do);
$$;

create or replace function ct_ban_dang_ket_thuc() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  cu ban_dang%rowtype := old;
begin
  perform ct_lock(old.bo_suu_tap, old.tai_lieu);
  if old.ket_thuc_luc is not null then perform ct_refuse('an edition can only be ended, once'); end if;
  if new.ket_thuc_luc is null and new.an_den is not distinct from old.an_den then perform ct_refuse('an edition can only be ended or hidden'); end if;
  if new.ket_thuc_luc is not null then
    -- The database says when; a clock that was set back stands in nobody's way.
    new.ket_thuc_luc := greatest(ct_nay(), old.created_at);
    new.an_den := old.an_den;
    cu.ket_thuc_luc := new.ket_thuc_luc;
    cu.ly_do_go := new.ly_do_go;
  end if;
  cu.an_den := new.an_den;
  if cu is distinct from new then perform ct_refuse('only the end of an edition changes, or whether it is hidden'); end if;
  return new;
end $$;

-- An emergency that ends before its hour uncovers what it covered.
create function ct_het_khan() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update ban_dang set an_den = null where bo_suu_tap = new.bo_suu_tap and tai_lieu = new.tai_lieu and ket_thuc_luc is null and khan_den is null and an_den = new.khan_den;
  return null;
end $$;
create trigger ct_het_khan after update on ban_dang for each row
  when (old.ket_thuc_luc is null and new.ket_thuc_luc is not null and new.ly_do_go is not null and new.khan_den is not null) execute function ct_het_khan();

-- At the commit: an edition that ended without a reason was replaced by this transaction; one that was hidden or uncovered
-- was so by an emergency of this transaction, or by a row of the log that says so.
create function ct_ket_thuc_co_co() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
      and n.xmin = pg_current_xact_id()::xid and (n.chi_tiet::jsonb ->> 'banDang')::numeric = new.id) then
    perform ct_refuse('an edition is hidden by an emergency or by a row of the log');
  end if;
  return null;
end $$;
create constraint trigger ct_ket_thuc_co_co after update on ban_dang deferrable initially deferred for each row execute function ct_ket_thuc_co_co();

create trigger ct_bao_doc_gia_an after update on ban_dang
  for each row when (old.an_den is distinct from new.an_den) execute function ct_bao_doc_gia();
`

/** As in 20261121_051000, where a withdrawal also ends what an emergency covered. */
const LOGGED = `
create or replace function ct_co_nhat_ky() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  b ban_trinh%rowtype;
  viec text[];
  ten text;
  ma numeric;
begin
  if tg_table_name = 'uy_quyen' then
    if not exists (select 1 from nhat_ky n where n.bo_suu_tap = 'uy-quyen' and n.tai_lieu = new.id and n.xmin = pg_current_xact_id()::xid) then
      perform ct_refuse('uy_quyen: no row of the log');
    end if;
    return null;
  end if;
  if tg_table_name = 'phieu_duyet' then
    select * into b from ban_trinh where id = new.ban_trinh_id;
    viec := case new.quyet_dinh when 'duyet' then array['duyet'] when 'traLai' then array['tra-lai'] when 'tuChoi' then array['tu-choi']
      when 'dangKhan' then array['dang-khan'] else array['thu-hoi', 'go'] end;
    ten := 'phieu';
    ma := new.id;
  elsif tg_table_name = 'ban_trinh' then
    b := new;
    viec := array['trinh'];
    ten := 'banTrinh';
    ma := new.id;
  else
    select * into b from ban_trinh where id = new.ban_trinh_id;
    viec := case when tg_op = 'INSERT' then array['dang', 'dang-khan'] else array['go', 'tra-lai', 'tu-choi', 'thu-hoi'] end;
    ten := 'banDang';
    ma := new.id;
  end if;
  if not exists (
    select 1 from nhat_ky n where n.bo_suu_tap = b.bo_suu_tap and n.tai_lieu = b.tai_lieu and n.hanh_dong = any (viec)
      and n.xmin = pg_current_xact_id()::xid
      and ((n.chi_tiet::jsonb ->> ten)::numeric = ma or (n.hanh_dong = 'go' and tg_op = 'UPDATE' and (n.chi_tiet::jsonb ->> 'cungGo')::numeric = ma))
  ) then perform ct_refuse(tg_table_name || ': no row of the log'); end if;
  return null;
end $$;
`

const PICTURES = `
create function ct_anh_dang_an() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update anh_dang set an_den = new.an_den where ban_dang_id = new.id;
  return null;
end $$;
revoke all on function ct_anh_dang_an() from public;
create trigger ct_anh_dang_an after update on ban_dang for each row when (old.an_den is distinct from new.an_den) execute function ct_anh_dang_an();
`

const EMERGENCIES = `
-- One unconfirmed emergency a spokesperson at a time, whatever the documents.
create function ct_mot_khan() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:khan:' || new.nguoi::text, 0));
  if exists (
    select 1 from phieu_duyet p join ban_dang d on d.ban_trinh_id = p.ban_trinh_id and d.khan_den is not null
    where p.nguoi = new.nguoi and p.quyet_dinh = 'dangKhan' and d.ket_thuc_luc is null and d.khan_den > ct_nay()) then
    perform ct_refuse('one unconfirmed emergency a spokesperson');
  end if;
  return new;
end $$;
-- Its name comes after the one that judges the verdict itself.
create trigger ct_phieu_mot_khan before insert on phieu_duyet for each row when (new.quyet_dinh = 'dangKhan') execute function ct_mot_khan();
create index ban_dang_khan on ban_dang (khan_den) where khan_den is not null;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [COLUMNS, BAN_DANG, LOGGED, PICTURES, EMERGENCIES]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
