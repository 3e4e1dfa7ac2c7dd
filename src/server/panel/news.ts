/**
 * What the service and its panel tell each other. Rule: alarms stand in the service, which acts on them; the panel shows them,
 * and what it notices itself is said to the service. Failures are counted where they are asked for.
 */
import type { ChildProcess } from 'node:child_process'
import type { Failures } from '../../log/failures.ts'
import type { Counted } from '../../policy/failures/log.ts'
import type { BaoDong, Guard, Said } from '../../record/guard.ts'

export type FromPanel = { type: 'ready' } | { type: 'failure'; one: Counted } | { type: 'said'; said: Said }
export type ToPanel = { type: 'stop' } | { type: 'alarms'; alarms: readonly BaoDong[] }

/** In the service: the panel's guard stands as this one does, until the returned function is called. */
export function tellPanel(child: ChildProcess, guard: Guard): () => void {
  const tell = (): void => void (child.connected && child.send({ type: 'alarms', alarms: guard.alarms() } satisfies ToPanel, () => undefined))
  tell()
  return guard.onChange(tell)
}

/** In the panel. */
export function tellService(send: (message: FromPanel) => void, { failures, guard }: { failures: Failures; guard: Guard }): (message: ToPanel) => void {
  failures.onFailure((one) => send({ type: 'failure', one }))
  guard.onChange((said) => send({ type: 'said', said }))
  return (message) => {
    if (message.type === 'alarms') guard.follow(message.alarms)
  }
}
