/**
 * The wall around delegations, emergencies, the exception of a school with one leader, and the log: what the
 * application may never do is refused by the database itself (docs/adr/0001, 0005). Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const CLOCK = `
-- The one clock of every deadline. Only the owner could replace it.
create function ct_nay() returns timestamptz language sql volatile set search_path = pg_catalog, pg_temp as $$ select clock_timestamp() $$;
`

const UY_QUYEN = `
alter table uy_quyen drop constraint uy_quyen_nguoi_uy_quyen_id_nguoi_dung_id_fk, drop constraint uy_quyen_nguoi_duoc_uy_quyen_id_nguoi_dung_id_fk;
alter table uy_quyen
  alter column so_van_ban set not null, alter column nguoi_uy_quyen_id set not null, alter column nguoi_duoc_uy_quyen_id set not null,
  alter column pham_vi set not null, alter column tu_ngay set not null, alter column den_ngay set not null,
  add constraint uy_quyen_nguoi_uy_quyen foreign key (nguoi_uy_quyen_id) references nguoi_dung (id) on delete restrict on update restrict,
  add constraint uy_quyen_nguoi_duoc_uy_quyen foreign key (nguoi_duoc_uy_quyen_id) references nguoi_dung (id) on delete restrict on update restrict,
  add constraint uy_quyen_thoi_han check (den_ngay > tu_ngay and den_ngay <= tu_ngay + interval '366 days'),
  add constraint uy_quyen_hai_nguoi check (nguoi_uy_quyen_id <> nguoi_duoc_uy_quyen_id);

create function ct_vai_tro(nguoi numeric, vai_tro text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id where n.id = nguoi and n.kich_hoat and v.value::text = vai_tro);
$$;

create function ct_uy_quyen() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  cu uy_quyen%rowtype;
begin
  if tg_op = 'INSERT' then
    if not ct_vai_tro(new.nguoi_uy_quyen_id, 'nguoiPhatNgon') then perform ct_refuse('only the spokesperson lends authority'); end if;
    if ct_vai_tro(new.nguoi_duoc_uy_quyen_id, 'quanTriKyThuat') then perform ct_refuse('the technical administrator holds no authority'); end if;
    new.thu_hoi_luc := null;
    new.created_at := clock_timestamp();
    return new;
  end if;
  cu := old;
  if old.thu_hoi_luc is null and new.thu_hoi_luc is not null then new.thu_hoi_luc := ct_nay(); end if;
  cu.thu_hoi_luc := coalesce(old.thu_hoi_luc, new.thu_hoi_luc);
  cu.updated_at := new.updated_at;
  if cu is distinct from new then perform ct_refuse('a delegation is written once; only its early end is added'); end if;
  return new;
end $$;
create trigger ct_uy_quyen before insert or update on uy_quyen for each row execute function ct_uy_quyen();
create trigger ct_append_only before delete or truncate on uy_quyen for each statement execute function ct_append_only();
`

const BAN_TRINH = `
create function ct_mot_lanh_dao() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.mot_lanh_dao and not exists (select 1 from quy_che where mot_lanh_dao) then perform ct_refuse('the regulation knows no exception'); end if;
  new.mot_lanh_dao := coalesce(new.mot_lanh_dao, false);
  return new;
end $$;
create trigger ct_mot_lanh_dao before insert on ban_trinh for each row execute function ct_mot_lanh_dao();
`

const PHIEU_DUYET = `
alter table phieu_duyet drop constraint phieu_duyet_quyet_dinh;
alter table phieu_duyet
  add constraint phieu_duyet_quyet_dinh check (quyet_dinh in ('duyet', 'traLai', 'tuChoi', 'thuHoi', 'dangKhan')),
  add constraint phieu_duyet_tu_cach check ((tu_cach = 'chinhDanh' and uy_quyen is null) or (tu_cach = 'uyQuyen' and uy_quyen is not null)) not valid,
  add constraint phieu_duyet_khan check ((quyet_dinh = 'dangKhan') = (khan_den is not null));

-- Who may give this verdict: the role itself, or a delegation in force that covers the collection.
create function ct_phieu_duyet_tu_cach(p phieu_duyet, boSuuTap text, vaiTroBuoc text) returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
  if p.vai_tro is distinct from vaiTroBuoc and not (vaiTroBuoc in ('nguoiDuyet', 'nguoiPhatNgon') and p.vai_tro = 'nguoiPhatNgon') then
    perform ct_refuse('the role is not that of the step');
  end if;
  if p.tu_cach = 'chinhDanh' then
    if not ct_vai_tro(p.nguoi, p.vai_tro) then perform ct_refuse('the reviewer does not hold the role'); end if;
  elsif ct_vai_tro(p.nguoi, 'quanTriKyThuat') or not exists (
    select 1 from nguoi_dung n, uy_quyen u
    where n.id = p.nguoi and n.kich_hoat and u.id = p.uy_quyen and u.nguoi_duoc_uy_quyen_id = p.nguoi and u.pham_vi::text in ('tatCa', boSuuTap)
      and u.tu_ngay <= ct_nay() and u.den_ngay >= ct_nay() and u.thu_hoi_luc is null
      and ct_vai_tro(u.nguoi_uy_quyen_id, 'nguoiPhatNgon')
  ) then perform ct_refuse('no delegation in force covers this verdict'); end if;
end $$;

create or replace function ct_phieu_duyet() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  b ban_trinh%rowtype;
  cho jsonb;
begin
  select * into b from ban_trinh where id = new.ban_trinh_id;
  if not found then perform ct_refuse('a verdict needs a submission'); end if;
  perform ct_lock(b.bo_suu_tap, b.tai_lieu);
  if new.nguoi <> trunc(new.nguoi) or not exists (select 1 from nguoi_dung n where n.id = new.nguoi) then perform ct_refuse('a verdict is a person''s'); end if;
  if new.van_tay is distinct from b.van_tay then perform ct_refuse('a verdict is given on the fingerprint that was read'); end if;
  if exists (select 1 from ban_trinh m where m.bo_suu_tap = b.bo_suu_tap and m.tai_lieu = b.tai_lieu and m.lan > b.lan) then
    perform ct_refuse('the submission was superseded');
  end if;
  if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh not in ('duyet', 'dangKhan')) then perform ct_refuse('the submission has left review'); end if;
  if exists (select 1 from ban_dang d where d.ban_trinh_id = b.id and d.khan_den is null) then perform ct_refuse('the submission was published'); end if;
  select s.buoc into cho from jsonb_array_elements(b.buoc) with ordinality as s (buoc, i)
    where not exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.buoc = s.buoc ->> 'ma' and p.quyet_dinh = 'duyet')
    order by s.i limit 1;
  if new.quyet_dinh = 'dangKhan' then
    if cho is null then perform ct_refuse('what is approved needs no emergency'); end if;
    if new.buoc <> 'khan' or new.vai_tro <> 'nguoiPhatNgon' or new.tu_cach <> 'chinhDanh' or not ct_vai_tro(new.nguoi, 'nguoiPhatNgon') then
      perform ct_refuse('an emergency is the spokesperson''s own decision');
    end if;
    if new.khan_den::timestamptz <= ct_nay() or new.khan_den::timestamptz > ct_nay() + interval '24 hours 1 minute' then
      perform ct_refuse('an emergency stands a day at most');
    end if;
    if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'dangKhan') then perform ct_refuse('one emergency a submission'); end if;
  elsif new.quyet_dinh <> 'thuHoi' then
    if cho is null or new.buoc is distinct from cho ->> 'ma' then perform ct_refuse('a verdict is given at the step that waits'); end if;
    if b.nguoi_dong_gop @> to_jsonb(new.nguoi)
      and not (b.mot_lanh_dao and new.tu_cach = 'chinhDanh' and new.vai_tro = 'nguoiPhatNgon' and cho ->> 'vaiTro' in ('nguoiDuyet', 'nguoiPhatNgon')) then
      perform ct_refuse('nobody reviews his own words');
    end if;
    perform ct_phieu_duyet_tu_cach(new, b.bo_suu_tap, cho ->> 'vaiTro');
  end if;
  new.id := nextval(pg_get_serial_sequence('phieu_duyet', 'id'));
  new.created_at := ct_nay();
  new.updated_at := new.created_at;
  return new;
end $$;
`

const BAN_DANG = `
drop index ban_dang_ban_trinh_idx;
create unique index ban_dang_ban_trinh_idx on ban_dang (ban_trinh_id) where khan_den is null;
create unique index ban_dang_ban_trinh_khan on ban_dang (ban_trinh_id) where khan_den is not null;
-- The two above serve only who asks for one kind; the wall asks for both at every publication.
create index ban_dang_theo_ban_trinh on ban_dang (ban_trinh_id);
-- Addresses by their beginning, whatever the language of the database.
create index ban_dang_dau_duong_dan on ban_dang (bo_suu_tap, slug text_pattern_ops);

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

  update ban_dang set ket_thuc_luc = nay where bo_suu_tap = b.bo_suu_tap and tai_lieu = b.tai_lieu and ket_thuc_luc is null;

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
  new.mot_lanh_dao := b.mot_lanh_dao and b.nguoi_dong_gop @> to_jsonb(duyet.nguoi);
  new.dang_lan_dau := coalesce((select min(d.dang_lan_dau) from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.tai_lieu = b.tai_lieu), nay);
  new.id := nextval(pg_get_serial_sequence('ban_dang', 'id'));
  new.ket_thuc_luc := null;
  new.ly_do_go := null;
  new.created_at := nay;
  new.updated_at := nay;
  return new;
end $$;

create or replace function ct_ban_dang_ket_thuc() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  cu ban_dang%rowtype := old;
begin
  perform ct_lock(old.bo_suu_tap, old.tai_lieu);
  if old.ket_thuc_luc is not null or new.ket_thuc_luc is null then perform ct_refuse('an edition can only be ended, once'); end if;
  -- The database says when; a clock that was set back stands in nobody's way.
  new.ket_thuc_luc := greatest(ct_nay(), old.created_at);
  -- Only the trigger that puts a newer edition in its place ends one without a reason.
  if pg_trigger_depth() = 1 and coalesce(btrim(new.ly_do_go), '') = '' then perform ct_refuse('a withdrawal needs a reason'); end if;
  cu.ket_thuc_luc := new.ket_thuc_luc;
  cu.ly_do_go := new.ly_do_go;
  if cu is distinct from new then perform ct_refuse('only the end of an edition changes'); end if;
  return new;
end $$;
`

const HO_SO = `
-- The file may be written by the service, yet not against its own past.
create function ct_ho_so() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.bo_suu_tap <> old.bo_suu_tap or new.tai_lieu <> old.tai_lieu then perform ct_refuse('a file stays with its document'); end if;
  if new.ban_trinh_id is distinct from old.ban_trinh_id and (new.ban_trinh_id is null or new.ban_trinh_id < old.ban_trinh_id
    or not exists (select 1 from ban_trinh b where b.id = new.ban_trinh_id and b.bo_suu_tap = new.bo_suu_tap and b.tai_lieu = new.tai_lieu)) then
    perform ct_refuse('a file names the latest submission of its document');
  end if;
  if new.ban_dang_id is not null and new.ban_dang_id is distinct from old.ban_dang_id and not exists (
    select 1 from ban_dang d where d.id = new.ban_dang_id and d.bo_suu_tap = new.bo_suu_tap and d.tai_lieu = new.tai_lieu and d.ket_thuc_luc is null) then
    perform ct_refuse('a file names a live edition of its document');
  end if;
  if old.muc_nhay_cam = 'cao' and new.muc_nhay_cam is distinct from 'cao' then perform ct_refuse('sensitivity is never lowered'); end if;
  if not coalesce(new.nguoi_dong_gop @> old.nguoi_dong_gop, false) and not exists (
    select 1 from ban_dang d where d.id = new.ban_dang_id and d.khan_den is null and new.ban_dang_id is distinct from old.ban_dang_id) then
    perform ct_refuse('contributors answer for the words until an edition does');
  end if;
  return new;
end $$;
create trigger ct_ho_so before update on ho_so for each row execute function ct_ho_so();
`

const LOGGED = `
alter table nhat_ky add constraint nhat_ky_chi_tiet check (chi_tiet::jsonb is not null) not valid;
create index nhat_ky_tai_lieu on nhat_ky (bo_suu_tap, tai_lieu, so desc);

-- Nothing of the record comes into being without its row of the log, written by the same transaction.
create function ct_co_nhat_ky() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
      and n.xmin = pg_current_xact_id()::xid and (n.chi_tiet::jsonb ->> ten)::numeric = ma
  ) then perform ct_refuse(tg_table_name || ': no row of the log'); end if;
  return null;
end $$;
${['ban_trinh', 'phieu_duyet', 'ban_dang', 'uy_quyen']
  .map(
    (table) => `create constraint trigger ct_co_nhat_ky after insert on ${table} deferrable initially deferred for each row execute function ct_co_nhat_ky();`,
  )
  .join('\n')}
create constraint trigger ct_co_nhat_ky_ket_thuc after update on ban_dang deferrable initially deferred
  for each row when (new.ly_do_go is not null) execute function ct_co_nhat_ky();
create constraint trigger ct_co_nhat_ky_thu_hoi after update on uy_quyen deferrable initially deferred
  for each row when (old.thu_hoi_luc is null and new.thu_hoi_luc is not null) execute function ct_co_nhat_ky();
create index ban_dang_van_tay on ban_dang (van_tay) where ket_thuc_luc is null;
create index ho_so_hen_gio on ho_so (hen_gio_luc) where trang_thai = 'henGio';
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [CLOCK, UY_QUYEN, BAN_TRINH, PHIEU_DUYET, BAN_DANG, HO_SO, LOGGED]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
