/** Stories for tests, built as a teacher would and taken through the gate by the people of the demo school. */
import { toLexical } from '../../src/demo/lexical.ts'
import { tranCan2023 } from '../../src/presets/tranCan2023.ts'
import { UNIT_OF, type PersonKey } from '../../src/demo/people.ts'
import type { Answer } from './client.ts'
import type { Place } from './school.ts'

export const CHECKED = Object.fromEntries(tranCan2023.kiemTra.map((k) => [k.ma, 'dat']))

let made = 0

async function idNamed(school: Place, slug: string, ten: string): Promise<number> {
  const found = await (await school.as('vanphong')).get(`/api/${slug}?where[ten][equals]=${encodeURIComponent(ten)}&depth=0`)
  return found.body.docs[0].id as number
}

export async function buildStory(school: Place, more: object = {}, who: PersonKey = 'giaovien'): Promise<Record<string, unknown>> {
  made += 1
  return {
    tieuDe: `Tin thử số ${made}`,
    loai: 'tin',
    tomTat: 'Một dòng tóm tắt.',
    noiDung: toLexical(['Đoạn đầu của bài.', 'Đoạn thứ hai.']),
    donVi: await idNamed(school, 'don-vi', UNIT_OF[who]),
    chuDe: [await idNamed(school, 'chu-de', 'Dạy và học')],
    ...more,
  }
}

export const topicId = (school: Place, ten: string): Promise<number> => idNamed(school, 'chu-de', ten)

export async function createStory(school: Place, who: PersonKey = 'giaovien', more: object = {}): Promise<number> {
  const answer = await (await school.as(who)).post('/api/tin-bai', await buildStory(school, more, who))
  if (answer.status !== 201) throw new Error(`createStory: expected 201, received ${answer.status} ${answer.text}`)
  return answer.body.doc.id as number
}

export async function act(school: Place, who: PersonKey, action: string, id: number, body: object = {}, slug = 'tin-bai'): Promise<Answer> {
  return (await school.as(who)).post(`/api/${slug}/${id}/${action}`, body)
}

export const submit = (school: Place, who: PersonKey, id: number, slug?: string): Promise<Answer> => act(school, who, 'trinh', id, {}, slug)

export const approve = (school: Place, who: PersonKey, id: number, banTrinh: number, slug?: string): Promise<Answer> =>
  act(school, who, 'duyet', id, { banTrinh, kiemTra: CHECKED }, slug)

/** Submitted by the teacher (or who), passed by the office, approved by the vice principal: live. */
export async function publishStory(school: Place, more: object = {}, who: PersonKey = 'giaovien'): Promise<{ id: number; banTrinh: number; slug: string }> {
  const id = await createStory(school, who, more)
  const submitted = await submit(school, who, id)
  const banTrinh = submitted.body.banTrinh.id as number
  await approve(school, 'vanphong', id, banTrinh)
  const live = await approve(school, 'phohieutruong', id, banTrinh)
  if (live.body.trangThai !== 'daDang') throw new Error(`publishStory: expected daDang, received ${live.text}`)
  return { id, banTrinh, slug: live.body.banDang.slug as string }
}

export const codes = (answer: Answer): string[] => ((answer.body?.errors ?? []) as { code: string }[]).map((e) => e.code)
