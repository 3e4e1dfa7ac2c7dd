/**
 * Rule: an emergency in force stands on every page, so whatever happens to its document is told to every page
 * (src/theme/content/tags.ts). What becomes of an edition is told in one function of the whole row. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TELL = `
create function ct_the_cua(d ban_dang) returns text[] language sql stable set search_path = public, pg_temp as $$
  select ct_the(d.bo_suu_tap, d.tai_lieu, d.loai, d.noi_dung)
    || case when d.khan_den is not null or exists (
      select 1 from ban_dang e where e.bo_suu_tap = d.bo_suu_tap and e.tai_lieu = d.tai_lieu and e.khan_den > ct_nay()) then array['cai-dat'] else '{}' end;
$$;

create or replace function ct_bao_doc_gia() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dem bigint;
  loi text;
begin
  update the_he set so = so + 1 returning so into dem;
  loi := (to_jsonb(ct_the_cua(new)) || to_jsonb(dem))::text;
  -- A telling holds less than 8000 bytes; one that would not fit means everything.
  if octet_length(loi) >= 8000 then loi := jsonb_build_array('*', dem)::text; end if;
  perform pg_notify('ban_dang', loi);
  return null;
end $$;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(TELL))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
