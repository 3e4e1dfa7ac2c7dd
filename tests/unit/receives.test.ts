import { expect, it } from 'vitest'
import { receivingRole } from '../../src/policy/intake/receives.ts'
import type { VaiTro } from '../../src/policy/people/roles.ts'

const people = (...roles: VaiTro[][]) => roles.map((vaiTro) => ({ vaiTro }))

it.each<[string, VaiTro[][], string]>([
  ['the focal point, whoever else is there', [['nguoiPhatNgon'], ['dauMoi'], ['bienTapVien']], 'dauMoi'],
  ['the office where there is none', [['nguoiPhatNgon'], ['nguoiDuyet'], ['bienTapVien']], 'bienTapVien'],
  ['an approver where there is no office', [['nguoiPhatNgon'], ['nguoiDuyet']], 'nguoiDuyet'],
  ['the spokesperson alone', [['nguoiPhatNgon']], 'nguoiPhatNgon'],
  ['the spokesperson, where nobody is known', [], 'nguoiPhatNgon'],
])('what a class sends waits for %s', (_who, roles, expected) => expect(receivingRole(people(...roles))).toBe(expected))
