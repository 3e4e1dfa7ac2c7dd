/** For whom a kept page is: one reader's look is nobody else's, and who asks by date gets nothing twice. */
import { afterEach, describe, expect, it } from 'vitest'
import { closeSite, ROW, site } from '../support/keptSite.ts'

afterEach(closeSite)

describe.each([
  ['in front of Express', true],
  ['as middleware', false],
])('%s', (_name, front) => {
  it('gives one reader’s look to nobody else: no cache in front may keep it, drawn or kept, whole or unchanged', async () => {
    const { get } = await site({ front, cdn: { seconds: 30 } })
    for (const cookie of ['hien-thi=lon.', 'hien-thi=.toi', 'x=1; hien-thi=rat-lon.tuong-phan'])
      for (const path of ['/bai/a', '/bai/a', '/bai/a?truoc=1', '/khong/co/trang']) {
        const { headers } = await get(path, { cookie })
        expect([cookie, path, headers['cache-control']]).toEqual([cookie, path, 'private, no-cache'])
        const again = await get(path, { cookie, 'if-none-match': headers.etag ?? '"x"' })
        expect([path, again.headers['cache-control']]).toEqual([path, 'private, no-cache'])
      }
    // A cookie of somebody else's makes no look.
    expect((await get('/bai/a', { cookie: 'x=1' })).headers['cache-control']).toContain('public')
  })

  it('answers 304 to who asks by date, until the words change; a look of one’s own has no date', async () => {
    const { get, state, cache } = await site({ front })
    const since = (await get('/bai/a')).headers['last-modified']!
    const asks = async (more: Record<string, string> = {}): Promise<number> => (await get('/bai/a', { 'if-modified-since': since, ...more })).status
    expect([await asks(), await asks({ 'if-none-match': '"x"' }), await asks({ cookie: 'hien-thi=.toi' })]).toEqual([304, 200, 200])
    // By a clock that is a day ahead: a date that has not come yet is none.
    expect(await asks({ 'if-modified-since': new Date(Date.now() + 86_400_000).toUTCString() })).toBe(200)
    // Drawn anew with the same words it stands since the same moment.
    cache.drop(['tin-bai/1'])
    expect([(await get('/bai/a')).headers['last-modified'], await asks()]).toEqual([since, 304])
    // Other words within the same second: never taken for the ones he has.
    state.row = { ...ROW(), tieu_de: 'Tin khác', van_tay: 'y' }
    cache.drop(['tin-bai/1'])
    expect(await asks()).toBe(200)
  })
})
