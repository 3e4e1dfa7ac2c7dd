/** The demo's people, acting through the same actions and the same access rules as anybody. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { ACTIONS, type Answer } from '../actions/index.ts'
import type { HanhDong } from '../policy/gate/states.ts'
import { gateOf } from '../runtime.ts'
import { emailOf, type PersonKey } from './people.ts'

type Data = Record<string, unknown>

export class Hands {
  private readonly payload: Payload
  private readonly checklist: Record<string, 'dat'>
  constructor(payload: Payload, checklist: readonly string[]) {
    this.payload = payload
    this.checklist = Object.fromEntries(checklist.map((ma) => [ma, 'dat' as const]))
  }

  async as(who: PersonKey): Promise<PayloadRequest> {
    // overrideAccess: looking up whose session this is; everything after it is done as that person.
    const found = await this.payload.find({ collection: 'nguoi-dung', where: { email: { equals: emailOf(who) } }, limit: 1, overrideAccess: true })
    const user = found.docs[0]
    if (!user) throw new Error(`demo: expected the account ${emailOf(who)}, found none`)
    return createLocalReq({ user: { ...user, collection: 'nguoi-dung' } as never }, this.payload)
  }

  /** The document with this value, made by `who` where there is none: a second run makes nothing twice. */
  async ensure(
    who: PersonKey,
    slug: string,
    field: string,
    data: Data,
    file?: { data: Buffer; mimetype: string; name: string; size: number },
  ): Promise<number> {
    const req = await this.as(who)
    const known = await this.payload.find({
      collection: slug as 'tin-bai',
      where: { [field]: { equals: data[field] } },
      limit: 1,
      depth: 0,
      overrideAccess: false,
      req,
    })
    if (known.docs[0]) return Number(known.docs[0].id)
    const made = await this.payload.create({
      collection: slug as 'tin-bai',
      data: data as never,
      overrideAccess: false,
      req: await this.as(who),
      ...(file ? { file } : {}),
    })
    return Number(made.id)
  }

  async state(slug: string, id: number): Promise<string> {
    // overrideAccess: reads where a file stands, to go on from there after an interrupted first start.
    const found = await this.payload.find({
      collection: 'ho-so',
      where: { boSuuTap: { equals: slug }, taiLieu: { equals: id } },
      depth: 0,
      limit: 1,
      overrideAccess: true,
    })
    return String(found.docs[0]?.trangThai)
  }

  act = async (who: PersonKey, action: HanhDong, slug: string, id: number, body: Data = {}): Promise<Answer> =>
    ACTIONS[action](await this.as(who), gateOf(this.payload, slug), id, body)

  async approve(who: PersonKey, slug: string, id: number, banTrinh: number): Promise<Answer> {
    return this.act(who, 'duyet', slug, id, { banTrinh, kiemTra: this.checklist })
  }

  /** Submits and takes every step until the state wanted; the office edits, the vice principal approves. */
  async bring(author: PersonKey, slug: string, id: number, until: readonly string[]): Promise<Answer> {
    let answer = await this.act(author, 'trinh', slug, id)
    const reviewers: Record<string, PersonKey> = { choTiepNhan: 'doantn', choBienTap: 'vanphong', choDuyet: 'phohieutruong' }
    for (let steps = 0; !until.includes(answer.trangThai) && steps < 5; steps += 1) {
      const who = answer.trangThai === 'choDuyet' && steps > 0 && author === 'phohieutruong' ? 'hieutruong' : reviewers[answer.trangThai]
      if (!who) break
      const before = answer.trangThai
      answer = await this.approve(who, slug, id, answer.banTrinh!.id)
      if (before === 'choDuyet' && answer.trangThai === 'choDuyet') answer = await this.approve('hieutruong', slug, id, answer.banTrinh!.id)
    }
    return answer
  }
}
