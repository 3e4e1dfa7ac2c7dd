/**
 * Rule: a person named or pictured agreed to it, on this channel, and has not withdrawn; and who had to agree at this age did.
 * A consent without an end date holds until it is withdrawn; one with an end holds through that day in Việt Nam,
 * whatever hour a form or a caller wrote beside the day.
 */
import { issue, type Issue } from '../issues.ts'
import { lastOfDay } from '../time/hanoi.ts'
import { agreementLacks } from './consentAge.ts'

export const KENH = ['website', 'phatThanh', 'mangXaHoi', 'baoChi'] as const
export type Kenh = (typeof KENH)[number]

/**
 * `chinhChu`: the person's own word; null on papers from before it was asked. `nguoiDamHo`: the parent or guardian who agreed,
 * empty where none did.
 */
export type DongY = {
  id: number
  hoTen: string
  namSinh: number | null
  chinhChu: boolean | null
  nguoiDamHo: string
  kenh: readonly string[]
  han: string | null
  thuHoiLuc: string | null
}
/** `anh`, `tuLieu`: in which pictures, where the person is pictured, by name and by number. `cu`: sent before ages were asked; what was in flight keeps its rule. */
export type ConsentUse = { field: string; id: number; dongY: DongY | null; anh?: string; tuLieu?: readonly number[]; cu?: true }

export type VaoLyDo = 'thieu' | 'rut' | 'kenh' | 'hetHan'

/** Why this consent does not cover the channel at `now`, an ISO instant; null where it does. */
export function failsFor(consent: Pick<DongY, 'kenh' | 'han' | 'thuHoiLuc'>, kenh: Kenh, now: string): VaoLyDo | null {
  if (consent.thuHoiLuc !== null) return 'rut'
  if (!consent.kenh.includes(kenh)) return 'kenh'
  return consent.han === null || lastOfDay(Date.parse(consent.han)) >= Date.parse(now) ? null : 'hetHan'
}

function standsIn({ field, dongY, id, anh, cu }: ConsentUse, now: string): Issue[] {
  const who = { who: dongY?.hoTen ?? `#${id}`, ...(anh === undefined ? {} : { anh }) }
  const vi = dongY === null ? 'thieu' : failsFor(dongY, 'website', now)
  if (vi !== null || dongY === null) return [issue('MISSING_CONSENT', field, { ...who, vi: vi ?? 'thieu' })]
  return cu ? [] : agreementLacks(dongY, now).map((can) => issue('CONSENT_AGE', field, { ...who, can }))
}

export const checkConsents = (uses: readonly ConsentUse[], now: string): Issue[] => uses.flatMap((use) => standsIn(use, now))
