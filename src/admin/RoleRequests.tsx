/** On the spokesperson's dashboard: roles that were asked for. */
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { waitingRequests } from '../facts/roleRequests.ts'
import { peopleWords } from '../messages/people.ts'
import { ROLE_LABELS } from '../messages/roles.ts'
import { mayDecide } from '../policy/people/roleRequests.ts'
import { day } from '../theme/draw/dates.ts'
import { RoleAnswers } from './RoleAnswers.tsx'

export const RoleRequests = async ({ payload, user, i18n }: { payload: Payload; user?: TypedUser; i18n: { language: string } }) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const actor = actorOf(req)
  if (!actor || !mayDecide(actor)) return null
  const waiting = await waitingRequests(req)
  if (waiting.length === 0) return null
  const words = peopleWords(i18n.language)
  const shown = waiting.map((one) => ({
    id: one.id,
    hoTen: [one.hoTen, one.chucVu].filter(Boolean).join(', '),
    vaiTro: one.vaiTro.map((role) => ROLE_LABELS[role][i18n.language === 'en' ? 'en' : 'vi']).join(', '),
    lyDo: one.lyDo,
    aiXin: words.askedBy(one.nguoiXin?.hoTen ?? '', day(one.xinLuc)),
    nhanDuoc: one.diaChiXacNhan,
  }))
  return <RoleAnswers requests={shown} language={i18n.language} />
}
