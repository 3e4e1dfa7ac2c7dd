/** A bundle's members: what may be asked, and that what is named goes before what names it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, keyOf, membersAsked, MOST_IN_BUNDLE, nameIssue, type Member } from '../../src/policy/gate/bundle.ts'
import { foreignForm } from '../../src/policy/people/deskWrites.ts'

const unit = (taiLieu: number): Member => ({ boSuuTap: 'don-vi', taiLieu })

describe('what a bundle is asked of', () => {
  it('is each document once, in the order given', () => expect(membersAsked([unit(2), unit(1), unit(2)])).toEqual([unit(2), unit(1)]))
  it.each([
    [null],
    ['don-vi/1'],
    [[]],
    [[null]],
    [[{ boSuuTap: 'don-vi' }]],
    [[{ boSuuTap: 'don-vi', taiLieu: '1' }]],
    [[{ boSuuTap: 'don-vi', taiLieu: 1.5 }]],
    [[{ boSuuTap: 'don-vi', taiLieu: 0 }]],
    [[{ boSuuTap: 'don-vi', taiLieu: 2 ** 31 }]],
    [Array.from({ length: MOST_IN_BUNDLE + 1 }, (_none, i) => unit(i + 1))],
  ])('is none of %j', (raw) => expect(membersAsked(raw)).toBeNull())
  it('has a name that is short enough', () => {
    expect(nameIssue('')?.code).toBe('MISSING_FIELD')
    expect(nameIssue('ữ'.repeat(201))?.code).toBe('TOO_LONG')
    expect(nameIssue('Tháng 11')).toBeNull()
  })
})

describe('the order of a bundle', () => {
  it('puts each after all it names, loses none, and ends in a circle too', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 }), (count, edges) => {
        const members = Array.from({ length: count }, (_none, i) => unit(i + 1))
        const names = ({ taiLieu }: Member): Member[] => edges.filter(([from]) => from + 1 === taiLieu).map(([, to]) => unit(to + 1))
        const order = inOrder(members, names)
        expect(order.map(keyOf).toSorted()).toEqual(members.map(keyOf).toSorted())
        const acyclic = edges.filter(([from, to]) => from > to)
        const sorted = inOrder(members, ({ taiLieu }) => acyclic.filter(([from]) => from + 1 === taiLieu).map(([, to]) => unit(to + 1)))
        const place = new Map(sorted.map((m, i) => [m.taiLieu, i]))
        for (const [from, to] of acyclic) if (from < count) expect(place.get(to + 1)!).toBeLessThan(place.get(from + 1)!)
      }),
    ))
  it('bears three hundred, each below the other', () => {
    const members = Array.from({ length: MOST_IN_BUNDLE }, (_none, i) => unit(i + 1))
    expect(inOrder(members, ({ taiLieu }) => [unit(taiLieu + 1)]).map((m) => m.taiLieu)).toEqual(members.map((m) => m.taiLieu).toReversed())
  })
})

describe('a form of the desk', () => {
  const hosts = ['truong.edu.vn']
  it.each([
    ['same-origin', null, true],
    ['none', null, true],
    ['same-site', null, false],
    ['cross-site', 'https://truong.edu.vn', false],
    [null, 'https://truong.edu.vn', true],
    [null, 'https://khac.edu.vn', false],
    [null, 'null', false],
    [null, 'không phải địa chỉ', false],
    [null, null, false],
  ] as const)('from site %s and origin %s', (site, origin, taken) => expect(foreignForm({ site, origin, hosts }) === null).toBe(taken))
})
