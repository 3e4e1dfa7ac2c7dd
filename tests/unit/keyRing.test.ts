import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readRing, ringText, withKey, type KhoaTrongVong } from '../../src/record/keys/ring.ts'
import { keyId } from '../../src/record/keys/signature.ts'

const key = () => generateKeyPairSync('ed25519').privateKey
const [first, second, third, stranger] = [key(), key(), key(), key()]
const at = '2026-11-26T00:00:00.000Z'
const one = withKey([], first, 'dau', at, first)
const two = withKey(one, second, 'xoay', at, first)
const faultOf = (entries: unknown): unknown => {
  const read = readRing(typeof entries === 'string' ? entries : ringText(entries as KhoaTrongVong[]))
  return read.fault ?? read.ring.current
}

describe('a key ring', () => {
  it('names the key in force: the newest that was not brought back', () => {
    expect(faultOf(one)).toBe(keyId(first))
    expect(faultOf(two)).toBe(keyId(second))
    expect(faultOf(withKey(two, third, 'cu', at, second))).toBe(keyId(second))
    expect(faultOf(withKey(two, third, 'thay', at, third))).toBe(keyId(third))
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'broken'],
    ['no entry', [], 'empty'],
    ['an entry of another shape', [{ ma: 'x' }], 'broken'],
    ['a key under another name', [{ ...one[0]!, ma: 'f'.repeat(16) }], 'broken'],
    ['one entry twice', [...two, two[1]!], 'doubled'],
    ['an entry vouched for by a stranger', withKey(one, second, 'xoay', at, stranger), 'foreign'],
    ['an older key brought back by a stranger', withKey(two, third, 'cu', at, stranger), 'foreign'],
    ['a first key vouched for by another', withKey([], first, 'dau', at, second), 'foreign'],
    ['a second first key', withKey(one, second, 'dau', at, second), 'foreign'],
    ['an hour changed', [{ ...one[0]!, tu: '2020-01-01T00:00:00.000Z' }], 'foreign'],
    ['an entry taken out of the middle', [two[0]!, withKey(two, third, 'xoay', at, second)[2]!], 'foreign'],
    ['a rotation before the first key', [two[1]!], 'foreign'],
  ])('is refused with %s', (_name, entries, fault) => expect(faultOf(entries)).toBe(fault))
})
