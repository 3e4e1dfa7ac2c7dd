/**
 * The last wall: what the application may never do is refused by the database itself (docs/adr/0001).
 * Frozen once merged; a later rule is a later migration.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const EXTENSIONS = `create extension if not exists unaccent;`

const HELPERS = `
create function ct_refuse(reason text) returns void language plpgsql as $$
begin
  raise exception 'cong truong: %', reason using errcode = 'GT409';
end $$;

-- One advisory lock a document serialises everything that concerns its record.
create function ct_lock(bo_suu_tap text, tai_lieu numeric) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('ct:' || bo_suu_tap || ':' || tai_lieu::text, 0));
$$;

create function ct_append_only() returns trigger language plpgsql as $$
begin
  perform ct_refuse(tg_table_name || ' is append-only: ' || tg_op || ' refused');
  return null;
end $$;
`

const BAN_TRINH = `
alter table ban_trinh alter column noi_dung type text, alter column bang_chung type text;
alter table ban_trinh
  add constraint ban_trinh_van_tay check (van_tay = encode(sha256(convert_to(noi_dung, 'UTF8')), 'hex')),
  add constraint ban_trinh_bang_chung check (van_tay_bang_chung = encode(sha256(convert_to(bang_chung, 'UTF8')), 'hex')),
  add constraint ban_trinh_dung_noi_dung check (
    (noi_dung::jsonb ->> 'boSuuTap' = bo_suu_tap and (noi_dung::jsonb ->> 'taiLieu')::numeric = tai_lieu and noi_dung::jsonb ->> 'slug' = slug) is true),
  add constraint ban_trinh_nfc check (noi_dung is nfc normalized),
  add constraint ban_trinh_muc check (muc_nhay_cam in ('thuong', 'cao')),
  add constraint ban_trinh_lan unique (bo_suu_tap, tai_lieu, lan);

create function ct_ban_trinh() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
  new.tieu_de := coalesce(j ->> 'tieuDe', j ->> 'ten', j ->> 'tenTruong', j ->> 'altText', new.tieu_de);
  new.loai := coalesce(j ->> 'loai', '');
  new.id := nextval(pg_get_serial_sequence('ban_trinh', 'id'));
  new.created_at := clock_timestamp();
  new.updated_at := new.created_at;
  return new;
end $$;
create trigger ct_ban_trinh before insert on ban_trinh for each row execute function ct_ban_trinh();
`

const PHIEU_DUYET = `
alter table phieu_duyet drop constraint phieu_duyet_ban_trinh_id_ban_trinh_id_fk;
alter table phieu_duyet
  add constraint phieu_duyet_ban_trinh foreign key (ban_trinh_id) references ban_trinh (id) on delete restrict on update restrict,
  add constraint phieu_duyet_quyet_dinh check (quyet_dinh in ('duyet', 'traLai', 'tuChoi', 'thuHoi'));

create function ct_phieu_duyet() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  b ban_trinh%rowtype;
  cho text;
begin
  select * into b from ban_trinh where id = new.ban_trinh_id;
  if not found then perform ct_refuse('a verdict needs a submission'); end if;
  perform ct_lock(b.bo_suu_tap, b.tai_lieu);
  if new.nguoi <> trunc(new.nguoi) or not exists (select 1 from nguoi_dung n where n.id = new.nguoi) then perform ct_refuse('a verdict is a person''s'); end if;
  if new.van_tay is distinct from b.van_tay then perform ct_refuse('a verdict is given on the fingerprint that was read'); end if;
  if exists (select 1 from ban_trinh m where m.bo_suu_tap = b.bo_suu_tap and m.tai_lieu = b.tai_lieu and m.lan > b.lan) then
    perform ct_refuse('the submission was superseded');
  end if;
  if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh <> 'duyet') then perform ct_refuse('the submission has left review'); end if;
  if exists (select 1 from ban_dang d where d.ban_trinh_id = b.id) then perform ct_refuse('the submission was published'); end if;
  if new.quyet_dinh <> 'thuHoi' then
    select s.buoc ->> 'ma' into cho from jsonb_array_elements(b.buoc) with ordinality as s (buoc, i)
      where not exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.buoc = s.buoc ->> 'ma' and p.quyet_dinh = 'duyet')
      order by s.i limit 1;
    if cho is null or new.buoc is distinct from cho then perform ct_refuse('a verdict is given at the step that waits'); end if;
    if b.nguoi_dong_gop @> to_jsonb(new.nguoi) then perform ct_refuse('nobody reviews his own words'); end if;
  end if;
  new.id := nextval(pg_get_serial_sequence('phieu_duyet', 'id'));
  new.created_at := clock_timestamp();
  new.updated_at := new.created_at;
  return new;
end $$;
create trigger ct_phieu_duyet before insert on phieu_duyet for each row execute function ct_phieu_duyet();
`

const BAN_DANG = `
alter table ban_dang alter column noi_dung type text;
alter table ban_dang drop constraint ban_dang_ban_trinh_id_ban_trinh_id_fk;
alter table ban_dang add constraint ban_dang_ban_trinh foreign key (ban_trinh_id) references ban_trinh (id) on delete restrict on update restrict;
create unique index ban_dang_mot_ban_song on ban_dang (bo_suu_tap, tai_lieu) where ket_thuc_luc is null;

create function ct_ban_dang() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  b ban_trinh%rowtype;
  duyet phieu_duyet%rowtype;
  nay timestamptz := clock_timestamp();
begin
  select * into b from ban_trinh where id = new.ban_trinh_id;
  if not found then perform ct_refuse('an edition needs a submission'); end if;
  perform ct_lock(b.bo_suu_tap, b.tai_lieu);
  if exists (select 1 from ban_trinh m where m.bo_suu_tap = b.bo_suu_tap and m.tai_lieu = b.tai_lieu and m.lan > b.lan) then
    perform ct_refuse('the submission was superseded');
  end if;
  if exists (select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh <> 'duyet') then perform ct_refuse('the submission was refused or taken back'); end if;
  if exists (
    select 1 from jsonb_array_elements(b.buoc) as s (buoc) where not exists (
      select 1 from phieu_duyet p where p.ban_trinh_id = b.id and p.buoc = s.buoc ->> 'ma' and p.quyet_dinh = 'duyet'
        and p.van_tay = b.van_tay and not b.nguoi_dong_gop @> to_jsonb(p.nguoi))
  ) then perform ct_refuse('a step has no approval'); end if;

  -- An address once published belongs to its document for ever.
  perform pg_advisory_xact_lock(hashtextextended('ct:slug:' || b.bo_suu_tap || ':' || b.slug, 0));
  if exists (select 1 from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.slug = b.slug and d.tai_lieu <> b.tai_lieu) then
    raise exception 'cong truong: the address belongs to another document' using errcode = 'GTSLG';
  end if;

  update ban_dang set ket_thuc_luc = nay where bo_suu_tap = b.bo_suu_tap and tai_lieu = b.tai_lieu and ket_thuc_luc is null;

  select * into duyet from phieu_duyet p where p.ban_trinh_id = b.id and p.quyet_dinh = 'duyet' and p.buoc = b.buoc -> -1 ->> 'ma' order by id desc limit 1;
  -- Whatever was sent along is replaced: content comes from the submission, names from the verdict.
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
  new.dang_lan_dau := coalesce((select min(d.dang_lan_dau) from ban_dang d where d.bo_suu_tap = b.bo_suu_tap and d.tai_lieu = b.tai_lieu), nay);
  new.id := nextval(pg_get_serial_sequence('ban_dang', 'id'));
  new.ket_thuc_luc := null;
  new.ly_do_go := null;
  new.created_at := nay;
  new.updated_at := nay;
  return new;
end $$;
create trigger ct_ban_dang before insert on ban_dang for each row execute function ct_ban_dang();

create function ct_ban_dang_ket_thuc() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  cu ban_dang%rowtype := old;
begin
  perform ct_lock(old.bo_suu_tap, old.tai_lieu);
  if old.ket_thuc_luc is not null or new.ket_thuc_luc is null then perform ct_refuse('an edition can only be ended, once'); end if;
  if new.ket_thuc_luc < old.created_at or new.ket_thuc_luc > clock_timestamp() + interval '1 second' then perform ct_refuse('an edition ends now'); end if;
  -- Only the trigger that puts a newer edition in its place ends one without a reason.
  if pg_trigger_depth() = 1 and coalesce(btrim(new.ly_do_go), '') = '' then perform ct_refuse('a withdrawal needs a reason'); end if;
  cu.ket_thuc_luc := new.ket_thuc_luc;
  cu.ly_do_go := new.ly_do_go;
  if cu is distinct from new then perform ct_refuse('only the end of an edition changes'); end if;
  return new;
end $$;
create trigger ct_ban_dang_ket_thuc before update on ban_dang for each row execute function ct_ban_dang_ket_thuc();
`

const NHAT_KY = `
create function ct_nhat_ky() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  truoc record;
begin
  perform pg_advisory_xact_lock(hashtextextended('ct:nhat-ky', 0));
  select so, bam into truoc from nhat_ky order by so desc limit 1;
  new.id := nextval(pg_get_serial_sequence('nhat_ky', 'id'));
  new.so := coalesce(truoc.so, 0) + 1;
  new.hanh_dong := translate(new.hanh_dong, E'\\n\\r', '  ');
  new.bo_suu_tap := translate(new.bo_suu_tap, E'\\n\\r', '  ');
  new.chi_tiet := translate(new.chi_tiet, E'\\n\\r', '  ');
  new.truoc := coalesce(truoc.bam, repeat('0', 64));
  new.ten_nguoi := translate(coalesce(new.ten_nguoi, ''), E'\\n\\r', '  ');
  new.created_at := clock_timestamp();
  new.updated_at := new.created_at;
  new.luc := to_char(new.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  -- Nine lines; only the last, JSON without raw line breaks, is free text.
  new.bam := encode(sha256(convert_to(concat_ws(E'\\n', new.so::text, new.luc, new.hanh_dong, coalesce(new.nguoi::text, ''), new.ten_nguoi,
    coalesce(new.bo_suu_tap, ''), coalesce(new.tai_lieu::text, ''), new.truoc, new.chi_tiet), 'UTF8')), 'hex');
  return new;
end $$;
create trigger ct_nhat_ky before insert on nhat_ky for each row execute function ct_nhat_ky();
`

const APPEND_ONLY = ['ban_trinh', 'phieu_duyet', 'nhat_ky']
  .map((table) => `create trigger ct_append_only before update or delete or truncate on ${table} for each statement execute function ct_append_only();`)
  .concat('create trigger ct_append_only before delete or truncate on ban_dang for each statement execute function ct_append_only();')
  .join('\n')

const GATED = ['tin_bai', 'tu_lieu', 'chu_de', 'don_vi', 'cai_dat']
const WORKING_COPIES = `
create function ct_keep_submitted() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from ban_trinh where bo_suu_tap = replace(tg_table_name, '_', '-') and tai_lieu = old.id) then
    perform ct_refuse('a document once submitted is never deleted');
  end if;
  return old;
end $$;
create function ct_keep_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.ban_trinh_id is not null then perform ct_refuse('the file of a submitted document is never deleted'); end if;
  return old;
end $$;
create trigger ct_keep_file before delete on ho_so for each row execute function ct_keep_file();
create trigger ct_keep_accounts before delete or truncate on nguoi_dung for each statement execute function ct_append_only();
${GATED.map(
  (table) => `
alter table ${table} add constraint ${table}_khong_xuat_ban check (_status is distinct from 'published');
alter table _${table}_v add constraint _${table}_v_khong_xuat_ban check (version__status is distinct from 'published');
create trigger ct_keep_submitted before delete on ${table} for each row execute function ct_keep_submitted();`,
).join('\n')}
`

const READING = `
create function khong_dau(chu text) returns text language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select lower(unaccent('unaccent', normalize(chu, NFC)));
$$;
create function chu_trong_bai(noi_dung text) returns text language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select coalesce(string_agg(t #>> '{}', ' '), '') from jsonb_path_query(noi_dung::jsonb -> 'noiDung', 'strict $.**.text') as t;
$$;
create function tim_kiem(noi_dung text) returns tsvector language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select setweight(to_tsvector('simple', khong_dau(coalesce(j ->> 'tieuDe', ''))), 'A')
    || setweight(to_tsvector('simple', khong_dau(coalesce(j ->> 'tomTat', ''))), 'B')
    || setweight(to_tsvector('simple', khong_dau(left(chu_trong_bai(noi_dung), 200000))), 'C')
    || setweight(to_tsvector('simple', khong_dau(concat_ws(' ', j #>> '{donVi,ten}', j ->> 'butDanh'))), 'D')
  from (select noi_dung::jsonb as j) as x;
$$;
create function tim_kiem_dau(noi_dung text) returns tsvector language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select to_tsvector('simple', lower(normalize(concat_ws(' ', j ->> 'tieuDe', j ->> 'tomTat', left(chu_trong_bai(noi_dung), 200000)), NFC)))
  from (select noi_dung::jsonb as j) as x;
$$;
-- Hashes of every file a frozen text names. Inside a JSON string the quotes would be escaped, so words cannot pose as a file.
create function ma_tep(noi_dung text) returns text[] language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select coalesce(array_agg(m[1]), '{}') from regexp_matches(noi_dung, '"sha256":"([0-9a-f]{64})"', 'g') as m;
$$;
create function su_kien_bat_dau(noi_dung text) returns text language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select noi_dung::jsonb #>> '{suKien,batDau}';
$$;
create index ban_dang_danh_sach on ban_dang (bo_suu_tap, dang_lan_dau desc, id desc) where ket_thuc_luc is null;
create index ban_dang_loai on ban_dang (loai, dang_lan_dau desc, id desc) where ket_thuc_luc is null and bo_suu_tap = 'tin-bai';
create index ban_dang_duong_dan on ban_dang (bo_suu_tap, slug, id desc);
create index ban_dang_tai_lieu on ban_dang (bo_suu_tap, tai_lieu, id desc);
create index ban_dang_chu_de on ban_dang using gin ((noi_dung::jsonb -> 'chuDe') jsonb_path_ops) where ket_thuc_luc is null and bo_suu_tap = 'tin-bai';
create index ban_dang_don_vi on ban_dang ((noi_dung::jsonb #> '{donVi,taiLieu}'), dang_lan_dau desc, id desc) where ket_thuc_luc is null and bo_suu_tap = 'tin-bai';
create index ban_dang_dinh_chinh on ban_dang ((noi_dung::jsonb #> '{dinhChinhCho,taiLieu}')) where ket_thuc_luc is null and loai = 'dinhChinh';
create index ban_dang_su_kien on ban_dang (su_kien_bat_dau(noi_dung)) where ket_thuc_luc is null and bo_suu_tap = 'tin-bai';
create index ban_dang_ma_tep on ban_dang using gin (ma_tep(noi_dung)) where ket_thuc_luc is null;
create index ban_dang_tim_kiem on ban_dang using gin (tim_kiem(noi_dung)) where ket_thuc_luc is null and bo_suu_tap = 'tin-bai';
create index phieu_duyet_theo_ban_trinh on phieu_duyet (ban_trinh_id, id);
create index ho_so_theo_vai_tro on ho_so (vai_tro_cho, trang_thai);
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [EXTENSIONS, HELPERS, BAN_TRINH, PHIEU_DUYET, BAN_DANG, NHAT_KY, APPEND_ONLY, WORKING_COPIES, READING]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
