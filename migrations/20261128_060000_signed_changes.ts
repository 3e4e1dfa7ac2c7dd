/**
 * Changes of authority that wait for their author's device: the text it is to sign, and the signature until the change is made
 * again. Nothing here counts by itself. And the day from which whoever approves has a second factor. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const CHANGES = `
create table cho_ky (
  nguoi integer not null,
  phien text not null check (octet_length(phien) <= 100),
  ve text not null check (ve ~ '^[0-9a-f]{64}$'),
  noi_dung text not null check (octet_length(noi_dung) <= 20000),
  mo_ta text not null check (octet_length(mo_ta) <= 4000),
  luc_ky text not null check (octet_length(luc_ky) <= 40),
  sau_so bigint not null,
  sau_bam text not null check (sau_bam ~ '^[0-9a-f]{64}$'),
  ky jsonb,
  luc timestamptz(3) not null default ct_nay(),
  primary key (nguoi, phien, ve)
);
revoke all on cho_ky from public;
alter table quy_che add column lop_hai_tu timestamp(3) with time zone;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(CHANGES))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
