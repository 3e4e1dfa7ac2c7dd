import { describe, expect, it } from 'vitest'
import { en, STATES_EN } from '../../src/messages/en.ts'
import { FIELDS } from '../../src/messages/fields.ts'
import { STATES, vi } from '../../src/messages/vi.ts'
import { GATES, type FieldRule } from '../../src/policy/gate/gates/index.ts'
import { STATUS, statusOf, type IssueCode } from '../../src/policy/issues.ts'
import { TRANG_THAI } from '../../src/policy/gate/states.ts'
import { sentence } from '../../src/messages/sentence.ts'

const DETAIL = {
  mau: '#12463f',
  email: 'a@truong.example',
  so: 2,
  url: 'u',
  host: 'h',
  seen: 's',
  what: 'w',
  luc: '07:00, 20/11',
  max: 9,
  nang: 52,
  min: 12,
  phut: 10,
  ten: 'Lò Văn Tâm, Giáo viên',
  who: 'Ai',
  buoc: 'Duyệt',
  noiDung: 'điều này',
  domains: 'd',
  giay: 5,
  slug: 's',
  trangThai: 'nhap',
  fault: 'nul',
  goiY: 'g',
  phong: 'VNI',
  chu: 'c',
  why: 'size',
  hang: 300,
  cot: 21,
  mb: 15,
  phim: 40,
}

describe('every refusal has its sentence in both languages', () => {
  it.each(Object.keys(STATUS) as IssueCode[])('%s', (code) => {
    for (const text of [vi[code](DETAIL, 'tiêu đề'), en[code](DETAIL, 'title')]) {
      expect(text.length).toBeGreaterThan(5)
      expect(text).not.toMatch(/!|undefined/)
      expect(text).toMatch(/\.$|: điều này$/)
    }
    expect(sentence({ code, field: 'a.0.tieuDe' }, 'vi')).toMatchObject({ code, field: 'a.0.tieuDe' })
  })
  it.each(TRANG_THAI)('the state %s is named', (state) => expect([STATES[state], STATES_EN[state]].every(Boolean)).toBe(true))
})

it('the answer carries the status of the earliest kind met', () => {
  expect(statusOf([{ code: 'MISSING_FIELD' }, { code: 'FORBIDDEN' }, { code: 'WRONG_STATE' }])).toBe(403)
  expect(statusOf([{ code: 'MISSING_FIELD' }, { code: 'STALE_SUBMISSION' }])).toBe(409)
})

it('every field a gate may complain about has a Vietnamese name', () => {
  const namesOf = (rules: readonly FieldRule[]): string[] =>
    rules.flatMap((r) => [r.name, ...(r.kind === 'group' || r.kind === 'rows' ? namesOf(r.fields) : [])])
  for (const gate of GATES)
    for (const name of [...namesOf(gate.fields), gate.consents?.field ?? 'ten']) expect([name, FIELDS[name]]).toEqual([name, expect.any(String)])
})
