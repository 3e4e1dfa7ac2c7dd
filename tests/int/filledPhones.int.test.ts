/** A school filled for the bench of the verifier: each verdict signed by its reviewer's own phone. */
import { expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { exported, runVerifier, schoolKey } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { superuserOf } from '../support/superuser.ts'

const school = openSchool()

it('is sound for the offline verifier, every verdict by a device', async () => {
  const superuser = await superuserOf(school)
  await fill(superuser, { editions: 3, logRows: 0, key: schoolKey(school), devices: true })
  await superuser.end()
  const { path, lines } = await exported(school)
  expect(lines.filter((l) => l.kieu === 'phieu-duyet' && String(l.noiDungKy).includes('"cachKy":"thietBi"')).length).toBe(6)
  expect(await runVerifier(school, path)).toEqual({ code: 0, text: expect.any(String) })
})
