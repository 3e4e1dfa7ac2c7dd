import { expect, it } from 'vitest'
import { changedSince } from '../../src/policy/intake/confirmed.ts'

it.each([
  [null, 'gì cũng được', false],
  ['Bạn Sử trả lại ví.\n\n[ảnh 1]\n\nCả lớp khen.', 'Bạn Sử trả lại ví. Cả lớp khen.', false],
  ['Bạn Sử trả lại ví.', 'Bạn Sử trả lại hai chiếc ví.', true],
  ['Bạn Sử trả lại ví.', '', true],
])('words confirmed as %s and sent as “%s”: changed %s', (before, now, changed) => expect(changedSince(before, now)).toBe(changed))
