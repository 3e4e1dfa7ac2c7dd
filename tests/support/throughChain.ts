/** A story by an institution's own people, over the interface: written by its last, each step by the one who is to take it. */
import { expect } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { presetNamed } from '../../src/presets/index.ts'
import type { Client } from './client.ts'
import type { Institution } from './institutions.ts'

/** A person of `institution.nguoi` by his place; null: whoever speaks for it. */
export type As = (i: number | null) => Promise<Client>
const writerOf = (as: As, { nguoi }: Institution): Promise<Client> => as(nguoi.length - 1)

async function submitted(as: As, institution: Institution, story: object): Promise<{ id: number; banTrinh: number }> {
  const writer = await writerOf(as, institution)
  const [topic] = (await writer.get('/api/chu-de?depth=0&limit=1')).body.docs
  const made = await writer.post('/api/tin-bai', { tomTat: 'Một dòng.', noiDung: toLexical(['Một đoạn văn.']), chuDe: [topic.id], ...story })
  expect([made.status, made.text]).toEqual([201, expect.any(String)])
  const id = made.body.doc.id as number
  const sent = await writer.post(`/api/tin-bai/${id}/trinh`)
  expect([sent.status, sent.text]).toEqual([200, expect.any(String)])
  return { id, banTrinh: sent.body.banTrinh.id as number }
}

/** A good deed names who is in it, with a consent of theirs. */
async function withConsent(as: As, institution: Institution, story: { loai: string }): Promise<object> {
  if (story.loai !== 'nguoiTotViecTot') return story
  const consent = await (await writerOf(as, institution)).post('/api/dong-y', { hoTen: 'Em Thử', namSinh: 2008, mucDich: 'Kể chuyện', kenh: ['website'] })
  return { ...story, nhanVat: [consent.body.doc.id] }
}

/** The steps the submission was frozen with, the state after the last, and its page. */
export async function throughChain(
  as: As,
  institution: Institution,
  story: { loai: string },
): Promise<{ steps: string[]; state: string; slug: string | null }> {
  const { id, banTrinh } = await submitted(as, institution, await withConsent(as, institution, story))
  const frozen = await (await as(null)).get(`/api/ban-trinh/${banTrinh}?depth=0`)
  const steps = (frozen.body.buoc as { ma: string }[]).map(({ ma }) => ma)
  const kiemTra = Object.fromEntries(presetNamed(institution.preset)!.kiemTra.map(({ ma }) => [ma, 'dat']))
  let [state, slug]: [string, string | null] = ['', null]
  for (const ma of steps) {
    const passed = await (await as(institution.buoc[ma] ?? null)).post(`/api/tin-bai/${id}/duyet`, { banTrinh, kiemTra })
    expect([ma, passed.status, passed.text]).toEqual([ma, 200, expect.any(String)])
    state = passed.body.trangThai as string
    slug = (passed.body.banDang?.slug as string | undefined) ?? slug
  }
  return { steps, state, slug }
}

/** What its author is told of a story refused at its first step. */
export async function refusedAt(first: string, as: As, institution: Institution): Promise<{ state: string; told: string }> {
  const { id, banTrinh } = await submitted(as, institution, { loai: 'tin', tieuDe: 'Không thuộc phạm vi' })
  const refused = await (await as(institution.buoc[first] ?? null)).post(`/api/tin-bai/${id}/tu-choi`, { banTrinh, lyDo: 'Không thuộc phạm vi.' })
  expect([refused.status, refused.text]).toEqual([200, expect.any(String)])
  return { state: refused.body.trangThai as string, told: (await (await writerOf(as, institution)).get(`/api/tin-bai/${id}/viec`)).text }
}
