/** A form as it came, and as it is shown again where it was not taken. */
import type { Refused } from '../messages/sentence.ts'

/** What a form sent. Texts are whole and in NFC; of a file its name and bytes. */
export type Form = {
  text: (name: string) => string
  all: (name: string) => readonly string[]
  file: (name: string) => SentFile | null
  texts: ReadonlyMap<string, readonly string[]>
}
export type SentFile = { name: string; type: string; bytes: Buffer }

/** What was typed and why it was not taken; both empty when the page is only opened. */
export type Sent = {
  form: Form | null
  refused: readonly Refused[]
  /** On a page of several forms, the code of one that was not sent: two of them may ask for the same thing. */
  of?: string
}
/** What was sent, for the form that sent it; to the others nothing was. */
export const sentTo = (sent: Sent, of: string, byIt: boolean): Sent => (sent.form && byIt ? sent : { form: null, refused: [], of })
