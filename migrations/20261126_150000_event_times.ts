/**
 * The time of an event in SQL as policy tells it (`src/policy/time/event.ts`): when it begins and the first instant after
 * it, so that a query and a page never see two. They take the place of `su_kien_bat_dau`, which was text and knew no end.
 * They cast nothing that can fail: an edition with an odd text in it can be published and indexed. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TIMES = `
-- The minute an instant falls in, as policy freezes instants; null where the text is none, or of a year nobody means.
create function su_kien_luc(tho text) returns timestamptz language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp as $$
  select l.luc from (select case when tho ~ '^(1[89]|2[0-2])\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$'
      then ((left(tho, 7) || '-01')::date + (substr(tho, 9, 2)::integer - 1) + substr(tho, 12, 5)::time) at time zone 'UTC' end as luc) as l
    where l.luc >= '1899-12-31T17:00:00Z'::timestamptz and l.luc < '2199-12-31T17:00:00Z'::timestamptz;
$$;

-- The midnight in Hà Nội at which its day began.
create function su_kien_dau_ngay(luc timestamptz) returns timestamptz language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp as $$
  select (date_trunc('day', luc at time zone 'UTC' + interval '7 hours') - interval '7 hours') at time zone 'UTC';
$$;

create function su_kien_tu(noi_dung text) returns timestamptz language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select su_kien_luc(noi_dung::jsonb #>> '{suKien,batDau}');
$$;

create function su_kien_het(noi_dung text) returns timestamptz language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select case when h.het > t.tu and h.het - t.tu <= interval '4392 hours' then h.het else su_kien_dau_ngay(t.tu) + interval '24 hours' end
    from (select su_kien_tu(noi_dung) as tu, su_kien_luc(noi_dung::jsonb #>> '{suKien,ketThuc}') as den) as t,
      lateral (select t.den + case when su_kien_dau_ngay(t.tu) = t.tu and su_kien_dau_ngay(t.den) = t.den then interval '24 hours' else interval '0' end as het) as h;
$$;

drop index ban_dang_su_kien;
drop function su_kien_bat_dau(text);
create index ban_dang_su_kien on ban_dang (su_kien_tu(noi_dung), id) where ket_thuc_luc is null and bo_suu_tap = 'tin-bai';
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(TIMES))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
