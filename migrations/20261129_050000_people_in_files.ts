/**
 * Who is in which bytes, where no working copy says it any more: of whoever withdrew, and of pictures that were deleted or replaced.
 * Added to, never taken from: a photograph that comes back is known. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const PEOPLE = `
create table nguoi_trong_tep (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  dong_y integer not null,
  luc timestamptz(3) not null default ct_nay(),
  primary key (sha256, dong_y)
);
create index nguoi_trong_tep_nguoi on nguoi_trong_tep (dong_y);
create trigger ct_append_only before update or delete or truncate on nguoi_trong_tep for each statement execute function ct_append_only();
revoke all on nguoi_trong_tep from public;

insert into nguoi_trong_tep (sha256, dong_y)
  select distinct h, d.id from dong_y d cross join lateral (
    select t.sha256 as h from tu_lieu t join tu_lieu_rels r on r.parent_id = t.id and r.path = 'nguoiXuatHien' and r.dong_y_id = d.id where t.goc_nguoi is null or not d.id = any(t.goc_nguoi)
    union select t.goc from tu_lieu t where d.id = any(t.goc_nguoi)
    union select m ->> 'sha256' from ban_trinh b, jsonb_array_elements(b.bang_chung::jsonb -> 'dongY') u,
      jsonb_path_query(b.noi_dung::jsonb, '$.** ? (exists (@.sha256) && exists (@.taiLieu))') m
      where (u ->> 'id')::int = d.id and coalesce(u -> 'tuLieu', '[]') @> (m -> 'taiLieu')
  ) x where d.thu_hoi_luc is not null and h ~ '^[0-9a-f]{64}$';
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(PEOPLE))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
