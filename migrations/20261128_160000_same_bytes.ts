/** Who is in a picture is asked by its bytes, also of what it was before somebody was covered. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const INDEX = 'create index if not exists tu_lieu_goc on tu_lieu (goc) where goc is not null'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(INDEX))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
