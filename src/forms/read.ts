/** Reads a form as browsers send it, within bounds; one too large or broken is a refusal, never half a form. */
import busboy from 'busboy'
import type { Request } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../messages/refusal.ts'
import { issue } from '../policy/issues.ts'
import type { Form, SentFile } from './form.ts'

/** Of whoever is signed in; of a stranger a sign-in, with the words – a list of two thousand people – typed before his session ended. */
export const FORM_BYTES = { signedIn: 8_000_000, stranger: 400_000 }
const MOST_FIELDS = 5000
const FIELD_BYTES = 2_000_000

export const formOf = (texts: ReadonlyMap<string, readonly string[]>, files: ReadonlyMap<string, SentFile> = new Map()): Form => ({
  texts,
  all: (name) => texts.get(name) ?? [],
  text: (name) => (texts.get(name)?.[0] ?? '').trim(),
  file: (name) => files.get(name) ?? null,
})

async function bytesOf(req: Request, most: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > most) throw refuse(issue('TOO_LARGE'))
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw refuse(issue('TOO_LARGE'))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What no form of a browser is, is refused; browsers write forms in UTF-8. */
function parserOf(req: Request): ReturnType<typeof busboy> {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(req.headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw refuse(issue('INVALID_VALUE'))
  try {
    return busboy({
      headers: { 'content-type': req.headers['content-type'] ?? '' },
      // Without it names of files lose their Vietnamese letters.
      defParamCharset: 'utf8',
      limits: { fields: MOST_FIELDS, fieldSize: FIELD_BYTES, files: 5, parts: MOST_FIELDS + 5 },
    })
  } catch {
    throw refuse(issue('INVALID_VALUE'))
  }
}

export async function readForm(req: Request, most: number): Promise<Form> {
  const bytes = await bytesOf(req, most)
  const texts = new Map<string, string[]>()
  const files = new Map<string, SentFile>()
  if (bytes.length === 0) return formOf(texts)
  let cut = false
  let broken = false
  const parser = parserOf(req)
  // A listener that throws would end the service: what is no text – a part in letters nobody knows – breaks the form instead.
  parser.on('field', (name: unknown, value: unknown, { valueTruncated }) => {
    if (typeof name !== 'string' || typeof value !== 'string') {
      broken = true
      return
    }
    cut ||= valueTruncated
    // As browsers send line ends; the form keeps the ones people type.
    texts.set(name, [...(texts.get(name) ?? []), value.normalize('NFC').replace(/\r\n?/g, '\n')])
  })
  parser.on('file', (name, stream, { filename, mimeType }) => {
    const parts: Buffer[] = []
    // A file cut off breaks with the form it is in.
    stream.on('error', () => undefined)
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('close', () => {
      // A field of a file that nobody chose comes with no name and no bytes.
      if (filename && parts.length > 0) files.set(name, { name: filename.normalize('NFC'), type: mimeType, bytes: Buffer.concat(parts) })
    })
  })
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
    parser.on(limit, () => {
      cut = true
    })
  await pipeline(Readable.from([bytes]), parser).catch(() => {
    throw refuse(issue('INVALID_VALUE'))
  })
  if (broken) throw refuse(issue('INVALID_VALUE'))
  if (cut) throw refuse(issue('TOO_LARGE'))
  return formOf(texts, files)
}
