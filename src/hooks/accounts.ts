/** Rules for accounts (src/policy/accounts.ts) applied to every save, and each change of authority on record. */
import { randomBytes } from 'node:crypto'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeLoginHook } from 'payload'
import { actorOf } from '../access/actor.ts'
import { refuse } from '../access/refusal.ts'
import { insertNhatKy } from '../actions/record/nhatKy.ts'
import { readQuyChe } from '../actions/facts/quyChe.ts'
import { checkAccountChange, type Account } from '../policy/accounts.ts'
import { issue } from '../policy/issues.ts'
import type { VaiTro } from '../policy/roles.ts'

type Row = { id?: number; vaiTro?: VaiTro[] | null; email?: string; kichHoat?: boolean | null; hoTen?: string }
const account = (row: Row): Account => ({ id: row.id ?? null, vaiTro: row.vaiTro ?? [], email: row.email ?? '', kichHoat: row.kichHoat === true })

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
    if (context.console === true || (operation === 'update' && onlyLogin(data, originalDoc))) return named
    throw refuse(issue(operation === 'create' ? 'FIRST_USER_CLOSED' : 'UNAUTHENTICATED'))
  }
  const before = operation === 'create' ? null : account(originalDoc as Row)
  const change = {
    ...(data.vaiTro === undefined || data.vaiTro === null ? {} : { vaiTro: data.vaiTro as VaiTro[] }),
    ...(data.email === undefined ? {} : { email: String(data.email) }),
    ...(data.kichHoat === undefined ? {} : { kichHoat: data.kichHoat === true }),
    setsPassword: typeof data.password === 'string' && data.password !== '',
  }
  const issues = checkAccountChange(actor, before, change, (await readQuyChe(req)).tenMienEmail)
  if (issues.length > 0) throw refuse(...issues)
  // Whoever makes the account does not know its password: the owner sets it through the link in the first mail.
  return operation === 'create' ? { ...named, password: randomBytes(24).toString('base64url') } : named
}

function onlyLogin(data: Row, before: Row): boolean {
  const was = account(before)
  const will = account({ ...before, ...data })
  return was.email === will.email && was.kichHoat === will.kichHoat && was.vaiTro.join() === will.vaiTro.join()
}

export const logAccountChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const was = operation === 'create' ? null : account(previousDoc as Row)
  const now = account(doc as Row)
  if (was && onlyLogin(doc as Row, previousDoc as Row)) return doc
  await insertNhatKy(req, {
    hanhDong: operation === 'create' ? 'tao-tai-khoan' : 'doi-tai-khoan',
    nguoi: actorOf(req),
    boSuuTap: 'nguoi-dung',
    taiLieu: Number(doc.id),
    chiTiet: {
      hoTen: String(doc.hoTen ?? ''),
      vaiTro: { tu: [...(was?.vaiTro ?? [])], den: [...now.vaiTro] },
      kichHoat: { tu: was?.kichHoat ?? null, den: now.kichHoat },
      doiEmail: was !== null && was.email !== now.email,
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
  if (user.kichHoat !== true) throw refuse(issue('UNAUTHENTICATED'))
  return user
}

export const keepAccounts: CollectionBeforeDeleteHook = () => {
  throw refuse(issue('ACCOUNT_KEPT'))
}
