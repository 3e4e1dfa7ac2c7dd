/**
 * An alarm reaches people: a line of the service's own log, a row of the log where the key allows it, a mail to whoever
 * speaks for the school and whoever keeps the machine. The panel shows it by itself.
 */
import { createLocalReq, type Payload } from 'payload'
import { baoDong } from '../actions/baoDong.ts'
import { sendMail } from '../facts/mail.ts'
import { readAddresses } from '../facts/addressees.ts'
import { MAILS } from '../messages/mails.ts'
import type { BaoDong } from '../record/guard.ts'
import { runtimeOf } from '../runtime.ts'
import { failedJob } from './told.ts'

async function mailTo(payload: Payload, alarm: BaoDong): Promise<void> {
  for (const { email, hoTen } of await readAddresses(payload, ['nguoiPhatNgon', 'quanTriKyThuat'])) sendMail(payload, email, MAILS.alarm(hoTen, alarm.noiDung))
}

/** Tells until the returned function is called. */
export function tellAlarms(payload: Payload): () => void {
  const { guard, keys } = runtimeOf(payload)
  return guard.onAlarm((alarm) => {
    payload.logger.error({ alarm: alarm.loai, msg: `CẢNH BÁO: ${alarm.noiDung}` })
    if (!keys.fault())
      void createLocalReq({}, payload)
        .then((req) => baoDong(req, alarm))
        .catch(failedJob(payload, 'tellAlarms row of the log'))
    void mailTo(payload, alarm).catch(failedJob(payload, 'tellAlarms mail'))
  })
}
