/** How an account stands and what may be done with it by whoever asks. Shows; never decides: the actions ask again. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { readStanding } from '../facts/accounts.ts'
import { actorOf } from '../facts/actor.ts'
import { readInvited } from '../facts/invitations.ts'
import { readAccount } from '../facts/people.ts'
import { requestFor } from '../facts/roleRequests.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { accountState, resendIssues, type AccountState } from '../policy/people/invitation.ts'
import { leaveIssues, returnIssues } from '../policy/people/leaving.ts'
import { askIssues, mayAsk } from '../policy/people/roleRequests.ts'
import { APPROVING, type VaiTro } from '../policy/people/roles.ts'
import { parseId } from './case.ts'

export type TinhTrang = { tinhTrang: AccountState; moiLuc: string | null; xin: VaiTro[]; viec: string[] }

export async function tinhTrang(req: PayloadRequest, rawId: unknown): Promise<TinhTrang> {
  const actor = actorOf(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  const id = parseId(rawId)
  // The office asks for roles and must know whether somebody is there yet; others have no business with how an account stands.
  const account = id === null || !mayAsk(actor) ? null : await readAccount(req, id)
  if (!account) throw refuse(issue('NOT_FOUND'))
  const standing = { ...account, ...(await readStanding(req, account.id)) }
  const invited = (await readInvited(req, [account.id])).get(account.id) ?? null
  const state = accountState(account.kichHoat, invited, await now(req))
  const xin = await requestFor(req, account.id)
  const may = {
    'moi-lai': resendIssues(actor, standing, state).length === 0,
    nghi: account.kichHoat && leaveIssues(actor, standing, 0, null).length === 0,
    'tro-lai': returnIssues(actor, standing).length === 0,
    'xin-vai-tro': xin === null && askIssues(actor, account, APPROVING).length === 0,
  }
  return {
    tinhTrang: state,
    moiLuc: invited?.moiLuc ?? null,
    xin: xin?.vaiTro ?? [],
    viec: Object.entries(may).flatMap(([what, does]) => (does ? [what] : [])),
  }
}
