/** xin-vai-tro (ask for roles), cap-vai-tro (grant) and tu-choi-vai-tro (refuse): asked by the office, decided by the spokesperson. */
import type { PayloadRequest } from 'payload'
import { afterCommit } from '../database/afterCommit.ts'
import { lockAccounts, readReachable } from '../facts/accounts.ts'
import { actorOf } from '../facts/actor.ts'
import { readAddresses } from '../facts/addressees.ts'
import { hasPost, sendMail } from '../facts/mail.ts'
import { readAccount } from '../facts/people.ts'
import { demandProof } from '../facts/proof.ts'
import { readRequest, requestFor, settleRequest, writeRequest, type RoleRequest } from '../facts/roleRequests.ts'
import { MAILS, type Mail } from '../messages/mails.ts'
import { refuse } from '../messages/refusal.ts'
import { rolesInWords } from '../messages/roles.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { issue } from '../policy/issues.ts'
import { answerIssues, askedOf, askIssues } from '../policy/people/roleRequests.ts'
import type { Actor, VaiTro } from '../policy/people/roles.ts'
import { confirmAccount, confirmActor } from '../record/authority/confirm.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { parseId } from './case.ts'
import { inTransaction } from './transaction.ts'

/** Inside an open transaction that holds the accounts: writes the request and its row, and tells whoever decides. Hash of the row. */
export async function ghiXin(req: PayloadRequest, actor: Actor, nguoiDung: number, vaiTro: readonly VaiTro[], lyDo: string): Promise<string> {
  if (await requestFor(req, nguoiDung)) throw refuse(issue('ROLES_WAIT', 'vaiTro'))
  const yeuCau = await writeRequest(req, { nguoiDung, vaiTro, lyDo, nguoiXin: actor.id })
  const person = await readReachable(req, nguoiDung)
  await afterCommit(req, async () => {
    if (!hasPost(req.payload)) return
    for (const { email, hoTen } of await readAddresses(req.payload, ['nguoiPhatNgon']))
      sendMail(req.payload, email, MAILS.rolesAsked(hoTen, actor.hoTen, person!.hoTen, rolesInWords(vaiTro), lyDo))
  })
  return insertNhatKy(req, {
    hanhDong: 'xin-vai-tro',
    nguoi: actor,
    boSuuTap: 'nguoi-dung',
    taiLieu: nguoiDung,
    chiTiet: { yeuCau, vaiTro: [...vaiTro], lyDo },
  })
}

async function signedIn(req: PayloadRequest): Promise<Actor> {
  const actor = actorOf(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  await confirmActor(req, actor)
  return actor
}

export const xinVaiTro = (req: PayloadRequest, rawId: unknown, given: Record<string, unknown>): Promise<{ nguoiDung: number }> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const actor = await signedIn(req)
    const { vaiTro, lyDo, issues } = askedOf(given)
    const id = parseId(rawId)
    const account = id === null ? null : await readAccount(req, id)
    const refused = account ? askIssues(actor, account, vaiTro) : [issue('NOT_FOUND')]
    const wrong = refused.length > 0 ? refused : [...issues, ...textIssues(lyDo, 'lyDo')]
    if (wrong.length > 0) throw refuse(...wrong)
    await confirmAccount(req, id!)
    return { answer: { nguoiDung: id! }, bam: await ghiXin(req, actor, id!, vaiTro, lyDo) }
  })

/** What was decided leaves by mail, to whoever asked; what was granted to its owner too. */
async function tell(req: PayloadRequest, { nguoiXin, nguoiDung }: RoleRequest, mail: (hoTen: string) => Mail, grants: boolean): Promise<void> {
  const owner = grants ? await readReachable(req, nguoiDung) : null
  await afterCommit(req, () => {
    if (!hasPost(req.payload)) return
    for (const to of [nguoiXin, owner]) if (to?.kichHoat) sendMail(req.payload, to.email, mail(to.hoTen))
  })
}

const decide = (req: PayloadRequest, rawId: unknown, given: Record<string, unknown>, grants: boolean): Promise<{ nguoiDung: number }> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const actor = await signedIn(req)
    const loiDap = typeof given.lyDo === 'string' ? given.lyDo.trim() : ''
    const id = parseId(rawId)
    const asked = id === null ? null : await readRequest(req, id)
    const wrong = answerIssues(actor, grants, loiDap)
    if (wrong.length > 0) throw refuse(...wrong)
    if (!asked) throw refuse(issue('NOT_FOUND'))
    const { nguoiDung, vaiTro, hoTen } = asked
    const account = await readAccount(req, nguoiDung)
    if (grants && account?.kichHoat !== true) throw refuse(issue('ACCOUNT_CLOSED'))
    await demandProof(req, ['vaiTro'])
    if (grants) {
      const had = account?.vaiTro ?? []
      const data = { vaiTro: [...new Set([...had, ...vaiTro])] } as never
      // As the spokesperson himself: the rules for accounts judge this grant like one made in the form.
      await req.payload.update({ collection: 'nguoi-dung', id: nguoiDung, data, depth: 0, overrideAccess: false, req })
    }
    await settleRequest(req, asked.id, grants ? 'cap' : 'tuChoi', actor.id, loiDap)
    const words = rolesInWords(vaiTro)
    await tell(req, asked, (ten) => (grants ? MAILS.rolesGranted(ten, hoTen, words) : MAILS.rolesRefused(ten, hoTen, words, loiDap)), grants)
    const hanhDong = grants ? 'cap-vai-tro' : 'tu-choi-vai-tro'
    const chiTiet = { yeuCau: asked.id, vaiTro: [...vaiTro], lyDo: loiDap }
    return { answer: { nguoiDung }, bam: await insertNhatKy(req, { hanhDong, nguoi: actor, boSuuTap: 'nguoi-dung', taiLieu: nguoiDung, chiTiet }) }
  })

export const capVaiTro = (req: PayloadRequest, id: unknown, given: Record<string, unknown>): Promise<{ nguoiDung: number }> => decide(req, id, given, true)
export const tuChoiVaiTro = (req: PayloadRequest, id: unknown, given: Record<string, unknown>): Promise<{ nguoiDung: number }> => decide(req, id, given, false)
