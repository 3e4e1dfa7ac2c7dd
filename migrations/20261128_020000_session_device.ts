/** What a session was begun on, in words for its own person: "Chrome trên Android". Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`alter table nguoi_dung_sessions add column thiet_bi text check (octet_length(thiet_bi) <= 200)`))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
