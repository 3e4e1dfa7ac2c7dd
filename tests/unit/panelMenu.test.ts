/** The panel's menu names what a person works with; a collection that comes must say who uses it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import { leftOut } from '../../src/policy/people/panelMenu.ts'
import type { VaiTro } from '../../src/policy/people/roles.ts'

const slugs = readdirSync('src/collections').flatMap((file) =>
  [...readFileSync(`src/collections/${file}`, 'utf8').matchAll(/slug: '([a-z-]+)'/g)].map(([, slug]) => slug!),
)
const shown = (...vaiTro: VaiTro[]): string[] => {
  const out = leftOut({ id: 7, hoTen: '', chucVu: '', vaiTro }, slugs, GATES)
  return slugs.filter((slug) => !out.includes(slug)).toSorted()
}

describe('the menu', () => {
  it('of an author names what he writes, his pictures and the consents they need', () => {
    expect(slugs.length).toBeGreaterThan(8)
    expect(shown('congTacVien').filter((slug) => !GATES.some((gate) => gate.slug === slug))).toEqual(['dong-y'])
  })
  it('of whoever keeps the school names the record', () =>
    expect(shown('nguoiPhatNgon')).toEqual(expect.arrayContaining(['ho-so', 'nguoi-dung', 'quy-che', 'thanh-vien', 'uy-quyen'])))
  it('leaves a collection of the project’s own alone', () => expect(leftOut({ id: 7, hoTen: '', chucVu: '', vaiTro: [] }, ['thuc-don'], GATES)).toEqual([]))
})
