/** Rows of a plan for somebody's own calendar: the days of an event, else the last working day of each month. The same plan gives the same bytes. */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { lastDayOf } from '../policy/plan/coverage.ts'
import type { KeHoach } from '../policy/plan/row.ts'

export type PlanCalendar = { ten: string; siteUrl: string; stamp: string; owners: (ma: string) => string }

const dayAfter = (day: string): Date => new Date(Date.parse(day) + 86_400_000)
/** Saturday and Sunday give way to the Friday before. */
function workingDay(day: string): string {
  const weekday = new Date(day).getUTCDay()
  return new Date(Date.parse(day) - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0) * 86_400_000).toISOString().slice(0, 10)
}

export function writePlanCalendar(plan: KeHoach, { ten, siteUrl, stamp, owners }: PlanCalendar): string {
  const host = new URL(siteUrl).hostname
  const calendar = ical({
    name: `Kế hoạch truyền thông ${plan.namHoc}, ${ten}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Cổng Trường', product: 'Kế hoạch', language: 'VI' },
  })
  for (const row of plan.dong) {
    const days: [string, string][] =
      row.suKienTu !== null
        ? [[row.suKienTu, row.suKienDen ?? row.suKienTu]]
        : row.thang.map((thang): [string, string] => {
            const last = workingDay(lastDayOf({ thang: [thang] }, plan.namHoc))
            return [last, last]
          })
    for (const [i, [first, last]] of days.entries())
      calendar.createEvent({
        id: `ke-hoach-${row.ma}-${i}@${host}`,
        sequence: row.lan,
        stamp: new Date(stamp),
        start: new Date(first),
        end: dayAfter(last),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: row.noiDung,
        ...(owners(row.ma) === '' ? {} : { description: owners(row.ma) }),
        url: `${siteUrl}/lam-viec/ke-hoach/${row.ma}`,
      })
  }
  return calendar.toString()
}
