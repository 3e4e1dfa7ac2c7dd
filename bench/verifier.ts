/**
 * What checking the whole record costs a stranger: a school with so many verdicts signed by people's own devices, exported by the
 * program and read by the offline verifier. Exit code 1: the verifier found something, or took longer than a minute.
 */
import { spawn, execFile } from 'node:child_process'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs, promisify } from 'node:util'
import { openSchools } from './schools.ts'

const { values: asked } = parseArgs({ options: { verdicts: { type: 'string', default: '100000' }, keep: { type: 'string' } } })
/** In the demo school's own chain two people decide on a story. */
const STEPS = 2
const LIMIT_S = 60
const say = (text: string): void => void process.stdout.write(`${text}\n`)

type Checked = { code: number | null; seconds: number; peakMb: number; said: string }
function check(file: string): Promise<Checked> {
  const from = performance.now()
  const child = spawn(process.execPath, [resolve('tools/audit/audit-verify.mjs'), file])
  let [peak, said] = [0, '']
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0))
    } catch {
      // It has ended, or the system tells no such thing.
    }
  }, 250)
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((done) =>
    child.once('exit', (code) => {
      clearInterval(look)
      done({ code, seconds: (performance.now() - from) / 1000, peakMb: peak / 1024, said })
    }),
  )
}

const schools = await openSchools(say, asked.keep)
try {
  const editions = Math.ceil(Number(asked.verdicts) / STEPS)
  const name = `may_${editions}`
  await schools.make(name, { editions, logRows: 0, devices: true })
  const env = schools.at(name)
  const file = join(env.DATA_DIR!, 'so-duyet.jsonl')
  const from = performance.now()
  await promisify(execFile)(process.execPath, ['--conditions=production', '--import', 'tsx', resolve('src/bin/auditExport.ts'), '--out', file], { env })
  const exported = (performance.now() - from) / 1000
  let [lines, signed] = [0, 0]
  // Longer than any one text can be.
  for await (const line of createInterface({ input: createReadStream(file) })) {
    lines += 1
    if (line.startsWith('{"kieu":"phieu-duyet"') && line.includes('\\"cachKy\\":\\"thietBi\\"')) signed += 1
  }
  const { code, seconds, peakMb, said } = await check(file)
  say(said.slice(0, 2000))
  say(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`)
  say(`${signed} verdicts signed by devices, ${lines} lines, ${(statSync(file).size / 2 ** 20).toFixed(0)} MB, written in ${exported.toFixed(1)} s`)
  say(`checked in ${seconds.toFixed(1)} s (at most ${LIMIT_S}), ${peakMb.toFixed(0)} MB, exit code ${code}`)
  if (code !== 0 || seconds > LIMIT_S || signed < Number(asked.verdicts)) process.exitCode = 1
} finally {
  await schools.close()
}
