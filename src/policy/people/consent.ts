/**
 * Rule: a person named or pictured agreed to it, on this channel, and has not withdrawn.
 * A consent without an end date holds until it is withdrawn; one with an end holds through that day in Việt Nam,
 * whatever hour a form or a caller wrote beside the day.
 */
import { issue, type Issue } from '../issues.ts'
import { lastOfDay } from '../time/hanoi.ts'

export type DongY = { id: number; hoTen: string; kenh: readonly string[]; han: string | null; thuHoiLuc: string | null }
export type ConsentUse = { field: string; id: number; dongY: DongY | null }

/** `now` as an ISO instant. */
export function isValidConsent(consent: DongY, now: string): boolean {
  if (consent.thuHoiLuc !== null || !consent.kenh.includes('website')) return false
  return consent.han === null || lastOfDay(Date.parse(consent.han)) >= Date.parse(now)
}

export function checkConsents(uses: readonly ConsentUse[], now: string): Issue[] {
  return uses
    .filter(({ dongY }) => dongY === null || !isValidConsent(dongY, now))
    .map(({ field, id, dongY }) => issue('MISSING_CONSENT', field, { who: dongY?.hoTen ?? `#${id}` }))
}
