'use client'
/** The gate, above a working copy: where it stands, what you may do now, and why not otherwise. Verdicts are given elsewhere. */
import { useDocumentInfo } from '@payloadcms/ui'
import { GateButtons } from './gate/GateButtons.tsx'
import { GateFacts } from './gate/GateFacts.tsx'
import { GateQuestion } from './gate/GateQuestion.tsx'
import { useGate } from './gate/useGate.ts'
import { WhyNot } from './gate/WhyNot.tsx'
import { Refusals } from './Refusals.tsx'
import { History } from './saving/History.tsx'

export const GatePanel = () => {
  const { id, title } = useDocumentInfo()
  const gate = useGate()
  const { words, options, errors } = gate
  if (!id) return <p className="ct-panel ct-muted">{words.saveFirst}</p>
  if (!options) {
    return (
      <div className="ct-panel" aria-busy={errors.length === 0}>
        {errors.length === 0 ? <p className="ct-muted">{words.loading}</p> : <Refusals errors={errors} words={words} />}
        {errors.length > 0 && (
          <button type="button" className="ct-button" onClick={gate.retry}>
            {words.retry}
          </button>
        )}
      </div>
    )
  }
  return (
    <section className="ct-panel" aria-label={words.state}>
      <GateFacts options={options} words={words} />
      <Refusals errors={errors} words={words} />
      <GateButtons gate={gate} options={options} />
      <GateQuestion gate={gate} options={options} title={title ?? ''} />
      <WhyNot options={options} words={words} />
      <History />
    </section>
  )
}
