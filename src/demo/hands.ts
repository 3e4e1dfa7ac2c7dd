/** The demo's people, acting through the same actions and the same access rules as anybody. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { ACTIONS, type Answer } from '../actions/index.ts'
import type { HanhDong } from '../policy/gate/states.ts'
import { gateOf } from '../runtime.ts'
import { emailOf, type PersonKey } from './people.ts'

type Data = Record<string, unknown>

const MOST_STEPS = 8

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

  /** Where a document's file stands. */
  async file(slug: string, id: number): Promise<{ trangThai: string; vaiTroCho: string | null; banTrinh: number }> {
    // overrideAccess: reads where a file stands, to go on from there after an interrupted first start.
    const found = await this.payload.find({
      collection: 'ho-so',
      where: { boSuuTap: { equals: slug }, taiLieu: { equals: id } },
      depth: 0,
      limit: 1,
      overrideAccess: true,
    })
    const { trangThai, vaiTroCho, banTrinh } = found.docs[0] ?? {}
    return { trangThai: String(trangThai), vaiTroCho: vaiTroCho ?? null, banTrinh: Number(banTrinh) }
  }

  act = async (who: PersonKey, action: HanhDong, slug: string, id: number, body: Data = {}): Promise<Answer> =>
    ACTIONS[action](await this.as(who), gateOf(this.payload, slug), id, body)

  async approve(who: PersonKey, slug: string, id: number, banTrinh: number): Promise<Answer> {
    return this.act(who, 'duyet', slug, id, { banTrinh, kiemTra: this.checklist })
  }

  /**
   * Submits and takes every step until a state wanted, from wherever an interrupted start left the document; the office
   * edits, the vice principal approves, the principal where that is not enough. Answers the submission decided on.
   */
  async bring(author: PersonKey, slug: string, id: number, until: readonly string[]): Promise<number> {
    let file = await this.file(slug, id)
    for (let steps = 0; !until.includes(file.trangThai) && steps < MOST_STEPS; steps += 1) {
      const { trangThai, vaiTroCho, banTrinh } = file
      if (['nhap', 'traLai'].includes(trangThai)) await this.act(author, 'trinh', slug, id)
      else if (trangThai === 'choTiepNhan') await this.approve('doantn', slug, id, banTrinh)
      else if (trangThai === 'choBienTap') await this.approve('vanphong', slug, id, banTrinh)
      else if (trangThai === 'choDuyet')
        await this.approve(vaiTroCho === 'nguoiPhatNgon' || author === 'phohieutruong' ? 'hieutruong' : 'phohieutruong', slug, id, banTrinh)
      else break
      file = await this.file(slug, id)
    }
    return file.banTrinh
  }
}
