/**
 * Rule: the transaction that puts an edition before readers, or ends one, also tells whoever keeps drawn pages what they
 * were made from (src/theme/content/tags.ts), and counts. The count is the safety net: who missed a telling sees that it moved.
 * The service itself can only read the count. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TELL = `
create table the_he (mot boolean primary key default true check (mot), so bigint not null);
insert into the_he (so) values (0);

create function ct_the(bo_suu_tap text, tai_lieu numeric, loai text, noi_dung text) returns text[]
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select array[bo_suu_tap, bo_suu_tap || '/' || trim_scale(tai_lieu)::text]
    || case when loai <> '' then array[bo_suu_tap || '?loai=' || loai] else '{}' end
    || coalesce((
      select array_agg(distinct bo_suu_tap || '?chuDe=' || (c ->> 'taiLieu'))
        from jsonb_array_elements(case jsonb_typeof(j -> 'chuDe') when 'array' then j -> 'chuDe' else '[]' end) as c where c ->> 'taiLieu' is not null), '{}')
    || case when j #>> '{donVi,taiLieu}' is not null then array[bo_suu_tap || '?donVi=' || (j #>> '{donVi,taiLieu}')] else '{}' end
  from (select noi_dung::jsonb as j) as x;
$$;

-- One JSON array: the tags, and last the count. It runs as the owner, for the count is nobody else's to write.
create function ct_bao_doc_gia() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dem bigint;
  loi text;
begin
  update the_he set so = so + 1 returning so into dem;
  loi := (to_jsonb(ct_the(new.bo_suu_tap, new.tai_lieu, new.loai, new.noi_dung)) || to_jsonb(dem))::text;
  -- A telling holds less than 8000 bytes; one that would not fit means everything.
  if octet_length(loi) >= 8000 then loi := jsonb_build_array('*', dem)::text; end if;
  perform pg_notify('ban_dang', loi);
  return null;
end $$;
revoke all on function ct_bao_doc_gia() from public;
create trigger ct_bao_doc_gia after insert on ban_dang for each row execute function ct_bao_doc_gia();
create trigger ct_bao_doc_gia_ket_thuc after update on ban_dang
  for each row when (old.ket_thuc_luc is null and new.ket_thuc_luc is not null) execute function ct_bao_doc_gia();
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(TELL))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
