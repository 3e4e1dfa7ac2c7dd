/** One value of the record in words. Reaches words and rules alone: lists draw with it in the browser. */
import { panelWords } from '../messages/panel.ts'
import { CODES } from '../messages/record.ts'
import type { Language } from '../messages/sentence.ts'
import { GATES } from '../policy/gate/gates/index.ts'
import { shownAs } from '../policy/gate/recordWords.ts'
import { moment } from '../theme/draw/dates.ts'

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]/.test(value) && !Number.isNaN(Date.parse(value))

/** Empty where there is nothing to say. */
export function inWords(field: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return ''
  const words = panelWords(language)
  if (typeof value === 'boolean') return value ? words.yesWord : words.noWord
  if (isInstant(value)) return moment(value)
  const text = String(value)
  switch (shownAs(field)) {
    case 'state':
      return words.states[text] ?? text
    case 'code':
      return (CODES[field]?.[text] ?? GATES.find((gate) => gate.slug === text)?.labels.one)?.[language] ?? text
    default:
      return typeof value === 'object' ? '' : text
  }
}
