/**
 * Search. Every live story, official document and static page is described by one set of lexemes, kept in one GIN index
 * and nowhere else: words of the title (`t:`), of title and summary (`s:`), of everything (bare), each also with its accents
 * (`et:`, `es:`, `e:`); pairs of neighbours (`hoa_ban`); type, collection, topic, unit, month, year (`#…`); and the blocks of
 * edition numbers it lies in. So every rank of a result is a question of its own, answered newest block first, and no
 * question has to touch all that matches. The same folding stands in src/policy/text/searchFold.ts. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TONES = ['òoàè', 'óoáé', 'ỏoảẻ', 'õoãẽ', 'ọoạẹ'].flatMap(([old, o, a, e]) => [
  [`${old}a`, `${o}${a}`],
  [`${old}e`, `${o}${e}`],
])
const GLIDES = ['ùỳ', 'úý', 'ủỷ', 'ũỹ', 'ụỵ'].map(([u, y]) => [`${u}y`, `u${y}`])
const placed = [...TONES, ...GLIDES].reduce((text, [old, now]) => `replace(${text}, '${old}', '${now}')`, `lower(normalize(chu, NFC) collate "und-x-icu")`)

const FOLDS = `
create extension if not exists pg_trgm;

-- Small letters, tones in their newer place (hòa → hoà), no stray marks.
create function tim_kiem_chu(chu text) returns text language plpgsql immutable parallel safe strict set search_path = public, pg_temp as $$
begin
  return regexp_replace(${placed}, '[\\u0300-\\u036f]+', '', 'g');
end $$;
-- And without accents; what tim_kiem_chu gave is expected.
create function tim_kiem_gap(chu text) returns text language plpgsql immutable parallel safe strict set search_path = public, pg_temp as $$
begin
  return replace(regexp_replace(normalize(chu, NFD), '[\\u0300-\\u036f]+', '', 'g'), 'đ', 'd');
end $$;
-- The words of a folded text in their order; kỹ and kĩ are one word.
create function tim_kiem_tu(chu text) returns text[] language plpgsql immutable parallel safe strict set search_path = public, pg_temp as $$
begin
  return (select array_agg(case when length(w) < 4 and w ~ '^(h|k|l|m|s|t|v|qu)[yýỳỷỹỵ]$' then translate(w, 'yýỳỷỹỵ', 'iíìỉĩị') else left(w, 40) end)
    from unnest(string_to_array(regexp_replace(chu collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g'), ' ')) as w where w <> '');
end $$;
-- 29-nq/tw is also found as 29nqtw, 15.000 as 15000; 20/11 is not the year 2011.
create function tim_kiem_lien(gap text) returns text[] language plpgsql immutable parallel safe strict set search_path = public, pg_temp as $$
begin
  return (select array_agg(left(regexp_replace(c[1], '[^a-z0-9]', '', 'g'), 40)) from regexp_matches(gap, '[a-z0-9]+(?:[-/._&–][a-z0-9]+)+', 'g') as c
    where c[1] ~ '[a-z]' or c[1] ~ '^[0-9]{1,3}([.][0-9]{3})+$');
end $$;
`

const SETS = `
create function tim_kiem_tap(so int, bo_suu_tap text, loai text, luc timestamptz, tieu_de text, noi_dung text) returns tsvector
language plpgsql immutable parallel safe set search_path = public, pg_temp cost 100000 as $$
declare
  j jsonb := noi_dung::jsonb;
  ngay timestamp := luc at time zone 'Asia/Ho_Chi_Minh';
  -- No text, however long, may make an edition too large for its index.
  phan text[] := array[
    left(concat_ws(' | ', tieu_de, j ->> 'soKyHieu', j ->> 'trichYeu'), 2000),
    left(concat_ws(' | ', j ->> 'tomTat', j ->> 'coQuanBanHanh', j ->> 'nguoiKy'), 5000),
    left(concat_ws(' | ', j #>> '{donVi,ten}', j ->> 'butDanh', j #>> '{suKien,diaDiem}', j #>> '{anhBia,chuThich}', chu_trong_bai(noi_dung)), 100000)];
  tien_to text[];
  dau text;
  gap text;
  tu text[];
  kq text[] := array['#b:' || bo_suu_tap, '#l:' || loai, '#n:' || extract(year from ngay), '#m:' || extract(year from ngay) || '-' || extract(month from ngay),
    '#g:' || so / 512, '#h:' || so / 4096, '#k:' || so / 32768];
begin
  if bo_suu_tap not in ('tin-bai', 'van-ban', 'trang') then return ''; end if;
  for i in 1..3 loop
    -- Beyond the basic plane stand no words that people search for, and four bytes each.
    dau := tim_kiem_chu(regexp_replace(phan[i], '[\\U00010000-\\U0010ffff]+', ' ', 'g'));
    gap := tim_kiem_gap(dau);
    tien_to := (array['t:', 's:', ''])[i:3];
    tu := tim_kiem_tu(dau);
    if tu is not null then
      kq := kq || array(select 'e' || case p when '' then ':' else p end || w from unnest(tu) as w, unnest(tien_to) as p);
    end if;
    tu := tim_kiem_tu(gap);
    if tu is not null then
      kq := kq || array(select p || w from unnest(tu || tim_kiem_lien(gap)) as w, unnest(tien_to) as p);
      tu := tu[:15000];
      kq := kq || array(select a || '_' || b from unnest(tu[:cardinality(tu) - 1], tu[2:]) as x (a, b));
    end if;
  end loop;
  if jsonb_typeof(j -> 'chuDe') = 'array' then
    kq := kq || array(select '#c:' || (c ->> 'taiLieu') from jsonb_array_elements(j -> 'chuDe') as c where c ->> 'taiLieu' is not null);
  end if;
  if j #>> '{donVi,taiLieu}' is not null then kq := kq || ('#d:' || (j #>> '{donVi,taiLieu}')); end if;
  return array_to_tsvector(kq);
end $$;
`
const SEARCHED = `bo_suu_tap in ('tin-bai', 'van-ban', 'trang')`
const LEXEMES = `tim_kiem_tap(b.id, b.bo_suu_tap, b.loai, b.dang_lan_dau, b.tieu_de, b.noi_dung)`
const NOT_ENDED = (of: string): string => `coalesce(${of}ket_thuc_luc, 'infinity'::timestamptz) = 'infinity'::timestamptz`
const LIVE = `${NOT_ENDED('b.')} and (b.khan_den is null or b.khan_den > ct_nay())`
const DATED = `(tu is null or b.dang_lan_dau >= tu) and (den is null or b.dang_lan_dau < den)`
const BLOCKS = `select * from (values ('g', 512), ('h', 4096), ('k', 32768), (null, 0)) as k (ten, dai)`
const ofBlocks = (question: string): string => `if khuc.ten is null then
        duoi := 0;
        q := ${question};
      else
        n := (tren - 1) / khuc.dai;
        duoi := greatest(n - 1, 0) * khuc.dai;
        q := ${question} && format('''#%s:%s'' | ''#%s:%s''', khuc.ten, n, khuc.ten, greatest(n - 1, 0))::tsquery;
      end if;`

const INDEX = `
drop index ban_dang_tim_kiem;
create index ban_dang_tim on ban_dang using gin (tim_kiem_tap(id, bo_suu_tap, loai, dang_lan_dau, tieu_de, noi_dung)) with (fastupdate = off)
  where ${NOT_ENDED('')};
-- What is common is known by asking, not by statistics, which would cost an analysis of every text.
alter index ban_dang_tim alter column 1 set statistics 0;
`

const ASKED = `
-- The predicate of the index, and with it these questions, is written as no other index has it: whatever the statistics
-- say, there is no plan but the one by lexemes. Any other would work out the lexemes of every edition.

-- Above every number of an edition; asked outside the settings of the two below.
create function tim_kiem_tren() returns int language plpgsql stable set search_path = public, pg_temp
set enable_seqscan = on set enable_indexscan = on as $$
begin
  return (select coalesce(max(m.id), 0) + 1 from ban_dang m);
end $$;

-- Ids of one page of results with their rank: the questions of "tang" one after the other, each newest first, after "sau".
-- Newest blocks of edition numbers are asked first, then ever larger ones: what is common is found in the first.
-- "it": few are there in all, the blocks would only be asked in vain. "+ 0" and one plan for all: the blocks are found in the index of lexemes, never by numbers.
create function tim_ban_dang(tang tsquery[], tu timestamptz, den timestamptz, sau_bac int, sau_id int, can int, it boolean) returns table (ma int, bac int)
language plpgsql stable set search_path = public, pg_temp set work_mem = '32MB' set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_indexscan = off as $$
declare
  dau timestamptz := clock_timestamp();
  khuc record;
  tren int;
  duoi int;
  con int := can;
  n int;
  q tsquery;
begin
  for i in greatest(coalesce(sau_bac, 1), 1)..cardinality(tang) loop
    tren := case when i = sau_bac then sau_id else tim_kiem_tren() end;
    for khuc in ${BLOCKS} loop
      exit when tren <= 1;
      continue when it and khuc.ten is not null;
      if clock_timestamp() > dau + interval '2 seconds' then raise exception 'search took too long' using errcode = 'query_canceled'; end if;
      ${ofBlocks('tang[i]')}
      return query select b.id, i from ban_dang b where ${LIVE} and ${LEXEMES} @@ q
        and b.id + 0 < tren and b.id + 0 >= duoi and ${DATED} order by b.id desc limit con;
      get diagnostics n = row_count;
      con := con - n;
      if con <= 0 then return; end if;
      tren := duoi;
    end loop;
  end loop;
end $$;

-- How many there are, counted no further than "toi_da".
create function dem_ban_dang(cau tsquery, tu timestamptz, den timestamptz, toi_da int) returns int
language plpgsql stable set search_path = public, pg_temp set work_mem = '32MB' set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_indexscan = off as $$
declare
  khuc record;
  tren int := tim_kiem_tren();
  duoi int;
  co int := 0;
  n int;
  q tsquery;
begin
  for khuc in ${BLOCKS} loop
    exit when tren <= 1 or co >= toi_da;
    ${ofBlocks('cau')}
    co := co + (select count(*) from (select 1 from ban_dang b where ${LIVE} and ${LEXEMES} @@ q
      and b.id + 0 < tren and b.id + 0 >= duoi and ${DATED} limit toi_da - co) as x);
    tren := duoi;
  end loop;
  return co;
end $$;
`

const TITLE_WORDS = `
-- Every word that ever stood in a published title, without accents: what a mistyped word may have meant. Whether a title
-- with it is live is asked of the editions, never of this table.
create table tu_tieu_de (tu text primary key);
create index tu_tieu_de_gan on tu_tieu_de using gist (tu gist_trgm_ops);
revoke all on tu_tieu_de from public;

create function tu_cua_tieu_de(tieu_de text) returns setof text language sql immutable parallel safe set search_path = public, pg_temp as $$
  select distinct w from unnest(tim_kiem_tu(tim_kiem_gap(tim_kiem_chu(tieu_de)))) as w where w ~ '^[a-z]{2,20}$';
$$;

-- Nobody waits here: a word that another transaction is just adding is left to it.
create function ct_tu_tieu_de() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  w text;
begin
  for w in select x from tu_cua_tieu_de(new.tieu_de) as x where not exists (select 1 from tu_tieu_de t where t.tu = x) loop
    if pg_try_advisory_xact_lock(hashtextextended('ct:tu:' || w, 0)) then
      insert into tu_tieu_de (tu) select w where not exists (select 1 from tu_tieu_de t where t.tu = w);
    end if;
  end loop;
  return null;
end $$;
create trigger ct_tu_tieu_de after insert on ban_dang for each row when (new.${SEARCHED}) execute function ct_tu_tieu_de();
insert into tu_tieu_de select distinct w from (select string_agg(b.tieu_de, ' ') as chu from ban_dang b where b.${SEARCHED} group by b.id / 500) as x, tu_cua_tieu_de(chu) as w;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [FOLDS, SETS, INDEX, ASKED, TITLE_WORDS]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
