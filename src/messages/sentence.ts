import type { Issue } from '../policy/issues.ts'
import { tuNguOf, withWords, type TuNgu } from '../presets/words.ts'
import { en } from './en.ts'
import { FIELDS } from './fields.ts'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'
export type Refused = { code: string; message: string; field?: string }

/** A refusal as the interface sends it: stable code, a sentence a person can act on, the field it concerns. */
export function sentence(issue: Issue, language: Language, tuNgu: TuNgu = tuNguOf(null, language)): Refused {
  const field = issue.field ?? ''
  const last = field.split('.').findLast((part) => Number.isNaN(Number(part))) ?? ''
  const label = language === 'vi' ? (FIELDS[last] ?? last) : last
  const message = withWords((language === 'vi' ? vi : en)[issue.code](issue.detail ?? {}, label), tuNgu)
  return { code: issue.code, message, ...(field === '' ? {} : { field }) }
}

export const languageOf = (req: { i18n?: { language?: string } }): Language => (req.i18n?.language === 'en' ? 'en' : 'vi')
