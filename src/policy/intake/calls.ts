/** Rule: a call to the classes says what is asked, by which rules and until when; what answers it says whether those shown agreed. */
import { textIssues } from '../gate/freeze.ts'
import { issue, type Issue } from '../issues.ts'
import { isCalendarDay } from '../time/hanoi.ts'
import { DONG_Y } from './told.ts'

export const LOAI_DOT = ['xinAnh', 'cuocThi'] as const
export type LoaiDot = (typeof LOAI_DOT)[number]
export type Call = { loai: string; ten: string; theLe: string; den: string }

const MOST = { ten: 150, theLe: 8000, loi: 4000, nguoiGui: 100 } as const
/** A call that stays open longer is forgotten. */
const MOST_DAYS = 366

function words(name: keyof typeof MOST, text: string): Issue[] {
  return [...text].length > MOST[name] ? [issue('TOO_LONG', name, { max: MOST[name] })] : textIssues(text, name)
}

/** `today`: a day of Hà Nội. */
export function callIssues({ loai, ten, theLe, den }: Call, today: string): Issue[] {
  const issues: Issue[] = []
  if (!(LOAI_DOT as readonly string[]).includes(loai)) issues.push(issue('INVALID_VALUE', 'loai'))
  if (ten.trim() === '') issues.push(issue('MISSING_FIELD', 'ten'))
  // Whoever enters a contest knows its rules.
  if (loai === 'cuocThi' && theLe.trim() === '') issues.push(issue('MISSING_FIELD', 'theLe'))
  issues.push(...words('ten', ten), ...words('theLe', theLe))
  const days = (Date.parse(den) - Date.parse(today)) / 86_400_000
  if (!/^\d{4}-\d\d-\d\d$/.test(den) || !isCalendarDay(den) || days < 0 || days > MOST_DAYS)
    issues.push(issue('INVALID_VALUE', 'den', { goiY: 'một ngày từ hôm nay, trong vòng một năm' }))
  return issues
}

export type Entry = { ten: string; loi: string; nguoiGui: string; dongY: string }

/** `files`: how many came along. */
export function entryIssues({ ten, loi, nguoiGui, dongY }: Entry, loai: LoaiDot, files: number): Issue[] {
  const issues: Issue[] = []
  if (files === 0) issues.push(issue('MISSING_FIELD', 'anh'))
  if (loai === 'cuocThi' && ten.trim() === '') issues.push(issue('MISSING_FIELD', 'ten'))
  if (loai === 'cuocThi' && nguoiGui.trim() === '') issues.push(issue('MISSING_FIELD', 'nguoiGui'))
  issues.push(...words('ten', ten), ...words('loi', loi), ...words('nguoiGui', nguoiGui))
  if (!(DONG_Y as readonly string[]).includes(dongY)) issues.push(issue(dongY === '' ? 'MISSING_FIELD' : 'INVALID_VALUE', 'dongY'))
  return issues
}

/** Open through its last day. */
export const takesEntries = ({ den, hetLuc }: { den: string; hetLuc: string | null }, today: string): boolean => hetLuc === null && today <= den
