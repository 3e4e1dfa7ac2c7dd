/** Rule: a class is a unit of that kind; the chi đoàn of the teachers, or the one above all of them, has no pupils to tell of. */
import { withoutAccents } from '../text/searchFold.ts'

const CLASS_KINDS: readonly string[] = ['chiDoan', 'lop']
export const isClassKind = (loai: string): boolean => CLASS_KINDS.includes(loai)

const OF_TEACHERS = /^chi doan( giao vien| can bo.*)?$/
export const isClassName = (ten: string): boolean =>
  ten.trim() !== '' && !OF_TEACHERS.test(withoutAccents(ten.normalize('NFC').toLowerCase()).replace(/\s+/g, ' ').trim())
