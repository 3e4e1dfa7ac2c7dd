/**
 * Letters that are drawn like one of ours are that letter (Ð and Ɖ for Đ, ǎ for ă, Cyrillic and Greek for Latin), in the search
 * of the site and of official documents alike. The same folding stands in src/policy/text. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const ALIKE = 'ðɖѕіјаеорсухкмтвнԁԛԝһӏɡıαβεηικμνορτυχγ'
const OURS = 'đđsijaeopcyxkmtbhdqwhlgiabenikmvoptuxy'

const TONES = ['òoàè', 'óoáé', 'ỏoảẻ', 'õoãẽ', 'ọoạẹ'].flatMap(([old, o, a, e]) => [
  [`${old}a`, `${o}${a}`],
  [`${old}e`, `${o}${e}`],
])
const GLIDES = ['ùỳ', 'úý', 'ủỷ', 'ũỹ', 'ụỵ'].map(([u, y]) => [`${u}y`, `u${y}`])
const letters = `normalize(translate(normalize(lower(normalize(chu, NFC) collate "und-x-icu"), NFD), '${ALIKE}', '${OURS}'), NFC)`
const ours = `normalize(replace(replace(${letters}, 'ǎ', 'ă'), 'ạ\u030c', 'ặ'), NFC)`
const placed = [...TONES, ...GLIDES].reduce(
  (text, [old, now]) => `replace(${text}, '${old}', '${now}')`,
  `regexp_replace(${ours}, '[\\u0300-\\u036f]+', '', 'g')`,
)

const FOLDING = `
-- Small letters of ours, no stray marks, tones in their newer place (hòa → hoà).
create or replace function tim_kiem_chu(chu text) returns text language plpgsql immutable parallel safe strict set search_path = public, pg_temp as $$
begin
  return ${placed};
end $$;
create or replace function tim_van_ban(noi_dung text) returns tsvector language sql immutable parallel safe strict set search_path = public, pg_temp as $$
  select to_tsvector('simple', regexp_replace(
    tim_kiem_gap(tim_kiem_chu(concat_ws(' ', j ->> 'soKyHieu', j ->> 'trichYeu', j ->> 'coQuanBanHanh', j ->> 'nguoiKy'))), '[^a-z0-9]+', ' ', 'g'))
  from (select noi_dung::jsonb as j) as x;
$$;
reindex index ban_dang_tim;
reindex index ban_dang_van_ban_tim;
insert into tu_tieu_de select distinct w from (select string_agg(b.tieu_de, ' ') as chu from ban_dang b
  where b.bo_suu_tap in ('tin-bai', 'van-ban', 'trang') group by b.id / 500) as x, tu_cua_tieu_de(chu) as w on conflict do nothing;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(FOLDING))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
