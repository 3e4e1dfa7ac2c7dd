/** Sends an opened file: whole, in the one part a reader asks for, or not at all where he has it. Headers that say what it is stand already. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { FileToSend } from './context.ts'

type Part = { start: number; end: number }

/** The part asked for; 'all' where none is, or several are, or he has another file of that name; 'none' where there is no such part. */
function partOf(req: Request, etag: string, size: number): Part | 'all' | 'none' {
  const asked = req.headers.range
  const ifRange = req.headers['if-range']
  if (asked === undefined || !/^ *bytes=/.test(asked) || (ifRange !== undefined && ifRange !== etag)) return 'all'
  const ranges = req.range(size, { combine: true })
  if (ranges === -1) return 'none'
  return ranges === undefined || ranges === -2 || ranges.length !== 1 ? 'all' : ranges[0]!
}

/** The connection is cut where the bytes are no longer what was hashed, or the reader went away: half a file is never taken for a whole one. */
async function stream(res: Response, file: FileToSend, { start, end }: Part): Promise<void> {
  try {
    await pipeline(Readable.from(file.pieces(start, end)), res)
  } catch (error) {
    res.destroy()
    const code = (error as NodeJS.ErrnoException).code
    // A reader who went away is no failure; anything else is told by whoever has the last word (end.ts).
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE') throw error
  }
}

export async function sendFile(req: Request, res: Response, file: FileToSend): Promise<void> {
  res.set('Accept-Ranges', 'bytes')
  if (req.fresh) {
    res.removeHeader('Content-Type')
    return void res.status(304).end()
  }
  const part = partOf(req, String(res.get('ETag')), file.size)
  if (part === 'none') {
    res.removeHeader('ETag')
    return void res
      .set({ 'Cache-Control': 'no-store', 'Content-Range': `bytes */${file.size}` })
      .status(416)
      .end()
  }
  const { start, end } = part === 'all' ? { start: 0, end: file.size - 1 } : part
  if (part !== 'all') res.status(206).set('Content-Range', `bytes ${start}-${end}/${file.size}`)
  res.set('Content-Length', String(end - start + 1))
  if (req.method === 'HEAD') return void res.end()
  if (file.whole) return void res.end(file.whole.subarray(start, end + 1))
  await stream(res, file, { start, end })
}
