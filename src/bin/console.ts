/** What the programs of the console share: one running Payload, questions answered by typing or by a pipe, one sentence where it fails. */
import { createInterface } from 'node:readline/promises'
import config from '@payload-config'
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { readAddresses } from '../facts/addressees.ts'
import { deliver } from '../facts/mail.ts'
import type { Mail } from '../messages/mails.ts'

export type Console = {
  payload: Payload
  ask: (question: string) => Promise<string>
  say: (text: string) => void
  /** A request of the console itself: nobody's, and not a visitor's. */
  request: () => Promise<PayloadRequest>
}

/** Everybody who approves or keeps the machine is told; who could not be written to is named, so that nobody finds out by himself. */
export async function tellAll(payload: Payload, say: Console['say'], mail: (hoTen: string) => Mail): Promise<void> {
  for (const { email, hoTen } of await readAddresses(payload, ['nguoiPhatNgon', 'nguoiDuyet', 'quanTriKyThuat'])) {
    const hasPost = payload.config.email !== undefined && payload.config.serverURL !== ''
    const sent = hasPost && (await deliver(payload, email, mail(hoTen)))
    say(sent ? `  Đã gửi thư cho ${hoTen} (${email}).` : `  CHƯA gửi được thư cho ${hoTen} (${email}): hãy báo trực tiếp.`)
  }
}

export function atConsole(work: (console: Console) => Promise<void>): void {
  const run = async (): Promise<void> => {
    const payload = await getPayload({ config })
    const lines = createInterface({ input: process.stdin })
    const answers = lines[Symbol.asyncIterator]()
    const ask = async (question: string): Promise<string> => {
      process.stdout.write(question)
      const { value, done } = await answers.next()
      if (done) throw new Error('Chưa trả lời đủ câu hỏi. Chưa có gì thay đổi.')
      return String(value).trim()
    }
    const say = (text: string): void => void process.stdout.write(`${text}\n`)
    await work({ payload, ask, say, request: () => createLocalReq({ context: { console: true } }, payload) })
    lines.close()
    await payload.destroy()
    process.exit(0)
  }
  void run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
}
