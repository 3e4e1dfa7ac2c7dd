/** What the child is asked and what it answers. */
import type { Picture } from './encode.ts'
import type { CleanPdf } from './cleanPdf.ts'

export type Reason = 'FILE_UNREADABLE' | 'FILE_TOO_MANY_PIXELS' | 'FILE_ANIMATED' | 'PDF_UNREADABLE' | 'SHEET_UNREADABLE'
export type Refused = { refused: Reason }

export type Jobs = {
  /** A picture as it is kept: upright, within limits, opaque, without what a camera wrote beside it. */
  cleanPicture: { answer: { bytes: Buffer; rong: number; cao: number } | Refused }
  /** The same of a photograph in HEVC, as iPhones keep them. */
  cleanHeic: { answer: { bytes: Buffer; rong: number; cao: number } | Refused }
  /** Every file readers may be served of it. */
  encodePicture: { answer: Picture | Refused }
  /** Rows of a workbook's first visible sheet, as texts. */
  readSheet: { answer: { rows: string[][] } | Refused }
  /** A PDF without author and history, with the links it holds; or what in it is active. */
  cleanPdf: { answer: CleanPdf | Refused }
}
export type JobName = keyof Jobs
export type Asked = { id: number; job: JobName; bytes: Buffer }
export type Answered = { id: number; answer: unknown } | { id: number; failed: string }
