/** A new address takes effect: its owner used the link that was sent to it. */
import type { PayloadRequest } from 'payload'
import { afterCommit } from '../database/afterCommit.ts'
import { query, sql } from '../database/sql.ts'
import { lockAccounts, readReachable, readStanding } from '../facts/accounts.ts'
import { sendMail } from '../facts/mail.ts'
import { ownerOfAddress } from '../facts/mailedLinks.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { MAILS } from '../messages/mails.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { addressIssues } from '../policy/people/accounts.ts'
import { credentialsOf } from '../record/authority/confirm.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export async function doiDiaChi(req: PayloadRequest, token: unknown): Promise<{ email: string }> {
  return inTransaction(req, async () => {
    await lockAccounts(req)
    const owner = typeof token === 'string' ? await ownerOfAddress(req, token) : null
    const person = owner && (await readReachable(req, owner.id))
    if (!owner || !person) throw refuse(issue('LINK_EXPIRED'))
    // Asked again: authority may have been given, or the regulation changed, since the link was sent.
    if ((await readStanding(req, owner.id)).laNguoiDuyet) throw refuse(issue('EMAIL_OF_APPROVER', 'email'))
    const issues = addressIssues(owner.emailMoi, (await readQuyChe(req)).tenMienEmail)
    if (issues.length > 0) throw refuse(...issues)
    // A link to set a password went to the old address: it is void with it.
    await query(
      req,
      sql`update nguoi_dung set email = email_moi, email_moi = null, email_moi_han = null, dia_chi_xac_nhan = ct_nay(),
            reset_password_token = null, reset_password_expiration = null, updated_at = now() where id = ${owner.id}`,
    )
    const bam = await insertNhatKy(req, {
      hanhDong: 'doi-dia-chi',
      nguoi: person,
      boSuuTap: 'nguoi-dung',
      taiLieu: owner.id,
      chiTiet: { doiEmail: true, the: await credentialsOf(req, owner.id) },
    })
    await afterCommit(req, () => sendMail(req.payload, owner.email, MAILS.addressChanged(person.hoTen, owner.emailMoi)))
    return { answer: { email: owner.emailMoi }, bam }
  })
}
