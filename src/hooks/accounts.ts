/** Rules for accounts (src/policy/people/accounts.ts) applied to every save, and each change of authority on record. */
import { randomBytes } from 'node:crypto'
import {
  AuthenticationError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { markJudged } from '../database/accountWrites.ts'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { query, sql } from '../database/sql.ts'
import { confirmActor, credentialsOf } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { logPassword } from './accountSeal.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { checkAccountChange, type Account } from '../policy/people/accounts.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { issue } from '../policy/issues.ts'
import type { VaiTro } from '../policy/people/roles.ts'

type Row = { id?: number; vaiTro?: VaiTro[] | null; email?: string; kichHoat?: boolean | null; hoTen?: string | null; chucVu?: string | null }
const account = (row: Row): Omit<Account, 'coTrongSo' | 'phatNgonKhac'> => ({
  id: row.id ?? null,
  vaiTro: row.vaiTro ?? [],
  email: row.email ?? '',
  kichHoat: row.kichHoat === true,
  hoTen: row.hoTen ?? '',
  chucVu: row.chucVu ?? '',
})

/** What the database knows of an account beyond its own row; locks role changes against each other. */
async function standing(req: PayloadRequest, id: number): Promise<Pick<Account, 'coTrongSo' | 'phatNgonKhac'>> {
  await query(req, sql`select pg_advisory_xact_lock(hashtextextended('ct:nguoi-dung', 0))`)
  const rows = await query<{ co: boolean; khac: number }>(
    req,
    sql`select exists (select 1 from phieu_duyet where nguoi = ${id}) as co,
          (select count(*)::int from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id
            where n.kich_hoat and v.value::text = 'nguoiPhatNgon' and n.id <> ${id}) as khac`,
  )
  return { coTrongSo: rows[0]!.co, phatNgonKhac: rows[0]!.khac }
}

/** Given name first, as Vietnamese lists are sorted: "Giàng A Páo" → "Páo Giàng A". */
const sortName = (hoTen: string): string => {
  const words = hoTen.trim().split(/\s+/)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}

export const accountRules: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req, context }) => {
  const named: Row & Record<string, unknown> = { ...data, ...(data.hoTen && !data.tenSapXep ? { tenSapXep: sortName(String(data.hoTen)) } : {}) }
  const actor = actorOf(req)
  if (!actor) {
    // Only the console (first accounts, demo) writes without a person; resetting one's own password touches no rule.
    if (context.console === true) markJudged(req, true)
    if (context.console === true || (operation === 'update' && onlyLogin(data, originalDoc))) return named
    throw refuse(issue(operation === 'create' ? 'FIRST_USER_CLOSED' : 'UNAUTHENTICATED'))
  }
  await confirmActor(req, actor)
  const before = operation === 'create' ? null : { ...account(originalDoc as Row), ...(await standing(req, Number((originalDoc as Row).id))) }
  // A role or switch sent as null is a change to none, not "no change".
  const change = {
    ...(data.vaiTro === undefined ? {} : { vaiTro: (data.vaiTro ?? []) as VaiTro[] }),
    ...(data.email === undefined ? {} : { email: String(data.email) }),
    ...(data.kichHoat === undefined ? {} : { kichHoat: data.kichHoat === true }),
    ...(data.hoTen === undefined ? {} : { hoTen: String(data.hoTen ?? '') }),
    ...(data.chucVu === undefined ? {} : { chucVu: String(data.chucVu ?? '') }),
    setsPassword: typeof data.password === 'string' && data.password !== '',
  }
  const issues = checkAccountChange(actor, before, change, (await readQuyChe(req)).tenMienEmail)
  for (const field of ['hoTen', 'chucVu'] as const) issues.push(...textIssues(change[field] ?? '', field))
  if (issues.length > 0) throw refuse(...issues)
  markJudged(req, change.setsPassword)
  // Whoever makes the account does not know its password: the owner sets it through the link in the first mail.
  return operation === 'create' ? { ...named, password: randomBytes(24).toString('base64url') } : named
}

function onlyLogin(data: Row, before: Row): boolean {
  const was = account(before)
  const will = account({ ...before, ...data })
  return (
    was.email === will.email &&
    was.hoTen === will.hoTen &&
    was.chucVu === will.chucVu &&
    was.kichHoat === will.kichHoat &&
    was.vaiTro.join() === will.vaiTro.join()
  )
}

export const logAccountChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const was = operation === 'create' ? null : account(previousDoc as Row)
  const now = account(doc as Row)
  const owner = { id: Number(doc.id), hoTen: now.hoTen }
  if (was && onlyLogin(doc as Row, previousDoc as Row)) {
    // Nothing but the password, or nothing at all.
    const sealed = (await authorityOf(req)).so.nguoi.get(owner.id)?.the
    if (sealed !== undefined && sealed !== (await credentialsOf(req, owner.id))) await logPassword(req, owner, 'tuDoi')
    return doc
  }
  await insertNhatKy(req, {
    hanhDong: operation === 'create' ? 'tao-tai-khoan' : 'doi-tai-khoan',
    nguoi: actorOf(req),
    boSuuTap: 'nguoi-dung',
    taiLieu: Number(doc.id),
    chiTiet: {
      vaiTro: { tu: [...(was?.vaiTro ?? [])], den: [...now.vaiTro] },
      kichHoat: { tu: was?.kichHoat ?? null, den: now.kichHoat },
      ten: { tu: was?.hoTen ?? null, den: now.hoTen },
      chucVu: { tu: was?.chucVu ?? null, den: now.chucVu },
      doiEmail: was !== null && was.email !== now.email,
      the: await credentialsOf(req, owner.id),
    },
  })
  return doc
}

export const sendFirstPassword: CollectionAfterChangeHook = async ({ doc, operation, req, context }) => {
  if (operation !== 'create' || context.console === true) return doc
  await req.payload.forgotPassword({ collection: 'nguoi-dung', data: { email: doc.email }, expiration: 72 * 3600 * 1000, overrideAccess: true, req })
  return doc
}

export const refuseClosedAccount: CollectionBeforeLoginHook = ({ user }) => {
  // The same answer as a wrong password: a closed account tells nobody that the password was right.
  if (user.kichHoat !== true) throw new AuthenticationError()
  return user
}

export const keepAccounts: CollectionBeforeDeleteHook = () => {
  throw refuse(issue('ACCOUNT_KEPT'))
}

/** A closed account keeps no session alive. */
export const refuseClosedSession: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'refresh' && !actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
  return args
}
