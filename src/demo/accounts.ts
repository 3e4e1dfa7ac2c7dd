import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { emailOf, PEOPLE } from './people.ts'

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
  for (const { ma, ...person } of PEOPLE) {
    const req = await createLocalReq({ context: { console: true } }, payload)
    const email = emailOf(ma)
    // overrideAccess: the demo's first accounts are made by the console, like the first accounts of a real school.
    const found = await payload.find({ collection: 'nguoi-dung', where: { email: { equals: email } }, limit: 1, overrideAccess: true, req })
    if (!found.docs[0]) {
      await payload.create({
        collection: 'nguoi-dung',
        data: { ...person, vaiTro: [...person.vaiTro], email, password, kichHoat: true } as never,
        overrideAccess: true,
        req,
      })
      continue
    }
    if (changed) await payload.update({ collection: 'nguoi-dung', id: found.docs[0].id, data: { password }, overrideAccess: true, req })
  }
}
