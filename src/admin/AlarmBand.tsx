/** What the gate noticed and could not settle by itself, for those who have to act: above everything else, in words. */
import type { Payload, TypedUser } from 'payload'
import { toActor } from '../facts/actor.ts'
import { panelWords } from '../messages/panel.ts'
import { holds, isEditor } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { moment } from '../theme/draw/dates.ts'

type Props = { payload: Payload; user?: TypedUser; i18n: { language: string } }

export const AlarmBand = ({ payload, user, i18n }: Props) => {
  const actor = toActor(user as never)
  const alarms = runtimeOf(payload).guard.alarms()
  if (!actor || !(isEditor(actor) || holds(actor, 'quanTriKyThuat')) || alarms.length === 0) return null
  const words = panelWords(i18n.language)
  return (
    <section className="ct-panel ct-alarm" role="alert" aria-label={words.alarm}>
      <h2>{words.alarm}</h2>
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm.loai}>
            {alarm.noiDung} ({words.since(moment(alarm.tu))})
          </li>
        ))}
      </ul>
      <p>{runtimeOf(payload).guard.halted() ? words.alarmHalted : words.alarmNoted}</p>
    </section>
  )
}
