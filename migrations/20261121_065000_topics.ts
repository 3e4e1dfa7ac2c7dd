/**
 * Which live stories a topic has, newest first: one row for each, written and removed by the database with the edition
 * itself, so that a list of a topic is read from its index however many stories other topics have. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TOPICS = `
create table chu_de_dang (
  chu_de integer not null,
  luc timestamptz not null,
  ban_dang_id integer not null,
  primary key (chu_de, luc, ban_dang_id)
);

create function ct_chu_de_cua(noi_dung text) returns setof integer language sql immutable parallel safe strict set search_path = pg_catalog, pg_temp as $$
  select distinct c::integer from jsonb_path_query(noi_dung::jsonb, 'lax $.chuDe[*].taiLieu ? (@.type() == "number")') as c;
$$;

create function ct_chu_de_dang() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from chu_de_dang where ban_dang_id = new.id;
  else
    insert into chu_de_dang (chu_de, luc, ban_dang_id) select c, new.dang_lan_dau, new.id from ct_chu_de_cua(new.noi_dung) c;
  end if;
  return null;
end $$;
revoke all on function ct_chu_de_dang() from public;
create trigger ct_chu_de_dang after insert on ban_dang for each row when (new.bo_suu_tap = 'tin-bai') execute function ct_chu_de_dang();
create trigger ct_chu_de_dang_ket_thuc after update on ban_dang
  for each row when (new.ket_thuc_luc is not null and new.bo_suu_tap = 'tin-bai') execute function ct_chu_de_dang();

insert into chu_de_dang (chu_de, luc, ban_dang_id)
  select c, b.dang_lan_dau, b.id from ban_dang b cross join lateral ct_chu_de_cua(b.noi_dung) c where b.bo_suu_tap = 'tin-bai' and b.ket_thuc_luc is null;
create index chu_de_dang_ban_dang on chu_de_dang (ban_dang_id);
drop index ban_dang_chu_de;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(TOPICS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The wall is forward-only: write a later migration instead.')
}
