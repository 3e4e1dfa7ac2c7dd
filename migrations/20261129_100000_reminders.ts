/** The days on which whoever owes something is reminded, days off, and which step of a month was told. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const REMINDERS = `
alter table quy_che add column nhac_viec_chu_viec numeric default 20, add column nhac_viec_truong_don_vi numeric default 24, add column nhac_viec_van_phong numeric default 28;
create table quy_che_ngay_nghi (
  _order integer not null,
  _parent_id integer not null,
  id varchar primary key not null,
  tu varchar not null,
  den varchar not null,
  ten varchar not null,
  constraint quy_che_ngay_nghi_parent_id_fk foreign key (_parent_id) references quy_che(id) on delete cascade
);
create index quy_che_ngay_nghi_order_idx on quy_che_ngay_nghi using btree (_order);
create index quy_che_ngay_nghi_parent_id_idx on quy_che_ngay_nghi using btree (_parent_id);
create table nhac_viec (
  thang text not null check (thang ~ '^20\\d\\d-(0[1-9]|1[0-2])$'),
  bac text not null check (bac in ('chuViec', 'truongDonVi', 'vanPhong')),
  luc timestamptz(3) not null default ct_nay(),
  so integer not null,
  primary key (thang, bac)
);
revoke all on nhac_viec from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(REMINDERS))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('Reminders are forward-only: write a later migration instead.')
}
