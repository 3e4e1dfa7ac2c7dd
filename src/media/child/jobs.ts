/** What the child is asked and what it answers. */
import type { Picture } from './encode.ts'
import type { OfficeFault } from '../../policy/gate/officeContent.ts'
import type { PlayedFault } from '../../policy/gate/playedLimits.ts'
import type { Covering } from './coverPicture.ts'
import type { CleanPdf } from './cleanPdf.ts'
import type { KeHoachDoc } from '../../policy/plan/read.ts'
import type { PlanSource, WhyNoPlan } from './readPlan.ts'

export type Reason = 'FILE_UNREADABLE' | 'FILE_TOO_MANY_PIXELS' | 'PDF_UNREADABLE' | 'SHEET_UNREADABLE' | 'OFFICE_UNREADABLE' | 'OFFICE_TOO_LARGE'
export type Refused = { refused: Reason }

/** `khung`: of so many frames the first was kept. */
export type CleanPicture = { bytes: Buffer; rong: number; cao: number; khung?: number }
/** `giay`: seconds; sound has no size. */
export type CleanPlayed = { bytes: Buffer; giay: number; rong: number; cao: number }

export type Jobs = {
  /** A picture as it is kept: upright, within limits, opaque, without what a camera wrote beside it. */
  cleanPicture: { answer: CleanPicture | Refused }
  /** The same of a photograph in HEVC, as iPhones keep them. */
  cleanHeic: { answer: CleanPicture | Refused }
  /** A picture, or a part of it to be looked at, with discs of it drawn over. */
  coverPicture: { answer: CleanPicture | Refused; about: Covering }
  /** Every file readers may be served of it. */
  encodePicture: { answer: Picture | Refused }
  /** Rows of a workbook's first visible sheet, as texts. */
  readSheet: { answer: { rows: string[][] } | Refused }
  /** Rows of a communication plan, as they were understood; or why there are none. */
  readPlan: { answer: { keHoach: KeHoachDoc } | { why: WhyNoPlan }; about: PlanSource }
  /** A PDF without author and history, with the links it holds; or what in it is active. */
  cleanPdf: { answer: CleanPdf | Refused }
  /** A Word or Excel file without author, with the links it holds; or what in it would run, fetch or hide. */
  cleanOffice: { answer: { bytes: Buffer; lienKet: string[] } | { fault: OfficeFault; cho?: string } | { badLink: string } | Refused }
  /** What a document says, for search. */
  readText: { answer: { chu: string } }
  /** A film or sound without what a phone wrote beside it. */
  cleanFilm: { answer: CleanPlayed | { fault: PlayedFault } }
  cleanMp3: { answer: CleanPlayed | { fault: PlayedFault } }
}
export type JobName = keyof Jobs
/** What a job is told beside the bytes. */
export type About<J extends JobName> = Jobs[J] extends { about: infer A } ? A : undefined
export type Asked = { id: number; job: JobName; bytes: Buffer; about: unknown }
export type Answered = { id: number; answer: unknown } | { id: number; failed: string }
