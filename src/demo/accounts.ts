import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { emailOf, PEOPLE, UNIT_OF, type PersonKey } from './people.ts'

type Found = { id: number; vaiTro?: string[] | null; donVi?: unknown }

const SYLLABLES = ['ban', 'nui', 'suoi', 'doi', 'truong', 'lop', 'hoa', 'sach', 'nang', 'mua', 'dong', 'xuan', 'lua', 'chim', 'trang', 'gio']

/** The demo's shared password: given, or random, kept for the next start in a file only its owner reads. */
export function demoPassword(dataDir: string, given: string | null): { password: string; changed: boolean } {
  const file = join(dataDir, 'mat-khau-dung-thu')
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (known !== null && (given === null || given === known)) return { password: known, changed: false }
  const random = (): string => [...Array.from({ length: 4 }, () => SYLLABLES[randomInt(SYLLABLES.length)]!), randomInt(1000, 9999)].join('-')
  const password = given ?? random()
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return { password, changed: true }
}

/** Makes the demo accounts, or gives those there are the password in force. */
export async function demoAccounts(payload: Payload, { password, changed }: { password: string; changed: boolean }): Promise<void> {
  await consoleAccounts(payload, password, changed)
  for (const { ma, vaiTro } of PEOPLE) {
    // The console registers the first spokesperson; every other role that approves is his to grant.
    if (!vaiTro.some(isGranted)) continue
    const found = await accountOf(payload, ma)
    if (found.vaiTro?.includes('nguoiDuyet')) continue
    // At the console in the principal's name: he has no session that could prove anything.
    const user = { ...(await accountOf(payload, 'hieutruong')), collection: 'nguoi-dung' } as never
    const req = await createLocalReq({ user, context: { console: true } }, payload)
    await payload.update({ collection: 'nguoi-dung', id: found.id, data: { vaiTro: [...vaiTro] } as never, overrideAccess: false, req })
  }
}

/** Each into the unit he belongs to, once the units are there. */
export async function enterUnits(payload: Payload, units: ReadonlyMap<string, number>): Promise<void> {
  for (const { ma } of PEOPLE) {
    const donVi = units.get(UNIT_OF[ma])
    const found = await accountOf(payload, ma)
    if (donVi === undefined || (found.donVi !== null && found.donVi !== undefined)) continue
    const req = await createLocalReq({ context: { console: true } }, payload)
    // overrideAccess: the console keeps the demo's accounts, as it made them.
    await payload.update({ collection: 'nguoi-dung', id: found.id, data: { donVi } as never, overrideAccess: true, req })
  }
}

async function accountOf(payload: Payload, ma: PersonKey): Promise<Found> {
  // overrideAccess: the demo looks up its own people.
  const found = await payload.find({ collection: 'nguoi-dung', where: { email: { equals: emailOf(ma) } }, limit: 1, depth: 0, overrideAccess: true })
  return found.docs[0] as unknown as Found
}

const isGranted = (role: string): boolean => role === 'nguoiDuyet'

async function consoleAccounts(payload: Payload, password: string, changed: boolean): Promise<void> {
  for (const { ma, ...person } of PEOPLE) {
    const req = await createLocalReq({ context: { console: true } }, payload)
    const email = emailOf(ma)
    // overrideAccess: the demo's first accounts are made by the console, like the first accounts of a real school.
    const found = await payload.find({ collection: 'nguoi-dung', where: { email: { equals: email } }, limit: 1, overrideAccess: true, req })
    if (!found.docs[0]) {
      await payload.create({
        collection: 'nguoi-dung',
        data: { ...person, vaiTro: person.vaiTro.filter((role) => !isGranted(role)), email, password, kichHoat: true } as never,
        overrideAccess: true,
        req,
      })
      continue
    }
    if (changed) await payload.update({ collection: 'nguoi-dung', id: found.docs[0].id, data: { password }, overrideAccess: true, req })
  }
}
