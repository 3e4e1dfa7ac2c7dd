/** nhan-loi (accept): the owner of an invited account sets the first password, once, through the newest link. */
import type { PayloadRequest } from 'payload'
import { confirmAddress, forgetAddress, lockAccounts } from '../facts/accounts.ts'
import { ownerOfInvitation, settleInvitation } from '../facts/invitations.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { passwordIssues } from '../policy/people/password.ts'
import { lastHashOf } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

/** Read by the rules for accounts: this request sets the password of this account, and nothing else. */
export const NHAN_LOI_CUA = 'congTruongNhanLoiCua'

/** `req` is nobody's: whoever is signed in in the same browser takes no part in this. */
export const nhanLoi = (req: PayloadRequest, lienKet: unknown, matKhau: unknown): Promise<{ email: string }> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const owner = await ownerOfInvitation(req, lienKet)
    if (!owner) throw refuse(issue('LINK_EXPIRED'))
    const password = typeof matKhau === 'string' ? matKhau : ''
    const issues = passwordIssues(password, owner.email)
    if (issues.length > 0) throw refuse(...issues)
    req.context[NHAN_LOI_CUA] = { id: owner.id, hoTen: owner.hoTen }
    if (owner.xacNhan) await confirmAddress(req, owner.id)
    // Whatever was known of the address before, whoever sets this password may be somebody else.
    else await forgetAddress(req, owner.id)
    await settleInvitation(req, owner.id)
    // overrideAccess: whoever holds the link has no session; the link was judged above, and only the password is written.
    await req.payload.update({ collection: 'nguoi-dung', id: owner.id, data: { password } as never, depth: 0, overrideAccess: true, req })
    return { answer: { email: owner.email }, bam: await lastHashOf(req, 'nguoi-dung', owner.id) }
  })
