/** The demo school, once: everything goes in through the actions a person uses. Never runs in production. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { regulationOf } from '../presets/regulationOf.ts'
import { tranCan2023 } from '../presets/tranCan2023.ts'
import { demoAccounts, demoPassword, enterUnits } from './accounts.ts'
import { CREST, DRAWINGS, type DrawingKey } from './drawings.ts'
import { Hands } from './hands.ts'
import { toLexical } from './lexical.ts'
import { DOMAIN, emailOf, PEOPLE, type PersonKey } from './people.ts'
import { CONSENTS, SETTINGS, TOPICS, UNITS } from './school.ts'
import { seedPages } from './seedPages.ts'
import { STORIES, type DemoStory } from './stories.ts'

type Options = { dataDir: string; password: string | null; tell: (text: string) => void; withoutStories?: boolean }
export type Demo = { accounts: { email: string; chucVu: string }[]; password: string }

export async function seedDemo(payload: Payload, { dataDir, password: given, tell, withoutStories }: Options): Promise<Demo> {
  const known = demoPassword(dataDir, given)
  await demoAccounts(payload, known)
  const demo = { accounts: PEOPLE.map((p) => ({ email: emailOf(p.ma), chucVu: p.chucVu })), password: known.password }
  if (await isSeeded(payload, dataDir)) return demo

  const hands = new Hands(
    payload,
    tranCan2023.kiemTra.map((k) => k.ma),
  )
  tell('Trường minh hoạ: quy chế, cài đặt, đơn vị, chủ đề')
  await regulation(payload, hands, true)
  const live = async (slug: string, id: number): Promise<void> => {
    await hands.bring('vanphong', slug, id, ['daDang'])
  }
  const units = new Map<string, number>()
  for (const unit of UNITS) {
    const cha = 'cha' in unit ? units.get(unit.cha) : undefined
    const id = await hands.ensure('vanphong', 'don-vi', 'ten', { ten: unit.ten, loai: unit.loai, ...(cha ? { cha } : {}) })
    await live('don-vi', id)
    units.set(unit.ten, id)
  }
  await enterUnits(payload, units)
  // Its steps named units by their names: now these are there, and somebody belongs to each.
  await regulation(payload, hands, true)
  const topics = new Map<string, number>()
  for (const topic of TOPICS) {
    const id = await hands.ensure('vanphong', 'chu-de', 'ten', { ...topic })
    await live('chu-de', id)
    topics.set(topic.ten, id)
  }
  tell('Trường minh hoạ: ảnh vẽ và phiếu đồng ý')
  const crest = await sharp(Buffer.from(CREST)).webp().toBuffer()
  const bieuTrung = await hands.ensure(
    'vanphong',
    'tu-lieu',
    'altText',
    { altText: 'Biểu trưng của trường: hoa ban trên trang sách', tacGiaAnh: 'Bản vẽ của dự án' },
    { data: crest, mimetype: 'image/webp', name: 'bieu-trung.webp', size: crest.length },
  )
  const settings = async (menu: typeof MENU): Promise<void> =>
    live('cai-dat', await hands.ensure('vanphong', 'cai-dat', 'tenTruong', { ...SETTINGS, bieuTrung, menu }))
  if (withoutStories) await settings(MENU)
  const consents = new Map<string, number>()
  for (const { ma, ...consent } of CONSENTS)
    consents.set(
      ma,
      await hands.ensure(ma === 'thoa' ? 'doantn' : 'lop12a1', 'dong-y', 'hoTen', {
        ...consent,
        kenh: ['website', 'phatThanh'],
        han: '2027-08-31T00:00:00.000Z',
      }),
    )
  if (withoutStories) return demo

  tell('Trường minh hoạ: trang tĩnh và văn bản')
  await seedPages(hands, topics, live)
  // A menu leads only to what stands.
  await settings([ABOUT, ...MENU])

  const ids = new Map<string, number>()
  for (const [i, story] of STORIES.entries()) {
    tell(`Trường minh hoạ: tin bài ${i + 1}/${STORIES.length}`)
    // The one approved item waits for `dang`; everything else goes live with its last approval.
    if (story.dung === 'daDuyet') await regulation(payload, hands, false)
    const id = await hands.ensure(story.nguoiViet, 'tin-bai', 'tieuDe', await dataOf(hands, story, { units, topics, consents, ids }))
    ids.set(story.tieuDe, id)
    await bringTo(hands, story, id)
    if (story.dung === 'daDuyet') await regulation(payload, hands, true)
  }
  writeFileSync(doneFile(dataDir), '')
  return demo
}

const doneFile = (dataDir: string): string => join(dataDir, 'truong-minh-hoa.xong')

/** Written last of all: what an interrupted start left half done is gone on with. Demos of before had no such file. */
async function isSeeded(payload: Payload, dataDir: string): Promise<boolean> {
  if (existsSync(doneFile(dataDir))) return true
  // overrideAccess: the demo asks how far it came.
  const before = await payload.find({ collection: 'tin-bai', where: { tieuDe: { equals: STORIES.at(-1)!.tieuDe } }, depth: 0, limit: 1, overrideAccess: true })
  return before.docs[0] !== undefined && Date.now() - Date.parse(before.docs[0].createdAt) > A_DAY_MS
}
const A_DAY_MS = 86_400_000

/** Only where that page is seeded too. */
const ABOUT = { nhan: 'Giới thiệu', duongDan: '/gioi-thieu' }
const MENU = [
  { nhan: 'Tin bài', duongDan: '/tin-bai' },
  { nhan: 'Người tốt việc tốt', duongDan: '/nguoi-tot-viec-tot' },
  { nhan: 'Thông báo', duongDan: '/thong-bao' },
  { nhan: 'Văn bản', duongDan: '/van-ban' },
  { nhan: 'Công khai', duongDan: '/cong-khai' },
]

async function regulation(payload: Payload, hands: Hands, dangNgay: boolean): Promise<void> {
  const data = { ...regulationOf(tranCan2023), dangNgay, tenMienEmail: [{ tenMien: DOMAIN }] }
  const req = await hands.as('hieutruong')
  // Written at the console in the principal's name: he has no session that could prove anything.
  req.context.console = true
  await payload.updateGlobal({ slug: 'quy-che', data: data as never, overrideAccess: false, req })
}

/** A drawing as the author's own upload: nobody shows a picture he may not see. */
async function drawn(hands: Hands, who: PersonKey, key: DrawingKey, donVi: number): Promise<number> {
  const { alt, svg } = DRAWINGS[key]
  const data = await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
  const texts = { altText: alt, tacGiaAnh: 'Tranh vẽ của dự án', giayPhep: 'Bản vẽ cho trường minh hoạ', donVi }
  return hands.ensure(who, 'tu-lieu', 'altText', texts, { data, mimetype: 'image/jpeg', name: `${key}.jpg`, size: data.length })
}

type Known = {
  units: Map<string, number>
  topics: Map<string, number>
  consents: Map<string, number>
  ids: Map<string, number>
}

async function dataOf(hands: Hands, s: DemoStory, known: Known): Promise<Record<string, unknown>> {
  const picture = (key: DrawingKey): Promise<number> => drawn(hands, s.nguoiViet, key, known.units.get(s.donVi)!)
  const day = s.suKien ? new Date(Date.now() + s.suKien.ngay * 86_400_000).toISOString().slice(0, 10) : ''
  return {
    tieuDe: s.tieuDe,
    loai: s.loai,
    tomTat: s.tomTat,
    noiDung: toLexical(s.doan),
    donVi: known.units.get(s.donVi),
    chuDe: s.chuDe.map((ten) => known.topics.get(ten)),
    ...(s.anh ? { anhBia: await picture(s.anh) } : {}),
    ...(s.boSung ? { tuLieu: await Promise.all(s.boSung.map(picture)) } : {}),
    ...(s.nhanVat ? { nhanVat: s.nhanVat.map((ma) => known.consents.get(ma)) } : {}),
    ...(s.butDanh ? { butDanh: s.butDanh } : {}),
    ...(s.suKien ? { suKien: { batDau: new Date(`${day}T${s.suKien.gio}:00+07:00`).toISOString(), diaDiem: s.suKien.diaDiem } } : {}),
    ...(s.dinhChinhCho ? { dinhChinhCho: known.ids.get(s.dinhChinhCho) } : {}),
  }
}

async function bringTo(hands: Hands, s: DemoStory, id: number): Promise<void> {
  if (s.dung === 'nhap' || (await hands.file('tin-bai', id)).trangThai === s.dung) return
  const goal = { traLai: ['choTiepNhan', 'choBienTap'], tuChoi: ['choBienTap'], daGo: ['daDang'] }[s.dung as string] ?? [s.dung]
  const banTrinh = await hands.bring(s.nguoiViet, 'tin-bai', id, goal)
  if (s.dung === 'traLai') await hands.act('doantn', 'tra-lai', 'tin-bai', id, { banTrinh, lyDo: s.lyDo })
  if (s.dung === 'tuChoi') await hands.act('vanphong', 'tu-choi', 'tin-bai', id, { banTrinh, lyDo: s.lyDo })
  if (s.dung === 'daGo') await hands.act('phohieutruong', 'go', 'tin-bai', id, { lyDo: s.lyDo, maLyDo: 'hetHieuLuc' })
}
