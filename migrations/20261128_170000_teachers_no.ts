/** A form teacher may say that what the class told is not so, and why. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const NO = 'alter table bai_gui add column xac_nhan_khong text check (octet_length(xac_nhan_khong) <= 8000)'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(NO))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
