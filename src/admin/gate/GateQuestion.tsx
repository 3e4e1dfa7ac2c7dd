'use client'
import type { Options } from '../../actions/options.ts'
import { ReasonForm } from '../ReasonForm.tsx'
import { ScheduleForm } from '../ScheduleForm.tsx'
import { cancels, goVerb } from './cancels.ts'
import type { GateState } from './useGate.ts'

/** The hour, or the reason, that an act needs. */
export const GateQuestion = ({ gate, options, title }: { gate: GateState; options: Options; title: string }) => {
  const { asking, words, act, ask } = gate
  const busy = gate.busy !== null
  if (asking === null) return null
  if (asking === 'hen-gio') {
    return <ScheduleForm verb={words.schedule} busy={busy} words={words} onDecide={(luc) => void act('hen-gio', { luc })} onCancel={() => ask(null)} />
  }
  const isWithdrawal = asking === 'go'
  return (
    <ReasonForm
      question={isWithdrawal ? (cancels(options) ? words.sureCancel(title) : words.sureWithdraw(title)) : words.sureTakeBack(title)}
      label={isWithdrawal ? words.reasonPublic : null}
      verb={isWithdrawal ? goVerb(options, words) : words.takeBack}
      busy={busy}
      words={words}
      {...(isWithdrawal && !cancels(options) ? { told: options.lyDoCongKhai } : {})}
      onDecide={(lyDo, maLyDo) => void act(asking, { lyDo, ...(maLyDo ? { maLyDo } : {}) })}
      onCancel={() => ask(null)}
    />
  )
}
