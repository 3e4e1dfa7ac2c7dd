/** When and where: a day and an hour of Việt Nam, typed apart. A day without an hour is a whole day. */
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { dayOf, hourOf, isCalendarDay } from '../../policy/time/hanoi.ts'
import type { Form } from '../../forms/form.ts'

/** `2026-11-20` and `07:30` of an instant; no hour where it is midnight. */
export function dayAndHour(instant: unknown): { ngay: string; gio: string } {
  const at = typeof instant === 'string' ? Date.parse(instant) : NaN
  if (Number.isNaN(at)) return { ngay: '', gio: '' }
  const gio = hourOf(new Date(at).toISOString()).slice(0, 5)
  return { ngay: dayOf(at), gio: gio === '00:00' ? '' : gio }
}

/** A day and an hour typed apart; null where neither was. */
export function instantIn(form: Form, day: string, hour: string): string | null {
  const [ngay, gio] = [form.text(day), form.text(hour)]
  if (ngay === '' && gio === '') return null
  if (ngay === '') throw refuse(issue('MISSING_FIELD', day))
  if (!/^\d{4}-\d\d-\d\d$/.test(ngay) || !isCalendarDay(ngay)) throw refuse(issue('INVALID_VALUE', day, { goiY: 'ngày có trong lịch' }))
  if (gio !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(gio)) throw refuse(issue('INVALID_VALUE', hour, { goiY: 'giờ dạng 07:30' }))
  return new Date(`${ngay}T${gio || '00:00'}:00+07:00`).toISOString()
}

export const eventIn = (form: Form): Record<string, string | null> => ({
  batDau: instantIn(form, 'batDauNgay', 'batDauGio'),
  ketThuc: instantIn(form, 'ketThucNgay', 'ketThucGio'),
  diaDiem: form.text('diaDiem') || null,
})
