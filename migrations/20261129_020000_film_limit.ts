/** The regulation says how large a film or recording may be. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const LIMIT = 'alter table quy_che add column phim_toi_da numeric default 40'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(LIMIT))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
