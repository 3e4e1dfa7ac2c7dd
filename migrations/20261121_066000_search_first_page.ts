/**
 * The first page of a search and how many there are, in one question. What belongs to a better rank is known from the rows
 * already found, so that no rank asks the index to leave the better ones out; and where few are there in all, the last rank
 * is what the others left. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const LEXEMES = `tim_kiem_tap(b.id, b.bo_suu_tap, b.loai, b.dang_lan_dau, b.tieu_de, b.noi_dung)`
const ASKED = `coalesce(b.ket_thuc_luc, 'infinity'::timestamptz) = 'infinity'::timestamptz and (b.khan_den is null or b.khan_den > ct_nay())
          and ${LEXEMES} @@ q and b.id + 0 < tren and b.id + 0 >= duoi and (tu is null or b.dang_lan_dau >= tu) and (den is null or b.dang_lan_dau < den)`
const BLOCKS = `select * from (values ('g', 512), ('h', 4096), ('k', 32768), (null, 0)) as k (ten, dai)`
const ofBlock = (question: string): string => `if khuc.ten is null then
          duoi := 0;
          q := ${question};
        else
          n := (tren - 1) / khuc.dai;
          duoi := greatest(n - 1, 0) * khuc.dai;
          q := ${question} && format('''#%s:%s'' | ''#%s:%s''', khuc.ten, n, khuc.ten, greatest(n - 1, 0))::tsquery;
        end if;`

const FIRST_PAGE = `
-- "bac_tot": questions, the best first; the last is all that is looked for. The first row says how many there are, counted
-- no further than "toi_da"; then the ids of the page with their rank.
create function tim_trang_dau(bac_tot tsquery[], tu timestamptz, den timestamptz, can int, toi_da int) returns table (ma int, bac int, so int)
language plpgsql stable set search_path = public, pg_temp set work_mem = '32MB' set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_indexscan = off as $$
declare
  bat_dau timestamptz := clock_timestamp();
  cuoi int := cardinality(bac_tot);
  tat_ca int[] := '{}';
  da_co int[] := '{}';
  moi int[];
  khuc record;
  dinh int := tim_kiem_tren();
  tren int := dinh;
  duoi int;
  n int;
  it boolean;
  q tsquery;
begin
  for khuc in ${BLOCKS} loop
    exit when tren <= 1 or cardinality(tat_ca) >= toi_da;
    -- Seldom among the newest eight thousand: all the rest is asked at once.
    continue when khuc.ten = 'k' and cardinality(tat_ca) < toi_da / 20;
    ${ofBlock('bac_tot[cuoi]')}
    tat_ca := tat_ca || array(select b.id from ban_dang b where ${ASKED} limit toi_da - cardinality(tat_ca));
    tren := duoi;
  end loop;
  it := cardinality(tat_ca) < toi_da;
  return query select null::int, 0, cardinality(tat_ca);
  for i in 1..cuoi loop
    exit when cardinality(da_co) >= can or (it and cardinality(da_co) >= cardinality(tat_ca));
    if it and i = cuoi then
      return query select x, i, null::int from unnest(tat_ca) as x where x <> all(da_co) order by x desc limit can - cardinality(da_co);
      return;
    end if;
    tren := dinh;
    for khuc in ${BLOCKS} loop
      exit when tren <= 1 or cardinality(da_co) >= can;
      continue when khuc.ten is not null and it;
      continue when khuc.ten = 'k' and moi = '{}';
      if clock_timestamp() > bat_dau + interval '2 seconds' then raise exception 'search took too long' using errcode = 'query_canceled'; end if;
      ${ofBlock('bac_tot[i]')}
      moi := array(select b.id from ban_dang b where ${ASKED} and b.id <> all(da_co) order by b.id desc limit can - cardinality(da_co));
      return query select x, i, null::int from unnest(moi) as x;
      da_co := da_co || moi;
      tren := duoi;
    end loop;
  end loop;
end $$;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(FIRST_PAGE))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
