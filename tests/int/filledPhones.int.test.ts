/** A school filled for the bench of the verifier: each verdict signed by its reviewer's own phone. */
import { beforeAll, expect, it } from 'vitest'
import { fill } from '../../bench/fill.ts'
import { exported, rewrite, runVerifier, schoolKey, signedByAnother, strangersKey, type Line } from '../support/ledger.ts'
import { openSchool } from '../support/school.ts'
import { superuserOf } from '../support/superuser.ts'

const school = openSchool()
let lines: Line[]
beforeAll(async () => {
  const superuser = await superuserOf(school)
  await fill(superuser, { editions: 3, logRows: 0, key: schoolKey(school), devices: true })
  await superuser.end()
  ;({ lines } = await exported(school))
})

it('is sound for the offline verifier, every verdict by a device', async () => {
  expect(lines.filter((l) => l.kieu === 'phieu-duyet' && String(l.noiDungKy).includes('"cachKy":"thietBi"')).length).toBe(6)
  expect(await runVerifier(school, lines)).toEqual({ code: 0, text: expect.any(String) })
})

it('a row of the log that another key signed in the school’s name is named, the last one and one in the middle', async () => {
  const rows = lines.flatMap((line, i) => (line.kieu === 'nhat-ky' ? [i] : []))
  for (const at of [rows.at(-1)!, rows[Math.floor(rows.length / 2)]!]) {
    const forged = lines.map((line, i) => (i === at ? signedByAnother(line, schoolKey(school), strangersKey()) : line))
    // What follows is the administrator's own work, signed anew for its place.
    const found = await runVerifier(school, rewrite(forged, at + 1, schoolKey(school)))
    expect(found).toMatchObject({ code: 1, text: expect.stringContaining('chữ ký của dòng không đúng') })
  }
})
