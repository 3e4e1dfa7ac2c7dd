/** Nobody is locked out by others' wrong passwords: accounts keep no count of them. Frozen once merged. */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw('alter table nguoi_dung drop column login_attempts, drop column lock_until'))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('alter table nguoi_dung add column login_attempts numeric default 0, add column lock_until timestamp(3) with time zone'))
}
