'use client'
import type { PanelWords } from '../messages/panel.ts'
import type { Refused } from '../messages/sentence.ts'

/** The element where a field is mended: a point of the checklist, or the form's own field. */
const targetOf = (field: string): string => (field.startsWith('kiemTra.') ? `kiem-tra-${field.slice(8)}` : `field-${field.split('.')[0]}`)

const INSIDE = 'input:not([type=hidden]), textarea, select, [contenteditable=true], button'

/** Brings the field into sight below the strip that sticks to the top, marks it, and puts the cursor there. */
function show(target: string): void {
  const found = document.getElementById(target)
  const field = found?.closest<HTMLElement>('.field-type') ?? found
  if (!field) return
  for (const old of document.querySelectorAll('.ct-meant')) old.classList.remove('ct-meant')
  field.classList.add('ct-meant')
  field.scrollIntoView({ block: 'center' })
  const inside = field.matches(INSIDE) ? field : field.querySelector<HTMLElement>(INSIDE)
  inside?.focus({ preventScroll: true })
}

/** Everything that stands in the way, at once; a field is a link to where it is mended. */
export const Refusals = ({ errors, words }: { errors: Refused[]; words: PanelWords }) =>
  errors.length === 0 ? null : (
    <div className="ct-refusals" role="alert">
      {errors.length > 1 && <p>{words.missing(errors.length)}</p>}
      <ul>
        {errors.map((error, i) => (
          <li key={i}>
            {error.field ? (
              <a
                href={`#${targetOf(error.field)}`}
                onClick={(event) => {
                  event.preventDefault()
                  show(targetOf(error.field!))
                }}
              >
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
