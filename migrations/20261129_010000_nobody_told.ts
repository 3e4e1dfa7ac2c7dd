/** Of a picture: that nobody can be recognised in it, said by whoever looked. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const MARK = [
  'alter table tu_lieu add column khong_nhan_ra boolean default false',
  'alter table _tu_lieu_v add column version_khong_nhan_ra boolean default false',
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of MARK) await db.execute(sql.raw(statement))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
