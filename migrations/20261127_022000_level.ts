/** The level of institution, of which readers' pages take their words: part of the approved settings. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const LEVEL = `
create type enum_cai_dat_cap as enum ('THPT', 'TH-THCS', 'tieuHoc', 'so');
create type enum__cai_dat_v_version_cap as enum ('THPT', 'TH-THCS', 'tieuHoc', 'so');
alter table cai_dat add column cap enum_cai_dat_cap;
alter table _cai_dat_v add column version_cap enum__cai_dat_v_version_cap;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(LEVEL))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
