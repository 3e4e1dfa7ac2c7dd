/**
 * Where each picture and file stands before readers, for the gallery: one row for each that a live edition shows, written
 * and removed by the database with the edition itself. Bytes, words and sizes stay in the edition; this is where to look.
 * A school year begins on 1 September in Hà Nội. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const PICTURES = `
create table anh_dang (
  ban_dang_id integer not null,
  -- How many follow it in its edition: lists read newest first, the pictures of one story in its own order.
  con_sau integer not null,
  tai_lieu numeric not null,
  -- SHA-256 of its bytes: who uploads the same photograph twice has one picture in the gallery.
  ma_tep text not null,
  nam_hoc integer not null,
  don_vi numeric,
  luc timestamptz not null,
  khan_den timestamptz,
  primary key (ban_dang_id, con_sau)
);

create function ct_nam_hoc(luc timestamptz) returns integer language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp as $$
  select extract(year from (luc at time zone 'Asia/Ho_Chi_Minh') - interval '8 months')::integer;
$$;

-- Every picture or file a frozen text shows, in reading order, each once. The lead picture and the gallery first, then the text.
create function ct_anh_trong_bai(noi_dung text) returns table (tai_lieu numeric, ma_tep text, vi_tri bigint) language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp as $$
  select (m.o ->> 'taiLieu')::numeric, min(m.o ->> 'sha256'), min(m.i)
  from jsonb_path_query(noi_dung::jsonb, 'strict $.** ? (@.sha256.type() == "string" && @.loai.type() == "string" && @.taiLieu.type() == "number")') with ordinality as m (o, i)
  group by 1;
$$;

create function ct_anh_dang() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from anh_dang where ban_dang_id = new.id;
    return null;
  end if;
  insert into anh_dang (ban_dang_id, con_sau, tai_lieu, ma_tep, nam_hoc, don_vi, luc, khan_den)
    select new.id, row_number() over (order by a.vi_tri desc) - 1, a.tai_lieu, a.ma_tep, ct_nam_hoc(new.dang_lan_dau), (new.noi_dung::jsonb #>> '{donVi,taiLieu}')::numeric,
      new.dang_lan_dau, new.khan_den
    from ct_anh_trong_bai(new.noi_dung) a;
  return null;
end $$;
create trigger ct_anh_dang after insert on ban_dang for each row when (new.bo_suu_tap in ('tin-bai', 'tu-lieu')) execute function ct_anh_dang();
create trigger ct_anh_dang_ket_thuc after update on ban_dang for each row
  when (new.ket_thuc_luc is not null and new.bo_suu_tap in ('tin-bai', 'tu-lieu')) execute function ct_anh_dang();

insert into anh_dang (ban_dang_id, con_sau, tai_lieu, ma_tep, nam_hoc, don_vi, luc, khan_den)
  select b.id, row_number() over (partition by b.id order by a.vi_tri desc) - 1, a.tai_lieu, a.ma_tep, ct_nam_hoc(b.dang_lan_dau), (b.noi_dung::jsonb #>> '{donVi,taiLieu}')::numeric,
    b.dang_lan_dau, b.khan_den
  from ban_dang b cross join lateral ct_anh_trong_bai(b.noi_dung) a
  where b.ket_thuc_luc is null and b.bo_suu_tap in ('tin-bai', 'tu-lieu');

create index anh_dang_moi on anh_dang (luc desc, ban_dang_id desc, con_sau desc);
create index anh_dang_nam_hoc on anh_dang (nam_hoc, luc desc, ban_dang_id desc, con_sau desc);
create index anh_dang_don_vi on anh_dang (nam_hoc, don_vi, luc desc, ban_dang_id desc, con_sau desc);
create index anh_dang_ma_tep on anh_dang (ma_tep, luc, ban_dang_id);
create index anh_dang_tai_lieu on anh_dang (tai_lieu, luc);
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(PICTURES))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
