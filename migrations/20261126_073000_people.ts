/**
 * A session remembers when its person last proved who he is; a new address waits until its link was used; an account
 * knows whether its owner confirmed the address. Frozen once merged.
 */
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const PEOPLE = `
alter table nguoi_dung_sessions add column xac_nhan_luc timestamptz(3);

alter table nguoi_dung
  add column email_moi varchar,
  add column email_moi_han timestamptz(3),
  add column dia_chi_xac_nhan timestamptz(3);

-- Accounts there before are taken as confirmed: their owners have been reading mail at these addresses.
-- Links of the older kind, whose token the database itself could read, are no longer taken.
update nguoi_dung set dia_chi_xac_nhan = now(), reset_password_token = null, reset_password_expiration = null;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(PEOPLE))
}

export async function down(_args: MigrateDownArgs): Promise<void> {
  throw new Error('The record is forward-only: write a later migration instead.')
}
