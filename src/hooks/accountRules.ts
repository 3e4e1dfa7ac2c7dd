/** Rules for accounts (src/policy/people/accounts.ts) applied to every save. */
import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { NGHI_HAY_TRO_LAI } from '../actions/nghi.ts'
import { markJudged } from '../database/accountWrites.ts'
import { lockAccounts, readOtherNames, readStanding } from '../facts/accounts.ts'
import { actorOf } from '../facts/actor.ts'
import { demandProof } from '../facts/proof.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { actsOf, checkAccountChange, showsAnew, type Account, type AccountChange } from '../policy/people/accounts.ts'
import { nameKey, sortName } from '../policy/people/names.ts'
import { passwordIssues } from '../policy/people/password.ts'
import { plainAccount, sameAccount, type AccountRow } from './accountRow.ts'
import { confirmAccount, confirmActor } from '../record/authority/confirm.ts'
import { awaitNewAddress } from './addresses.ts'
import { accepting, isForgotten, markOwnPassword } from './passwords.ts'

const ASKED = 'congTruongTaiKhoanXin'
/** Nothing on the way changes these values. */
const JUDGED_AS_SENT = ['hoTen', 'chucVu', 'tenSapXep', 'donVi', 'vaiTro'] as const

/** What the form does not offer is taken out on the way here without a word; it is judged all the same, so that the answer is a sentence. */
function withAsked(req: PayloadRequest, data: AccountRow): AccountRow {
  const asked = (req.context[ASKED] ?? {}) as AccountRow
  return { ...data, ...Object.fromEntries(JUDGED_AS_SENT.filter((name) => asked[name] !== undefined).map((name) => [name, asked[name]])) }
}

/** Read after the change before it was written: Payload writes a whole account back, as it was when it was read. */
export const oneAfterTheOther: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  await lockAccounts(req)
  req.context[ASKED] = (args as { data?: unknown }).data
  return args
}

/** A role or switch sent as null is a change to none, not "no change". */
function changeOf(data: AccountRow & { password?: unknown }): AccountChange {
  const sent = plainAccount(data)
  const named = (['vaiTro', 'email', 'kichHoat', 'hoTen', 'chucVu', 'tenSapXep', 'donVi'] as const).filter((name) => data[name] !== undefined)
  return {
    ...(Object.fromEntries(named.map((name) => [name, sent[name]])) as Omit<AccountChange, 'setsPassword'>),
    setsPassword: typeof data.password === 'string' && data.password !== '',
  }
}

async function nameTaken(req: PayloadRequest, before: Account | null, change: AccountChange): Promise<Issue[]> {
  const after = { hoTen: '', chucVu: '', ...before, ...change, kichHoat: change.kichHoat ?? before?.kichHoat ?? true }
  if (!showsAnew(before, after)) return []
  const taken = (await readOtherNames(req, before?.id ?? null)).some((other) => nameKey(other) === nameKey(after))
  return taken ? [issue('NAME_TAKEN', 'hoTen', { ten: [after.hoTen, after.chucVu].filter(Boolean).join(', ') })] : []
}

/** The sort name follows the name, unless somebody wrote one of his own. */
function withSortName(data: AccountRow, before: Account | null): AccountRow {
  if (!data.hoTen) return data
  const follows = !data.tenSapXep || (before !== null && data.tenSapXep === before.tenSapXep && before.tenSapXep === sortName(before.hoTen))
  return follows ? { ...data, tenSapXep: sortName(data.hoTen) } : data
}

export const accountRules: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req, context }) => {
  const was = operation === 'create' ? null : plainAccount(originalDoc as AccountRow)
  const standing = was && { ...was, ...(await readStanding(req, was.id!)) }
  const named = withSortName(data as AccountRow, standing)
  const change = changeOf(operation === 'update' ? withAsked(req, data as AccountRow) : (data as AccountRow))
  const actor = actorOf(req)
  if (context.console === true) {
    // Only the console (first accounts, demo) writes without a person.
    markJudged(req)
    if (operation === 'update' && change.setsPassword) markOwnPassword(req, 'mayChu')
    return operation === 'create' ? { ...named, diaChiXacNhan: new Date().toISOString() } : named
  }
  if (operation === 'update' && accepting(req)?.id === was?.id && was !== null) {
    // The owner of an invitation sets the first password; its link was judged, and nothing else is written (src/actions/nhanLoi.ts).
    if (!change.setsPassword || !sameAccount(data as AccountRow, originalDoc as AccountRow)) throw refuse(issue('FORBIDDEN'))
    markJudged(req)
    markOwnPassword(req, 'loiMoi')
    return data
  }
  // Asking for a link touches no rule, whoever is signed in while he asks.
  if (operation === 'update' && (!actor || isForgotten(req)) && sameAccount(data as AccountRow, originalDoc as AccountRow)) return data
  if (!actor) throw refuse(issue(operation === 'create' ? 'FIRST_USER_CLOSED' : 'UNAUTHENTICATED'))
  await confirmActor(req, actor)
  if (standing) await confirmAccount(req, standing.id!)
  change.byLeaving = was !== null && context[NGHI_HAY_TRO_LAI] === was.id
  const issues = checkAccountChange(actor, standing, change, (await readQuyChe(req)).tenMienEmail)
  for (const field of ['hoTen', 'chucVu'] as const) issues.push(...textIssues(change[field] ?? '', field))
  if (standing && change.setsPassword) issues.push(...passwordIssues(String(data.password), standing.email))
  if (issues.length === 0) issues.push(...(await nameTaken(req, standing, change)))
  if (issues.length > 0) throw refuse(...issues)
  await demandProof(req, actsOf(standing, change))
  markJudged(req)
  // Whoever makes the account does not know its password: the owner sets it through the link in the first mail.
  if (!standing) return { ...named, password: randomBytes(24).toString('base64url') }
  if (change.setsPassword) markOwnPassword(req, 'tuDoi')
  return awaitNewAddress(req, named, standing.email)
}

export const keepAccounts: CollectionBeforeDeleteHook = () => {
  throw refuse(issue('ACCOUNT_KEPT'))
}
