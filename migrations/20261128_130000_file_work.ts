/** What is to be made of files that were kept: sizes of pictures, first pictures of films, what documents hold. Outside the record. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const WORK = `
create table viec_tep (
  tu_lieu integer primary key references tu_lieu (id) on delete cascade,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  trang_thai text not null default 'cho' check (trang_thai in ('cho', 'xong', 'khongDuoc')),
  lan integer not null default 0,
  loi text check (octet_length(loi) <= 1200),
  vao_luc timestamptz(3) not null default ct_nay(),
  sau timestamptz(3) not null default ct_nay(),
  xong_luc timestamptz(3)
);
create index viec_tep_cho on viec_tep (sau) where trang_thai = 'cho';
revoke all on viec_tep from public;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(WORK))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
