/** nghi (leave) and tro-lai (come back): one transaction each; what hangs on the person is listed, handed over and on record. */
import type { PayloadRequest } from 'payload'
import { lockAccounts, readReachable, readStanding } from '../facts/accounts.ts'
import { actorOf } from '../facts/actor.ts'
import { endWays, handOver, holdPieces, lentTo, readHanging, type Hanging } from '../facts/leaving.ts'
import { readAccount } from '../facts/people.ts'
import { demandProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import { leaveIssues, returnIssues, runsAccount, type Heir, type Leaving } from '../policy/people/leaving.ts'
import type { Actor } from '../policy/people/roles.ts'
import { confirmAccount, confirmActor } from '../record/authority/confirm.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { enterOwnUnit, leaveUnits } from '../record/thanhVien.ts'
import { parseId } from './case.ts'
import { inTransaction } from './transaction.ts'

type Found = { actor: Actor; person: Leaving & { hoTen: string } }

async function find(req: PayloadRequest, rawId: unknown): Promise<Found> {
  const actor = actorOf(req)
  if (!actor) throw refuse(issue('UNAUTHENTICATED'))
  const id = parseId(rawId)
  const [account, reached] = id === null ? [null, null] : [await readAccount(req, id), await readReachable(req, id)]
  // Who runs no account learns nothing of which there are.
  const person = account && reached && { ...account, ...(await readStanding(req, account.id)), hoTen: reached.hoTen }
  const refused = runsAccount(actor, person ?? { id: 0, laNguoiDuyet: false })
  if (refused.length > 0) throw refuse(...refused)
  if (!person) throw refuse(issue('NOT_FOUND'))
  return { actor, person }
}

/** What hangs on a person, before anybody decides. */
export const vuongMac = async (req: PayloadRequest, rawId: unknown): Promise<Hanging> => {
  const { person } = await find(req, rawId)
  return { bai: (await holdPieces(req, person.id)).bai, ...(await readHanging(req, person.id)) }
}

/** Lent authority ends with the person, in the form and the rows it always ends in. */
async function endDelegations(req: PayloadRequest, nguoi: number): Promise<number[]> {
  const lent = (await lentTo(req, nguoi)).map((one) => one.id)
  const data = { thuHoiLuc: new Date(0).toISOString() } as never
  for (const id of lent) await req.payload.update({ collection: 'uy-quyen', id, data, depth: 0, overrideAccess: false, req })
  return lent
}

/** Read by the rules for accounts: this account's switch is turned by an act that hands over and ends what hangs on it. */
export const NGHI_HAY_TRO_LAI = 'congTruongNghiHayTroLai'

function setOpen(req: PayloadRequest, id: number, data: object): Promise<unknown> {
  req.context[NGHI_HAY_TRO_LAI] = id
  // As the person who asks: the rules for accounts judge this change like one made in the form.
  return req.payload.update({ collection: 'nguoi-dung', id, data: data as never, depth: 0, overrideAccess: false, req })
}

export const nghi = (req: PayloadRequest, rawId: unknown, given: Record<string, unknown>): Promise<Hanging & { banGiao: number }> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const { actor, person } = await find(req, rawId)
    // Files before people: the order of every action.
    const { bai, all } = await holdPieces(req, person.id)
    const heirId = given.nguoiNhan === undefined || given.nguoiNhan === null || given.nguoiNhan === '' ? null : parseId(given.nguoiNhan)
    const named: Heir = given.nguoiNhan === undefined || given.nguoiNhan === null || given.nguoiNhan === '' ? null : undefined
    const heir = heirId === null ? named : ((await readAccount(req, heirId)) ?? undefined)
    const issues = leaveIssues(actor, person, bai.length, heir)
    if (issues.length > 0) throw refuse(...issues)
    await confirmActor(req, actor)
    await confirmAccount(req, person.id)
    if (heir) await confirmAccount(req, heir.id)
    await demandProof(req, ['kichHoat'])
    const hanging = await readHanging(req, person.id)
    if (heir) await handOver(req, person.id, heir.id, all)
    const uyQuyen = await endDelegations(req, person.id)
    if (person.kichHoat) await setOpen(req, person.id, { kichHoat: false })
    await leaveUnits(req, actor, person.id)
    await endWays(req, person.id)
    const banGiao = heir ? all.map(({ boSuuTap, taiLieu }) => `${boSuuTap}/${taiLieu}`) : []
    const chiTiet = { nguoiNhan: heir ? heir.id : null, banGiao, uyQuyen, buoc: hanging.buoc.map(({ boSuuTap, taiLieu }) => `${boSuuTap}/${taiLieu}`) }
    const bam = await insertNhatKy(req, { hanhDong: 'nghi', nguoi: actor, boSuuTap: 'nguoi-dung', taiLieu: person.id, chiTiet })
    return { answer: { bai, ...hanging, banGiao: banGiao.length }, bam }
  })

export const troLai = (req: PayloadRequest, rawId: unknown): Promise<{ nguoiDung: number }> =>
  inTransaction(req, async () => {
    await lockAccounts(req)
    const { actor, person } = await find(req, rawId)
    const issues = returnIssues(actor, person)
    if (issues.length > 0) throw refuse(...issues)
    await confirmActor(req, actor)
    await confirmAccount(req, person.id)
    await setOpen(req, person.id, { kichHoat: true, vaiTro: ['congTacVien'] })
    await enterOwnUnit(req, actor, person.id)
    const bam = await insertNhatKy(req, {
      hanhDong: 'tro-lai',
      nguoi: actor,
      boSuuTap: 'nguoi-dung',
      taiLieu: person.id,
      chiTiet: { vaiTroTruoc: [...person.vaiTro] },
    })
    return { answer: { nguoiDung: person.id }, bam }
  })
