'use client'
import type { PanelWords } from '../messages/panel.ts'
import type { Refused } from '../messages/sentence.ts'

/** The element where a field is mended: a point of the checklist, or the form's own field. */
const targetOf = (field: string): string => (field.startsWith('kiemTra.') ? `kiem-tra-${field.slice(8)}` : `field-${field.split('.')[0]}`)

/** Everything that stands in the way, at once; a field is a link to where it is mended. */
export const Refusals = ({ errors, words }: { errors: Refused[]; words: PanelWords }) =>
  errors.length === 0 ? null : (
    <div className="ct-refusals" role="alert">
      {errors.length > 1 && <p>{words.missing(errors.length)}</p>}
      <ul>
        {errors.map((error, i) => (
          <li key={i}>{error.field ? <a href={`#${targetOf(error.field)}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  )
