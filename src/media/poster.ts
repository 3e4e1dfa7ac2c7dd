/** One picture out of a film, by ffmpeg where the machine has it; a process of its own, bounded, that reads one file and no network. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FFMPEG = ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg']
const PRLIMIT = '/usr/bin/prlimit'
const MS = 20_000
const MOST_BYTES = 20_000_000
const MEMORY = 1_500_000_000

function run(ffmpeg: string, path: string): Promise<Buffer | null> {
  const asked = [
    '-nostdin',
    '-v',
    'quiet',
    '-protocol_whitelist',
    'file,pipe',
    '-f',
    'mov',
    '-ss',
    '0.5',
    '-i',
    path,
    '-frames:v',
    '1',
    '-an',
    '-sn',
    '-dn',
    '-threads',
    '1',
  ]
  const all = [...asked, '-vf', 'scale=min(1280\\,iw):-2', '-f', 'mjpeg', '-q:v', '4', 'pipe:1']
  const [command, words] = existsSync(PRLIMIT) ? [PRLIMIT, [`--data=${MEMORY}`, '--', ffmpeg, ...all]] : [ffmpeg, all]
  return new Promise((done) => {
    const child = spawn(command, words, { env: { NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'ignore'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), MS)
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > MOST_BYTES) child.kill('SIGKILL')
      else parts.push(part)
    })
    const end = (bytes: Buffer | null): void => {
      clearTimeout(timer)
      done(bytes)
    }
    child.once('error', () => end(null))
    child.once('close', (code) => end(code === 0 && size > 0 ? Buffer.concat(parts) : null))
  })
}

/** A film shorter than half a second has no such frame: it begins without a picture. */
export async function frameOf(bytes: Buffer): Promise<Buffer | null> {
  const ffmpeg = FFMPEG.find(existsSync)
  if (ffmpeg === undefined) return null
  const path = join(tmpdir(), `cong-truong-phim-${randomBytes(12).toString('hex')}.mp4`)
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
    return await run(ffmpeg, path)
  } finally {
    await rm(path, { force: true })
  }
}
