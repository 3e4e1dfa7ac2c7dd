/** Sends one file, told how far it is. Every outcome, a lost connection included, comes back as a value. */
import type { Refused } from '../../messages/sentence.ts'

/** `frames`: it moved, and the first of so many was kept. */
/** `twin`: the same bytes were there before, under this number. */
export type Sent = { id: number; frames: number; twin: number | null } | { refused: string } | 'offline'

export const send = (file: File, onPart: (part: number) => void): Promise<Sent> =>
  new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/tu-lieu')
    request.withCredentials = true
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onPart(event.loaded / event.total))
    request.addEventListener('error', () => done('offline'))
    request.addEventListener('abort', () => done('offline'))
    request.addEventListener('load', () => {
      const answer = request.response as { doc?: { id: number; soKhung?: number | null; trung?: number | null }; errors?: Refused[] } | null
      if (request.status === 201 && answer?.doc) done({ id: answer.doc.id, frames: answer.doc.soKhung ?? 0, twin: answer.doc.trung ?? null })
      else done({ refused: answer?.errors?.map((e) => e.message).join(' ') || request.statusText || String(request.status) })
    })
    const form = new FormData()
    form.append('_payload', '{}')
    form.append('file', file)
    request.send(form)
  })
