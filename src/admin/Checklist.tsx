'use client'
import type { PanelWords } from '../messages/panel.ts'
import type { MucKiemTra, TraLoi } from '../policy/gate/checklist.ts'

type Props = { items: MucKiemTra[]; answers: Record<string, TraLoi>; words: PanelWords; onAnswer: (ma: string, answer: TraLoi) => void }

/** Each point is answered by hand: nothing is ticked beforehand. Mandatory points come first. */
export const Checklist = ({ items, answers, words, onAnswer }: Props) => (
  <div className="ct-checklist">
    <h3>{words.checklist}</h3>
    {([true, false] as const).map((mandatory) => {
      const points = items.filter((item) => item.batBuoc === mandatory)
      if (points.length === 0) return null
      return (
        <div key={String(mandatory)}>
          <h4>{mandatory ? words.mandatory(points.length) : words.optional(points.length)}</h4>
          {points.map((item) => (
            <fieldset key={item.ma} id={`kiem-tra-${item.ma}`}>
              <legend>{item.noiDung}</legend>
              <div className="ct-answers">
                {(
                  [
                    ['dat', words.yes],
                    ['khong', words.no],
                    ['khongApDung', words.na],
                  ] as const
                ).map(([value, label]) => (
                  <label key={value}>
                    <input type="radio" name={`ct-${item.ma}`} value={value} checked={answers[item.ma] === value} onChange={() => onAnswer(item.ma, value)} />{' '}
                    {label}
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      )
    })}
  </div>
)
