/** A form is looked through here once, from where it lies: a broken one is refused in words, and what it carries as a file must be one. */
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { kindOf } from '../policy/failures/kind.ts'
import { issue, type Issue } from '../policy/issues.ts'
import type { Body } from './bodies.ts'

export async function formFault(type: string, body: Body): Promise<Issue | null> {
  let sound = true
  try {
    const form = busboy({ headers: { 'content-type': type }, limits: { parts: 1000 } })
    form.on('file', (name, stream, { filename }) => {
      if (name === 'file' && (filename ?? '').includes('\u0000')) sound = false
      // A file cut off breaks with the form it is in.
      stream.on('error', () => undefined).resume()
    })
    form.on('field', (name) => {
      if (name === 'file') sound = false
    })
    form.on('partsLimit', () => {
      sound = false
    })
    await pipeline(body.open(), form)
  } catch (error) {
    // A disk that fails is not a broken form.
    if (kindOf(error) === 'disk') throw error
    sound = false
  }
  return sound ? null : issue('FILE_UNREADABLE', 'tep')
}
