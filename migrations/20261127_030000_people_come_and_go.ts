/**
 * An invitation stands beside its account: what knows its link again, its own end, and whether using it proves that the owner
 * reads mail at the address. A role that is asked for waits for the spokesperson, one request a person. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const INVITATIONS = `
create table loi_moi (
  nguoi_dung integer primary key references nguoi_dung (id) on delete cascade,
  bam text unique check (bam like 'sha256:%'),
  moi_luc timestamptz(3) not null,
  han timestamptz(3) not null,
  nguoi_moi integer references nguoi_dung (id) on delete set null,
  xac_nhan boolean not null,
  nhan_luc timestamptz(3)
);
`

const REQUESTS = `
create table xin_vai_tro (
  id serial primary key,
  nguoi_dung integer not null references nguoi_dung (id) on delete cascade,
  vai_tro text[] not null check (cardinality(vai_tro) between 1 and 7),
  ly_do text not null check (char_length(ly_do) <= 500),
  nguoi_xin integer references nguoi_dung (id) on delete set null,
  xin_luc timestamptz(3) not null,
  ket_qua text check (ket_qua in ('cap', 'tuChoi', 'thoi')),
  nguoi_quyet integer references nguoi_dung (id) on delete set null,
  loi_dap text check (char_length(loi_dap) <= 500),
  quyet_luc timestamptz(3),
  check ((ket_qua is null) = (quyet_luc is null))
);
create unique index xin_vai_tro_dang_cho on xin_vai_tro (nguoi_dung) where ket_qua is null;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [INVITATIONS, REQUESTS]) await db.execute(sql.raw(part))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
