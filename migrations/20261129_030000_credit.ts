/**
 * A submission says whom it is credited to – unit, authors, class – and keeps it. Submissions and rows of the log take their hour
 * from the one clock everything else is told by. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const people = (table: string): string => `
alter table ${table} add column nguoi_dung_id integer references nguoi_dung(id) on delete cascade;
create index ${table}_nguoi_dung_id_idx on ${table} using btree (nguoi_dung_id);`

const CREDIT = `
${people('tin_bai_rels')}
${people('_tin_bai_v_rels')}
alter table ban_trinh add column ghi_nhan jsonb;

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
  if new.ghi_nhan is not null then
    if jsonb_typeof(new.ghi_nhan -> 'nguoi') is distinct from 'array' then perform ct_refuse('a credit names its authors'); end if;
    if exists (select 1 from jsonb_array_elements_text(new.ghi_nhan -> 'nguoi') as n where not exists (select 1 from nguoi_dung d where d.id::text = n)) then
      perform ct_refuse('authors are accounts');
    end if;
    if (new.ghi_nhan ->> 'donVi')::numeric is distinct from (j #>> '{donVi,taiLieu}')::numeric then perform ct_refuse('the unit credited is the one the text names'); end if;
  end if;
  -- Title and kind are what the frozen text says; columns beside it are for lists only.
  new.tieu_de := coalesce(j ->> 'tieuDe', j ->> 'ten', j ->> 'tenTruong', j ->> 'trichYeu', j ->> 'altText', new.tieu_de);
  new.loai := coalesce(j ->> 'loai', '');
  new.id := nextval(pg_get_serial_sequence('ban_trinh', 'id'));
  new.created_at := ct_nay();
  new.updated_at := new.created_at;
  return new;
end $$;

create or replace function ct_nhat_ky() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
  new.created_at := ct_nay();
  new.updated_at := new.created_at;
  new.luc := to_char(new.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  -- Nine lines; only the last, JSON without raw line breaks, is free text.
  new.bam := encode(sha256(convert_to(concat_ws(E'\\n', new.so::text, new.luc, new.hanh_dong, coalesce(new.nguoi::text, ''), new.ten_nguoi,
    coalesce(new.bo_suu_tap, ''), coalesce(new.tai_lieu::text, ''), new.truoc, new.chi_tiet), 'UTF8')), 'hex');
  return new;
end $$;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(CREDIT))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
