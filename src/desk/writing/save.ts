/** Saves what was typed. Words first: a picture or a person that is refused takes none of them along. */
import type { PayloadRequest } from 'payload'
import { ganBai } from '../../actions/plan/ganBai.ts'
import { now } from '../../database/clock.ts'
import { rowOfStory } from '../../facts/plan/plan.ts'
import { refuse } from '../../messages/refusal.ts'
import { idsOf } from '../../policy/ids.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { isPlain } from '../../policy/text/plainStory/plain.ts'
import { readStory } from '../../policy/text/plainStory/read.ts'
import { writeStory } from '../../policy/text/plainStory/write.ts'
import type { Form } from '../../forms/form.ts'
import type { Visit } from '../room.ts'
import { inTurn } from '../inTurn.ts'
import { refusalIn } from '../refusal.ts'
import { eventIn } from './event.ts'
import { kindOf } from './kinds.ts'
import { newPerson } from './people.ts'
import { newPicture, savePictures, type NewFile } from './pictures.ts'
import { SLUG, type Story } from './story.ts'

/** `missing`: pictures the text names and nobody chose; `issues`: what beside the words was not taken. */
export type Saved = { id: number; phienBan: number; missing: readonly number[]; issues: readonly Issue[] }

const numbersIn = (form: Form, name: string): number[] => form.all(name).map(Number).filter((id) => Number.isInteger(id) && id > 0) // prettier-ignore

/** What was moved into the text, leads the story or is not wanted stands in the gallery no more. */
function galleryIn(form: Form, content: unknown): number[] {
  const elsewhere = [...writeStory(content).pictures, ...numbersIn(form, 'anhBia'), ...numbersIn(form, 'boKem')]
  return numbersIn(form, 'kem').filter((id) => !elsewhere.includes(id))
}

/** Fields that the form of this kind had; what it did not show stays as it is. */
function dataIn(form: Form, pictures: readonly number[]): { data: Record<string, unknown>; missing: number[] } {
  const { content, missing } = readStory(form.all('noiDung')[0] ?? '', pictures)
  const loai = kindOf(form.text('loai'))
  if (loai === null) throw refuse(issue('INVALID_VALUE', 'loai'))
  const has = (name: string): boolean => form.texts.has(name)
  const texts = ['tieuDe', 'tomTat', 'butDanh', 'nguonTin'].filter(has).map((name) => [name, form.text(name) || null] as const)
  const data = {
    loai,
    noiDung: content,
    ...Object.fromEntries(texts),
    ...(has('donVi') ? { donVi: numbersIn(form, 'donVi')[0] ?? null } : {}),
    ...(has('coChuDe') ? { chuDe: numbersIn(form, 'chuDe') } : {}),
    ...(has('coNhanVat') ? { nhanVat: numbersIn(form, 'nhanVat') } : {}),
    ...(has('coDongTacGia') ? { dongTacGia: numbersIn(form, 'dongTacGia') } : {}),
    ...(has('coAnhBia') ? { anhBia: numbersIn(form, 'anhBia').find((id) => !numbersIn(form, 'boKem').includes(id)) ?? null } : {}),
    ...(has('coKem') ? { tuLieu: galleryIn(form, content) } : {}),
    ...(has('dinhChinhCho') ? { dinhChinhCho: numbersIn(form, 'dinhChinhCho')[0] ?? null } : {}),
    ...(has('coThem') ? { coNoiDungAi: form.text('coNoiDungAi') !== '', mucNhayCam: form.text('mucNhayCam') === 'cao' ? 'cao' : 'thuong' } : {}),
    ...(has('batDauNgay') ? { suKien: eventIn(form) } : {}),
  }
  return { data, missing }
}

const A_PRESS_AGO_MS = 10 * 60_000

/** What a story has of which its form said nothing. */
const NOTHING_SENT = {
  tomTat: null,
  butDanh: null,
  nguonTin: null,
  chuDe: [],
  nhanVat: [],
  dongTacGia: [],
  anhBia: null,
  dinhChinhCho: null,
  tuLieu: [],
  coNoiDungAi: false,
  mucNhayCam: 'thuong',
}

/** Empty is empty, a relation is its number, an hour is its instant. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '' || value === false) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (value === null || typeof value !== 'object') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value
  if ('id' in value && typeof value.id === 'number') return value.id
  const parts = Object.entries(value).map(([name, one]) => [name, plain(one)] as const).filter(([name, one]) => one !== null && name !== 'id') // prettier-ignore
  return parts.length === 0 ? null : Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** Rule: a button pressed twice, or a line that broke before the answer, makes one story: that of the same author, just now, in which all stands that was sent. */
async function sameJustBegun(req: PayloadRequest, author: number, data: Record<string, unknown>): Promise<{ id: number | string } | null> {
  const since = new Date(Date.parse(await now(req)) - A_PRESS_AGO_MS).toISOString()
  const where = { tacGia: { equals: author }, tieuDe: { equals: data.tieuDe }, loai: { equals: data.loai }, createdAt: { greater_than: since } }
  const found = await req.payload.find({ collection: SLUG, where, sort: '-id', limit: 5, depth: 0, overrideAccess: false, req })
  const text = writeStory(data.noiDung).text
  const sent = { ...NOTHING_SENT, ...data } as Record<string, unknown>
  const holds = (one: Record<string, unknown>): boolean => Object.entries(sent).every(([name, value]) => name === 'noiDung' || same(one[name], value))
  return found.docs.find((one) => writeStory(one.noiDung).text === text && holds(one as unknown as Record<string, unknown>)) ?? null
}

async function write(visit: Visit, story: Pick<Story, 'id'> | null, data: Record<string, unknown>): Promise<{ id: number; phienBan: number }> {
  const req = await visit.own()
  const saved = story
    ? await req.payload.update({ collection: SLUG, id: story.id, data: data as never, depth: 0, overrideAccess: false, req })
    : await inTurn(
        req,
        `${SLUG}/${visit.actor.id}`,
        async () =>
          (await sameJustBegun(req, visit.actor.id, data)) ??
          (await req.payload.create({ collection: SLUG, data: data as never, depth: 0, overrideAccess: false, req })),
      )
  return { id: Number(saved.id), phienBan: Number((saved as { phienBan?: unknown }).phienBan) }
}

/** Which row of the plan it is for, where that was said and is another than before. */
async function putToRow(visit: Visit, form: Form, id: number): Promise<void> {
  if (!form.texts.has('keHoach')) return
  const dong = form.text('keHoach') || null
  if ((await rowOfStory(await visit.own(), id)) !== dong) await ganBai(await visit.own(), id, dong)
}

/** `quietly`: as one types, words alone. */
export async function saveStory(visit: Visit, story: Story | null, form: Form, quietly = false): Promise<Saved> {
  const pictures = numbersIn(form, 'anh')
  const { data, missing } = dataIn(form, pictures)
  // More pieces than a story may have would be kept and never be edited here again.
  if (!isPlain(data.noiDung)) throw refuse(issue('CONTENT_NOT_ALLOWED', 'noiDung', { what: 'nodes' }))
  // A page that was opened is no story yet.
  if (!story && form.text('tieuDe') === '') throw refuse(issue('MISSING_FIELD', 'tieuDe'))
  const named = story ? { phienBan: Number(form.text('phienBan')) || 0 } : {}
  const first = await write(visit, story, { ...data, ...named })
  if (quietly) {
    await putToRow(visit, form, first.id)
    return { ...first, missing, issues: [] }
  }
  const issues: Issue[] = []
  /** What is refused beside the words is said; the words are saved already. */
  const beside = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      const refused = refusalIn(error)
      if (refused === null) throw error
      issues.push(...refused)
      return null
    }
  }
  await beside(() => putToRow(visit, form, first.id))
  await beside(() => savePictures(visit, form, pictures))
  const picture = await beside(() => newPicture(visit, form))
  const person = await beside(() => newPerson(visit, form))
  if (picture === null && person === null) return { ...first, missing, issues }
  const more = {
    ...(picture === null ? {} : withPicture(form.all('noiDung')[0] ?? '', pictures, picture, data)),
    ...(person === null ? {} : { nhanVat: [...idsOf(data.nhanVat ?? story?.doc.nhanVat ?? []), person] }),
    phienBan: first.phienBan,
  }
  return { ...(await write(visit, first, more)), missing, issues }
}

/** A new file stands at the end of the text, where its line is moved from; the first picture of a story leads it. */
function withPicture(text: string, pictures: readonly number[], { id, isPicture }: NewFile, data: Record<string, unknown>): Record<string, unknown> {
  const all = [...pictures, id]
  const named = new RegExp(`^\\s*\\[ảnh ${all.length}\\]\\s*$`, 'imu').test(text)
  const { content } = readStory(named ? text : `${text.trimEnd()}\n\n[ảnh ${all.length}]`, all)
  return { noiDung: content, ...(data.anhBia === null && isPicture ? { anhBia: id } : {}) }
}
