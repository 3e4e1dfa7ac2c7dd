/** Search finds what attached documents say, as it is frozen with them. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const WORDS = `
create or replace function chu_trong_bai(noi_dung text) returns text language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select concat_ws(' | ',
    (select string_agg(t #>> '{}', ' ') from jsonb_path_query(j -> 'noiDung', 'strict $.**.text') as t),
    (select string_agg(t #>> '{}', ' | ') from jsonb_path_query(j, 'strict $.**.chuTep') as t))
  from (select noi_dung::jsonb as j) as x;
$$;
create or replace function tim_van_ban(noi_dung text) returns tsvector language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select to_tsvector('simple', regexp_replace(
    tim_kiem_gap(tim_kiem_chu(concat_ws(' ', j ->> 'soKyHieu', j ->> 'trichYeu', j ->> 'coQuanBanHanh', j ->> 'nguoiKy', left(j #>> '{tep,chuTep}', 20000)))), '[^a-z0-9]+', ' ', 'g'))
  from (select noi_dung::jsonb as j) as x;
$$;
reindex index ban_dang_tim;
reindex index ban_dang_van_ban_tim;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(WORDS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
