/** What is told of a film, of what moves, of what was there before, and where a picture lies as it was before somebody in it was covered. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const COLUMNS = ['so_khung numeric', 'giay numeric', 'goc varchar', 'trung numeric']
/** Who was tagged when somebody was covered: whoever of them withdraws takes the picture before that along. */
const COVERED = 'alter table tu_lieu add column goc_nguoi integer[]'

const SAME = 'create index if not exists tu_lieu_sha256 on tu_lieu (sha256, id)'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const column of COLUMNS) {
    await db.execute(sql.raw(`alter table tu_lieu add column ${column}`))
    await db.execute(sql.raw(`alter table _tu_lieu_v add column version_${column}`))
  }
  await db.execute(sql.raw(COVERED))
  await db.execute(sql.raw(SAME))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
