/** Where else a school speaks, gated with its settings; and who has read, in a school year, how things are shared. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const CHANNELS = `
create table cai_dat_kenh_chinh_thuc (_order integer not null, _parent_id integer not null, id varchar primary key not null, ten varchar, dia_chi varchar, phu_trach varchar);
create table _cai_dat_v_version_kenh_chinh_thuc (_order integer not null, _parent_id integer not null, id serial primary key not null, ten varchar, dia_chi varchar, phu_trach varchar, _uuid varchar);
alter table cai_dat_kenh_chinh_thuc add constraint cai_dat_kenh_chinh_thuc_parent_id_fk foreign key (_parent_id) references cai_dat (id) on delete cascade;
alter table _cai_dat_v_version_kenh_chinh_thuc add constraint _cai_dat_v_version_kenh_chinh_thuc_parent_id_fk foreign key (_parent_id) references _cai_dat_v (id) on delete cascade;
create index cai_dat_kenh_chinh_thuc_order_idx on cai_dat_kenh_chinh_thuc (_order);
create index cai_dat_kenh_chinh_thuc_parent_id_idx on cai_dat_kenh_chinh_thuc (_parent_id);
create index _cai_dat_v_version_kenh_chinh_thuc_order_idx on _cai_dat_v_version_kenh_chinh_thuc (_order);
create index _cai_dat_v_version_kenh_chinh_thuc_parent_id_idx on _cai_dat_v_version_kenh_chinh_thuc (_parent_id);
`

const READ = `
create table da_doc (
  id bigserial primary key,
  nguoi integer not null references nguoi_dung (id),
  nam_hoc text not null check (nam_hoc ~ '^20[0-9]{2}-20[0-9]{2}$'),
  ban integer not null check (ban > 0),
  luc timestamptz(3) not null default ct_nay(),
  unique (nguoi, nam_hoc, ban)
);
create trigger ct_append_only before update or delete or truncate on da_doc for each statement execute function ct_append_only();
revoke all on da_doc from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(CHANNELS))
  await db.execute(sql.raw(READ))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
