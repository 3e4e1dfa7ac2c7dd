/** Nobody's words are lost: a save says what it was based on, a submission what was read, and what stood before can be gone back to. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../support/client.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import { moveClock, openSchool } from '../support/school.ts'
import { codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()

const save = async (
  who: PersonKey,
  id: number,
  body: object,
  query = '?autosave=true&draft=true&depth=0',
  headers: Record<string, string> = {},
): Promise<Answer> =>
  (await school.as(who)).raw(`/api/tin-bai/${id}${query}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const read = async (who: PersonKey, id: number): Promise<{ phienBan: number; tieuDe: string; tomTat: string }> =>
  (await (await school.as(who)).get(`/api/tin-bai/${id}?depth=0`)).body
const ownPage = (): Record<string, string> => ({ Origin: new URL(school.url).origin, 'Sec-Fetch-Site': 'same-origin' })
type Ban = { ban: number; tenNguoi: string; lan: number | null; duaLai: string | null }
const history = async (who: PersonKey, id: number): Promise<Ban[]> => (await (await school.as(who)).get(`/api/tin-bai/${id}/lich-su`)).body.ban as Ban[]
const titles = async (who: PersonKey, id: number): Promise<string[]> =>
  Promise.all(
    (await history(who, id)).map(async ({ ban }) => (await (await school.as(who)).get(`/api/tin-bai/versions/${ban}?depth=0`)).body.version.tieuDe as string),
  )

describe('a save', () => {
  it('names what it was based on and learns the number after it; a stale one is answered with the other text, whose and of when', async () => {
    const id = await createStory(school)
    const first = await read('giaovien', id)
    const saved = await save('vanphong', id, { phienBan: first.phienBan, tieuDe: 'Của văn phòng' })
    expect([saved.status, saved.body.doc.phienBan]).toEqual([200, first.phienBan + 1])
    const stale = await save('giaovien', id, { phienBan: first.phienBan, tieuDe: 'Của giáo viên' })
    expect([stale.status, codes(stale)]).toEqual([409, ['STALE_VERSION']])
    expect(stale.body.errors[0].message).toContain('Nguyễn Thu Hà')
    expect(stale.body.khac).toMatchObject({ phienBan: first.phienBan + 1, nguoi: expect.stringMatching(/./), noiDung: { tieuDe: 'Của văn phòng' } })
    expect(Math.abs(Date.parse(stale.body.khac.luc) - Date.now())).toBeLessThan(60_000)
    expect((await read('giaovien', id)).tieuDe).toBe('Của văn phòng')
    const mended = await save('giaovien', id, { phienBan: stale.body.khac.phienBan, tieuDe: 'Của giáo viên' })
    expect(mended.status).toBe(200)
  })

  it('of a page of this site that names nothing is refused, of a program it is taken', async () => {
    const id = await createStory(school)
    expect(codes(await save('giaovien', id, { tieuDe: 'a' }, '', ownPage()))).toEqual(['VERSION_NEEDED'])
    expect(codes(await save('giaovien', id, { tieuDe: 'a' }, '?autosave=true&draft=true', ownPage()))).toEqual(['VERSION_NEEDED'])
    expect((await save('giaovien', id, { tieuDe: 'a' }, '')).status).toBe(200)
    const { phienBan } = await read('giaovien', id)
    expect((await save('giaovien', id, { tieuDe: 'b', phienBan }, '', ownPage())).status).toBe(200)
    expect(codes(await save('giaovien', id, { tieuDe: 'b', phienBan: 'mới nhất' }))).toEqual(['INVALID_VALUE'])
  })

  it('tells no word to whoever may not read the document', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'Chữ riêng' })
    const strange = await save('doantn', id, { phienBan: 999, tieuDe: 'x' })
    expect(strange.status).toBeGreaterThanOrEqual(400)
    expect(strange.text).not.toContain('Chữ riêng')
    expect(codes(strange)).not.toContain('STALE_VERSION')
  })
})

describe('trinh', () => {
  it('freezes the text of the version it names, or says that another stands there', async () => {
    const id = await createStory(school)
    const { phienBan } = await read('giaovien', id)
    await save('vanphong', id, { phienBan, tieuDe: 'Văn phòng vừa đổi' })
    const teacher = await school.as('giaovien')
    const stale = await teacher.post(`/api/tin-bai/${id}/trinh`, { phienBan })
    expect([stale.status, codes(stale), stale.body.khac.noiDung.tieuDe]).toEqual([409, ['STALE_VERSION'], 'Văn phòng vừa đổi'])
    expect(
      codes(await teacher.raw(`/api/tin-bai/${id}/trinh`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...ownPage() }, body: '{}' })),
    ).toEqual(['VERSION_NEEDED'])
    const taken = await teacher.post(`/api/tin-bai/${id}/trinh`, { phienBan: stale.body.khac.phienBan })
    expect(taken.status).toBe(200)
    expect((await history('giaovien', id))[0]!.lan).toBe(1)
  })
})

describe('the history', () => {
  it('keeps a copy a hand, a quarter of an hour and a submission, and writes over no other', async () => {
    const id = await createStory(school, 'giaovien', { tieuDe: 'không' })
    let { phienBan } = await read('giaovien', id)
    const go = async (who: PersonKey, tieuDe: string): Promise<void> => {
      const answer = await save(who, id, { phienBan, tieuDe })
      expect(answer.status).toBe(200)
      phienBan = answer.body.doc.phienBan
    }
    await go('giaovien', 'một')
    await go('giaovien', 'một hai')
    expect(await titles('giaovien', id)).toEqual(['một hai', 'không'])
    await go('vanphong', 'một hai ba')
    await go('vanphong', 'một hai ba bốn')
    await go('giaovien', 'năm')
    expect(await titles('giaovien', id)).toEqual(['năm', 'một hai ba bốn', 'một hai', 'không'])
    await moveClock(school, '14 minutes')
    await go('giaovien', 'năm sáu')
    await moveClock(school, '16 minutes')
    await go('giaovien', 'năm sáu bảy')
    expect((await titles('giaovien', id)).slice(0, 2)).toEqual(['năm sáu bảy', 'năm sáu'])
    await submit(school, 'giaovien', id)
    await go('giaovien', 'tám')
    await moveClock(school, '0')
    const now = await history('giaovien', id)
    expect((await titles('giaovien', id)).slice(0, 3)).toEqual(['tám', 'năm sáu bảy', 'năm sáu'])
    expect([now[0]!.lan, now[1]!.lan]).toEqual([null, 1])
    expect(new Set(now.map((b) => b.tenNguoi)).size).toBe(2)
  })

  it('a passage that went at one save can be had back, as a new save by the same door, with its hands', async () => {
    const id = await createStory(school)
    let { phienBan } = await read('giaovien', id)
    for (const tomTat of ['Đoạn một đây.', 'Đoạn một đây. Đoạn hai ở đây. Đoạn ba nữa nhé.', 'x']) {
      phienBan = (await save('giaovien', id, { phienBan, tomTat })).body.doc.phienBan
    }
    const teacher = await school.as('giaovien')
    const kept = await Promise.all(
      (await history('giaovien', id)).map(async ({ ban }) => ({ ban, ...(await teacher.get(`/api/tin-bai/versions/${ban}?depth=0`)).body.version })),
    )
    const whole = kept.find((k) => k.tomTat === 'Đoạn một đây. Đoạn hai ở đây. Đoạn ba nữa nhé.')!
    expect(whole, 'what was typed before all was deleted').toBeDefined()
    expect(codes(await teacher.post(`/api/tin-bai/versions/${whole.ban}?phienBan=${phienBan - 1}`))).toEqual(['STALE_VERSION'])
    expect((await teacher.post(`/api/tin-bai/versions/${whole.ban}?phienBan=${phienBan}`)).status).toBe(200)
    const now = await read('giaovien', id)
    expect([now.tomTat, now.phienBan]).toEqual([whole.tomTat, phienBan + 1])
    const after = await history('giaovien', id)
    expect(after[0]!.duaLai, 'and says of when it is').not.toBeNull()
    expect(after).toHaveLength(kept.length + 1)
  })

  it('is read by those who may read the document', async () => {
    const id = await createStory(school)
    expect((await (await school.as('doantn')).get(`/api/tin-bai/${id}/lich-su`)).status).toBe(404)
    expect((await school.visitor.get(`/api/tin-bai/${id}/lich-su`)).status).toBe(401)
    expect((await (await school.as('vanphong')).get(`/api/tin-bai/${id}/lich-su`)).status).toBe(200)
  })
})
