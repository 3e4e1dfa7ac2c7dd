/** What tests of the gate arrange again and again: the regulation, a delegation, a story waiting for its approver. */
import { expect } from 'vitest'
import type { PersonKey } from '../../src/demo/people.ts'
import type { Answer } from './client.ts'
import type { Place } from './school.ts'
import { toLexical } from '../../src/demo/lexical.ts'
import { act, approve, createStory, submit } from './stories.ts'

export const AN_HOUR = 3_600_000
/** The instant this many milliseconds from now. */
export const at = (ms: number): string => new Date(Date.now() + ms).toISOString()

export async function personId(school: Place, who: PersonKey): Promise<number> {
  const { rows } = await school.sql.query(`select id from nguoi_dung where email like $1`, [`${who}@%`])
  return rows[0].id as number
}

export async function regulation(school: Place, data: object): Promise<void> {
  const answer = await (await school.as('hieutruong')).post('/api/globals/quy-che', data)
  expect([answer.status, answer.text.slice(0, 400)]).toEqual([200, expect.any(String)])
}

/** A delegation of the principal's authority over stories, from an hour ago until tomorrow. */
export async function lend(school: Place, to: PersonKey, more: object = {}, by: PersonKey = 'hieutruong'): Promise<Answer> {
  const data = { nguoiDuocUyQuyen: await personId(school, to), phamVi: 'tin-bai', tuNgay: at(-AN_HOUR), denNgay: at(24 * AN_HOUR), soVanBan: '12/UQ-THPT' }
  return (await school.as(by)).post('/api/uy-quyen', { ...data, ...more })
}

/** Written by the teacher, passed by the office, waiting for an approver. */
export async function atTheGate(school: Place, more: object = {}): Promise<{ id: number; banTrinh: number }> {
  const id = await createStory(school, 'giaovien', more)
  const banTrinh = (await submit(school, 'giaovien', id)).body.banTrinh.id as number
  await approve(school, 'vanphong', id, banTrinh)
  return { id, banTrinh }
}

export async function stateOf(school: Place, id: number): Promise<string> {
  const { rows } = await school.sql.query(`select trang_thai from ho_so where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [id])
  return rows[0].trang_thai as string
}

/** The page at the newest address of a story. */
export async function pageOf(school: Place, id: number): Promise<Answer> {
  const { rows } = await school.sql.query(`select slug from ban_dang where bo_suu_tap = 'tin-bai' and tai_lieu = $1 order by id desc limit 1`, [id])
  return school.visitor.get(`/bai/${rows[0].slug}`)
}

let urgent = 0
const SYLLABLES = ['bão', 'lũ', 'sạt', 'đường', 'nghỉ', 'trường', 'bản', 'suối', 'cầu', 'điện', 'nước', 'xe', 'sân', 'mưa', 'gió', 'rét', 'đá', 'núi']
/** Words of a message that no other message says. */
export function urgentWords(): { tomTat: string; noiDung: unknown } {
  urgent += 1
  const word = (i: number): string => `${SYLLABLES[(i * 7 + urgent * 5) % SYLLABLES.length]!} ${(urgent * 31 + i * i * 17) % 997}`
  return { tomTat: `Tin gấp ${urgent}: ${word(41)}.`, noiDung: toLexical([Array.from({ length: 30 }, (_, i) => word(i)).join(' ')]) }
}

/** Withdraws every emergency nobody has confirmed: a spokesperson has one at a time. */
export async function settleEmergencies(school: Place): Promise<void> {
  const { rows } = await school.sql.query(`select bo_suu_tap as slug, tai_lieu::int as id from ban_dang where khan_den > ct_nay() and ket_thuc_luc is null`)
  for (const { slug, id } of rows) expect((await act(school, 'phohieutruong', 'go', id as number, { lyDo: 'Hết việc gấp' }, slug as string)).status).toBe(200)
}

/** A story at the gate that may go live in an emergency. */
export async function urgentAtTheGate(school: Place, more: object = {}): Promise<{ id: number; banTrinh: number }> {
  await settleEmergencies(school)
  return atTheGate(school, { ...urgentWords(), ...more })
}
