'use client'
import type { Options } from '../../actions/options.ts'
import type { PanelWords } from '../../messages/panel.ts'
import { goVerb } from './cancels.ts'

/** What may not be done now, each with its reason. */
export const WhyNot = ({ options, words }: { options: Options; words: PanelWords }) => {
  const { viec } = options
  const refused = (['trinh', 'duyet', 'dang', 'go', 'thu-hoi'] as const).filter((a) => !viec[a].duoc && viec[a].vi)
  const names = { trinh: words.submit, duyet: words.approve, dang: words.publish, go: goVerb(options, words), 'thu-hoi': words.takeBack }
  if (refused.length === 0) return null
  return (
    <details className="ct-why">
      <summary>{words.whyNot}</summary>
      <ul>
        {refused.map((a) => (
          <li key={a}>
            <strong>{names[a]}:</strong> {viec[a].vi!.message}
          </li>
        ))}
      </ul>
    </details>
  )
}
