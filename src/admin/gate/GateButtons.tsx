'use client'
import type { Options } from '../../actions/options.ts'
import { goVerb } from './cancels.ts'
import type { Asking, GateState } from './useGate.ts'

/** What asks once more before it is done. */
const AskButton = ({ gate, of, label, isDanger = false }: { gate: GateState; of: Exclude<Asking, null>; label: string; isDanger?: boolean }) =>
  gate.options?.viec[of].duoc && gate.asking === null ? (
    <button type="button" className={isDanger ? 'ct-button ct-button--danger' : 'ct-button'} onClick={() => gate.ask(of)}>
      {label}
    </button>
  ) : null

const ActButton = ({ gate, of, label }: { gate: GateState; of: 'trinh' | 'dang'; label: string }) => (
  <button type="button" className="ct-button ct-button--main" disabled={gate.busy !== null} onClick={() => void gate.act(of)}>
    {gate.busy === of ? gate.words.working : label}
  </button>
)

export const GateButtons = ({ gate, options }: { gate: GateState; options: Options }) => {
  const { words, unsaved } = gate
  const { viec, banTrinh, trangThai, buocCho, suaSauTrinh } = options
  return (
    <div className="ct-buttons">
      {viec.trinh.duoc && (buocCho === null || suaSauTrinh || unsaved) && <ActButton gate={gate} of="trinh" label={banTrinh ? words.resubmit : words.submit} />}
      {viec.dang.duoc && <ActButton gate={gate} of="dang" label={words.publish} />}
      <AskButton gate={gate} of="hen-gio" label={trangThai === 'henGio' ? words.reschedule : words.schedule} />
      {banTrinh && (
        <a className={viec.duyet.duoc ? 'ct-button ct-button--main' : 'ct-button'} href={`/lam-viec/doc/${banTrinh.id}`}>
          {viec.duyet.duoc ? words.openReview : words.viewSubmission}
        </a>
      )}
      <AskButton gate={gate} of="thu-hoi" label={words.takeBack} />
      <AskButton gate={gate} of="go" label={goVerb(options, words)} isDanger />
    </div>
  )
}
