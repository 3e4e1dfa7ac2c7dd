/** Drawn pages in memory: found by key, dropped by tag, bounded, true to the database, forgotten in time. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { addressOf, keyOf, reading, VARIANTS, variantOf } from '../../src/theme/cache/address.ts'
import { encodingOf, type Encoding } from '../../src/theme/cache/encoding.ts'
import { pack, type Page, type Times } from '../../src/theme/cache/page.ts'
import { PageCache, type Limits } from '../../src/theme/cache/pageCache.ts'

const FOR_EVER: Times = { begunAt: 0, freshUntil: Infinity, endsAt: Infinity }
const page = (body: string, tags: string[] = [], times: Partial<Times> = {}, first: Encoding = 'br'): Promise<Page> =>
  pack({ status: 200, body, headers: ['Content-Type', 'text/html; charset=utf-8'], cacheControl: 'no-cache', tags }, { ...FOR_EVER, ...times }, first)

function clock(limits: Limits = {}) {
  const at = { ms: 0 }
  const cache = new PageCache({ now: () => at.ms, ...limits })
  cache.confirm(0)
  return { at, cache }
}

/** The bytes a form goes out as. */
const sent = ({ body }: { body: string }): Buffer => Buffer.from(body, 'latin1')

describe('tags', () => {
  it('drop what was made from them and nothing else', async () => {
    const { cache } = clock()
    const [a, b, c] = await Promise.all([page('a', ['tin-bai/1', 'tin-bai?chuDe=5']), page('b', ['tin-bai/2', 'tin-bai?chuDe=5']), page('c', ['tin-bai/3'])])
    for (const [key, kept] of [['/a', a], ['/b', b], ['/c', c]] as const) cache.keep(key, kept, cache.generation) // prettier-ignore
    cache.drop(['tin-bai/1'])
    expect([cache.fresh('/a'), cache.fresh('/b'), cache.fresh('/c')]).toEqual([null, b, c])
    cache.drop(['tin-bai?chuDe=5', 'khong-co'])
    expect([cache.fresh('/b'), cache.fresh('/c')]).toEqual([null, c])
    cache.drop(['*'])
    expect([cache.fresh('/c'), cache.size, cache.bytes]).toEqual([null, 0, 0])
  })

  it('of a page replaced under its key are those of the new one', async () => {
    const { cache } = clock()
    const [old, now] = [await page('a', ['x']), await page('b', ['y'])]
    cache.keep('/', old, 0)
    cache.keep('/', now, 0)
    cache.drop(['x'])
    expect(cache.fresh('/')).toBe(now)
    cache.drop(['y'])
    expect(cache.fresh('/')).toBeNull()
  })

  it('refuse a page begun before one of them was dropped, and only that', async () => {
    const { cache } = clock()
    const begun = cache.generation
    cache.drop(['tin-bai/1'])
    expect(cache.keep('/1', await page('a', ['tin-bai/1']), begun)).toBe(false)
    expect(cache.keep('/2', await page('b', ['tin-bai/2']), begun)).toBe(true)
    expect(cache.keep('/1', await page('c', ['tin-bai/1']), cache.generation)).toBe(true)
    cache.drop(['*'])
    expect(cache.keep('/2', await page('b', ['tin-bai/2']), begun)).toBe(false)
    // However many tags there were: what is no longer remembered one by one counts as changed.
    const later = cache.generation
    for (let i = 0; i < 30; i += 1) cache.drop(Array.from({ length: 500 }, (_none, n) => `tin-bai/${i * 500 + n}`))
    expect(cache.keep('/x', await page('x', ['khac']), later)).toBe(false)
  })
})

describe('time', () => {
  it('shows a page as fresh only while the database is known to have changed nothing', async () => {
    const { at, cache } = clock({ maxDoubtMs: 100 })
    cache.keep('/', await page('a'), 0)
    at.ms = 99
    expect(cache.fresh('/')).not.toBeNull()
    at.ms = 100
    expect([cache.fresh('/'), cache.at('/', undefined), cache.last('/') === null]).toEqual([null, null, false])
    cache.confirm(90)
    expect(cache.at('/', undefined)).not.toBeNull()
    cache.doubt()
    expect(cache.fresh('/')).toBeNull()
  })

  it('shows the last page for a while after the database was last heard of, and no longer', async () => {
    const { at, cache } = clock({ maxStaleMs: 1000 })
    cache.keep('/', await page('a'), 0)
    at.ms = 500
    cache.confirm(500)
    at.ms = 1499
    expect(cache.last('/')).not.toBeNull()
    at.ms = 1500
    expect([cache.last('/'), cache.size]).toEqual([null, 0])
  })

  it('shows a page of an emergency until its hour, and keeps none whose hour has come', async () => {
    const { at, cache } = clock()
    cache.keep('/a', await page('a', [], { freshUntil: 10, endsAt: 10 }), 0)
    expect(cache.keep('/b', await page('b', [], { endsAt: 0 }), 0)).toBe(false)
    at.ms = 9
    expect(cache.fresh('/a')).not.toBeNull()
    at.ms = 10
    expect([cache.fresh('/a'), cache.last('/a')]).toEqual([null, null])
  })

  it('keeps a page whose time is over for when the database is away', async () => {
    const { at, cache } = clock()
    cache.keep('/', await page('a', [], { freshUntil: 10 }), 0)
    at.ms = 10
    expect([cache.fresh('/'), cache.last('/') === null]).toEqual([null, false])
  })
})

describe('bytes', () => {
  it('drop the page that was longest not asked for, and refuse what is too large alone', async () => {
    const { cache } = clock({ maxBytes: 100_000 })
    const large = 'á'.repeat(3000)
    for (let i = 0; i < 50; i += 1) cache.keep(`/${i}`, await page(large + i, ['t']), 0)
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
    expect([cache.size > 5, cache.fresh('/0'), cache.fresh('/49') !== null]).toEqual([true, null, true])
    cache.keep('/x', await page('á'.repeat(50_000)), 0)
    expect([cache.fresh('/x'), cache.fresh('/49') !== null]).toEqual([null, true])
    cache.drop(['t'])
    expect([cache.size, cache.bytes]).toEqual([0, 0])
  })

  it('are the same page in every form, each with a strong validator of its own once they are packed well', async () => {
    const text = '<p>Trường học thân thiện</p>'.repeat(200)
    const whole = await page(text, [], {}, 'identity')
    expect([whole.br === whole.identity, whole.gzip === whole.identity]).toEqual([false, true])
    expect(gunzipSync(sent((await page(text, [], {}, 'gzip')).gzip)).toString()).toBe(text)
    await whole.packWell()
    const { identity, br, gzip } = whole
    expect([sent(identity), brotliDecompressSync(sent(br)), gunzipSync(sent(gzip))].map(String)).toEqual([text, text, text])
    expect(new Set([identity.etag, br.etag, gzip.etag]).size).toBe(3)
    for (const form of [identity, br, gzip]) expect(form.etag).toMatch(/^"[A-Za-z0-9_-]{22}(-br|-gz)?"$/)
    const [again, other] = [await page(text), await page(`${text}.`)]
    for (const one of [again, other]) await one.packWell()
    expect(again.br.etag).toBe(br.etag)
    expect(other.br.etag).not.toBe(br.etag)
  })

  it('packed quickly for who waits are told by a weak validator, for there will be others of the same page', async () => {
    const text = Array.from({ length: 900 }, (_none, n) => `<p>Lớp ${n * n} góp ${(n * 7919) % 1000} cuốn vở</p>`).join('')
    const waited = await page(text)
    const quick = waited.br
    expect(brotliDecompressSync(sent(quick)).toString()).toBe(text)
    await waited.packWell()
    expect(quick.etag).toBe(`W/${waited.br.etag}`)
    expect(waited.br.body.length).toBeLessThan(quick.body.length)
  })

  it('of a kept page are packed well in a while, of one dropped meanwhile never', async () => {
    const { cache } = clock()
    const text = '<p>Trường học thân thiện</p>'.repeat(200)
    const [kept, dropped] = [await page(text, ['a']), await page(text, ['b'])]
    cache.keep('/a', kept, 0)
    cache.keep('/b', dropped, 0)
    cache.drop(['b'])
    await expect.poll(() => [kept.br, kept.gzip].map((form) => form.etag.startsWith('"') && form !== kept.identity)).toEqual([true, true])
    expect([dropped.br.etag.slice(0, 2), dropped.gzip === dropped.identity]).toEqual(['W/', true])
  })
})

describe('keys', () => {
  it('one for an address, none for another way to write it', () => {
    expect(addressOf('/bai/a')).toEqual({ path: '/bai/a', search: '' })
    expect(addressOf('/?x=1')).toEqual({ path: '/', search: 'x=1' })
    for (const odd of ['/bai/a/', '/bai/%61', '//', '/a//b', '/bài', '*', 'http://khac.example/', '/a\\b', '/a/../%2e', `/${'a'.repeat(400)}`])
      expect(addressOf(odd)).toBeNull()
  })

  it('name only parameters that were read, and none that is too long', () => {
    const read = reading('utm=1&truoc=12&truoc2=3')
    expect([read.query.truoc, read.query.khong, [...read.names].sort(), read.all]).toEqual(['12', undefined, ['khong', 'truoc'], false])
    expect(keyOf('/thong-bao', ['truoc'], { truoc: '12', utm: '1' }, '')).toBe(keyOf('/thong-bao', ['truoc'], { truoc: '12' }, ''))
    expect(keyOf('/thong-bao', ['truoc'], { truoc: '12' }, '')).not.toBe(keyOf('/thong-bao', ['truoc'], {}, ''))
    expect(keyOf('/thong-bao', ['truoc'], { truoc: ['12', '13'] }, '')).not.toBe(keyOf('/thong-bao', ['truoc'], { truoc: '12' }, ''))
    expect(keyOf('/thong-bao', ['truoc'], { truoc: '1'.repeat(200) }, '')).toBeNull()
    expect(Object.keys(read.query)).toHaveLength(3)
    expect([read.all, 'toString' in reading('__proto__=x&constructor=y').query]).toEqual([true, false])
  })

  it('one for each way to show a page, and the default for anything else', () => {
    expect(new Set(VARIANTS).size).toBe(VARIANTS.length)
    expect(VARIANTS).toContain(variantOf('a=b; hien-thi=lon.toi'))
    expect([variantOf(undefined), variantOf('hien-thi=to.do'), variantOf('x'.repeat(9000))]).toEqual(['', '', ''])
  })
})

describe('forms', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity;q=0', 'identity'],
    ['BR ; Q=1', 'br'],
    [';;;,,,q=q=q', 'identity'],
  ])('%j gets %s', (accepted, form) => expect(encodingOf(accepted)).toBe(form))

  it('of an absurd header are the plain one', () => expect(encodingOf(`${'x,'.repeat(20_000)}br`)).toBe('identity'))
})
