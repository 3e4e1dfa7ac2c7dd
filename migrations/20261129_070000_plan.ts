/** The communication plan of a school year: one a year, its rows with codes that are never used again, and which story belongs to which row. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const PLAN = `
create table ke_hoach (
  id serial primary key,
  nam_hoc text not null unique check (nam_hoc ~ '^20\\d\\d-20\\d\\d$'),
  can_cu text[] not null default '{}',
  nguoi_lap integer references nguoi_dung (id) on delete set null,
  luc timestamptz not null default ct_nay()
);
create table ke_hoach_dong (
  ma text primary key check (ma ~ '^\\d\\d-\\d{1,4}$'),
  ke_hoach integer not null references ke_hoach (id),
  thu_tu integer not null,
  thang integer[] not null default '{}' check (thang <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'::integer[]),
  noi_dung text not null check (noi_dung <> ''),
  san_pham text[] not null default '{}',
  phoi_hop text not null default '',
  bo_sung text not null default '',
  chu_de integer[] not null default '{}',
  nguoi integer[] not null default '{}',
  don_vi integer[] not null default '{}',
  nguoi_chu text not null default '',
  su_kien_tu date,
  su_kien_den date,
  tu text references ke_hoach_dong (ma),
  lan integer not null default 1,
  bo_luc timestamptz,
  check (su_kien_den is null or (su_kien_tu is not null and su_kien_den >= su_kien_tu))
);
create index ke_hoach_dong_cua on ke_hoach_dong (ke_hoach, thu_tu);
create table ke_hoach_bai (
  tin_bai integer primary key references tin_bai (id) on delete cascade,
  dong text not null references ke_hoach_dong (ma),
  nguoi integer references nguoi_dung (id) on delete set null,
  luc timestamptz not null default ct_nay()
);
create index ke_hoach_bai_dong on ke_hoach_bai (dong);

-- A code and what it stood for stay, whatever becomes of the row.
create function ct_giu_dong_ke_hoach() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or (new.ma, new.ke_hoach, new.tu) is distinct from (old.ma, old.ke_hoach, old.tu) then
    perform ct_refuse('a row of a plan keeps its code and is never deleted');
  end if;
  return new;
end $$;
revoke all on function ct_giu_dong_ke_hoach() from public;
create trigger ct_giu_dong_ke_hoach before update or delete on ke_hoach_dong for each row execute function ct_giu_dong_ke_hoach();
revoke all on ke_hoach, ke_hoach_dong, ke_hoach_bai from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(PLAN))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The plan is forward-only: write a later migration instead.')
}
