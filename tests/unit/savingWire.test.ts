/** The panel's saves on their way to the service: numbered, one after another, and nothing of how they ended is forgotten. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Saves } from '../../src/admin/saving/saves.ts'
import { keepSaves } from '../../src/admin/saving/wire.ts'
import { panelWords } from '../../src/messages/panel.ts'

beforeEach(() => void vi.stubGlobal('window', { location: { origin: 'http://truong.test' } }))
afterEach(() => void vi.unstubAllGlobals())

type Sent = { phienBan: number; tomTat: string }
/** A service of one document: it takes what is based on its number. */
function service(): { fetch: typeof fetch; sent: Sent[]; doc: { phienBan: number; tomTat: string }; next: ((sent: Sent) => Promise<Response> | Response)[] } {
  const doc = { phienBan: 3, tomTat: 'cũ' }
  const sent: Sent[] = []
  const next: ((sent: Sent) => Promise<Response> | Response)[] = []
  const take = (one: Sent): Response => {
    if (one.phienBan !== doc.phienBan)
      return Response.json(
        { errors: [{ code: 'STALE_VERSION', message: 'Đã có bản mới hơn.' }], khac: { phienBan: doc.phienBan, nguoi: 'A', luc: null, noiDung: { ...doc } } },
        { status: 409 },
      )
    Object.assign(doc, { phienBan: doc.phienBan + 1, tomTat: one.tomTat })
    return Response.json({ doc: { ...doc } })
  }
  return {
    sent,
    doc,
    next,
    fetch: (_address, init) => {
      const one = JSON.parse((init!.body as FormData).get('_payload') as string) as Sent
      sent.push(one)
      return Promise.resolve((next.shift() ?? take)(one))
    },
  }
}
const form = (tomTat: string): RequestInit => {
  const body = new FormData()
  body.set('_payload', JSON.stringify({ tomTat, phienBan: 0 }))
  return { method: 'PATCH', body }
}
const KEY = 'tin-bai/7'
const ADDRESS = '/api/tin-bai/7?autosave=true&draft=true'
function opened(): { saves: Saves; of: ReturnType<typeof service>; send: typeof fetch } {
  const of = service()
  const saves = new Saves()
  saves.open(KEY, { ...of.doc })
  return { saves, of, send: keepSaves(of.fetch, saves, () => panelWords('vi')) }
}

describe('a save of an open form', () => {
  it('names what it was based on, the one after it what that left, though both were sent at once', async () => {
    const { saves, of, send } = opened()
    const answers = await Promise.all([send(ADDRESS, form('một')), send(ADDRESS, form('một hai'))])
    expect(answers.map((a) => a.status)).toEqual([200, 200])
    expect(of.sent).toEqual([
      { phienBan: 3, tomTat: 'một' },
      { phienBan: 4, tomTat: 'một hai' },
    ])
    expect(saves.get(KEY)).toMatchObject({ phienBan: 5, saving: false, trouble: null, based: { tomTat: 'một hai' } })
  })

  it('that meets another text keeps both', async () => {
    const { saves, of, send } = opened()
    Object.assign(of.doc, { phienBan: 4, tomTat: 'của người kia' })
    expect((await send(ADDRESS, form('của tôi'))).status).toBe(409)
    expect(saves.get(KEY)).toMatchObject({
      phienBan: 3,
      trouble: { kind: 'stale', khac: { phienBan: 4, noiDung: { tomTat: 'của người kia' } }, mine: { tomTat: 'của tôi' } },
    })
  })

  it('whose answer was lost is no conflict with itself; another’s text is', async () => {
    const { saves, of, send } = opened()
    of.next.push((one) => {
      Object.assign(of.doc, { phienBan: 4, tomTat: one.tomTat })
      throw new TypeError('Failed to fetch')
    })
    const lost = await send(ADDRESS, form('một'))
    expect(saves.get(KEY).trouble).toMatchObject({ kind: 'away', reason: expect.stringContaining('Không kết nối được') })
    expect(lost.status).toBe(503)
    expect((await send(ADDRESS, form('một hai'))).status).toBe(200)
    expect(of.doc.tomTat).toBe('một hai')

    of.next.push(() => {
      throw new TypeError('Failed to fetch')
    })
    await send(ADDRESS, form('ba'))
    Object.assign(of.doc, { phienBan: 9, tomTat: 'của người kia' })
    expect((await send(ADDRESS, form('ba'))).status).toBe(409)
    expect(of.doc.tomTat).toBe('của người kia')
  })

  it.each([
    [401, 'session'],
    [422, 'refused'],
    [503, 'away'],
    [429, 'away'],
  ])('answered %i is a trouble that stays, and no notice that passes by', async (status, kind) => {
    const { saves, of, send } = opened()
    of.next.push(() => Response.json({ errors: [{ code: 'X', message: 'Vì sao.', data: { errors: [{ path: 'tieuDe' }] } }] }, { status }))
    const told = await send(ADDRESS, form('một'))
    expect(saves.get(KEY).trouble).toMatchObject({ kind, reason: 'Vì sao.' })
    expect([told.status, await told.json()]).toEqual([status, { errors: [{ code: 'X', data: { errors: [{ path: 'tieuDe' }] } }] }])
    await send(ADDRESS, form('một'))
    expect(saves.get(KEY).trouble).toBeNull()
  })
})

it('what is no save of an open form passes as it is', async () => {
  const { of, send } = opened()
  await send('/api/tin-bai/8', form('khác'))
  expect(of.sent).toEqual([{ phienBan: 0, tomTat: 'khác' }])
})
