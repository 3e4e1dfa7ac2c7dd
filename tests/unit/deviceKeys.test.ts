import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSignature, checkSignature } from '../../src/policy/keys/assertion.ts'
import { ends, enters, inForce, type KhoaTheoSo, type Keys } from '../../src/policy/keys/chain.ts'
import { endText, registrationText, vouchText, type CachKhoa } from '../../src/policy/keys/texts.ts'
import { base32, codeAt, codeTyped, recoveryDigest, stepOf } from '../../src/policy/people/totp.ts'
import type { VaiTro } from '../../src/policy/people/roles.ts'
import { phone, type Phone, type Twist } from '../support/authenticator.ts'

const TEXT = '{"quyetDinh":"duyet","vanTay":"ab"}'

describe('a signature of a person’s own device', () => {
  it.each(['ec', 'ed25519', 'rsa'] as const)('holds for exactly the text that was signed (%s)', (kind) => {
    const own = phone('truong.edu.vn', kind)
    expect(checkSignature(own.signs(TEXT), TEXT, own)).toBeNull()
    expect(checkSignature(own.signs(TEXT), `${TEXT} `, own)).toBe('challenge')
    expect(checkSignature(own.signs(TEXT), TEXT, phone('truong.edu.vn', kind))).toBe('shape')
  })

  it.each<[string, Twist, string]>([
    ['another kind of ceremony', { type: 'webauthn.create' }, 'type'],
    ['a page inside another', { crossOrigin: true }, 'type'],
    ['another school under the same domain', { origin: 'https://khac.truong.edu.vn' }, 'origin'],
    ['a look-alike host', { origin: 'https://truong.edu.vn.evil.example' }, 'origin'],
    ['plain http', { origin: 'http://truong.edu.vn' }, 'origin'],
    ['a key of another host', { rpId: 'edu.vn' }, 'host'],
    ['nobody present', { flags: 0b100 }, 'presence'],
    ['a phone that did not recognise its owner', { flags: 0b1 }, 'presence'],
    ['another challenge', { challenge: 'AAAA' }, 'challenge'],
  ])('is refused for %s', (_what, twist, fault) => {
    const own = phone('truong.edu.vn')
    expect(checkSignature(own.signs(TEXT, twist), TEXT, own)).toBe(fault)
  })

  it('of a thousand altered ones none is accepted', () => {
    const own = phone('truong.edu.vn')
    const given = own.signs(TEXT)
    const part = fc.constantFrom('authenticatorData', 'clientDataJSON', 'chuKy' as const) as fc.Arbitrary<'authenticatorData' | 'clientDataJSON' | 'chuKy'>
    fc.assert(
      fc.property(part, fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, bits) => {
        const bytes = Buffer.from(given[name], 'base64url')
        bytes[at % bytes.length]! ^= bits
        expect(checkSignature({ ...given, [name]: bytes.toString('base64url') }, TEXT, own)).not.toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    null,
    {},
    [],
    'x',
    { khoa: 1 },
    { khoa: 'a', authenticatorData: '', clientDataJSON: 'b', chuKy: 'c' },
    { khoa: 'a', authenticatorData: 'x'.repeat(5000), clientDataJSON: 'b', chuKy: 'c' },
  ])('has a shape: %j has not', (value) => expect(asSignature(value)).toBeNull())
})

const LUC = '2026-11-28T03:00:00.000Z'
const person = (...vaiTro: VaiTro[]) => ({ vaiTro, mo: true })
const PEOPLE = new Map([
  [1, person('nguoiPhatNgon')],
  [2, person('nguoiDuyet')],
  [3, person('bienTapVien')],
  [4, person('congTacVien')],
  [5, { vaiTro: ['nguoiPhatNgon'] as VaiTro[], mo: false }],
])
const held = (own: Phone, nguoi: number, more: Partial<KhoaTheoSo> = {}): [string, KhoaTheoSo] => [own.ma, { nguoi, spki: own.spki, rpId: own.rpId, cach: 'dau', tu: '2026-01-01T00:00:00.000Z', het: null, ...more }] // prettier-ignore
const keys = (...khoa: [string, KhoaTheoSo][]): Keys => ({ khoa: new Map(khoa), nguoi: PEOPLE })
const [principal, deputy, office, teacher, fresh] = [phone(), phone(), phone(), phone(), phone()] as [Phone, Phone, Phone, Phone, Phone]

function entering(own: Phone, nguoi: number, cach: CachKhoa, by: number | null, vouchers: [number, Phone][] = [], more: object = {}) {
  const text = registrationText({ nguoi, ma: own.ma, spki: own.spki, rpId: own.rpId, luc: LUC })
  const baoLanh = vouchers.map(([who, key]) => ({ nguoi: who, ky: key.signs(vouchText(text, cach)) }))
  const chiTiet = { ma: own.ma, spki: own.spki, rpId: own.rpId, luc: LUC, cach, hieuLuc: LUC, tuKy: own.signs(text), baoLanh, ...more }
  return { luc: LUC, nguoi: by, taiLieu: nguoi, chiTiet }
}
const A_DAY_LATER = '2026-11-29T03:00:00.000Z'

describe('a key enters', () => {
  it('at the console, by a spokesperson’s key, by an earlier one, or by two after a loss', () => {
    expect(enters(keys(), entering(fresh, 1, 'dau', null)).khoa?.get(fresh.ma)).toMatchObject({ nguoi: 1, cach: 'dau', het: null })
    expect(enters(keys(held(principal, 1)), entering(fresh, 2, 'dau', 1, [[1, principal]])).sai).toBeUndefined()
    expect(enters(keys(held(deputy, 2)), entering(fresh, 2, 'them', 2, [[2, deputy]])).sai).toBeUndefined()
    const replaced = enters(keys(held(deputy, 2), held(principal, 1), held(office, 3)), entering(fresh, 2, 'thay', 3, [[1, principal], [3, office]], { hieuLuc: A_DAY_LATER })) // prettier-ignore
    expect([replaced.khoa?.get(deputy.ma)?.het, inForce(replaced.khoa!.get(fresh.ma)!, LUC)]).toEqual([A_DAY_LATER, false])
  })

  it.each<[string, Keys, ReturnType<typeof entering>]>([
    ['vouched for by nobody', keys(), entering(fresh, 2, 'dau', 2)],
    ['by one who speaks for nobody', keys(held(deputy, 2)), entering(fresh, 3, 'dau', 2, [[2, deputy]])],
    ['by itself', keys(), entering(fresh, 1, 'dau', 1, [[1, fresh]])],
    ['by a spokesperson’s own key for himself as a first one', keys(held(principal, 1)), entering(fresh, 1, 'dau', 1, [[1, principal]])],
    ['by a spokesperson whose account is closed', keys(held(principal, 5)), entering(fresh, 2, 'dau', 5, [[5, principal]])],
    ['by a key that ended', keys(held(principal, 1, { het: '2026-11-01T00:00:00.000Z' })), entering(fresh, 2, 'dau', 1, [[1, principal]])],
    ['by a key of another person', keys(held(principal, 1)), entering(fresh, 2, 'dau', 2, [[2, principal]])],
    ['as a later one by another’s key', keys(held(deputy, 2), held(principal, 1)), entering(fresh, 2, 'them', 1, [[1, principal]])],
    ['after a loss by one alone', keys(held(deputy, 2), held(principal, 1)), entering(fresh, 2, 'thay', 1, [[1, principal]], { hieuLuc: A_DAY_LATER })],
    ['after a loss by the same twice', keys(held(deputy, 2), held(principal, 1)), entering(fresh, 2, 'thay', 1, [[1, principal], [1, principal]], { hieuLuc: A_DAY_LATER })], // prettier-ignore
    ['after a loss by two who approve nothing', keys(held(deputy, 2), held(office, 3), held(teacher, 4)), entering(fresh, 2, 'thay', 3, [[3, office], [4, teacher]], { hieuLuc: A_DAY_LATER })], // prettier-ignore
    ['after a loss at once', keys(held(deputy, 2), held(principal, 1), held(office, 3)), entering(fresh, 2, 'thay', 3, [[1, principal], [3, office]])], // prettier-ignore
    ['at the console as a later one', keys(held(deputy, 2)), entering(fresh, 2, 'them', null)],
    ['at the console as a first one where there is one', keys(held(deputy, 2)), entering(fresh, 2, 'dau', null)],
    ['a week after a loss', keys(held(deputy, 2)), entering(fresh, 2, 'thay', null, [], { hieuLuc: '2026-12-05T03:00:00.000Z' })],
    ['from an hour that is none', keys(held(deputy, 2)), entering(fresh, 2, 'thay', null, [], { hieuLuc: 'mai' })],
    [
      'by the lost phone while its loss is mended',
      keys(held(deputy, 2, { het: A_DAY_LATER }), held(office, 2, { tu: A_DAY_LATER })),
      entering(fresh, 2, 'them', 2, [[2, deputy]]),
    ],
    ['by one who vouches in another’s name', keys(held(principal, 1)), entering(fresh, 2, 'dau', 3, [[1, principal]])],
    ['at the console at once after a loss', keys(held(deputy, 2)), entering(fresh, 2, 'thay', null)],
    ['a second time', keys(held(fresh, 2)), entering(fresh, 2, 'them', 2, [[2, fresh]])],
    ['for nobody', keys(), entering(fresh, 99, 'dau', null)],
    ['under another name', keys(), entering(fresh, 1, 'dau', null, [], { ma: '0'.repeat(16) })],
    ['without having signed for itself', keys(), entering(fresh, 1, 'dau', null, [], { tuKy: principal.signs('x') })],
    ['for another host than it signed', keys(), entering(fresh, 1, 'dau', null, [], { rpId: 'khac.example' })],
    ['with odd vouchers', keys(), entering(fresh, 1, 'dau', 1, [], { baoLanh: 'x' })],
  ])('not %s', (_how, known, row) => {
    expect(enters(known, row).sai).toEqual(expect.any(String))
  })
})

describe('a key ends', () => {
  const ending = (by: number | null, key: Phone | null, ma = deputy.ma) => ({ luc: LUC, nguoi: by, taiLieu: 2, chiTiet: { ma, ...(key ? { boi: key.signs(endText(ma, 2)) } : {}) } }) // prettier-ignore
  const all = keys(held(deputy, 2), held(principal, 1), held(office, 3))
  it('by its owner’s key, a spokesperson’s, or the console; by nobody else', () => {
    expect(ends(all, ending(2, deputy)).khoa?.get(deputy.ma)?.het).toBe(LUC)
    expect(ends(all, ending(1, principal)).sai).toBeUndefined()
    expect(ends(all, ending(null, null)).sai).toBeUndefined()
    expect(ends(all, ending(3, office)).sai).toEqual(expect.any(String))
    expect(ends(all, ending(2, null)).sai).toEqual(expect.any(String))
    expect(ends(all, ending(2, principal)).sai).toEqual(expect.any(String))
  })
})

describe('codes', () => {
  it('are those of RFC 6238', () => {
    const secret = Buffer.from('12345678901234567890')
    expect([59, 1111111109, 1234567890, 20000000000].map((t) => codeAt(secret, Math.floor(t / 30)))).toEqual(['287082', '081804', '005924', '353130'])
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  })

  it('go half a minute wrong and no further, are used once, and are typed with spaces', () => {
    const [secret, now] = [Buffer.from('12345678901234567890'), 1_111_111_109_000]
    const step = Math.floor(now / 30_000)
    expect([-2, -1, 0, 1, 2].map((by) => stepOf(secret, codeAt(secret, step + by), now, 0) !== null)).toEqual([false, true, true, true, false])
    expect(stepOf(secret, codeAt(secret, step), now, step)).toBeNull()
    expect([codeTyped('081 804'), codeTyped(' 081-804'), codeTyped('08180'), codeTyped('08180a'), codeTyped(81804)]).toEqual([
      '081804',
      '081804',
      null,
      null,
      null,
    ])
    expect(recoveryDigest(1, 'ABCDE fghij')).toBe(recoveryDigest(1, 'abcde-fghij'))
  })
})
